import { compareKeys } from "./collation.ts";

/** The order of a list. */
export interface Order<T> {
  /** Strict: 0 only for an item and itself. */
  compare: (a: T, b: T) => number;
  /**
   * A text that decides first, before anything else that `compare` looks at. To be given if many items have the same:
   * loading them is much faster then.
   */
  groupOf?: (item: T) => string;
}

/** Sorts the groups, and each in itself, which is usually short and often sorted already. */
export function sortInGroups<T>(items: readonly T[], { compare, groupOf }: Order<T>): T[] {
  if (groupOf === undefined) return items.toSorted(compare);
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = groupOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.keys()].sort(compareKeys).flatMap((key) => (groups.get(key) ?? []).sort(compare));
}
