import { SortedList, smallest } from "./sorted-list.ts";
import { CLASS_COUNT, type UserEntry, classOf, classesOf, compareKeys, userOrders } from "./user-entry.ts";
import type { UserQuery, UserSelection } from "./user-store.ts";

/** A search by prefix. `sort` is only given if the order is not to be by similarity. */
export interface UserSearch extends UserQuery {
  prefix: string;
  providerKeyPrefix: boolean;
}

/**
 * The users who match a prefix, the most similar first, and those who are equally similar in the default order.
 *
 * Real server: what it calls similarity is unknown, assumed that fewer characters after the prefix are more similar.
 */
export function searchUsers(index: PrefixIndex, bySerial: readonly UserEntry[], search: UserSearch): UserSelection {
  const { prefix, providerKeyPrefix, roles, statuses, sort, ascending = true, offset, limit } = search;
  const { serials, distances } = index.find(prefix, providerKeyPrefix);
  const classes = new Set(classesOf(roles, statuses));
  const isWanted = (serial: number): boolean => {
    const user = bySerial[serial];
    return user !== undefined && classes.has(classOf(user));
  };
  const wanted = classes.size === CLASS_COUNT ? serials : serials.filter(isWanted);
  const direction = ascending ? 1 : -1;
  const { compare } = userOrders[sort ?? "first_name"];
  const ordered = (some: readonly number[]): UserEntry[] => {
    return smallest(
      some.flatMap((serial) => bySerial[serial] ?? []),
      offset + limit,
      (a, b) => direction * compare(a, b),
    );
  };
  if (sort !== undefined) return { users: ordered(wanted).slice(offset), total: wanted.length };
  let users: UserEntry[] = [];
  for (const group of groupByDistance(wanted, distances, ascending)) {
    if (users.length >= offset + limit) break;
    users = users.concat(ordered(group));
  }
  return { users: users.slice(offset, offset + limit), total: wanted.length };
}

/** Groups of the same distance, the nearest first or last. */
function groupByDistance(serials: readonly number[], distances: Uint8Array, nearestFirst: boolean): number[][] {
  const groups: number[][] = [];
  for (const serial of serials) (groups[distances[serial] ?? 0] ??= []).push(serial);
  // Leaves out the gaps between the distances that occur.
  const present = groups.flatMap((group) => [group]);
  return nearestFirst ? present : present.reverse();
}

/** Those who match a prefix: their serial numbers, and how far each is from it, by serial number. */
export interface PrefixMatches {
  readonly serials: number[];
  /** How many more characters the shortest of the matching fields has. Holds until the next search. */
  readonly distances: Uint8Array;
}

interface Field {
  readonly read: (user: UserEntry) => string;
  readonly list: SortedList<UserEntry>;
}

/** A tag is a serial number and, in the lowest bits, the length of a field; longer ones count as this long. */
const LONGEST = 255;
const LENGTHS = LONGEST + 1;

/** Finds users by how their username, first name, last name or provider id begins. */
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
  /** By serial number: in which search a user was last found, and at which distance. */
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

  /** A provider id only has to begin with the prefix if `providerKeyPrefix` is set, otherwise it must be equal to it. */
  find(prefix: string, providerKeyPrefix: boolean): PrefixMatches {
    const start = prefix.toLowerCase();
    const serials: number[] = [];
    this.#search++;
    for (const { list, read } of this.#names) {
      this.#note(
        tagsFrom(list, read, start, (text) => text.startsWith(start)),
        start.length,
        serials,
      );
    }
    const { list, read } = this.#providerKeys;
    const isKey = (text: string): boolean => (providerKeyPrefix ? text.startsWith(start) : text === start);
    this.#note(tagsFrom(list, read, start, isKey), start.length, serials);
    return { serials, distances: this.#distances };
  }

  /** The user with exactly this username. */
  byUsername(username: string): UserEntry | undefined {
    const folded = username.toLowerCase();
    return this.#usernames.list
      .between(
        (user) => user.username < folded,
        (user) => user.username === folded,
      )
      .find(({ record }) => record.username === username);
  }

  #fields(): Field[] {
    return [...this.#names, this.#providerKeys];
  }

  /** Adds those who were not found yet to `serials`, and keeps the shortest distance of everyone. */
  #note(pieces: readonly (readonly number[])[], prefixLength: number, serials: number[]): void {
    for (const tags of pieces) this.#noteTags(tags, prefixLength, serials);
  }

  #noteTags(tags: readonly number[], prefixLength: number, serials: number[]): void {
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
  const tagOf = (user: UserEntry): number => user.serial * LENGTHS + Math.min(read(user).length, LONGEST);
  return { read, list: new SortedList({ compare, groupOf }, { tagOf }) };
}

function tagsFrom(
  list: SortedList<UserEntry>,
  read: Field["read"],
  start: string,
  isWithin: (text: string) => boolean,
): readonly (readonly number[])[] {
  return list.tagsBetween(
    (user) => read(user) < start,
    (user) => isWithin(read(user)),
  );
}
