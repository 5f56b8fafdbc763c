import type { operations } from "@connect-sdk/api/schema";
import { compareKeys } from "./collation.ts";
import type { Order } from "./sort-in-groups.ts";
import type { UserEntry } from "./user-entry.ts";

/** What a list of users can be sorted by. */
export type UserSort = NonNullable<NonNullable<operations["getUsers"]["parameters"]["query"]>["sort"]>;

/** First name, last name, username, e-mail address; what is the same in all of them comes in order of creation. */
const byDefault: Order<UserEntry> = {
  groupOf: (user) => user.firstNameKey,
  compare: (a, b) =>
    compareKeys(a.firstNameKey, b.firstNameKey) ||
    compareKeys(a.lastNameKey, b.lastNameKey) ||
    compareKeys(a.username, b.username) ||
    compareKeys(a.record.email, b.record.email) ||
    a.serial - b.serial,
};

/** The order of users for each field; those with equal values are in the default order. */
export const userOrders: Record<UserSort, Order<UserEntry>> = {
  first_name: byDefault,
  last_name: orderBy((user) => user.lastName),
  username: orderBy((user) => user.username),
  // Real server: unknown where those who were never active are, assumed at the beginning.
  active_time: orderBy((user) => user.record.active_time ?? ""),
  created_time: orderBy((user) => user.record.created_time),
  // Real server: unknown, assumed from the strongest role to the weakest, which is also the order of the alphabet.
  user_role: orderBy((user) => user.record.user_role),
};

function orderBy(groupOf: (user: UserEntry) => string): Order<UserEntry> {
  return { groupOf, compare: (a, b) => compareKeys(groupOf(a), groupOf(b)) || byDefault.compare(a, b) };
}
