import type { PrefixIndex } from "./prefix-index.ts";
import type { UserEntry } from "./user-entry.ts";
import type { UserQuery, UserSelection } from "./user-index.ts";
import { userOrders } from "./user-order.ts";

/** A search by prefix. `sort` is only given if the order is not to be by similarity. */
export interface UserSearch extends UserQuery {
  prefix: string;
  providerKeyPrefix: boolean;
}

/** The users who match a prefix, the most similar first, and those who are equally similar in the default order. */
export function searchUsers(index: PrefixIndex, search: UserSearch): UserSelection {
  const { prefix, providerKeyPrefix, roles, statuses, sort, ascending = true, offset, limit } = search;
  // Real server: what it calls similarity is unknown, assumed that fewer characters after the prefix are more similar.
  const groups = new Map<number, UserEntry[]>();
  let total = 0;
  for (const [user, distance] of index.find(prefix, providerKeyPrefix)) {
    if (roles !== undefined && !roles.includes(user.record.user_role)) continue;
    if (statuses !== undefined && !statuses.includes(user.status)) continue;
    total++;
    const group = sort === undefined ? distance : 0;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [user]);
    else members.push(user);
  }
  const direction = ascending ? 1 : -1;
  const compare = userOrders[sort ?? "first_name"];
  const users: UserEntry[] = [];
  // Only the groups that are reached are sorted.
  for (const distance of [...groups.keys()].sort((a, b) => direction * (a - b))) {
    if (users.length >= offset + limit) break;
    users.push(...(groups.get(distance) ?? []).sort((a, b) => direction * compare(a, b)));
  }
  return { users: users.slice(offset, offset + limit), total };
}
