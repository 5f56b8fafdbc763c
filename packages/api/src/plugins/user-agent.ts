import { isBrowser } from "../crosses-origins.ts";
import type { ConnectPlugin } from "../plugin.ts";

/** Says in `User-Agent` who is calling. Browsers say it themselves, and would ask the server's permission for another header. */
export function userAgent(product: string): ConnectPlugin {
  return {
    name: "user-agent",
    fetch(request, next) {
      if (!isBrowser()) request.headers.set("user-agent", product);
      return next(request);
    },
  };
}
