import type { FlagParametersForType, TypedPositionalParameters } from "@stricli/core";
import type { ParseContext } from "./command.ts";
import { ACCOUNT_STATUSES, type AccountStatus, USER_ROLES, type UserRole } from "@connect-sdk/api";
import type { FindUser } from "@connect-sdk/users";

const parameter = { brief: "guid, username or e-mail address, exactly", placeholder: "USER", parse: String };

/** One USER. */
export const userArgument: TypedPositionalParameters<[string], ParseContext> = {
  kind: "tuple",
  parameters: [parameter],
};

/** Any number of USERs: a file may name them too. */
export const userArguments: TypedPositionalParameters<string[], ParseContext> = {
  kind: "array",
  parameter,
};

/** A file with users. */
export const namesFileFlag: FlagParametersForType<{ file?: string | undefined }> = {
  file: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "FILE|-",
    brief: "Read users from a file, one per line",
  },
};

/** Flags that choose among users. */
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
    brief: "Only users whose username, first or last name starts like this",
  },
};

/** The conditions of a search, from its flags. */
export function userFilter({ role, status, prefix }: UserFilterFlags): FindUser {
  return {
    ...(role !== undefined && role.length > 0 && { user_role: role }),
    ...(status !== undefined && status.length > 0 && { account_status: status }),
    ...(prefix !== undefined && { prefix }),
  };
}

/** Flags for the fields of a user that can be changed. */
export interface UserFieldFlags {
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly role?: UserRole | undefined;
}

export const userFieldFlags: FlagParametersForType<UserFieldFlags> = {
  username: { kind: "parsed", parse: String, optional: true, placeholder: "NAME", brief: "Username" },
  email: { kind: "parsed", parse: String, optional: true, placeholder: "EMAIL", brief: "E-mail address" },
  firstName: { kind: "parsed", parse: String, optional: true, placeholder: "NAME", brief: "First name" },
  lastName: { kind: "parsed", parse: String, optional: true, placeholder: "NAME", brief: "Last name" },
  role: { kind: "enum", values: USER_ROLES, optional: true, placeholder: "ROLE", brief: "Role" },
};

/** The wire fields that the flags name; those that were left out stay out. */
export interface UserFields {
  username?: string;
  email?: string;
  first_name?: string;
  last_name?: string;
  user_role?: UserRole;
}

export function userFields({ username, email, firstName, lastName, role }: UserFieldFlags): UserFields {
  return {
    ...(username !== undefined && { username }),
    ...(email !== undefined && { email }),
    ...(firstName !== undefined && { first_name: firstName }),
    ...(lastName !== undefined && { last_name: lastName }),
    ...(role !== undefined && { user_role: role }),
  };
}

/** The fields of users that a table shows. */
export const USER_COLUMNS = [
  "username",
  "first_name",
  "last_name",
  "email",
  "user_role",
  "locked",
  "active_time",
] as const;

/** All fields of users, for CSV. */
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

/** How a user is named to a person: `Jo Doe (jdoe)`, or the username alone. */
export function displayName(user: { username: string; first_name: string; last_name: string }): string {
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  return name === "" ? user.username : `${name} (${user.username})`;
}
