/**
 * This folder reads a list page by page while others change it: no row twice, none missed. Its README.md says what exactly that
 * means, and why it holds.
 */
import { normalizeGuid } from "@connect-sdk/api/internal";
import { type Identified, type PagedList, PageReader, Pass } from "./pages.ts";

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
  readonly seen: GuidSet;
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
    const inLastPass = pass === MAX_PASSES ? new GuidSet() : undefined;
    const overlapping = list.shrinks || pass > 1;
    for await (const { page, unchanged } of new Pass(reader, { overlapping, limit, concurrency, prefetch })) {
      if (++pages === 1) seen.reserve(Math.min(page.total, limit));
      longest = Math.max(longest, page.total);
      shortest = Math.min(shortest, page.total);
      if (inLastPass !== undefined) for (const row of page.rows) inLastPass.add(row.guid);
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
  const options = { limit: Infinity, concurrency, prefetch: Infinity, seen: new GuidSet() };
  for await (const { rows } of stableListing(list, options)) all.push(...rows);
  return all;
}

function takeUnseen<Row extends Identified>(rows: readonly Row[], seen: GuidSet, limit: number): Row[] {
  const unseen: Row[] = [];
  for (const row of rows) {
    if (unseen.length === limit) break;
    if (seen.add(row.guid)) unseen.push(row);
  }
  return unseen;
}

/** How many guids a set reserves memory for at most: the server may name any length of a list. */
const MAX_RESERVED = 2 ** 17;

/**
 * Guids, however they are spelled. Budgets "`find()`, 100,000 users" and "`for await`": a `Set` takes three times as long, because the
 * strings that it compares are all over the memory, and three times the memory (docs/decisions/0010).
 *
 * A hash table with open addressing, at most half full. What costs time is memory that is not in the cache, so a look-up reads one
 * byte of a slot, and the guid only if that byte is right.
 */
export class GuidSet {
  /** Of each slot, some bits of the hash; 0 if it is free. */
  #tags = new Uint8Array(64);
  /** Of each slot that is taken, the index of its guid. */
  #indices = new Int32Array(64);
  /** Four words for each guid, in the order of arrival. */
  #words = new Int32Array(4 * 32);
  #count = 0;
  /** Strings that are no guid. */
  readonly #others = new Set<string>();

  get size(): number {
    return this.#count + this.#others.size;
  }

  /** Makes room for a number of guids at once: to grow step by step takes half as long as everything else. */
  reserve(count: number): void {
    let slots = this.#tags.length;
    while (slots < 2 * Math.min(count, MAX_RESERVED)) slots *= 2;
    if (slots > this.#tags.length) this.#grow(slots);
  }

  /** Adds a guid. Returns whether it is new. */
  add(guid: string): boolean {
    // Behind the guids that are there. Nearly every guid has the usual spelling.
    if (!parse(guid, this.#words, this.#count) && !parse(normalizeGuid(guid), this.#words, this.#count)) {
      const { size } = this.#others;
      return this.#others.add(guid).size > size;
    }
    if (!this.#insert(this.#count)) return false;
    if (2 * ++this.#count === this.#tags.length) this.#grow(2 * this.#tags.length);
    return true;
  }

  /** Puts a guid into the first free slot from the one that its hash names, unless the same guid is in one of them. */
  #insert(index: number): boolean {
    const tags = this.#tags;
    const last = tags.length - 1;
    const hash = this.#hash(index);
    const tag = (hash >>> 24) | 1;
    let slot = hash & last;
    for (; tags[slot] !== 0; slot = (slot + 1) & last) {
      if (tags[slot] === tag && this.#isSame(index, this.#indices[slot] ?? 0)) return false;
    }
    tags[slot] = tag;
    this.#indices[slot] = index;
    return true;
  }

  #hash(index: number): number {
    const words = this.#words;
    let hash = 0;
    for (let at = 0; at < 4; at++) hash = Math.imul((words[4 * index + at] ?? 0) ^ hash ^ (hash >>> 15), FACTOR);
    return hash ^ (hash >>> 15);
  }

  #isSame(one: number, other: number): boolean {
    const words = this.#words;
    for (let at = 0; at < 4; at++) if (words[4 * one + at] !== words[4 * other + at]) return false;
    return true;
  }

  #grow(slots: number): void {
    const words = this.#words;
    this.#words = new Int32Array(2 * slots);
    this.#words.set(words);
    this.#tags = new Uint8Array(slots);
    this.#indices = new Int32Array(slots);
    for (let index = 0; index < this.#count; index++) this.#insert(index);
  }
}

/** Not the same in all processes, so that no server can name guids that all have the same hash. */
const FACTOR = (Math.random() * 2 ** 32) | 1;

const HYPHEN = 45;

/**
 * Parses a guid as servers spell it into the four words at an index. Returns whether it is one. Without a loop, because that takes
 * nearly twice as long.
 */
function parse(guid: string, words: Int32Array, index: number): boolean {
  if (guid.length !== 36) return false;
  if (guid.charCodeAt(8) !== HYPHEN || guid.charCodeAt(13) !== HYPHEN) return false;
  if (guid.charCodeAt(18) !== HYPHEN || guid.charCodeAt(23) !== HYPHEN) return false;
  const a = digits(guid, 0);
  const b = digits(guid, 4);
  const c = digits(guid, 9);
  const d = digits(guid, 14);
  const e = digits(guid, 19);
  const f = digits(guid, 24);
  const g = digits(guid, 28);
  const h = digits(guid, 32);
  words[4 * index] = (a << 16) | b;
  words[4 * index + 1] = (c << 16) | d;
  words[4 * index + 2] = (e << 16) | f;
  words[4 * index + 3] = (g << 16) | h;
  // Negative if one of them is.
  return (a | b | c | d | e | f | g | h) >= 0;
}

/** Returns the value of four hexadecimal digits; a negative number if one of them is none. */
function digits(text: string, at: number): number {
  return (
    (digitAt(text, at) << 12) | (digitAt(text, at + 1) << 8) | (digitAt(text, at + 2) << 4) | digitAt(text, at + 3)
  );
}

function digitAt(text: string, at: number): number {
  return DIGITS[text.charCodeAt(at)] ?? -1;
}

/** The value of each character code as a hexadecimal digit in lower case; -1 if it is none. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => "0123456789abcdef".indexOf(String.fromCharCode(code)));
