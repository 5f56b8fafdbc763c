/** One pass over a list: its pages in order, prefetched, adjoining or overlapping. Below: what a list and a page are. */
import type { ConnectResult, Page as PageBody } from "@connect-sdk/api";
import { normalizeGuid } from "@connect-sdk/api/internal";
import { UnstableListError } from "../errors.ts";

/** How many rows consecutive pages share, so that all but one of them may leave the list in between without costing another request. */
const OVERLAP = 6;

export interface PassOptions {
  /** Whether each page has to share a row with the page before, see README.md. Otherwise page follows page. */
  readonly overlapping: boolean;
  /** The most rows wanted. Pages beyond are not prefetched. */
  readonly limit: number;
  /** The most requests in flight. */
  readonly concurrency: number;
  /** The most pages that are requested before the consumer asks for them. Doubles, up to `concurrency`, when the consumer has to wait. */
  readonly prefetch: number;
}

/** A page, and whether the list still looked as it did on the page before. */
export interface PassedPage<Row> {
  readonly page: Page<Row>;
  readonly unchanged: boolean;
}

/** Reads a list once from its beginning to its end, several pages at a time. Iterating over it yields the pages in order. */
export class Pass<Row extends Identified> implements AsyncIterable<PassedPage<Row>, void, void> {
  readonly #reader: PageReader<Row>;
  readonly #options: PassOptions;
  #prefetch: number;
  /** The page that was requested last. */
  #last: PageRequest;
  /** Pages that were requested and not yet consumed, in the order of the list. */
  #requested: Promise<Page<Row>>[] = [];
  /** Whether the page after the one that is being consumed has arrived. */
  #isNextReady = false;
  #inFlight = 0;
  /** The row at which prefetching ends; 0 for none. */
  #prefetchEnd = 0;
  /** How many rows left the list between the two pages consumed last. */
  #removed = 0;

  constructor(reader: PageReader<Row>, options: PassOptions) {
    this.#reader = reader;
    this.#options = options;
    this.#prefetch = options.prefetch;
    this.#last = { number: 1, size: Math.min(options.limit, PAGE_SIZE) };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<PassedPage<Row>, void, void> {
    try {
      let current: PassedPage<Row> = { page: await this.#reader.read(this.#last), unchanged: true };
      for (;;) {
        const { page }: PassedPage<Row> = current;
        const isEnough = isLast(page) || endOf(page) >= this.#options.limit;
        const next = isEnough ? undefined : this.#follow(page);
        // A consumer that breaks out of its loop never gets to the failure of a prefetched page.
        next?.catch(() => undefined);
        yield current;
        if (isLast(page)) return;
        if (!this.#isNextReady) this.#prefetchMore();
        current = await (next ?? this.#follow(page));
      }
    } finally {
      this.#prefetchEnd = 0;
    }
  }

  /** Reads the page after another one, and prefetches. Does so while the consumer processes that page, which may change the list. */
  async #follow(page: Page<Row>): Promise<PassedPage<Row>> {
    this.#isNextReady = false;
    this.#prefetchEnd = Math.min(page.total, this.#options.limit);
    // A loop that locks every user it gets shortens the list by about as much as it did the last time.
    const next = this.#requested[0] ?? this.#request(this.#requestAfter(page, this.#removed));
    this.#prefetchPages();
    const following = await next;
    void this.#requested.shift();
    this.#removed = Math.max(0, page.total - following.total);
    const isConnected = !this.#options.overlapping || this.#overlap(page, following);
    const passed = isConnected
      ? { page: following, unchanged: isUnchanged(page, following) }
      : { page: await this.#reconnect(page), unchanged: false };
    this.#isNextReady = true;
    return passed;
  }

  #prefetchPages(): void {
    while (
      this.#inFlight < this.#options.concurrency &&
      this.#requested.length < this.#prefetch &&
      endOf(this.#last) < this.#prefetchEnd
    ) {
      void this.#request(this.#requestAfter(this.#last));
    }
  }

  #prefetchMore(): void {
    this.#prefetch = Math.max(this.#prefetch, Math.min(2 * this.#prefetch, this.#options.concurrency));
  }

  #request(request: PageRequest): Promise<Page<Row>> {
    this.#last = request;
    this.#inFlight++;
    const page = this.#reader.read(request);
    this.#requested.push(page);
    page.then(
      () => {
        this.#inFlight--;
        this.#prefetchPages();
      },
      () => {
        this.#prefetchEnd = 0;
      },
    );
    return page;
  }

  /** Returns the request for what follows a page, from which rows may have been removed. */
  #requestAfter(page: PageRequest, removed = 0): PageRequest {
    if (this.#options.overlapping) return pageContaining(endOf(page) - OVERLAP - removed);
    return { number: Math.floor(endOf(page) / PAGE_SIZE) + 1, size: PAGE_SIZE };
  }

  /** Reads what follows a page again, farther and farther towards the beginning, until the two overlap. */
  async #reconnect(page: Page<Row>): Promise<Page<Row>> {
    this.#requested = [];
    this.#prefetchEnd = 0;
    for (let distance = OVERLAP; ; distance *= 4) {
      this.#last = pageContaining(endOf(page) - this.#removed - distance);
      const following = await this.#reader.read(this.#last);
      if (this.#overlap(page, following)) return following;
    }
  }

  /** Returns whether two pages have a row in common that kept its position among the others. */
  #overlap(page: Page<Row>, following: Page<Row>): boolean {
    const { sortedBy } = this.#reader.list;
    const keys = new Set(page.rows.map((row) => sortKey(row, sortedBy)));
    return startOf(following) === 0 || following.rows.some((row) => keys.has(sortKey(row, sortedBy)));
  }
}

/** Returns whether the rows that two pages share are at the same indices in both, in a list of the same length. */
function isUnchanged<Row extends Identified>(page: Page<Row>, following: Page<Row>): boolean {
  const shared = page.rows.slice(Math.max(0, startOf(following) - startOf(page)));
  return (
    page.total === following.total &&
    startOf(following) >= startOf(page) &&
    shared.every((row, index) => {
      const other = following.rows[index];
      return other !== undefined && identityOf(row) === identityOf(other);
    })
  );
}

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
  // Nearly every guid has the usual spelling, and this runs for each row of a list.
  return guid.length === 36 && guid === guid.toLowerCase() ? guid : normalizeGuid(guid);
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
  readonly #seen: { readonly size: number };
  #requests = 0;
  #emptyPages = 0;
  /** The length of the list at first: one that grows as fast as it is read has no end. */
  #length = 0;

  /** @param seen - the guids of the rows that have arrived. */
  constructor(list: PagedList<Row>, seen: { readonly size: number }) {
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
