/**
 * Stands in for `listen` where there are no ports: package.json selects it for bundles that run in a browser, which must contain
 * neither Node's modules nor the inspector.
 */
export async function listen(): Promise<never> {
  return Promise.reject(
    new Error("A browser cannot listen on a port. Use fake.fetch, or listen in Node, Deno or Bun."),
  );
}
