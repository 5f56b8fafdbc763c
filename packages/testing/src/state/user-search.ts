import type { PrefixIndex } from "./prefix-index.ts";
import { smallest } from "./smallest.ts";
import { CLASS_COUNT, classesOf, classOf, type UserEntry } from "./user-entry.ts";
import type { UserQuery, UserSelection } from "./user-index.ts";
import { userOrders } from "./user-order.ts";

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
