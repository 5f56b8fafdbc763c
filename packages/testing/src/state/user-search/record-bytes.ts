import type { UserRecord } from "@connect-sdk/api";
import type { UserEntry } from "./user-entry.ts";

/** Bytes that are allocated at a time. */
const BLOCK_SIZE = 1 << 20;

/** The maximum number of UTF-8 bytes for each unit of a string's `length`. */
const BYTES_PER_CHARACTER = 3;

/** A comma follows every record. */
const COMMA_LENGTH = 1;

const encoder = new TextEncoder();

/**
 * A cache of users' records as JSON in UTF-8. A record is written when it is first needed, and again after it changed. The
 * bytes lie outside of the heap: as strings, so many of them would slow down the garbage collector.
 */
export class RecordBytes {
  #blocks: Uint8Array<ArrayBuffer>[] = [];
  /** How much of the last block is in use. */
  #used = 0;
  /** By serial number, three values: the number of the block from 1, or 0 for no bytes; the first byte; the end. */
  #locations = new Uint32Array(3 * 1024);
  #written = 0;
  #wasted = 0;

  /** Removes the bytes of a user whose record has changed. */
  forget({ serial }: UserEntry): void {
    const [block = 0, start = 0, end = 0] = this.#locations.subarray(3 * serial, 3 * serial + 3);
    if (block === 0) return;
    this.#locations[3 * serial] = 0;
    this.#wasted += end - start;
    if (this.#wasted > BLOCK_SIZE && this.#wasted > this.#written / 2) this.#clear();
  }

  /** Returns the JSON of a record. Do not change the bytes: they are those of the cache. */
  one(user: UserEntry): Uint8Array<ArrayBuffer> {
    this.#write(user);
    const location = 3 * user.serial;
    const block = this.#blocks[(this.#locations[location] ?? 0) - 1] ?? new Uint8Array();
    return block.subarray(this.#locations[location + 1], (this.#locations[location + 2] ?? 0) - COMMA_LENGTH);
  }

  /** Returns the JSON of an array of records, without brackets, between two strings. `after` must not be empty. */
  list(before: string, users: readonly UserEntry[], after: string): Uint8Array<ArrayBuffer> {
    for (const user of users) this.#write(user);
    const ranges = this.#rangesOf(users);
    const length = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    const [head, tail] = [encoder.encode(before), encoder.encode(after)];
    // The last comma is overwritten.
    const commas = users.length === 0 ? 0 : COMMA_LENGTH;
    const bytes = new Uint8Array(head.length + length - commas + tail.length);
    bytes.set(head);
    let at = head.length;
    for (const { block, start, end } of ranges) {
      bytes.set(block.subarray(start, end), at);
      at += end - start;
    }
    bytes.set(tail, at - commas);
    return bytes;
  }

  /** Joins the ranges of users that were written one after the other. */
  #rangesOf(users: readonly UserEntry[]): { block: Uint8Array; start: number; end: number }[] {
    const ranges: { block: Uint8Array; start: number; end: number }[] = [];
    for (const { serial } of users) {
      const block = this.#blocks[(this.#locations[3 * serial] ?? 0) - 1];
      const start = this.#locations[3 * serial + 1] ?? 0;
      const end = this.#locations[3 * serial + 2] ?? 0;
      const previous = ranges.at(-1);
      if (block === undefined) continue;
      if (previous?.block === block && previous.end === start) previous.end = end;
      else ranges.push({ block, start, end });
    }
    return ranges;
  }

  #write(user: UserEntry): void {
    const location = 3 * user.serial;
    if ((this.#locations[location] ?? 0) > 0) return;
    const text = `${stringify(user.record)},`;
    const block = this.#blockFor(text.length * BYTES_PER_CHARACTER);
    const { written } = encoder.encodeInto(text, block.subarray(this.#used));
    if (location >= this.#locations.length) this.#locations = enlarged(this.#locations, location);
    this.#locations.set([this.#blocks.length, this.#used, this.#used + written], location);
    this.#used += written;
    this.#written += written;
  }

  #blockFor(size: number): Uint8Array<ArrayBuffer> {
    const current = this.#blocks.at(-1);
    if (current !== undefined && current.length - this.#used >= size) return current;
    const block = new Uint8Array(Math.max(BLOCK_SIZE, size));
    this.#blocks.push(block);
    this.#used = 0;
    return block;
  }

  #clear(): void {
    this.#blocks = [];
    this.#locations.fill(0);
    [this.#used, this.#written, this.#wasted] = [0, 0, 0];
  }
}

/** Characters that JSON escapes, and halves of characters, which it escapes if they stand alone. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Returns the JSON of a record, as `JSON.stringify` does in four times as long. */
function stringify(record: UserRecord): string {
  const { email, username, first_name, last_name, created_time, updated_time, active_time, guid } = record;
  const texts = `${email}${username}${first_name}${last_name}${created_time}${updated_time}${String(active_time)}${guid}`;
  if (ESCAPED.test(texts)) return JSON.stringify(record);
  // Snapshots can leave it out.
  const active = typeof active_time === "string" ? `"${active_time}"` : "null";
  return `{"email":"${email}","username":"${username}","first_name":"${first_name}","last_name":"${last_name}","user_role":"${record.user_role}","created_time":"${created_time}","updated_time":"${updated_time}","active_time":${active},"confirmed":${record.confirmed},"locked":${record.locked},"guid":"${guid}"}`;
}

function enlarged(locations: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * Math.max(needed, locations.length));
  larger.set(locations);
  return larger;
}
