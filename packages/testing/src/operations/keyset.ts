import { ApiProblem } from "../errors.ts";

/** The part of a query that selects a page by its neighbor. */
export interface KeysetQuery {
  readonly limit: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** A page of a sorted list. */
export interface KeysetPage<T> {
  readonly items: T[];
  /** Cursor of the page before; null on the first page. */
  readonly previous: string | null;
  /** Cursor of the page after; null on the last page. */
  readonly next: string | null;
}

/** The cursor that has the last page before it. */
export const END = "end";

/**
 * Returns a page of a sorted list. A cursor names the item at the edge of a page, so that items added later do not move others
 * to another page.
 *
 * @param isBefore - whether an item comes before the one that a cursor names; undefined if no item ever had that name.
 * @throws ApiProblem for a cursor that is not one of the list.
 */
export function keysetPage<T>(
  items: readonly T[],
  { limit, previous, next }: KeysetQuery,
  cursorOf: (item: T) => string,
  isBefore: (cursor: string) => ((item: T) => boolean) | undefined,
): KeysetPage<T> {
  // Real server: unknown what both cursors mean together, assumed that `next` counts.
  const cursor = next ?? previous;
  const position = cursor === undefined ? 0 : countBefore(items, cursor, isBefore);
  // `next` names the last item of the page before, which is not part of this one.
  const isNamed = next !== undefined && items[position] !== undefined && cursorOf(items[position]) === next;
  const start =
    next === undefined && previous !== undefined ? Math.max(0, position - limit) : position + Number(isNamed);
  const end = next === undefined && previous !== undefined ? position : start + limit;
  const page = items.slice(start, end);
  const [first, last] = [page.at(0), page.at(-1)];
  return {
    items: page,
    previous: start > 0 && first !== undefined ? cursorOf(first) : null,
    next: end < items.length && last !== undefined ? cursorOf(last) : null,
  };
}

function countBefore<T>(
  items: readonly T[],
  cursor: string,
  isBefore: (cursor: string) => ((item: T) => boolean) | undefined,
): number {
  if (cursor === END) return items.length;
  const test = isBefore(cursor);
  if (test === undefined) throw new ApiProblem("InvalidParameter", "This cursor is not one of a previous response.");
  return items.filter(test).length;
}
