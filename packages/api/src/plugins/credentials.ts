import type { Credentials } from "../client-types.ts";
import { invalidArgument } from "../errors.ts";
import type { Secrets } from "../errors-from.ts";
import type { ConnectPlugin } from "../plugin.ts";

/**
 * Adds the credential to requests for the server's own origin, and gets a new token when the server returns 401. A header
 * that the caller set is kept.
 *
 * @throws {@link InvalidArgumentError} for a malformed key or token: at once, or when the token function is called.
 */
export function credentials(url: string, options: Credentials, secrets: Secrets): ConnectPlugin {
  const { anonymous, apiKey, behindGateway, token, refresh } = options;
  const origin = `${new URL(url).origin}/`;
  const header = behindGateway === true ? "x-rsc-authorization" : "authorization";
  const [argument, scheme] = token === undefined ? ["apiKey", "Key"] : ["token", "Bearer"];

  const toHeader = (secret: string | undefined): string => {
    // Checked here, because the runtime would quote what it cannot put into a header.
    if (typeof secret !== "string" || !/^[!-~]+$/.test(secret)) {
      const fix = "Pass it as Connect shows it, without spaces or line breaks.";
      throw invalidArgument(argument, `${argument} is missing or malformed.`, fix);
    }
    secrets.add(secret);
    return `${scheme} ${secret}`;
  };
  // An environment variable may be missing although its type says otherwise.
  const fixed = anonymous === true || typeof token === "function" ? undefined : toHeader(token ?? apiKey);
  let latest: Promise<string> | undefined;
  const currentHeader = async (): Promise<string> =>
    toHeader(await (latest ?? (typeof token === "function" ? token() : token)));

  return {
    name: "credentials",
    async fetch(request, next, { streaming }) {
      if (anonymous === true || request.headers.has(header) || !request.url.startsWith(origin)) return next(request);
      if (fixed !== undefined && refresh === undefined) {
        request.headers.set(header, fixed);
        return next(request);
      }
      // Another attempt may need another token, and a body can be sent only once: each is set on a copy.
      const send = async (): Promise<Response> => {
        const copy = request.clone();
        copy.headers.set(header, await currentHeader());
        return next(copy);
      };
      const used = latest;
      const response = await send();
      if (response.status !== 401 || refresh === undefined) return response;
      if (streaming) await response.body?.cancel();
      // Calls that were rejected with the same token wait for the same new one.
      if (latest === used) {
        latest = Promise.resolve()
          .then(refresh)
          .catch((error: unknown) => {
            latest = used;
            throw error;
          });
      }
      return send();
    },
  };
}
