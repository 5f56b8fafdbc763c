import type { ConnectClient } from "@connect-sdk/api";
import type { ApiRequest } from "./api-request.ts";
import { CliError } from "./errors/cli-error.ts";
import { isObject } from "./is-object.ts";
import type { Row } from "./result.ts";

/**
 * All rows of an endpoint that answers in pages, of either kind that Connect has: numbered pages (`page_number`, `total`),
 * or pages that name the next one (`paging.next`).
 */
export async function* pagedRows(
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
