/** The base path of the API, below the server's own path prefix. */
export const API_PATH = "/__api__";

/** Where a request lies that no route is meant for. */
const NOWHERE = "/";

/** A path to find routes by: percent-encoding is undone, but for what would then look like a separator. */
export function decodePath(path: string): string {
  // `decodeURI` leaves the encoded separators alone, but not the sign that they are encoded with.
  return path.includes("%") ? path.replaceAll(/(?:%[\da-f]{2})+/gi, decodeRun) : path;
}

function decodeRun(encoded: string): string {
  try {
    return decodeURI(encoded.replaceAll("%25", "%2525"));
  } catch {
    return encoded;
  }
}

/** A parameter of a decoded path, in full. */
export function decodeParameter(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path by which to find a request's route. */
export function routedPath(prefix: string, path: string): string {
  // A slash at the end. Real server: unknown, assumed that it is another path.
  if (path.endsWith("/") || !path.startsWith(`${prefix}/`)) return NOWHERE;
  return path.slice(prefix.length);
}

/** The path by which people speak of a request: below `/__api__` if it lies there, otherwise all of it. */
export function shownPath(prefix: string, path: string): string {
  const root = `${prefix}${API_PATH}`;
  return path.startsWith(`${root}/`) ? path.slice(root.length) : path;
}
