import { TimeoutError } from "../errors/timeout-error.ts";
import type { ConnectPlugin } from "../plugin.ts";
import { withTimeLimit } from "../time-limit.ts";

/** Ends a call that takes longer than `deadline`, with all its attempts and the waiting between them. */
export function deadline(): ConnectPlugin {
  return {
    name: "deadline",
    fetch: (request, next, { method, deadline: limit, signal }) =>
      limit === false
        ? next(request)
        : withTimeLimit(
            signal,
            limit,
            () => new TimeoutError(method, request.url, limit),
            (own) => next(request, { signal: own }),
          ),
  };
}
