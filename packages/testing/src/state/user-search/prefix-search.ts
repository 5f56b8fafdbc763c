import { compareKeys, smallest, SortedList } from "./sorted-list.ts";
import {
  CLASS_COUNT,
  classesOf,
  userOrders,
  type UserEntry,
  type UserQuery,
  type UserSelection,
} from "./user-entry.ts";

/** A search by prefix. Results are sorted by similarity unless `sort` is given. */
export interface UserSearch extends UserQuery {
  prefix: string;
  /** Whether a provider id matches if it starts with the prefix. Otherwise it has to be equal. */
  providerKeyPrefix: boolean;
}

/**
 * Returns a page of the users that match a prefix, the most similar first. Equally similar users are in the default order.
 *
 * Real server: its measure of similarity is unknown. Assumed that fewer characters after the prefix are more similar.
 *
 * @param users - by serial number.
 */
export function searchUsers(index: PrefixIndex, users: readonly UserEntry[], search: UserSearch): UserSelection {
  const { prefix, providerKeyPrefix, roles, statuses, sort, ascending = true, offset, limit } = search;
  const matches = index.find(prefix, providerKeyPrefix);
  const classes = new Set(classesOf(roles, statuses));
  const hasClass = (user: UserEntry | undefined): boolean => user !== undefined && classes.has(user.class);
  const serials =
    classes.size === CLASS_COUNT ? matches.serials : matches.serials.filter((serial) => hasClass(users[serial]));
  const groups = sort === undefined ? groupByDistance(serials, matches.distances, ascending) : [serials];
  const { compare } = userOrders[sort ?? "first_name"];
  const direction = ascending ? 1 : -1;
  let found: UserEntry[] = [];
  for (const group of groups) {
    if (found.length >= offset + limit) break;
    const entries = group.flatMap((serial) => users[serial] ?? []);
    found = found.concat(smallest(entries, offset + limit, (a, b) => direction * compare(a, b)));
  }
  return { users: found.slice(offset, offset + limit), total: serials.length };
}

/** Returns groups of the same distance, the nearest first or last. */
function groupByDistance(serials: readonly number[], distances: Uint8Array, nearestFirst: boolean): number[][] {
  const groups: number[][] = [];
  for (const serial of serials) (groups[distances[serial] ?? 0] ??= []).push(serial);
  // Skips the distances that do not occur.
  const present = groups.flatMap((group) => [group]);
  return nearestFirst ? present : present.reverse();
}

/** The serial numbers of the users that match a prefix. */
export interface PrefixMatches {
  readonly serials: number[];
  /** By serial number: how many characters the shortest matching field has after the prefix. Valid until the next search. */
  readonly distances: Uint8Array;
}

interface Field {
  readonly read: (user: UserEntry) => string;
  readonly list: SortedList<UserEntry>;
}

/** A tag is a serial number and, in the lowest bits, the length of the field. Longer fields count as this long. */
const MAXIMUM_LENGTH = 255;
const LENGTHS = MAXIMUM_LENGTH + 1;

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
  /** By serial number: the last search that found the user, and at which distance. */
  #foundIn = new Uint32Array(64);
  #distances = new Uint8Array(64);
  #search = 0;

  load(users: readonly UserEntry[]): void {
    for (const { list, read } of this.#fields()) list.load(users.filter((user) => read(user) !== ""));
    for (const user of users) this.#makeRoom(user);
  }

  add(user: UserEntry): void {
    this.#makeRoom(user);
    for (const { list, read } of this.#fields()) if (read(user) !== "") list.add(user);
  }

  delete(user: UserEntry): void {
    for (const { list, read } of this.#fields()) if (read(user) !== "") list.delete(user);
  }

  find(prefix: string, providerKeyPrefix: boolean): PrefixMatches {
    const start = prefix.toLowerCase();
    const startsWith = (text: string): boolean => text.startsWith(start);
    const serials: number[] = [];
    this.#search++;
    for (const field of this.#names) this.#collect(field, start, startsWith, serials);
    this.#collect(
      this.#providerKeys,
      start,
      providerKeyPrefix ? startsWith : (text): boolean => text === start,
      serials,
    );
    return { serials, distances: this.#distances };
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

  /** Adds the users whose field matches to `serials`, each once, and keeps the shortest distance of each. */
  #collect({ list, read }: Field, start: string, matches: (text: string) => boolean, serials: number[]): void {
    const pieces = list.tagsBetween(
      (user) => read(user) < start,
      (user) => matches(read(user)),
    );
    for (const tags of pieces) this.#collectTags(tags, start.length, serials);
  }

  #collectTags(tags: readonly number[], prefixLength: number, serials: number[]): void {
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

function createField(read: Field["read"], groupOf = read): Field {
  const compare = (a: UserEntry, b: UserEntry): number => compareKeys(read(a), read(b)) || a.serial - b.serial;
  const tagOf = (user: UserEntry): number => user.serial * LENGTHS + Math.min(read(user).length, MAXIMUM_LENGTH);
  return { read, list: new SortedList({ compare, groupOf }, { tagOf }) };
}
