/**
 * This folder reads a list page by page while others change it: no row twice, none missed. Its README.md says what exactly that
 * means, and why it holds.
 */
import { type Identified, identityOf, type PagedList, PageReader, Pass } from "./pages.ts";

/** How often a list that never comes to rest is read. */
const MAX_PASSES = 10;

export interface ListingOptions {
  /** The most rows to find; `Infinity` for all. */
  readonly limit: number;
  /** The most requests in flight. */
  readonly concurrency: number;
  /** The most pages that are requested before the consumer asks for them; grows, up to `concurrency`, when the consumer has to wait. */
  readonly prefetch: number;
  /** The guids of rows that are to be left out. Rows that were found are added. */
  readonly seen: Set<string>;
}

/** Rows that were found. */
export interface Batch<Row> {
  /** The rows of a page that were not found before: at least one. */
  readonly rows: readonly Row[];
  /** All rows of that page, in the list's order. */
  readonly page: readonly Row[];
  /** 1 at first. Later passes find rows that an earlier one missed because they moved. */
  readonly pass: number;
}

/**
 * Finds each row of a list once, even if the list changes while it is read.
 *
 * @throws UnstableListError if the list grows as fast as it is read, or if its pages never add up to its length.
 */
export async function* stableListing<Row extends Identified>(
  list: PagedList<Row>,
  { limit, concurrency, prefetch, seen }: ListingOptions,
): AsyncGenerator<Batch<Row>, void, void> {
  const reader = new PageReader(list, seen);
  let missing = limit;
  for (let pass = 1; pass <= MAX_PASSES; pass++) {
    let pages = 0;
    let longest = 0;
    let shortest = Infinity;
    let isQuiet = true;
    const inLastPass = pass === MAX_PASSES ? new Set<string>() : undefined;
    const overlapping = list.shrinks || pass > 1;
    for await (const { page, unchanged } of new Pass(reader, { overlapping, limit, concurrency, prefetch })) {
      pages++;
      longest = Math.max(longest, page.total);
      shortest = Math.min(shortest, page.total);
      if (inLastPass !== undefined) for (const row of page.rows) inLastPass.add(identityOf(row));
      const rows = takeUnseen(page.rows, seen, missing);
      if (!unchanged || rows.length > 0) isQuiet = false;
      if (rows.length === 0) continue;
      missing -= rows.length;
      yield { rows, page: page.rows, pass };
      if (missing === 0) return;
    }
    const isComplete = list.shrinks ? isQuiet && pass > 1 : seen.size >= longest;
    if (pages === 1 || isComplete) return;
    if (inLastPass !== undefined && inLastPass.size < shortest) throw reader.unstableListError();
  }
}

/** Reads a whole list. */
export async function readAll<Row extends Identified>(list: PagedList<Row>, concurrency: number): Promise<Row[]> {
  const all: Row[] = [];
  const options = { limit: Infinity, concurrency, prefetch: Infinity, seen: new Set<string>() };
  for await (const { rows } of stableListing(list, options)) all.push(...rows);
  return all;
}

function takeUnseen<Row extends Identified>(rows: readonly Row[], seen: Set<string>, limit: number): Row[] {
  const unseen: Row[] = [];
  for (const row of rows) {
    if (unseen.length === limit) break;
    const identity = identityOf(row);
    if (seen.has(identity)) continue;
    seen.add(identity);
    unseen.push(row);
  }
  return unseen;
}
