/**
 * The `count` smallest items, in order. Cheaper than sorting all of them when there are many more. Rearranges `items`.
 *
 * The order must be strict: `compare` returns 0 only for an item and itself.
 */
export function smallest<T>(items: T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (items.length > count * 2) moveSmallestToFront(items, count, compare);
  else return items.sort(compare).slice(0, count);
  return items.slice(0, count).sort(compare);
}

/** Partitions around one item after the other until the first `count` are the smallest (Hoare's selection). */
function moveSmallestToFront<T>(items: T[], count: number, compare: (a: T, b: T) => number): void {
  let from = 0;
  let to = items.length - 1;
  while (from < to) {
    const pivot = items[(from + to) >>> 1];
    if (pivot === undefined) return;
    let low = from;
    let high = to;
    while (low <= high) {
      while (isBefore(items[low], pivot, compare)) low++;
      while (isBefore(pivot, items[high], compare)) high--;
      if (low <= high) swap(items, low++, high--);
    }
    if (count <= high) to = high;
    else if (count >= low) from = low;
    else return;
  }
}

function isBefore<T>(a: T | undefined, b: T | undefined, compare: (a: T, b: T) => number): boolean {
  return a !== undefined && b !== undefined && compare(a, b) < 0;
}

function swap(items: unknown[], a: number, b: number): void {
  const first = items[a];
  const second = items[b];
  if (first === undefined || second === undefined) return;
  items[a] = second;
  items[b] = first;
}
