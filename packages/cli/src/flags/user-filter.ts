import { ACCOUNT_STATUSES, USER_ROLES, type AccountStatus, type UserRole } from "@connect-sdk/api";
import type { FindUser } from "@connect-sdk/users";
import type { FlagParametersForType } from "@stricli/core";

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
