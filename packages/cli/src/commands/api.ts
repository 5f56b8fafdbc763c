import { defineCommand } from "../command-line/command.ts";
import { CliError, usageError } from "../errors.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { isObject } from "../is-object.ts";
import type { ConnectClient, HttpMethod, QueryValue } from "@connect-sdk/api";
import type { Row } from "../terminal/result.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const satisfies readonly HttpMethod[];

interface Flags extends GlobalFlags {
  readonly field?: readonly string[] | undefined;
  readonly input?: string | undefined;
  readonly paginate?: boolean | undefined;
}

export default defineCommand<Flags, [string, string]>({
  description:
    "Calls any endpoint with the key, the retries and the errors of every other command. PATH is below /__api__.",
  examples: [
    ["api GET v1/user", "Ask who the key belongs to"],
    ["api GET v1/groups --paginate --ndjson", "Get all pages, one group a line"],
    ["api GET v1/content --field owner_guid=6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f", "Add a query parameter"],
    ["api POST v1/groups --field name=analysts", "Send a JSON body"],
    ["api PATCH v1/content/6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f --input changes.json", "Send a file"],
  ],
  usage: "METHOD PATH",
  choices: METHODS,
  parameters: {
    flags: {
      ...globalFlags,
      field: {
        kind: "parsed",
        parse: String,
        optional: true,
        variadic: true,
        placeholder: "k=v",
        brief:
          "Query parameter of GET and DELETE, else field of the body; true, false, null and numbers are sent as such",
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
        { brief: "path below /__api__, such as v1/users", placeholder: "PATH", parse: String },
      ],
    },
  },
  async run({ field, input, paginate }, [method, path], { connect, files, signal }) {
    const body = input === undefined ? undefined : await files.read(input);
    const request = apiRequest({ method, path, fields: field ?? [], ...(body !== undefined && { body }) });
    if (paginate === true && request.method !== "GET") {
      throw usageError("--paginate only goes with GET.", "Leave it out.");
    }
    const { api } = await connect();
    if (paginate === true) return { kind: "rows", rows: pagedRows(api, request, signal), format: "json" };
    const { data } = await api.request(request.method, request.path, { ...request, signal });
    const isList = Array.isArray(data) && data.every(isObject);
    return isList ? { kind: "rows", rows: data, format: "json" } : { kind: "value", value: data };
  },
});

/** A request as `connect-users api` sends it. */
interface ApiRequest {
  readonly method: HttpMethod;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly QueryValue[]>>;
  readonly body?: unknown;
}

/** What the user typed. */
interface ApiRequestInput {
  readonly method: string;
  readonly path: string;
  /** Each as `key=value`. */
  readonly fields: readonly string[];
  /** JSON text for the body; the fields then go into the query string. */
  readonly body?: string;
}

/** Makes a request of what was typed. @throws CliError of kind `usage` when that makes no sense. */
function apiRequest({ method, path, fields, body }: ApiRequestInput): ApiRequest {
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

/**
 * All rows of an endpoint that answers in pages, of either kind that Connect has: numbered pages (`page_number`, `total`),
 * or pages that name the next one (`paging.next`).
 */
async function* pagedRows(
  api: ConnectClient,
  request: ApiRequest,
  signal: AbortSignal,
): AsyncGenerator<Row, void, void> {
  let query = request.query;
  let seen = 0;
  for (;;) {
    const { data } = await api.request("GET", request.path, { query, signal });
    const page = readPage(data);
    yield* page.rows;
    seen += page.rows.length;
    if (page.rows.length === 0) return;
    if (page.next !== undefined) {
      query = nextQuery(page.next, query);
    } else if (page.number !== undefined && seen < (page.total ?? 0)) {
      query = { ...query, page_number: [page.number + 1] };
    } else return;
  }
}

interface Page {
  readonly rows: readonly Row[];
  readonly number?: number;
  readonly total?: number;
  /** URL of the page after this one. */
  readonly next?: string;
}

function readPage(data: unknown): Page {
  if (Array.isArray(data)) return { rows: readRows(data) };
  if (!isObject(data)) throw noList();
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
  if (!Array.isArray(list) || !list.every(isObject)) throw noList();
  return list;
}

function noList(): CliError {
  return new CliError(
    "unexpected_response",
    "This endpoint does not answer with a list of objects.",
    "Leave out --paginate.",
  );
}

/** Only the query of the next page's URL is taken: the key must not follow a URL that an answer names. */
function nextQuery(next: string, current: ApiRequest["query"]): ApiRequest["query"] {
  const named = new URL(next, "http://localhost").searchParams;
  return { ...current, ...Object.fromEntries([...named].map(([key, value]) => [key, [value]])) };
}
