import { createTimeoutError } from "../errors/create-timeout-error.ts";
import type { ConnectPlugin } from "../plugin.ts";
import { withTimeLimit } from "../time-limit.ts";

/** Ends a call that takes longer than `deadline`, with all its attempts and the waiting between them. */
export function deadline(): ConnectPlugin {
  return {
    name: "deadline",
    fetch(request, next, { method, deadline: milliseconds, signal }) {
      if (milliseconds === false) return next(request);
      const expired = () => createTimeoutError(method, request.url, milliseconds);
      return withTimeLimit({ milliseconds, signal, expired }, (own) => next(request, { signal: own }));
    },
  };
}
