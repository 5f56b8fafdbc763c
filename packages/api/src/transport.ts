import { readWhole } from "./body.ts";
import type { Handler } from "./compose.ts";
import { isConnectError } from "./errors/connect-error.ts";
import { createNetworkError } from "./errors/create-network-error.ts";
import type { FetchFunction } from "./options.ts";
import type { Redact } from "./secrets.ts";

/**
 * The core of the onion: sends the request and waits for the whole answer.
 *
 * @param readAgain - whether the body has to be readable after that.
 */
export function transport(fetch: FetchFunction | undefined, readAgain: boolean, redact: Redact): Handler {
  return async (request, { method }) => {
    // Looked up now: tests and instrumentation replace the global one after the client was made.
    const send = fetch ?? globalThis.fetch;
    try {
      return await readWhole(await send(request), readAgain);
    } catch (error) {
      throw isConnectError(error) ? error : createNetworkError(method, request.url, error, redact);
    }
  };
}
