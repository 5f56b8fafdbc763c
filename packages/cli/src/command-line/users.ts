import { ACCOUNT_STATUSES, type AccountStatus, USER_ROLES, type UserRole } from "@connect-sdk/api";
import type { FindUser } from "@connect-sdk/users";
import type { FlagParametersForType, TypedPositionalParameters } from "@stricli/core";
import { readText } from "../import-file/text.ts";
import type { RowFlags } from "../terminal/result.ts";
import type { ParseContext } from "./command.ts";

// What the commands about users have in common: arguments, flags, and how a user is shown.

const parameter = { brief: "exact guid, username or e-mail address", placeholder: "USER", parse: String };

/** One USER. */
export const userArgument: TypedPositionalParameters<[string], ParseContext> = {
  kind: "tuple",
  parameters: [parameter],
};

/** Any number of USERs. None is valid with a file of them. */
export const userArguments: TypedPositionalParameters<string[], ParseContext> = {
  kind: "array",
  parameter,
};

/** Flags that filter users. */
export interface UserFilterFlags {
  readonly role?: readonly UserRole[] | undefined;
  readonly status?: readonly AccountStatus[] | undefined;
  readonly prefix?: string | undefined;
}

export const userFilterFlags: FlagParametersForType<UserFilterFlags> = {
  role: {
    kind: "enum",
    values: USER_ROLES,
    optional: true,
    variadic: "|",
    placeholder: "ROLE",
    brief: "Only these roles",
  },
  status: {
    kind: "enum",
    values: ACCOUNT_STATUSES,
    optional: true,
    variadic: "|",
    placeholder: "STATUS",
    brief: "Only these account statuses",
  },
  prefix: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "TEXT",
    brief: "Only users whose username, first name or last name starts with this",
  },
};

/** Returns the conditions of a search. */
export function userFilter({ role, status, prefix }: UserFilterFlags): FindUser {
  return {
    ...(role !== undefined && role.length > 0 && { user_role: role }),
    ...(status !== undefined && status.length > 0 && { account_status: status }),
    ...(prefix !== undefined && { prefix }),
  };
}

/** Returns the limit of a search. Sorted users must all be read before the first ones are known. */
export function readLimit({ limit, sort }: RowFlags): { limit?: number } {
  return limit === undefined || sort !== undefined ? {} : { limit };
}

/** Flags for the editable fields of a user. */
export interface UserFieldFlags {
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly role?: UserRole | undefined;
}

export const userFieldFlags: FlagParametersForType<UserFieldFlags> = {
  username: { kind: "parsed", parse: readIdentifier, optional: true, placeholder: "NAME", brief: "Username" },
  email: { kind: "parsed", parse: readIdentifier, optional: true, placeholder: "EMAIL", brief: "E-mail address" },
  firstName: { kind: "parsed", parse: readName, optional: true, placeholder: "NAME", brief: "First name" },
  lastName: { kind: "parsed", parse: readName, optional: true, placeholder: "NAME", brief: "Last name" },
  role: { kind: "enum", values: USER_ROLES, optional: true, placeholder: "ROLE", brief: "Role" },
};

/** Reads a username or an e-mail address. */
export function readIdentifier(text: string): string {
  return readText(text, { identifier: true });
}

function readName(text: string): string {
  return readText(text, { identifier: false });
}

/** The editable fields of a user, as on the wire. */
export interface UserFields {
  username?: string;
  email?: string;
  first_name?: string;
  last_name?: string;
  user_role?: UserRole;
}

/** Returns the wire fields of the flags that are set. */
export function userFields({ username, email, firstName, lastName, role }: UserFieldFlags): UserFields {
  return {
    ...(username !== undefined && { username }),
    ...(email !== undefined && { email }),
    ...(firstName !== undefined && { first_name: firstName }),
    ...(lastName !== undefined && { last_name: lastName }),
    ...(role !== undefined && { user_role: role }),
  };
}

/** Columns of a table of users. */
export const USER_COLUMNS = [
  "username",
  "first_name",
  "last_name",
  "email",
  "user_role",
  "locked",
  "active_time",
] as const;

/** All fields of a user, for CSV. */
export const USER_FIELDS = [
  "guid",
  "username",
  "email",
  "first_name",
  "last_name",
  "user_role",
  "locked",
  "confirmed",
  "active_time",
  "created_time",
  "updated_time",
  "external_id",
] as const;

/** Returns a user's name for people: `Jo Doe (jdoe)`, or only the username. */
export function displayName(user: { username: string; first_name: string; last_name: string }): string {
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  return name === "" ? user.username : `${name} (${user.username})`;
}
