/** URLs of a server: its root, paths and queries as Connect reads them, and which URLs belong to it. */
import { invalidArgument, type InvalidArgumentError, printable } from "./errors.ts";
import { listDelimiters } from "./generated/endpoints.ts";
import { checkValue } from "./input.ts";

/**
 * Returns the root of a Connect server, without a trailing slash, from any URL that users have at hand.
 *
 * These all mean `https://example.com/rsc`: `https://example.com/rsc/`, `https://example.com/rsc/connect/#/people/users`,
 * `https://example.com/rsc/__api__`, `https://example.com/rsc/__api__/v1`.
 *
 * @throws {@link InvalidArgumentError} if it is not an `http` or `https` URL, or contains a username or password.
 */
export function normalizeServerUrl(url: string): string {
  let parsed: URL | undefined;
  try {
    parsed = new URL(url);
  } catch {
    // Refused below. `URL.canParse` throws for a symbol.
  }
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.username !== "" || parsed.password !== "") {
    // Without the URL: it may contain a password.
    throw invalidArgument(
      "url",
      "The server's URL must be http or https, without a username or a password.",
      "Pass a URL such as https://connect.example.com.",
    );
  }
  const path = parsed.pathname
    .replace(/\/__api__(\/.*)?$/, "")
    .replace(/\/connect\/*$/, "")
    .replace(/\/+$/, "");
  return parsed.origin + path;
}

/**
 * Fills in the `{name}` placeholders of a path.
 *
 * @throws {@link InvalidArgumentError} for a value that would not stay one segment of the path.
 */
export function serializePath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name];
    const segment = typeof value === "number" ? String(value) : value;
    if (typeof segment === "string" && isSafeSegment(segment)) return encodeURIComponent(segment);
    throw invalidArgument(name, `"${name}" cannot be part of a path.`, UNSAFE_FIX);
  });
}

export const UNSAFE_FIX =
  "No part of it may be empty, only dots, or contain a slash, backslash, # or control character, even encoded.";

/**
 * Returns whether a string is one segment of a path and stays one. It is decoded first, as often as that changes it, because
 * proxies decode too: `%252e%252e` would climb up behind them.
 */
export function isSafeSegment(segment: string): boolean {
  if (/^[\w-]+$/.test(segment)) return true;
  if (/^\.{0,2}$|[/\\\p{Cc}\p{Cs}]/u.test(segment)) return false;
  try {
    const decoded = decodeURIComponent(segment);
    return decoded === segment || isSafeSegment(decoded);
  } catch {
    return false;
  }
}

/**
 * Serializes a query for Connect, without a question mark. A list becomes one value: joined with `|` for the parameters that
 * the document describes so (`user_role`, `account_status`), with a comma for all others. `null` and `undefined` are omitted.
 *
 * Pass it as `querySerializer` to a client of your own that openapi-fetch creates.
 *
 * @throws {@link InvalidArgumentError} for an empty list and for strings with a lone surrogate.
 */
export function connectQuerySerializer(query: Readonly<Record<string, unknown>>): string {
  checkValue("query", query, "object");
  return serializeQuery(query, (name, values) => [values.join(listDelimiters[name] ?? ",")]);
}

/** Serializes a query; `serializeList` returns the values that stand for a list. */
export function serializeQuery(
  query: Readonly<Record<string, unknown>>,
  serializeList: (name: string, values: readonly unknown[]) => readonly unknown[],
): string {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (value === undefined || value === null) return [];
      if (!Array.isArray(value)) return pair(name, value);
      // Omitting an empty list would drop the filter and match everything.
      if (value.length === 0) throw invalidQuery(name);
      return serializeList(name, value).map((each) => pair(name, each));
    })
    .join("&");
}

function pair(name: string, value: unknown): string {
  try {
    return `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
  } catch {
    throw invalidQuery(name);
  }
}

function invalidQuery(name: string): InvalidArgumentError {
  return invalidArgument(
    name,
    `"${printable(name)}" cannot be part of a query.`,
    "It must not be an empty list or contain a lone surrogate.",
  );
}

/** Returns whether this runs in a browser: in a page or in one of its workers. */
export function isBrowser(): boolean {
  return "document" in globalThis || "importScripts" in globalThis;
}

/** Returns whether a browser applies CORS to a request for this URL, because the page has another origin. */
export function crossesOrigins(url: string): boolean {
  // Not by its name: a project that type-checks these sources for Node has no `location`.
  const page: unknown = Reflect.get(globalThis, "location");
  return isBrowser() && page instanceof Object && "origin" in page && page.origin !== new URL(url).origin;
}
