import { TimeoutError } from "../errors/timeout-error.ts";
import type { ConnectPlugin } from "../plugin.ts";
import { withTimeLimit } from "../time-limit.ts";

/**
 * Ends an attempt that takes longer than `timeout`, from sending the request to the last byte of the answer. What is further in
 * works on a copy of the request, so that nothing further out sees what is added there.
 */
export function timeout(): ConnectPlugin {
  return {
    name: "timeout",
    fetch: (request, next, { method, timeout: limit, signal }) =>
      withTimeLimit(
        signal,
        limit || Infinity,
        () => new TimeoutError(method, request.url, Number(limit)),
        (own) => next(new Request(request, { signal: own })),
      ),
  };
}
