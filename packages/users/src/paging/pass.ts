import {
  endOf,
  type Identified,
  identityOf,
  isLast,
  type Page,
  PAGE_SIZE,
  pageContaining,
  type PageReader,
  type PageRequest,
  sortKey,
  startOf,
} from "./page.ts";

/** How many rows consecutive pages share, so that as many may leave the list between them without costing another request. */
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
