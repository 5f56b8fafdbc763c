import { type ConnectClient, NotFoundError } from "@connect-sdk/api";

/** What the server's own answer would be like if it could be asked for this. */
export function notFound({ url }: ConnectClient, path: string, message: string, fix: string): NotFoundError {
  return new NotFoundError(message, { fix, status: 404, method: "GET", url: `${url}/__api__${path}` });
}
