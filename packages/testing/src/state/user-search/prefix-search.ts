import { compareKeys, smallest, SortedList, type Order } from "./sorted-list.ts";
import {
  classesOf,
  userOrders,
  type UserEntry,
  type UserQuery,
  type UserSelection,
  type UserSort,
} from "./user-entry.ts";

/** A search by prefix. Results are sorted by similarity unless `sort` is given. */
export interface UserSearch extends UserQuery {
  prefix: string;
  /** Whether a provider id matches if it starts with the prefix. Otherwise it has to be equal. */
  providerKeyPrefix: boolean;
}

/** An order of all users as numbers. */
export interface Ranks {
  /** By serial number: the position of the user. */
  readonly bySerial: Uint32Array;
  /** By position: the serial number of the user. */
  readonly serials: Uint32Array;
}

/** What a search reads. */
export interface SearchedUsers {
  readonly index: PrefixIndex;
  /** By serial number. */
  readonly users: readonly UserEntry[];
  readonly ranks: (sort: UserSort) => Ranks;
}

/** Up to one user in so many is sorted by comparing. */
const COMPARED = 256;

/**
 * Returns a page of the users that match a prefix, the most similar first. Equally similar users are in the default order.
 *
 * Real server: its measure of similarity is unknown. Assumed that fewer characters after the prefix are more similar.
 */
export function searchUsers({ index, users, ranks }: SearchedUsers, search: UserSearch): UserSelection {
  const { sort = "first_name", ascending = true, offset, limit } = search;
  const matches = index.find(search);
  const needed = offset + limit;
  const { count, distance } = matches.nearest(needed, ascending);
  // Sorting many users by numbers is faster than comparing them. The numbers have to be determined again after every change.
  const found =
    count * COMPARED > users.length
      ? usersWith(matches.sorted(distance, ascending, ranks(sort)).slice(offset, needed), users)
      : smallest(
          usersWith(matches.within(distance, ascending), users),
          needed,
          matches.comparison(userOrders[sort], ascending),
        ).slice(offset);
  return { users: found, total: matches.count };
}

function usersWith(serials: Iterable<number>, users: readonly UserEntry[]): UserEntry[] {
  const found: UserEntry[] = [];
  for (const serial of serials) {
    const user = users[serial];
    if (user !== undefined) found.push(user);
  }
  return found;
}

interface Field {
  readonly read: (user: UserEntry) => string;
  readonly list: SortedList<UserEntry>;
}

/** A tag is a serial number and, in the lowest bits, the length of the field. Longer fields count as this long. */
const MAXIMUM_LENGTH = 255;
const LENGTHS = MAXIMUM_LENGTH + 1;
const LENGTH_BITS = 8;

/** A distance and the position of a user in one number of 32 bits. */
const MAXIMUM_USERS = 2 ** 24;

