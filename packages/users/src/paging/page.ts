import type { ConnectResult, Page as PageBody } from "@connect-sdk/api";
import { normalizeGuid } from "@connect-sdk/api/internal";
import { UnstableListError } from "../errors.ts";

/** A list on the server that is read by page number. */
export interface PagedList<Row extends Identified> {
  /** Fetches one page. */
  readonly fetchPage: (query: PageQuery) => Promise<ConnectResult<PageBody<Row>>>;
  /** Whether rows can leave the list, because a filter no longer matches them or because they are deleted. */
  readonly shrinks: boolean;
  /** The fields that the server sorts by. A row whose fields stay the same stays between the same other rows. */
  readonly sortedBy: readonly (keyof Row)[];
}

/** A row that can be told from all others. */
export interface Identified {
  readonly guid: string;
}

/** Returns what tells a row from all others, however its guid is spelled. */
export function identityOf({ guid }: Identified): string {
  // Nearly every guid has the usual length, and this runs for each row of a list.
  return guid.length === 36 ? guid.toLowerCase() : normalizeGuid(guid);
}

/** The query parameters that select a page. */
export interface PageQuery {
  page_number: number;
  page_size: number;
}

/** The largest page that the server returns. */
export const PAGE_SIZE = 500;

/** A stretch of a list as the server addresses it: a page number, and the size that all pages are assumed to have. */
export interface PageRequest {
  readonly number: number;
  readonly size: number;
}

/** A page as it was when the server read it. */
export interface Page<Row> extends PageRequest {
  readonly rows: readonly Row[];
  /** The length of the whole list at that moment. */
  readonly total: number;
}

/** Returns the index of the first row of a page. */
export function startOf({ number, size }: PageRequest): number {
  return (number - 1) * size;
}

/** Returns the index after the last row of a page. */
export function endOf({ number, size }: PageRequest): number {
  return number * size;
}

/** Returns whether nothing followed a page when it was read. Its number of rows does not tell: a server may return fewer than requested. */
export function isLast(page: Page<unknown>): boolean {
  return endOf(page) >= page.total;
}

/**
 * Returns the page that contains a row and ends farthest behind it.
 *
 * Pages of one size never overlap. Among all sizes there is nearly always one with a page that starts at or just before a given
 * row, so that consecutive pages can overlap without being much shorter than 500 rows.
 */
export function pageContaining(row: number): PageRequest {
  let best: PageRequest = { number: 1, size: PAGE_SIZE };
  for (let size = PAGE_SIZE; size > PAGE_SIZE / 2; size--) {
    const page = { number: Math.floor(row / size) + 1, size };
    if (endOf(page) > endOf(best)) best = page;
  }
  return best;
}

/** Returns what decides about a row's position. While it stays the same, the row stays between the same other rows. */
export function sortKey<Row extends Identified>(row: Row, sortedBy: readonly (keyof Row)[]): string {
  return JSON.stringify([identityOf(row), ...sortedBy.map((field) => row[field])]);
}

/** How many pages may be empty although the list goes on behind them, which is a contradiction. */
const MAX_EMPTY_PAGES = 20;

/** Reads pages of a list. Gives up when that takes far more requests than the list has pages. */
export class PageReader<Row extends Identified> {
  readonly list: PagedList<Row>;
  readonly #seen: ReadonlySet<string>;
  #requests = 0;
  #emptyPages = 0;
  /** The length of the list at first: one that grows as fast as it is read has no end. */
  #length = 0;

  /** @param seen - the identities of the rows that have arrived. */
  constructor(list: PagedList<Row>, seen: ReadonlySet<string>) {
    this.list = list;
    this.#seen = seen;
  }

  async read({ number, size }: PageRequest): Promise<Page<Row>> {
    // Not by the length alone: the server may name any, and rows that have arrived are proof.
    const maxRequests = 500 + Math.min(this.#length, this.#seen.size) / 25;
    if (this.#requests >= maxRequests || this.#emptyPages > MAX_EMPTY_PAGES) throw this.unstableListError();
    this.#requests++;
    const { data } = await this.list.fetchPage({ page_number: number, page_size: size });
    const page = { number, size, rows: data.results, total: data.total };
    this.#length ||= page.total;
    if (page.rows.length === 0 && startOf(page) < page.total) this.#emptyPages++;
    return page;
  }

  unstableListError(): UnstableListError {
    return new UnstableListError(this.#requests);
  }
}
