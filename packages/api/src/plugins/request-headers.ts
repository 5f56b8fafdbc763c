import type { ConnectPlugin } from "../plugin.ts";
import { crossesOrigins, isBrowser } from "../url.ts";

const CORRELATION_ID = "x-correlation-id";

/**
 * Sends `X-Correlation-ID`, the same for all attempts of a call, and `User-Agent`. The server writes the correlation id to its
 * log and returns it, so that errors carry it. One that the caller set is kept.
 *
 * A page of another origin sends no correlation id: Connect does not allow the header there, and the browser would refuse the
 * whole request. Browsers send their own `User-Agent`.
 */
export function requestHeaders(userAgent: string): ConnectPlugin {
  return {
    name: "request-headers",
    fetch(request, next) {
      const { headers } = request;
      if (!headers.has(CORRELATION_ID) && "randomUUID" in crypto && !crossesOrigins(request.url)) {
        headers.set(CORRELATION_ID, crypto.randomUUID());
      }
      if (!isBrowser()) headers.set("user-agent", userAgent);
      return next(request);
    },
  };
}
