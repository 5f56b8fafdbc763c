/* Commands: one file per command, named like it. A file declares the command as data and is loaded when it runs. */
import type { ConnectClient, HttpMethod, QueryValue } from "@connect-sdk/api";
import { isObject } from "@connect-sdk/api/internal";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import { CliError, usageError } from "../errors.ts";
import type { Row, RowFlags } from "../terminal/result.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const satisfies readonly HttpMethod[];

interface Flags extends GlobalFlags, RowFlags {
  readonly field?: readonly string[] | undefined;
  readonly input?: string | undefined;
  readonly paginate?: boolean | undefined;
}

export default defineCommand<Flags, [string, string]>({
  description:
    "Calls any endpoint with the key, retries and errors of the other commands. PATH is relative to /__api__.",
  examples: [
    ["api GET v1/user", "Show the user of the key"],
    ["api GET v1/groups --paginate --ndjson", "Get all pages, one group per line"],
    ["api GET v1/content --field owner_guid=6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f", "Add a query parameter"],
    ["api POST v1/groups --field name=analysts", "Send a JSON body"],
    ["api PATCH v1/content/6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f --input changes.json", "Send a file"],
  ],
  usage: "METHOD PATH",
  choices: METHODS,
  parameters: {
    flags: {
      ...globalFlags,
      ...rowFlags,
      field: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        placeholder: "k=v",
        brief: "Query parameter of GET and DELETE, otherwise body field; true, false, null and numbers keep their type",
      },
      input: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE|-",
        brief: "Send this JSON as the body",
      },
      paginate: { kind: "boolean", optional: true, withNegated: false, brief: "Get all pages, as one list" },
    },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: METHODS.join(", "), placeholder: "METHOD", parse: String },
        { brief: "path relative to /__api__, such as v1/users", placeholder: "PATH", parse: String },
      ],
    },
  },
  async run({ field = [], input, paginate }, [method, path], { connect, files, signal }) {
    const body = input === undefined ? undefined : await files.read(input);
    const request = createRequest({ method, path, fields: field, ...(body !== undefined && { body }) });
    if (paginate === true && request.method !== "GET") {
      throw usageError("--paginate requires GET.", "Omit --paginate.");
    }
    const { api } = await connect();
    if (paginate === true) return { kind: "rows", rows: readPages(api, request, signal), format: "json" };
    const { query, body: sent } = request;
    const { data } = await api.request(request.method, request.path, { query, body: sent, signal });
    const isList = Array.isArray(data) && data.every(isObject);
    return isList ? { kind: "rows", rows: data, format: "json" } : { kind: "value", value: data };
  },
});

interface ApiRequest {
  readonly method: HttpMethod;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly QueryValue[]>>;
  readonly body?: unknown;
}

interface ApiRequestInput {
  readonly method: string;
  readonly path: string;
  /** Each as `key=value`. */
  readonly fields: readonly string[];
  /** JSON for the body. With it, the fields become query parameters. */
  readonly body?: string;
}

/** Creates the request of a command line. @throws CliError of kind `usage` for an invalid method, path, field or body. */
function createRequest({ method, path, fields, body }: ApiRequestInput): ApiRequest {
  const verb = METHODS.find((known) => known === method.toUpperCase());
  if (verb === undefined) throw usageError(`\`${method}\` is not a method.`, `METHOD is one of ${METHODS.join(", ")}.`);
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) {
    throw usageError(`\`${path}\` is a URL, not a path.`, "Use a path relative to /__api__, such as v1/users.");
  }
  const [, pathname = "", search = ""] = /^([^?]*)\??(.*)$/s.exec(path) ?? [];
  const query = new URLSearchParams(search);
  const pairs = fields.map(readField);
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

function readField(field: string): [string, string] {
  const at = field.indexOf("=");
  if (at < 1) throw usageError(`--field \`${field}\` has no key.`, "Use --field key=value.");
  return [field.slice(0, at), field.slice(at + 1)];
}

function bodyOf(pairs: readonly [string, string][]): Record<string, unknown> | undefined {
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs.map(([key, value]) => [key, typed(value)]));
}

/** Returns a field's value with the type of the JSON literal that it is: `true`, `7`, `null`, `"text"`. Otherwise the string. */
function typed(value: string): unknown {
  if (!/^(true|false|null|-?\d+(\.\d+)?|"(?:[^"\\]|\\.)*")$/.test(value)) return value;
  try {
    const parsed: unknown = JSON.parse(value);
    // An integer beyond 2^53 would lose digits as a number.
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
    throw usageError(`--input is not JSON: ${reason}.`, "Use a file with one JSON value.");
  }
}

/**
 * Yields all rows of a paged endpoint. Connect has two kinds: numbered pages (`current_page`, `total`), and pages that link
 * to the next one (`paging.next`).
 */
async function* readPages(
  api: ConnectClient,
  { path, query: firstQuery }: ApiRequest,
  signal: AbortSignal,
): AsyncGenerator<Row, void, void> {
  let query = firstQuery;
  let count = 0;
  for (;;) {
    const { data } = await api.request("GET", path, { query, signal });
    const { rows, next, number, total = 0 } = readPage(data);
    yield* rows;
    count += rows.length;
    if (rows.length === 0) return;
    if (next !== undefined) query = { ...query, ...queryOf(next) };
    else if (number !== undefined && count < total) query = { ...query, page_number: [number + 1] };
    else return;
  }
}

interface Page {
  readonly rows: readonly Row[];
  readonly number?: number;
  readonly total?: number;
  /** URL of the next page. */
  readonly next?: string;
}

function readPage(data: unknown): Page {
  if (Array.isArray(data)) return { rows: readRows(data) };
  if (!isObject(data)) throw notAList();
  const { results, current_page: number, total, paging } = data;
  const next = isObject(paging) ? paging["next"] : undefined;
  return {
    rows: readRows(results),
    ...(typeof number === "number" && { number }),
    ...(typeof total === "number" && { total }),
    ...(typeof next === "string" && next !== "" && { next }),
  };
}

function readRows(list: unknown): Row[] {
  if (!Array.isArray(list) || !list.every(isObject)) throw notAList();
  return list;
}

function notAList(): CliError {
  return new CliError("unexpected_response", "This endpoint does not return a list of objects.", "Omit --paginate.");
}

/** Returns only the query of the next page's URL: the key must not be sent to a URL from a response. */
function queryOf(next: string): ApiRequest["query"] {
  const { searchParams } = new URL(next, "http://localhost");
  return Object.fromEntries([...searchParams].map(([key, value]) => [key, [value]]));
}
