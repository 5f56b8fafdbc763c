import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";

/**
 * The root of a Connect server, without a trailing slash, from any of the URLs that people have at hand.
 *
 * These all mean `https://example.com/rsc`: `https://example.com/rsc/`, `https://example.com/rsc/connect/#/people/users`,
 * `https://example.com/rsc/__api__`, `https://example.com/rsc/__api__/v1`.
 *
 * @throws {@link InvalidArgumentError} for what is not an `http` or `https` URL, or has a name or password in it.
 */
export function normalizeServerUrl(url: string): string {
  const parsed = parse(url);
  if (parsed === undefined) throw invalid("is not an http or https URL");
  if (parsed.username !== "" || parsed.password !== "") throw invalid("must not contain a user name or a password");
  const path = parsed.pathname
    .replace(/\/__api__(\/.*)?$/, "")
    .replace(/\/connect\/*$/, "")
    .replace(/\/+$/, "");
  return parsed.origin + path;
}

function parse(url: string): URL | undefined {
  try {
    const parsed = new URL(url);
    return /^https?:$/.test(parsed.protocol) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function invalid(reason: string): InvalidArgumentError {
  // The URL itself is left out: there may be a password in it.
  return new InvalidArgumentError(`The server's URL ${reason}.`, {
    argument: "url",
    fix: "Pass one such as https://connect.example.com, or the address of the dashboard.",
  });
}
