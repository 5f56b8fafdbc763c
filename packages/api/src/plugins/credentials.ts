import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import type { Credentials, TokenCredentials } from "../options.ts";
import type { ConnectPlugin } from "../plugin.ts";
import type { Secrets } from "../secrets.ts";

/**
 * Adds the credential to requests for the server's own origin, and gets a new token when the server answers 401. A header that
 * the caller set is left alone.
 *
 * @throws {@link InvalidArgumentError} for a key or token that cannot be sent, at once or when the token is asked for.
 */
export function credentials(server: string, options: Credentials, secrets: Secrets): ConnectPlugin {
  const origin = `${new URL(server).origin}/`;
  const header = options.behindGateway === true ? "x-rsc-authorization" : "authorization";
  const source = createSource(options, secrets);
  return {
    name: "credentials",
    async fetch(request, next) {
      if (source === undefined || request.headers.has(header) || !request.url.startsWith(origin)) return next(request);
      // A body can be sent only once.
      const spare = source.renew === undefined ? undefined : request.clone();
      const value = await source.value();
      request.headers.set(header, value);
      const response = await next(request);
      if (response.status !== 401 || source.renew === undefined || spare === undefined) return response;
      spare.headers.set(header, await source.renew(value));
      return next(spare);
    },
  };
}

/** Where the header's value comes from. */
interface Source {
  value(): string | Promise<string>;
  /** Another value than the one that was refused. */
  renew?: (refused: string) => Promise<string>;
}

function createSource(options: Credentials, secrets: Secrets): Source | undefined {
  if (options.anonymous === true) return undefined;
  if (options.token !== undefined) return createTokenSource(options, secrets);
  const value = `Key ${usable("apiKey", options.apiKey, secrets)}`;
  return { value: () => value };
}

function createTokenSource({ token, refresh }: TokenCredentials, secrets: Secrets): Source {
  let latest = typeof token === "string" ? usable("token", token, secrets) : token;
  let renewing: Promise<string> | undefined;
  const bearer = (value: string) => `Bearer ${usable("token", value, secrets)}`;
  const value = async () => bearer(typeof latest === "string" ? latest : await latest());
  if (refresh === undefined) return { value };
  const renew = async () => {
    const fresh = await refresh();
    if (typeof latest === "string") latest = fresh;
    return bearer(fresh);
  };
  return {
    value,
    async renew(refused) {
      const current = await value();
      // Another call that was refused at the same time has got a new one already, or is about to.
      if (current !== refused) return current;
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
  };
}

/** A credential that can be put into a header; otherwise the runtime's own error would quote it. */
function usable(argument: "apiKey" | "token", value: unknown, secrets: Secrets): string {
  if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value)) {
    throw new InvalidArgumentError(`${argument} is missing, empty, or has characters in it that no credential has.`, {
      argument,
      fix: "Pass it as Connect shows it, without spaces or line breaks around it.",
    });
  }
  secrets.add(value);
  return value;
}
