interface Chunk<T> {
  readonly items: T[];
  /** How many items of each class are in the chunk. */
  readonly counts: Uint32Array;
}

const CHUNK_SIZE = 512;

/**
 * A list that keeps its order, in chunks, each of which knows how many items of each class it holds. So finding page 4,000
 * of one class skips over chunks instead of items, and an insertion moves few items, however long the list is.
 *
 * The order must be strict: `compare` returns 0 only for an item and itself. An item must leave the list before anything
 * changes that its place or class depends on.
 */
export class SortedList<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #classOf: (item: T) => number;
  readonly #classes: number;
  readonly #totals: Uint32Array;
  #chunks: Chunk<T>[] = [];

  constructor(compare: (a: T, b: T) => number, classes = 1, classOf: (item: T) => number = () => 0) {
    this.#compare = compare;
    this.#classOf = classOf;
    this.#classes = classes;
    this.#totals = new Uint32Array(classes);
  }

  /** Replaces the contents by these items, in any order. */
  load(items: readonly T[]): void {
    const sorted = items.toSorted(this.#compare);
    this.#chunks = [];
    for (let start = 0; start < sorted.length; start += CHUNK_SIZE) {
      this.#chunks.push({ items: sorted.slice(start, start + CHUNK_SIZE), counts: new Uint32Array(this.#classes) });
    }
    this.recount();
  }

  /** Counts the classes anew, after many items changed theirs without leaving the list. */
  recount(): void {
    this.#totals.fill(0);
    for (const { items, counts } of this.#chunks) {
      counts.fill(0);
      for (const item of items) this.#tally(counts, this.#classOf(item), 1);
    }
  }

  add(item: T): void {
    const chunk = this.#chunkFor(item) ?? this.#openChunk();
    chunk.items.splice(this.#place(chunk.items, item), 0, item);
    this.#tally(chunk.counts, this.#classOf(item), 1);
    if (chunk.items.length > CHUNK_SIZE * 2) this.#split(chunk);
  }

  delete(item: T): void {
    const chunk = this.#chunkFor(item);
    if (chunk === undefined) return;
    const place = this.#place(chunk.items, item);
    if (chunk.items[place] !== item) return;
    chunk.items.splice(place, 1);
    this.#tally(chunk.counts, this.#classOf(item), -1);
    if (chunk.items.length === 0) this.#chunks.splice(this.#chunks.indexOf(chunk), 1);
  }

  /** How many items are of one of these classes. */
  count(classes: readonly number[]): number {
    return sum(this.#totals, classes);
  }

  /** `limit` items of these classes after the first `offset` of them, from either end. */
  slice(classes: readonly number[], offset: number, limit: number, ascending = true): T[] {
    const found: T[] = [];
    let skip = offset;
    for (let step = 0; step < this.#chunks.length && found.length < limit; step++) {
      const chunk = this.#chunks[ascending ? step : this.#chunks.length - 1 - step];
      if (chunk === undefined) break;
      const here = sum(chunk.counts, classes);
      if (here <= skip) {
        skip -= here;
        continue;
      }
      const all = here === chunk.items.length;
      for (let index = all ? skip : 0; index < chunk.items.length && found.length < limit; index++) {
        const item = chunk.items[ascending ? index : chunk.items.length - 1 - index];
        if (item === undefined) break;
        if (all) found.push(item);
        else if (!classes.includes(this.#classOf(item))) continue;
        else if (skip > 0) skip--;
        else found.push(item);
      }
      skip = 0;
    }
    return found;
  }

  /** Calls `visit` with each item from the first that is not before, in order, until it returns false. */
  visitFrom(isBefore: (item: T) => boolean, visit: (item: T) => boolean): void {
    let first = partition(this.#chunks, ({ items }) => {
      const last = items.at(-1);
      return last !== undefined && isBefore(last);
    });
    let start = partition(this.#chunks[first]?.items ?? [], isBefore);
    for (; first < this.#chunks.length; first++, start = 0) {
      const items = this.#chunks[first]?.items ?? [];
      for (let index = start; index < items.length; index++) {
        const item = items[index];
        if (item === undefined || !visit(item)) return;
      }
    }
  }

  /** The chunk in which an item is, or belongs. */
  #chunkFor(item: T): Chunk<T> | undefined {
    const index = partition(this.#chunks, ({ items }) => {
      const last = items.at(-1);
      return last !== undefined && this.#compare(last, item) < 0;
    });
    return this.#chunks[Math.min(index, this.#chunks.length - 1)];
  }

  #openChunk(): Chunk<T> {
    const chunk = { items: [], counts: new Uint32Array(this.#classes) };
    this.#chunks.push(chunk);
    return chunk;
  }

  #place(items: readonly T[], item: T): number {
    return partition(items, (other) => this.#compare(other, item) < 0);
  }

  #split(chunk: Chunk<T>): void {
    const upper = { items: chunk.items.splice(CHUNK_SIZE), counts: new Uint32Array(this.#classes) };
    for (const item of upper.items) {
      const itemClass = this.#classOf(item);
      upper.counts[itemClass] = (upper.counts[itemClass] ?? 0) + 1;
      chunk.counts[itemClass] = (chunk.counts[itemClass] ?? 0) - 1;
    }
    this.#chunks.splice(this.#chunks.indexOf(chunk) + 1, 0, upper);
  }

  #tally(counts: Uint32Array, itemClass: number, change: 1 | -1): void {
    counts[itemClass] = (counts[itemClass] ?? 0) + change;
    this.#totals[itemClass] = (this.#totals[itemClass] ?? 0) + change;
  }
}

/** The index of the first item for which `isBefore` is false; it must be true for all items before that one. */
function partition<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(counts: Uint32Array, classes: readonly number[]): number {
  let total = 0;
  for (const itemClass of classes) total += counts[itemClass] ?? 0;
  return total;
}
