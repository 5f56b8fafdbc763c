import type { operations } from "@connect-sdk/api/schema";
import { compareKeys } from "./collation.ts";
import { rank, type UserEntry } from "./user-entry.ts";

/** What a list of users can be sorted by. */
export type UserSort = NonNullable<NonNullable<operations["getUsers"]["parameters"]["query"]>["sort"]>;

type Comparison = (a: UserEntry, b: UserEntry) => number;

/** First name, last name, username, e-mail address; what is the same in all of them comes in order of creation. */
const byDefault: Comparison = (a, b) => compareKeys(a.order, b.order) || a.serial - b.serial;

/** The order of users for each field; those with equal values are in the default order. */
export const userOrders: Record<UserSort, Comparison> = {
  first_name: byDefault,
  last_name: (a, b) => compareKeys(a.lastName, b.lastName) || byDefault(a, b),
  username: (a, b) => compareKeys(a.username, b.username) || byDefault(a, b),
  // Real server: unknown where those who were never active are, assumed at the beginning.
  active_time: (a, b) => compareKeys(a.record.active_time ?? "", b.record.active_time ?? "") || byDefault(a, b),
  created_time: (a, b) => compareKeys(a.record.created_time, b.record.created_time) || byDefault(a, b),
  // Real server: unknown, assumed from the strongest role to the weakest, which is also the order of the alphabet.
  user_role: (a, b) => rank(b.record.user_role) - rank(a.record.user_role) || byDefault(a, b),
};
