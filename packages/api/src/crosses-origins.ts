/** Whether this runs in a browser: in a page or in one of its workers. */
export function isBrowser(): boolean {
  return "document" in globalThis || "importScripts" in globalThis;
}

/** Whether a browser asks the server at this address for permission (CORS), because the page is of another origin. */
export function crossesOrigins(url: string): boolean {
  // Not by its name: whoever type-checks these sources for Node has no `location`.
  const page: unknown = Reflect.get(globalThis, "location");
  return isBrowser() && page instanceof Object && "origin" in page && page.origin !== new URL(url).origin;
}
