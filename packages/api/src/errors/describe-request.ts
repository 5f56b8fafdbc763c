import type { HttpMethod } from "../operations.ts";

/** `GET /v1/users/…`: a request as error messages name it, relative to `/__api__` and without its query string. */
export function describeRequest(method: HttpMethod, url: string): string {
  const path = new URL(url).pathname;
  return `${method} ${path.slice(path.indexOf("/__api__") + 8)}`;
}
