/** A sort order. */
export interface Order<T> {
  /** Must be strict: returns 0 only for an item and itself. */
  compare: (a: T, b: T) => number;
  /**
   * Returns a string that `compare` looks at before anything else. Give it if many items have the same: it makes loading
   * them much faster.
   */
  groupOf?: (item: T) => string;
}

interface Chunk<T> {
  readonly items: T[];
  /** The tags of the items, created when they are first needed. Contiguous in memory, which makes reading them fast. */
  tags: number[] | undefined;
  /** The number of items of each class. */
  readonly counts: Uint32Array;
}

interface Range<T> {
  readonly chunk: Chunk<T>;
  readonly start: number;
  readonly end: number;
}

/** Facts about the items that a list stores besides their order. */
export interface SortedListOptions<T> {
  /** The number of classes, at most 31; 1 by default. */
  classes?: number;
  /** Returns the class of an item, from 0. */
  classOf?: (item: T) => number;
  /** Returns a number that describes an item, so that searches need not read the item; always 0 by default. */
  tagOf?: (item: T) => number;
}

const CHUNK_SIZE = 512;

/**
 * A list that stays sorted. It consists of chunks that count their items of each class. Finding page 4,000 of one class
 * skips chunks instead of items, and an insertion moves few items, however long the list is.
 *
 * Delete an item before changing anything that its position or class depends on.
 */
export class SortedList<T> {
  readonly #order: Order<T>;
  readonly #classOf: (item: T) => number;
  readonly #classes: number;
  readonly #tagOf: (item: T) => number;
  readonly #totals: Uint32Array;
  #chunks: Chunk<T>[] = [];

  constructor(order: Order<T>, { classes = 1, classOf = () => 0, tagOf = () => 0 }: SortedListOptions<T> = {}) {
    this.#order = order;
    this.#classOf = classOf;
    this.#classes = classes;
    this.#tagOf = tagOf;
    this.#totals = new Uint32Array(classes);
  }

  /** Replaces the contents. The items can be in any order. */
  load(items: readonly T[]): void {
    const sorted = sortInGroups(items, this.#order);
    this.#chunks = [];
    for (let start = 0; start < sorted.length; start += CHUNK_SIZE) {
      this.#chunks.push(this.#createChunk(sorted.slice(start, start + CHUNK_SIZE)));
    }
    this.recount();
  }

  /** Counts the classes again, after items changed theirs without leaving the list. */
  recount(): void {
    this.#totals.fill(0);
    for (const { items, counts } of this.#chunks) {
      counts.fill(0);
      for (const item of items) this.#adjustCount(counts, this.#classOf(item), 1);
    }
  }

  add(item: T): void {
    const chunk = this.#chunkFor(item) ?? this.#openChunk();
    const index = this.#indexOf(chunk.items, item);
    chunk.items.splice(index, 0, item);
    chunk.tags?.splice(index, 0, this.#tagOf(item));
    this.#adjustCount(chunk.counts, this.#classOf(item), 1);
    if (chunk.items.length > CHUNK_SIZE * 2) this.#split(chunk);
  }

  delete(item: T): void {
    const chunk = this.#chunkFor(item);
    if (chunk === undefined) return;
    const index = this.#indexOf(chunk.items, item);
    if (chunk.items[index] !== item) return;
    chunk.items.splice(index, 1);
    chunk.tags?.splice(index, 1);
    this.#adjustCount(chunk.counts, this.#classOf(item), -1);
    if (chunk.items.length === 0) this.#chunks.splice(this.#chunks.indexOf(chunk), 1);
  }

  /** Returns the number of items of these classes. */
  count(classes: readonly number[]): number {
    return sum(this.#totals, classes);
  }

  /** Returns at most `limit` items of these classes after skipping `offset` of them, from either end. */
  slice(classes: readonly number[], offset: number, limit: number, ascending = true): T[] {
    const found: T[] = [];
    // A bit for each class: looking through the array for each item would take most of the time.
    const wanted = classes.reduce((bits, itemClass) => bits | (1 << itemClass), 0);
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
        else if (((wanted >>> this.#classOf(item)) & 1) === 0) continue;
        else if (skip > 0) skip--;
        else found.push(item);
      }
      skip = 0;
    }
    return found;
  }

  /** Returns the items from the first that is not before to the last that is within. */
  between(isBefore: (item: T) => boolean, isWithin: (item: T) => boolean): T[] {
    return this.#rangesBetween(isBefore, isWithin).flatMap(({ chunk, start, end }) => chunk.items.slice(start, end));
  }

  /** Returns the tags of the same items as {@link between}, in pieces. */
  tagsBetween(isBefore: (item: T) => boolean, isWithin: (item: T) => boolean): (readonly number[])[] {
    return this.#rangesBetween(isBefore, isWithin).map(({ chunk, start, end }) => {
      const tags = this.#tagsOf(chunk);
      return start === 0 && end === tags.length ? tags : tags.slice(start, end);
    });
  }

  /** Returns the tags of all items in order, in pieces. */
  tags(): (readonly number[])[] {
    return this.#chunks.map((chunk) => this.#tagsOf(chunk));
  }

  #tagsOf(chunk: Chunk<T>): readonly number[] {
    return (chunk.tags ??= chunk.items.map(this.#tagOf));
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

  /** Returns the chunk that an item is in, or belongs in. */
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

  #indexOf(items: readonly T[], item: T): number {
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

  #adjustCount(counts: Uint32Array, itemClass: number, change: 1 | -1): void {
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

/** Sorts the groups, then each group, which is usually short and often sorted already. */
function sortInGroups<T>(items: readonly T[], { compare, groupOf }: Order<T>): T[] {
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

/** Returns the index of the first item for which `isBefore` is false. It must be true for all items before that one. */
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

/**
 * Returns the `count` smallest items, sorted. Faster than sorting all of them when there are many more. Rearranges `items`.
 *
 * @param compare - must be strict, as in {@link Order}.
 */
export function smallest<T>(items: T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (items.length <= count * 2) return items.sort(compare).slice(0, count);
  moveSmallestToFront(items, count, compare);
  return items.slice(0, count).sort(compare);
}

/** Hoare's selection: partitions around one pivot after the other until the first `count` items are the smallest. */
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

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const ASCII_PUNCTUATION = /[^a-z0-9]+/g;
const PUNCTUATION = /[^\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;

/**
 * Returns a key that sorts strings like a database with a language's collation: case, accents and punctuation are ignored.
 * Strings with the same key need another criterion.
 *
 * Real server: the exact rules are unknown. Recorded lists of groups have `amanda_test_group` before `a_new_group`.
 */
export function collationKey(text: string): string {
  const cached = keys.get(text);
  if (cached !== undefined) return cached;
  const key = createCollationKey(text);
  // The same names occur again and again. Clearing the whole cache is enough to limit its memory.
  if (keys.size >= MAXIMUM_KEYS) keys.clear();
  keys.set(text, key);
  return key;
}

const MAXIMUM_KEYS = 2000;
const keys = new Map<string, string>();

function createCollationKey(text: string): string {
  const lower = text.toLowerCase();
  if (PRINTABLE_ASCII.test(lower)) return lower.replace(ASCII_PUNCTUATION, "");
  return lower.normalize("NFD").replace(MARKS, "").replace(PUNCTUATION, "");
}

/** Compares two keys by code units. */
export function compareKeys(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
