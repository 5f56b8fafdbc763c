import type { ConnectPlugin } from "../plugin.ts";

/**
 * Sends `X-Correlation-ID`, one for all attempts of a call. The server writes it to its log and sends it back, so that
 * errors carry it. One that the caller set is left alone.
 */
export function correlationId(): ConnectPlugin {
  return {
    name: "correlation-id",
    fetch(request, next) {
      if (!request.headers.has(HEADER) && "randomUUID" in crypto) request.headers.set(HEADER, crypto.randomUUID());
      return next(request);
    },
  };
}

const HEADER = "x-correlation-id";
