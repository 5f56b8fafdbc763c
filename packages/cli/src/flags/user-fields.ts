import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import type { FlagParametersForType } from "@stricli/core";

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
