import { compareKeys } from "./user-entry.ts";

interface Chunk<T> {
  readonly items: T[];
  /** The tags of the items, from when they are first needed. They lie next to each other in memory: that makes them fast. */
  tags: number[] | undefined;
  /** How many items of each class are in the chunk. */
  readonly counts: Uint32Array;
}

interface Range<T> {
  readonly chunk: Chunk<T>;
  readonly start: number;
  readonly end: number;
}

/** What a list keeps about its items besides their order. */
export interface Facts<T> {
  /** How many classes there are; 1 by default. */
  classes?: number;
  /** The class of an item, from 0. */
  classOf?: (item: T) => number;
  /** A number to find an item again by without touching it; always 0 by default. */
  tagOf?: (item: T) => number;
}

const CHUNK_SIZE = 512;

/**
 * A list that keeps its order, in chunks, each of which knows how many items of each class it holds. So finding page 4,000
 * of one class skips over chunks instead of items, and an insertion moves few items, however long the list is.
 *
 * An item must leave the list before anything changes that its place or class depends on.
 */
export class SortedList<T> {
  readonly #order: Order<T>;
  readonly #classOf: (item: T) => number;
  readonly #classes: number;
  readonly #tagOf: (item: T) => number;
  readonly #totals: Uint32Array;
  #chunks: Chunk<T>[] = [];

  constructor(order: Order<T>, { classes = 1, classOf = () => 0, tagOf = () => 0 }: Facts<T> = {}) {
    this.#order = order;
    this.#classOf = classOf;
    this.#classes = classes;
    this.#tagOf = tagOf;
    this.#totals = new Uint32Array(classes);
  }

  /** Replaces the contents by these items, in any order. */
  load(items: readonly T[]): void {
    const sorted = sortInGroups(items, this.#order);
    this.#chunks = [];
    for (let start = 0; start < sorted.length; start += CHUNK_SIZE) {
      this.#chunks.push(this.#createChunk(sorted.slice(start, start + CHUNK_SIZE)));
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
    const place = this.#place(chunk.items, item);
    chunk.items.splice(place, 0, item);
    chunk.tags?.splice(place, 0, this.#tagOf(item));
    this.#tally(chunk.counts, this.#classOf(item), 1);
    if (chunk.items.length > CHUNK_SIZE * 2) this.#split(chunk);
  }

  delete(item: T): void {
    const chunk = this.#chunkFor(item);
    if (chunk === undefined) return;
    const place = this.#place(chunk.items, item);
    if (chunk.items[place] !== item) return;
    chunk.items.splice(place, 1);
    chunk.tags?.splice(place, 1);
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

  /** The items from the first that is not before to the last that is within, in order. */
  between(isBefore: (item: T) => boolean, isWithin: (item: T) => boolean): T[] {
    return this.#rangesBetween(isBefore, isWithin).flatMap(({ chunk, start, end }) => chunk.items.slice(start, end));
  }

  /** The tags of the items from the first that is not before to the last that is within, in order, in pieces. */
  tagsBetween(isBefore: (item: T) => boolean, isWithin: (item: T) => boolean): (readonly number[])[] {
    return this.#rangesBetween(isBefore, isWithin).map(({ chunk, start, end }) => {
      const tags = (chunk.tags ??= chunk.items.map(this.#tagOf));
      return start === 0 && end === tags.length ? tags : tags.slice(start, end);
    });
  }

  #rangesBetween(isBefore: (item: T) => boolean, isWithin: (item: T) => boolean): Range<T>[] {
    const ranges: Range<T>[] = [];
    const first = partition(this.#chunks, ({ items }) => holds(items.at(-1), isBefore));
    for (const chunk of this.#chunks.slice(first)) {
      const { items } = chunk;
      const start = ranges.length === 0 ? partition(items, isBefore) : 0;
      const whole = start === 0 && holds(items.at(-1), isWithin);
      const end = whole ? items.length : partition(items, (item) => isBefore(item) || isWithin(item));
      ranges.push({ chunk, start, end });
      if (end < items.length) break;
    }
    return ranges;
  }

  /** The chunk in which an item is, or belongs. */
  #chunkFor(item: T): Chunk<T> | undefined {
    const index = partition(this.#chunks, ({ items }) =>
      holds(items.at(-1), (last) => this.#order.compare(last, item) < 0),
    );
    return this.#chunks[Math.min(index, this.#chunks.length - 1)];
  }

  #openChunk(): Chunk<T> {
    const chunk = this.#createChunk([]);
    this.#chunks.push(chunk);
    return chunk;
  }

  #createChunk(items: T[]): Chunk<T> {
    return { items, tags: undefined, counts: new Uint32Array(this.#classes) };
  }

  #place(items: readonly T[], item: T): number {
    return partition(items, (other) => this.#order.compare(other, item) < 0);
  }

  #split(chunk: Chunk<T>): void {
    const upper = this.#createChunk(chunk.items.splice(CHUNK_SIZE));
    chunk.tags = undefined;
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

function holds<T>(item: T | undefined, condition: (item: T) => boolean): boolean {
  return item !== undefined && condition(item);
}

function sum(counts: Uint32Array, classes: readonly number[]): number {
  let total = 0;
  for (const itemClass of classes) total += counts[itemClass] ?? 0;
  return total;
}

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

/** The index of the first item for which `isBefore` is false; it must be true for all items before that one. */
export function partition<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
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
