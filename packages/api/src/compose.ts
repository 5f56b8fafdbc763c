import type { ConnectPlugin, Next, RequestContext } from "./plugin.ts";

/** Sends one request with what is known of its call. */
export type Handler = (request: Request, context: RequestContext) => Promise<Response>;

/** Puts plugins around a core, the first outermost. */
export function compose(plugins: readonly ConnectPlugin[], core: Handler): Handler {
  return plugins.reduceRight<Handler>(
    (inner, plugin) => (request, context) => {
      const next: Next = (passed, changes) =>
        inner(passed, changes === undefined ? context : { ...context, ...changes });
      return plugin.fetch(request, next, context);
    },
    core,
  );
}
