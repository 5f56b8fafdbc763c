/** The most rows that the server puts on a page. */
export const PAGE_SIZE = 500;

/** A stretch of a list, named as the server names it: a page number, and the size that all pages are taken to have. */
export interface Span {
  readonly page: number;
  readonly size: number;
}

/** A span as it was when the server read it. */
export interface Window<Row> extends Span {
  readonly rows: readonly Row[];
  /** The length of the whole list at that moment. */
  readonly total: number;
}

/** The index of the first row. */
export function startOf({ page, size }: Span): number {
  return (page - 1) * size;
}

/** The index behind the last row. */
export function endOf({ page, size }: Span): number {
  return page * size;
}

/** Whether nothing was behind a window when it was read. How many rows are in it does not tell: a server may give less than it is asked for. */
export function isLast(window: Window<unknown>): boolean {
  return endOf(window) >= window.total;
}

/**
 * The span that contains a row and reaches furthest behind it.
 *
 * Pages of one size only ever touch. Among all sizes there is nearly always one whose page starts at or just before any given
 * row, so that consecutive spans can overlap without being much shorter than a page.
 */
export function spanAround(row: number): Span {
  let best: Span = { page: 1, size: PAGE_SIZE };
  for (let size = PAGE_SIZE; size > PAGE_SIZE / 2; size--) {
    const span = { page: Math.floor(row / size) + 1, size };
    if (endOf(span) > endOf(best)) best = span;
  }
  return best;
}
