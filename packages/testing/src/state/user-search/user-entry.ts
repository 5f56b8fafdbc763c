import type { AccountStatus, UserRecord, UserRole } from "@connect-sdk/api";
import type { operations } from "@connect-sdk/api/schema";
import { collationKey, compareKeys, type Order } from "./sorted-list.ts";

/** A user in the store: the wire record, and the values derived from it for searching. Only `UserStore` changes it. */
export interface UserEntry {
  /** Replaced as a whole when a field changes, so that callers can keep it. */
  record: UserRecord;
  /** The id at the sign-in provider. */
  readonly externalId: string | undefined;
  /** Position in order of creation, from 0. */
  readonly serial: number;
  status: AccountStatus;
  /** A number for the pair of role and status: see {@link classesOf}. */
  class: number;
  /** Collation keys of the names, for the default order. */
  firstNameKey: string;
  lastNameKey: string;
  /** In lower case, for prefix searches. */
  username: string;
  firstName: string;
  lastName: string;
  readonly providerKey: string;
}

/** Creates an entry. It is not in any index yet. */
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
    firstNameKey: collationKey(first_name),
    lastNameKey: collationKey(last_name),
    username: username.toLowerCase(),
    firstName: first_name.toLowerCase(),
    lastName: last_name.toLowerCase(),
    providerKey: externalId?.toLowerCase() ?? "",
  };
}

/** Replaces the record of an entry. The entry must not be in an index meanwhile. */
export function replaceRecord(user: UserEntry, record: UserRecord, status: AccountStatus): void {
  const { first_name, last_name, username } = record;
  user.record = record;
  setStatus(user, status);
  user.firstNameKey = collationKey(first_name);
  user.lastNameKey = collationKey(last_name);
  user.username = username.toLowerCase();
  user.firstName = first_name.toLowerCase();
  user.lastName = last_name.toLowerCase();
}

/** Changes the status of an entry. */
export function setStatus(user: UserEntry, status: AccountStatus): void {
  user.status = status;
  user.class = classFor(user.record.user_role, status);
}

/** The roles, weakest first. */
export const ROLES = ["viewer", "publisher", "administrator"] as const satisfies readonly UserRole[];
const STATUSES = ["locked", "licensed", "inactive"] as const satisfies readonly AccountStatus[];

const ROLE_RANK: Record<UserRole, number> = { viewer: 0, publisher: 1, administrator: 2 };
const STATUS_RANK: Record<AccountStatus, number> = { locked: 0, licensed: 1, inactive: 2 };

/** Returns the position of a role: a higher number can do more. */
export function rank(role: UserRole): number {
  return ROLE_RANK[role];
}

/** Returns the weaker of two roles. */
export function weaker(a: UserRole, b: UserRole): UserRole {
  return rank(a) < rank(b) ? a : b;
}

/** Every pair of role and status is a class: indexes count users by class. */
export const CLASS_COUNT = ROLES.length * STATUSES.length;

function classFor(role: UserRole, status: AccountStatus): number {
  return ROLE_RANK[role] * STATUSES.length + STATUS_RANK[status];
}

/** Returns the classes of users that have one of these roles and one of these statuses. */
export function classesOf(roles: readonly UserRole[] = ROLES, statuses: readonly AccountStatus[] = STATUSES): number[] {
  return [...new Set(roles)].flatMap((role) => [...new Set(statuses)].map((status) => classFor(role, status)));
}

/** The field that a list of users is sorted by. */
export type UserSort = NonNullable<NonNullable<operations["getUsers"]["parameters"]["query"]>["sort"]>;

/** A page of users, filtered and sorted. */
export interface UserQuery {
  /** All by default. */
  roles?: readonly UserRole[] | undefined;
  /** All by default. */
  statuses?: readonly AccountStatus[] | undefined;
  sort?: UserSort | undefined;
  ascending?: boolean | undefined;
  offset: number;
  limit: number;
}

/** The users on a page, and the total number that the query matches. */
export interface UserSelection {
  users: UserEntry[];
  total: number;
}

/** First name, last name, username, e-mail address. Users that are equal in all four are in order of creation. */
const byDefault: Order<UserEntry> = {
  groupOf: (user) => user.firstNameKey,
  compare: (a, b) =>
    compareKeys(a.firstNameKey, b.firstNameKey) ||
    compareKeys(a.lastNameKey, b.lastNameKey) ||
    compareKeys(a.username, b.username) ||
    compareKeys(a.record.email, b.record.email) ||
    a.serial - b.serial,
};

/** The order of users for each field. Users with equal values are in the default order. */
export const userOrders: Record<UserSort, Order<UserEntry>> = {
  first_name: byDefault,
  last_name: orderBy((user) => user.lastName),
  username: orderBy((user) => user.username),
  // Real server: unknown where users that were never active are, assumed first.
  active_time: orderBy((user) => user.record.active_time ?? ""),
  created_time: orderBy((user) => user.record.created_time),
  // Real server: unknown, assumed alphabetical, which is also from the strongest role to the weakest.
  user_role: orderBy((user) => user.record.user_role),
};

function orderBy(groupOf: (user: UserEntry) => string): Order<UserEntry> {
  return { groupOf, compare: (a, b) => compareKeys(groupOf(a), groupOf(b)) || byDefault.compare(a, b) };
}
