import type { UserEntry } from "./user-entry.ts";

/** Bytes that are set aside at a time. */
const BLOCK = 1 << 20;

/** The most bytes that a character takes in UTF-8, as `length` counts characters. */
const BYTES_PER_CHARACTER = 3;

const encoder = new TextEncoder();

/**
 * The JSON of users' records, as it is sent. Each is written when it is first asked for, and again only when its user has changed. The bytes
 * lie outside of the heap: as texts, so many of them would keep the garbage collector busy.
 */
export class RecordBytes {
  #blocks: Uint8Array[] = [];
  /** How much of the last block is in use. */
  #used = 0;
  /** Where each user's bytes are, by serial number: the number of the block from 1, or 0 for nowhere; the first byte; the end. */
  #places = new Uint32Array(3 * 1024);
  #written = 0;
  #wasted = 0;

  /** What is there of a user is out of date. */
  forget({ serial }: UserEntry): void {
    const [block = 0, start = 0, end = 0] = this.#places.subarray(3 * serial, 3 * serial + 3);
    if (block === 0) return;
    this.#places[3 * serial] = 0;
    this.#wasted += end - start;
    if (this.#wasted > BLOCK && this.#wasted > this.#written / 2) this.#clear();
  }

  /** A JSON text in which the users stand as the elements of a list. `after` must have something in it. */
  list(before: string, users: readonly UserEntry[], after: string): Uint8Array<ArrayBuffer> {
    for (const user of users) this.#write(user);
    const spans = this.#spansOf(users);
    const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
    const [head, tail] = [encoder.encode(before), encoder.encode(after)];
    // Every record is followed by a comma, and the last one's is written over.
    const commas = users.length === 0 ? 0 : 1;
    const bytes = new Uint8Array(head.length + length - commas + tail.length);
    bytes.set(head);
    let at = head.length;
    for (const { block, start, end } of spans) {
      bytes.set(block.subarray(start, end), at);
      at += end - start;
    }
    bytes.set(tail, at - commas);
    return bytes;
  }

  /** Users who were written one after the other are copied as one. */
  #spansOf(users: readonly UserEntry[]): { block: Uint8Array; start: number; end: number }[] {
    const spans: { block: Uint8Array; start: number; end: number }[] = [];
    for (const { serial } of users) {
      const block = this.#blocks[(this.#places[3 * serial] ?? 0) - 1];
      const start = this.#places[3 * serial + 1] ?? 0;
      const end = this.#places[3 * serial + 2] ?? 0;
      const previous = spans.at(-1);
      if (block === undefined) continue;
      if (previous?.block === block && previous.end === start) previous.end = end;
      else spans.push({ block, start, end });
    }
    return spans;
  }

  #write(user: UserEntry): void {
    const place = 3 * user.serial;
    if ((this.#places[place] ?? 0) > 0) return;
    const text = `${JSON.stringify(user.record)},`;
    const block = this.#blockFor(text.length * BYTES_PER_CHARACTER);
    const { written } = encoder.encodeInto(text, block.subarray(this.#used));
    if (place >= this.#places.length) this.#places = enlarged(this.#places, place);
    this.#places.set([this.#blocks.length, this.#used, this.#used + written], place);
    this.#used += written;
    this.#written += written;
  }

  #blockFor(size: number): Uint8Array {
    const current = this.#blocks.at(-1);
    if (current !== undefined && current.length - this.#used >= size) return current;
    const block = new Uint8Array(Math.max(BLOCK, size));
    this.#blocks.push(block);
    this.#used = 0;
    return block;
  }

  #clear(): void {
    this.#blocks = [];
    this.#places.fill(0);
    [this.#used, this.#written, this.#wasted] = [0, 0, 0];
  }
}

function enlarged(places: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * Math.max(needed, places.length));
  larger.set(places);
  return larger;
}
