import {
  ACCOUNT_STATUSES,
  type AccountStatus,
  InvalidArgumentError,
  USER_ROLES,
  type UserRole,
} from "@connect-sdk/api";
import type { operations } from "@connect-sdk/api/schema";
import type { CallOptions } from "./call-options.ts";
import { defined } from "./defined.ts";

/** Any of some values: one, several joined by `|` (`"viewer|publisher"`), or an array of them. */
export type AnyOf<Value extends string> = Joined<Value> | readonly Value[];

/** What a list of users can be sorted by. */
export type UserSort = NonNullable<UserQuery["sort"]>;

/** Which users to find. All conditions have to be met; without any, everybody is found, locked users too. */
export interface FindUser {
  /**
   * How the username, the first name or the last name begins, in upper or lower case. On a server with a directory, also the
   * whole distinguished name or provider id.
   */
  prefix?: string | undefined;
  /** The role, or any of several: `"viewer"`, `"viewer|publisher"`, `["viewer", "publisher"]`. */
  user_role?: AnyOf<UserRole> | undefined;
  /**
   * `locked`; `licensed` (not locked, and active in the period that the licence counts, a year by default); `inactive` (neither).
   * Or any of several. Older servers let only administrators ask for it.
   */
  account_status?: AnyOf<AccountStatus> | undefined;
  /** The order. Default: first name, then last name, username and e-mail; with `prefix`, the most similar first. Servers since 2026; older ones ignore it. */
  sort?: UserSort | undefined;
  /** `false` turns the order round. */
  asc_order?: boolean | undefined;
}

/** How to find. */
export interface FindOptions extends CallOptions {
  /** The most users to find. Default: all. */
  limit?: number | undefined;
  /** The most requests at a time. Default: 6. */
  concurrency?: number | undefined;
}

/** The query of `GET /v1/users`. */
export type UserQuery = NonNullable<operations["getUsers"]["parameters"]["query"]>;

/** The conditions as the server takes them. Nothing that is `undefined` is in it. */
export function toQuery({ prefix, user_role, account_status, sort, asc_order }: FindUser): UserQuery {
  return defined({
    // An empty prefix is none: the server would page it as badly as any other.
    prefix: prefix === "" ? undefined : prefix,
    user_role: anyOf("user_role", user_role, USER_ROLES),
    account_status: anyOf("account_status", account_status, ACCOUNT_STATUSES),
    sort,
    asc_order,
  });
}

/** Every way to join some or all of the values, each once. */
type Joined<Value extends string, First extends Value = Value> = First extends Value
  ? First | `${First}|${Joined<Exclude<Value, First>>}`
  : never;

/** The values as an array. Callers without types may pass anything, and a filter that says nothing would select everybody. */
function anyOf<Value extends string>(
  argument: string,
  given: string | readonly string[] | undefined,
  all: readonly Value[],
): Value[] | undefined {
  if (given === undefined) return undefined;
  const values = typeof given === "string" ? given.split("|") : given;
  const isKnown = (value: string): value is Value => all.some((each) => each === value);
  if (values.length > 0 && values.every(isKnown)) return [...values];
  throw new InvalidArgumentError(`${argument} is "${values.join("|")}", so nothing was sent.`, {
    argument,
    fix: `Name at least one of ${all.join(", ")}, or leave it out.`,
  });
}
