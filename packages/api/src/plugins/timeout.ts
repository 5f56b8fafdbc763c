import { createTimeoutError } from "../errors/create-timeout-error.ts";
import type { ConnectPlugin } from "../plugin.ts";
import { withTimeLimit } from "../time-limit.ts";

/** Ends an attempt that takes longer than `timeout`, from sending the request to the last byte of the answer. */
export function timeout(): ConnectPlugin {
  return {
    name: "timeout",
    fetch(request, next, { method, timeout: milliseconds, signal }) {
      const expired = () => createTimeoutError(method, request.url, Number(milliseconds));
      return withTimeLimit({ milliseconds, signal, expired }, (own) => next(new Request(request, { signal: own })));
    },
  };
}
