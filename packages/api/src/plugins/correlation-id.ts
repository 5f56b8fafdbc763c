import { crossesOrigins } from "../crosses-origins.ts";
import type { ConnectPlugin } from "../plugin.ts";

/**
 * Sends `X-Correlation-ID`, one for all attempts of a call. The server writes it to its log and sends it back, so that
 * errors carry it. One that the caller set is left alone. In a page of another origin none is sent: Connect does not
 * allow the header there, and the browser would send nothing at all.
 */
export function correlationId(): ConnectPlugin {
  return {
    name: "correlation-id",
    fetch(request, next) {
      const wanted = !request.headers.has(HEADER) && !crossesOrigins(request.url);
      if (wanted && "randomUUID" in crypto) request.headers.set(HEADER, crypto.randomUUID());
      return next(request);
    },
  };
}

const HEADER = "x-correlation-id";
