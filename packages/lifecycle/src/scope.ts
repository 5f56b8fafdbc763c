/** Which accounts a file is complete for. */
import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import { checkInput, isObject, normalizeGuid } from "@connect-sdk/api/internal";
import { type CallOptions, type Connection, InvalidArgumentError, type User } from "@connect-sdk/users";
import { findGroups, readMembers } from "./group-members.ts";

/** Conditions that an account in scope meets, all of them. */
export interface SyncScope {
  /** The start of the username; case does not matter. */
  readonly prefix?: string | undefined;
  readonly role?: UserRole | undefined;
  /** Name or guid of a group that the account is a member of. */
  readonly group?: string | undefined;
  /** The part of the e-mail address after the `@`. */
  readonly emailDomain?: string | undefined;
  /** Only accounts that were created before this time, so that new ones have time to get into the file. */
  readonly createdBefore?: string | Date | undefined;
}

/** Checks the scope of a caller. @throws InvalidArgumentError for an unknown condition, or for none. */
export function checkScope(scope: unknown): SyncScope {
  const roles = USER_ROLES.map((role) => `=${role}`).join("|");
  const rules = `prefix:string role:${roles} group:string emailDomain:string createdBefore:string|object`;
  const checked = checkInput<SyncScope>("scope", isObject(scope) ? scope : {}, rules);
  if (checked.createdBefore !== undefined) readTime(checked.createdBefore);
  if (Object.keys(checked).length > 0) return checked;
  throw new InvalidArgumentError('"scope" has no condition. Nothing was sent.', {
    argument: "scope",
    fix: "Pass prefix, role, group, emailDomain or createdBefore.",
  });
}

/** A scope that is ready to be asked. */
export interface Scope {
  includes(user: User): boolean;
}

/**
 * Reads what the conditions need: the members of the group.
 *
 * @throws NotFoundError if the group does not exist.
 */
export async function readScope(
  connection: Connection,
  { prefix, role, group, emailDomain, createdBefore }: SyncScope = {},
  options: CallOptions,
): Promise<Scope> {
  const start = prefix?.toLowerCase();
  const domain = emailDomain === undefined ? undefined : `@${emailDomain.replace(/^@/, "").toLowerCase()}`;
  const before = createdBefore === undefined ? undefined : readTime(createdBefore);
  const members = group === undefined ? undefined : await readGroup(connection, group, options);
  return {
    includes: (user) =>
      (start === undefined || user.username.toLowerCase().startsWith(start)) &&
      (role === undefined || user.user_role === role) &&
      (members === undefined || members.has(normalizeGuid(user.guid))) &&
      (domain === undefined || user.email.toLowerCase().endsWith(domain)) &&
      (before === undefined || Date.parse(user.created_time) < before),
  };
}

/** @throws InvalidArgumentError unless it is a time. */
export function readTime(time: string | Date): number {
  const given: unknown = time;
  const milliseconds = typeof given === "string" || given instanceof Date ? new Date(given).getTime() : NaN;
  if (!Number.isNaN(milliseconds)) return milliseconds;
  throw new InvalidArgumentError('"createdBefore" is not a time. Nothing was sent.', {
    argument: "createdBefore",
    fix: 'Pass a Date, or a date such as "2026-01-31".',
  });
}

async function readGroup(connection: Connection, name: string, options: CallOptions): Promise<ReadonlySet<string>> {
  const groups = await findGroups(connection, [name], options);
  const members = await readMembers(connection, groups.values(), options);
  return new Set([...members.values()].flat().map(({ guid }) => normalizeGuid(guid)));
}
