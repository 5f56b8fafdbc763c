import type { HttpMethod, QueryValue } from "@connect-sdk/api";
import { usageError } from "./errors/cli-error.ts";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const satisfies readonly HttpMethod[];

/** A request as `connect-users api` sends it. */
export interface ApiRequest {
  readonly method: HttpMethod;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly QueryValue[]>>;
  readonly body?: unknown;
}

/** What the user typed. */
export interface ApiRequestInput {
  readonly method: string;
  readonly path: string;
  /** Each as `key=value`. */
  readonly fields: readonly string[];
  /** JSON text for the body; the fields then go into the query string. */
  readonly body?: string;
}

/** Makes a request of what was typed. @throws CliError of kind `usage` when that makes no sense. */
export function apiRequest({ method, path, fields, body }: ApiRequestInput): ApiRequest {
  const verb = METHODS.find((known) => known === method.toUpperCase());
  if (verb === undefined) throw usageError(`\`${method}\` is not a method.`, `METHOD is one of ${METHODS.join(", ")}.`);
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) {
    throw usageError(`\`${path}\` names a server of its own.`, "Give the path below /__api__, such as v1/users.");
  }
  const [, pathname = "", search = ""] = /^([^?]*)\??(.*)$/s.exec(path) ?? [];
  const query = new URLSearchParams(search);
  const pairs = fields.map(pair);
  const intoQuery = verb === "GET" || verb === "DELETE" || body !== undefined;
  if (intoQuery) for (const [key, value] of pairs) query.append(key, value);
  const payload = body !== undefined ? parseBody(body) : intoQuery ? undefined : bodyOf(pairs);
  return {
    method: verb,
    path: pathname.replace(/^\/+/, "").replace(/^__api__\/+/, ""),
    query: Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)])),
    ...(payload !== undefined && { body: payload }),
  };
}

function pair(field: string): [string, string] {
  const at = field.indexOf("=");
  if (at < 1) throw usageError(`--field \`${field}\` has no \`key=\` in front.`, "Write it as --field key=value.");
  return [field.slice(0, at), field.slice(at + 1)];
}

function bodyOf(pairs: readonly [string, string][]): Record<string, unknown> | undefined {
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs.map(([key, value]) => [key, typed(value)]));
}

/** `true`, `7` and `null` are what they look like, and so is text in quotes; everything else is text as it stands. */
function typed(value: string): unknown {
  if (!/^(true|false|null|-?\d+(\.\d+)?|"(?:[^"\\]|\\.)*")$/.test(value)) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    // A number with too many digits would arrive as another one.
    return Number.isInteger(parsed) && !Number.isSafeInteger(parsed) ? value : parsed;
  } catch {
    return value;
  }
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw usageError(`--input is not JSON: ${reason}.`, "Give a file with one JSON value.");
  }
}
