import { compareKeys } from "./collation.ts";
import { SortedList } from "./sorted-list.ts";
import type { UserEntry } from "./user-entry.ts";

/** Those who match a prefix: their serial numbers, and how far each is from it, by serial number. */
export interface PrefixMatches {
  readonly serials: number[];
  /** How many more characters the shortest of the matching fields has. Holds until the next search. */
  readonly distances: Uint8Array;
}

type Field = "username" | "firstName" | "lastName" | "providerKey";

const FIELDS: readonly Field[] = ["username", "firstName", "lastName", "providerKey"];

/** A tag is a serial number and, in the lowest bits, the length of a field; longer ones count as this long. */
const LONGEST = 255;
const LENGTHS = LONGEST + 1;

/** Finds users by how their username, first name, last name or provider id begins. */
export class PrefixIndex {
  readonly #lists: ReadonlyMap<Field, SortedList<UserEntry>>;
  /** By serial number: in which search a user was last found, and at which distance. */
  #foundIn = new Uint32Array(64);
  #distances = new Uint8Array(64);
  #search = 0;

  constructor() {
    this.#lists = new Map(FIELDS.map((field) => [field, createList(field)]));
  }

  load(users: readonly UserEntry[]): void {
    for (const [field, list] of this.#lists) list.load(users.filter((user) => user[field] !== ""));
    for (const user of users) this.#makeRoom(user);
  }

  add(user: UserEntry): void {
    this.#makeRoom(user);
    for (const [field, list] of this.#lists) if (user[field] !== "") list.add(user);
  }

  delete(user: UserEntry): void {
    for (const [field, list] of this.#lists) if (user[field] !== "") list.delete(user);
  }

  /** A provider id only has to begin with the prefix if `providerKeyPrefix` is set, otherwise it must be equal to it. */
  find(prefix: string, providerKeyPrefix: boolean): PrefixMatches {
    const start = prefix.toLowerCase();
    const serials: number[] = [];
    this.#search++;
    for (const [field, list] of this.#lists) {
      const whole = field === "providerKey" && !providerKeyPrefix;
      const pieces = list.tagsBetween(
        (user) => user[field] < start,
        (user) => (whole ? user[field] === start : user[field].startsWith(start)),
      );
      for (const tags of pieces) this.#note(tags, start.length, serials);
    }
    return { serials, distances: this.#distances };
  }

  /** Adds those who were not found yet to `serials`, and keeps the shortest distance of everyone. */
  #note(tags: readonly number[], prefixLength: number, serials: number[]): void {
    const [foundIn, distances, search] = [this.#foundIn, this.#distances, this.#search];
    for (const tag of tags) {
      const serial = Math.floor(tag / LENGTHS);
      const distance = Math.max((tag % LENGTHS) - prefixLength, 0);
      if (foundIn[serial] !== search) {
        foundIn[serial] = search;
        serials.push(serial);
      } else if (distance >= (distances[serial] ?? 0)) continue;
      distances[serial] = distance;
    }
  }

  #makeRoom({ serial }: UserEntry): void {
    if (serial < this.#foundIn.length) return;
    const [foundIn, distances] = [this.#foundIn, this.#distances];
    this.#foundIn = new Uint32Array(serial * 2);
    this.#distances = new Uint8Array(serial * 2);
    this.#foundIn.set(foundIn);
    this.#distances.set(distances);
  }
}

function createList(field: Field): SortedList<UserEntry> {
  const compare = (a: UserEntry, b: UserEntry): number => compareKeys(a[field], b[field]) || a.serial - b.serial;
  const tagOf = (user: UserEntry): number => user.serial * LENGTHS + Math.min(user[field].length, LONGEST);
  // Usernames differ, names are often the same.
  if (field === "username" || field === "providerKey") return new SortedList({ compare }, { tagOf });
  return new SortedList({ compare, groupOf: (user) => user[field] }, { tagOf });
}
