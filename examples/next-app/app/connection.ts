import { connect, type Connection } from "@connect-sdk/users";

let connection: Connection | undefined;

/**
 * Connects as the person who looks at the page: Connect adds the header to each request of a signed-in visitor. On your computer,
 * where it does not, your own key stands in. On Connect, a page without a visitor is an error, and never shown as its owner.
 */
export async function connectAsVisitor(headers: Headers): Promise<Connection> {
  const token = headers.get("posit-connect-user-session-token");
  // One connection for all visitors: it remembers the keys of the visitors until they expire. Created late, not by `next build`.
  connection ??= connect();
  return await connection.withUserSessionToken(token, { localKey: process.env.CONNECT_API_KEY });
}
