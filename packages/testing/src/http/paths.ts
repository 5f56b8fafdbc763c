import { getPath } from "hono/utils/url";

/** The base path of the API, below the server's own path prefix. */
export const API_PATH = "/__api__";

/** Where a request lies that no route is meant for. */
const NOWHERE = "/";

/** The path by which to find a request's route. */
export function routedPath(prefix: string, request: Request): string {
  const path = getPath(request);
  // Hono would pass over a slash at the end. Real server: unknown, assumed that it is another path.
  if (path.endsWith("/") || !path.startsWith(`${prefix}/`)) return NOWHERE;
  return path.slice(prefix.length);
}

/** The path by which people speak of a request: below `/__api__` if it lies there, otherwise all of it. */
export function shownPath(prefix: string, request: Request): string {
  const path = getPath(request);
  const root = `${prefix}${API_PATH}`;
  return path.startsWith(`${root}/`) ? path.slice(root.length) : path;
}
