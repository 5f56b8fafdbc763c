import type { HttpMethod } from "../operations.ts";

/** `GET /v1/users/…`: a request as messages name it. */
export function describeRequest(method: HttpMethod, url: string): string {
  return `${method} ${requestPath(url)}`;
}

/** The path below `/__api__`, or the whole path if it is not there, without the query string. */
export function requestPath(url: string): string {
  return new URL(url).pathname.replace(/^.*?\/__api__/, "");
}
