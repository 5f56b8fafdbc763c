import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import type { Credentials } from "../options.ts";
import type { ConnectPlugin } from "../plugin.ts";
import type { Secrets } from "../secrets.ts";

/**
 * Adds the credential to requests for the server's own origin, and gets a new token when the server answers 401. A header that
 * the caller set is left alone.
 *
 * @throws {@link InvalidArgumentError} for a key or token that cannot be sent: at once, or when the token is asked for.
 */
export function credentials(url: string, options: Credentials, secrets: Secrets): ConnectPlugin {
  const { anonymous, apiKey, behindGateway, token, refresh } = options;
  const origin = `${new URL(url).origin}/`;
  const header = behindGateway === true ? "x-rsc-authorization" : "authorization";
  let latest: Source = token ?? apiKey;

  const read = async (source: Source) => write(await (typeof source === "function" ? source() : source));
  const write = (secret: Secret): string => {
    // The runtime would quote what it cannot put into a header.
    if (typeof secret !== "string" || !/^[!-~]+$/.test(secret))
      throw unusable(token === undefined ? "apiKey" : "token");
    secrets.add(secret);
    return (token === undefined ? "Key " : "Bearer ") + secret;
  };
  if (anonymous !== true && typeof token !== "function") write(token ?? apiKey);

  return {
    name: "credentials",
    async fetch(request, next) {
      if (anonymous === true || request.headers.has(header) || !request.url.startsWith(origin)) return next(request);
      // A body can be sent only once.
      const spare = refresh && request.clone();
      const used = latest;
      request.headers.set(header, await read(used));
      const response = await next(request);
      if (response.status !== 401 || refresh === undefined || spare === undefined) return response;
      // Calls that were refused with the same token wait for the same new one.
      if (latest === used) {
        latest = Promise.resolve()
          .then(refresh)
          .catch((error: unknown) => {
            latest = used;
            throw error;
          });
      }
      spare.headers.set(header, await read(latest));
      return next(spare);
    },
  };
}

/** `undefined` comes from JavaScript and from environment variables that were declared to be there. */
type Secret = string | undefined;

/** Where a secret comes from. */
type Source = Secret | Promise<string> | (() => string | Promise<string>);

function unusable(argument: string): InvalidArgumentError {
  return new InvalidArgumentError(`${argument} is missing, or contains characters that none has.`, {
    argument,
    fix: "Pass it as Connect shows it, without spaces or line breaks.",
  });
}
