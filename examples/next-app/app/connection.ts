import { connect, type Connection } from "@connect-sdk/users";

/**
 * Connects as the person who looks at the page: Connect adds the header to each request of a signed-in visitor. On your computer,
 * where it does not, your own key stands in. On Connect, a page without a visitor is an error, and never shown as its owner.
 */
export async function connectAsVisitor(headers: Headers): Promise<Connection> {
  const token = headers.get("posit-connect-user-session-token");
  return await connect().withUserSessionToken(token ?? undefined, { localKey: process.env.CONNECT_API_KEY });
}
