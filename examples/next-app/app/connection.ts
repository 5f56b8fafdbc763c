import { connect, type Connection } from "@connect-sdk/users";

/**
 * Connects as the person who looks at the page. Connect adds the header to each request of a signed-in visitor. Outside Connect
 * there is no such header: the key of the developer stands in for it.
 */
export async function connectAsVisitor(headers: Headers): Promise<Connection> {
  const connection = connect();
  const token = headers.get("posit-connect-user-session-token");
  if (token === null) return connection;
  return await connection.withUserSessionToken(token);
}
