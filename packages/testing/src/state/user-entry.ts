import type { AccountStatus, UserRecord, UserRole } from "@connect-sdk/api";
import { collationKey } from "./collation.ts";

/** A user in the state: the wire record, and what is derived from it to find it by. Only the store changes it. */
export interface UserEntry {
  /** Replaced as a whole when something changes, so that it can be handed out. */
  record: UserRecord;
  /** The id at the sign-in provider, if there is one. */
  externalId: string | undefined;
  /** Number of the user in order of creation. */
  readonly serial: number;
  status: AccountStatus;
  /** The place in the default order: first name, last name, username, e-mail address. */
  order: string;
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

/** The class of a user for counting: one for each pair of role and status. */
export function classOf({ record, status }: UserEntry): number {
  return ROLE_RANK[record.user_role] * STATUSES.length + STATUS_RANK[status];
}

export const CLASS_COUNT = ROLES.length * STATUSES.length;

/** The classes of users who have one of these roles and one of these statuses. */
export function classesOf(roles: readonly UserRole[] = ROLES, statuses: readonly AccountStatus[] = STATUSES): number[] {
  return [...new Set(roles)].flatMap((role) =>
    [...new Set(statuses)].map((status) => ROLE_RANK[role] * STATUSES.length + STATUS_RANK[status]),
  );
}

/** Puts a record into an entry and derives the rest from it. */
export function createEntry(
  record: UserRecord,
  externalId: string | undefined,
  serial: number,
  status: AccountStatus,
): UserEntry {
  return { record, externalId, serial, status, ...derive(record, externalId) };
}

/** What an entry derives from its record and provider id. */
export function derive(
  record: UserRecord,
  externalId: string | undefined,
): Pick<UserEntry, "order" | "username" | "firstName" | "lastName" | "providerKey"> {
  const { first_name, last_name, username, email } = record;
  return {
    order: [first_name, last_name, username, email].map(collationKey).join("\u0000"),
    username: username.toLowerCase(),
    firstName: first_name.toLowerCase(),
    lastName: last_name.toLowerCase(),
    providerKey: externalId?.toLowerCase() ?? "",
  };
}
