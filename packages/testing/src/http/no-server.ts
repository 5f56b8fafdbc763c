/**
 * Stands in for `node-server` where there are no ports: package.json selects it for bundles that run in a browser, which must
 * not contain Node's modules.
 */
export async function listen(): Promise<never> {
  return Promise.reject(
    new Error("A browser cannot listen on a port. Use fake.fetch, or listen in Node, Deno or Bun."),
  );
}

/** Returns what it got, because nothing can be delayed without a server. */
export function delayed<T>(handle: T): T {
  return handle;
}