/** Finds users by the beginning of their username, first name, last name or provider id. */
export class PrefixIndex {
  readonly #usernames = createField(
    (user) => user.username,
    (user) => user.username.slice(0, 4),
  );
  readonly #names: readonly Field[] = [
    this.#usernames,
    createField((user) => user.firstName),
    createField((user) => user.lastName),
  ];
  readonly #providerKeys = createField(
    (user) => user.providerKey,
    (user) => user.providerKey.slice(0, 8),
  );
  readonly #matches = new PrefixMatches();

  load(users: readonly UserEntry[]): void {
    for (const { list, read } of this.#fields()) list.load(users.filter((user) => read(user) !== ""));
    for (const user of users) this.#matches.noteClass(user);
  }

  add(user: UserEntry): void {
    for (const { list, read } of this.#fields()) if (read(user) !== "") list.add(user);
    this.#matches.noteClass(user);
  }

  delete(user: UserEntry): void {
    for (const { list, read } of this.#fields()) if (read(user) !== "") list.delete(user);
  }

  /** Call it after the role or status of a user changed. */
  noteClass(user: UserEntry): void {
    this.#matches.noteClass(user);
  }

  /** Returns what a search finds. Valid until the next search. */
  find({ prefix, providerKeyPrefix, roles, statuses, sort }: UserSearch): PrefixMatches {
    const start = prefix.toLowerCase();
    const startsWith = (text: string): boolean => text.startsWith(start);
    // If `sort` is given, all matches are equally near.
    const length = sort === undefined ? start.length : MAXIMUM_LENGTH;
    this.#matches.clear(classesOf(roles, statuses));
    for (const field of this.#names) this.#collect(field, start, startsWith, length);
    const isId = providerKeyPrefix ? startsWith : (text: string): boolean => text === start;
    this.#collect(this.#providerKeys, start, isId, length);
    return this.#matches;
  }

  /** Returns the user with exactly this username. */
  byUsername(username: string): UserEntry | undefined {
    const lower = username.toLowerCase();
    return this.#usernames.list
      .between(
        (user) => user.username < lower,
        (user) => user.username === lower,
      )
      .find(({ record }) => record.username === username);
  }

  #fields(): Field[] {
    return [...this.#names, this.#providerKeys];
  }

  #collect({ list, read }: Field, start: string, matches: (text: string) => boolean, length: number): void {
    const pieces = list.tagsBetween(
      (user) => read(user) < start,
      (user) => matches(read(user)),
    );
    for (const tags of pieces) this.#matches.addAll(tags, length);
  }
}

function createField(read: Field["read"], groupOf = read): Field {
  const compare = (a: UserEntry, b: UserEntry): number => compareKeys(read(a), read(b)) || a.serial - b.serial;
  const tagOf = (user: UserEntry): number => user.serial * LENGTHS + Math.min(read(user).length, MAXIMUM_LENGTH);
  return { read, list: new SortedList({ compare, groupOf }, { tagOf }) };
}

/**
 * The users that match a prefix, and how many characters the shortest matching field of each has after the prefix: its
 * _distance_. The arrays are kept from search to search, because allocating them would take most of the time of one.
 */
class PrefixMatches {
  /** How many users match. */
  count = 0;
  /** The serial numbers of the users that match: the first `count`. */
  #serials = new Uint32Array(64);
  /** What they are sorted by. */
  #keys = new Uint32Array(64);
  /** By serial number: the last search that found the user, the distance in it, and the class. */
  #foundIn = new Uint32Array(64);
  #distances = new Uint8Array(64);
  #classes = new Uint8Array(64);
  #search = 0;
  /** A bit for each class that is searched. */
  #wanted = 0;

  noteClass(user: UserEntry): void {
    if (user.serial >= this.#classes.length) {
      const size = 2 * Math.max(user.serial, this.#classes.length);
      this.#serials = new Uint32Array(size);
      this.#keys = new Uint32Array(size);
      this.#foundIn = new Uint32Array(size);
      this.#distances = new Uint8Array(size);
      const classes = new Uint8Array(size);
      classes.set(this.#classes);
      this.#classes = classes;
    }
    this.#classes[user.serial] = user.class;
  }

  clear(classes: readonly number[]): void {
    this.count = 0;
    this.#search++;
    this.#wanted = classes.reduce((bits, each) => bits | (1 << each), 0);
  }

  /** Adds users by the tags of a field. Keeps the shortest distance of each. */
  addAll(tags: readonly number[], prefixLength: number): void {
    const [foundIn, distances, serials, classes] = [this.#foundIn, this.#distances, this.#serials, this.#classes];
    const [search, wanted] = [this.#search, this.#wanted];
    for (const tag of tags) {
      const serial = tag >>> LENGTH_BITS;
      const distance = Math.max((tag & MAXIMUM_LENGTH) - prefixLength, 0);
      if (foundIn[serial] !== search) {
        if (((wanted >>> (classes[serial] ?? 0)) & 1) === 0) continue;
        foundIn[serial] = search;
        serials[this.count++] = serial;
      } else if (distance >= (distances[serial] ?? 0)) continue;
      distances[serial] = distance;
    }
  }

  /** Returns the distance up to which, or from which if not ascending, at least `needed` users are found, and their number. */
  nearest(needed: number, ascending: boolean): { distance: number; count: number } {
    const counts = new Uint32Array(LENGTHS);
    for (let index = 0; index < this.count; index++) {
      const distance = this.#distances[this.#serials[index] ?? 0] ?? 0;
      counts[distance] = (counts[distance] ?? 0) + 1;
    }
    let count = 0;
    let distance = ascending ? -1 : LENGTHS;
    while (count < needed && count < this.count) {
      distance += ascending ? 1 : -1;
      count += counts[distance] ?? 0;
    }
    return { distance, count };
  }

  /** Returns the serial numbers of the users up to a distance, or from it if not ascending, in no order. */
  within(limit: number, ascending: boolean): number[] {
    const found: number[] = [];
    for (const serial of this.#serials.subarray(0, this.count)) {
      const distance = this.#distances[serial] ?? 0;
      if (ascending ? distance <= limit : distance >= limit) found.push(serial);
    }
    return found;
  }

  /** Returns the same as {@link within}: the most similar first, and equally similar users in an order. */
  sorted(limit: number, ascending: boolean, { bySerial, serials }: Ranks): Uint32Array {
    const [matches, distances, keys] = [this.#serials, this.#distances, this.#keys];
    let count = 0;
    for (let index = 0; index < this.count; index++) {
      const serial = matches[index] ?? 0;
      const distance = distances[serial] ?? 0;
      if (ascending ? distance > limit : distance < limit) continue;
      keys[count++] = distance * MAXIMUM_USERS + (bySerial[serial] ?? 0);
    }
    const found = keys.subarray(0, count).sort();
    if (!ascending) found.reverse();
    for (let index = 0; index < count; index++) found[index] = serials[(found[index] ?? 0) % MAXIMUM_USERS] ?? 0;
    return found;
  }

  /** Returns the comparison by distance, then by an order. */
  comparison(order: Order<UserEntry>, ascending: boolean): (a: UserEntry, b: UserEntry) => number {
    const distances = this.#distances;
    const direction = ascending ? 1 : -1;
    return (a, b) => direction * ((distances[a.serial] ?? 0) - (distances[b.serial] ?? 0) || order.compare(a, b));
  }
}
