import type { AccountStatus, UserRecord, UserRole } from "@connect-sdk/api";
import type { operations } from "@connect-sdk/api/schema";
import type { Order } from "./sorted-list.ts";

/** A user in the state: the wire record, and what is derived from it to find it by. Only the store changes it. */
export interface UserEntry {
  /** Replaced as a whole when something changes, so that it can be handed out. */
  record: UserRecord;
  /** The id at the sign-in provider, if there is one. */
  externalId: string | undefined;
  /** Number of the user in order of creation. */
  readonly serial: number;
  status: AccountStatus;
  /** For counting: see {@link classesOf}. */
  class: number;
  /** The JSON of `record`, from when they are first asked for alone. */
  json: string | undefined;
  /** Keys for the places of the names in the default order. */
  firstNameKey: string;
  lastNameKey: string;
  /** In lower case, for prefix searches. */
  username: string;
  firstName: string;
  lastName: string;
  providerKey: string;
}

/** From the weakest to the strongest. */
export const ROLES = ["viewer", "publisher", "administrator"] as const satisfies readonly UserRole[];
export const STATUSES = ["locked", "licensed", "inactive"] as const satisfies readonly AccountStatus[];

const ROLE_RANK: Record<UserRole, number> = { viewer: 0, publisher: 1, administrator: 2 };
const STATUS_RANK: Record<AccountStatus, number> = { locked: 0, licensed: 1, inactive: 2 };

/** How much a role may do, as a number. */
export function rank(role: UserRole): number {
  return ROLE_RANK[role];
}

/** The weaker of two roles. */
export function weaker(a: UserRole, b: UserRole): UserRole {
  return rank(a) < rank(b) ? a : b;
}

/** There is a class for each pair of role and status. */
function classFor(role: UserRole, status: AccountStatus): number {
  return ROLE_RANK[role] * STATUSES.length + STATUS_RANK[status];
}

/** The class of a user for counting. */
export function classOf(user: UserEntry): number {
  return user.class;
}

export const CLASS_COUNT = ROLES.length * STATUSES.length;

/** The classes of users who have one of these roles and one of these statuses. */
export function classesOf(roles: readonly UserRole[] = ROLES, statuses: readonly AccountStatus[] = STATUSES): number[] {
  return [...new Set(roles)].flatMap((role) => [...new Set(statuses)].map((status) => classFor(role, status)));
}

/** An entry that is in no order and under no prefix yet. */
export function createEntry(
  record: UserRecord,
  externalId: string | undefined,
  serial: number,
  status: AccountStatus,
): UserEntry {
  const { first_name, last_name, username } = record;
  return {
    record,
    externalId,
    serial,
    status,
    class: classFor(record.user_role, status),
    json: undefined,
    firstNameKey: collationKey(first_name),
    lastNameKey: collationKey(last_name),
    username: username.toLowerCase(),
    firstName: first_name.toLowerCase(),
    lastName: last_name.toLowerCase(),
    providerKey: externalId?.toLowerCase() ?? "",
  };
}

/** Gives a user another status, or the same again after their role has changed. */
export function setStatus(user: UserEntry, status: AccountStatus): void {
  user.status = status;
  user.class = classFor(user.record.user_role, status);
}

/** The JSON of what somebody sees of a user, which in most cases is the record itself. */
export function jsonOf(user: UserEntry, view: UserRecord): string {
  return view === user.record ? (user.json ??= JSON.stringify(view)) : JSON.stringify(view);
}

/** Works out again by which names an entry is found and sorted. */
export function refresh(user: UserEntry): void {
  const { first_name, last_name, username } = user.record;
  user.firstNameKey = collationKey(first_name);
  user.lastNameKey = collationKey(last_name);
  user.username = username.toLowerCase();
  user.firstName = first_name.toLowerCase();
  user.lastName = last_name.toLowerCase();
}

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

const PLAIN = /^[\x20-\x7e]*$/;
const PLAIN_PUNCTUATION = /[^a-z0-9]+/g;
const PUNCTUATION = /[^\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;

/**
 * A key by which texts sort as in a database with a language's rules: upper and lower case, accents and punctuation do not
 * matter. What is to decide between texts with the same key is up to whoever compares them.
 *
 * Real server: the exact rules are unknown; recorded lists of groups have `amanda_test_group` before `a_new_group`.
 */
export function collationKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = workOutKey(text);
  // The same names come again and again. Forgetting all of them at once is enough to bound the memory.
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(text, key);
  return key;
}

const MOST_KEYS = 2000;
const keys = new Map<string, string>();

function workOutKey(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(PLAIN_PUNCTUATION, "");
  return lower.normalize("NFD").replace(MARKS, "").replace(PUNCTUATION, "");
}

/** Compares two keys. */
export function compareKeys(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
