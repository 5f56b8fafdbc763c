/** The conditions that users are found by: their types, their check, and the query that they become. */
import {
  ACCOUNT_STATUSES,
  type AccountStatus,
  InvalidArgumentError,
  USER_ROLES,
  type UserRole,
} from "@connect-sdk/api";
import { checkInput, checkValue, endpoints, printable } from "@connect-sdk/api/internal";
import type { operations } from "@connect-sdk/api/schema";

/** Which users to find. A user has to meet every condition. Without conditions all users are found, even locked ones. */
export interface FindUser {
  /**
   * The start of the username, first name or last name. Not case-sensitive. On a server with a directory, even the whole
   * distinguished name or provider id.
   */
  prefix?: string | undefined;
  /** The role, or any of several: `"viewer"`, `"viewer|publisher"`, `["viewer", "publisher"]`. */
  user_role?: AnyOf<UserRole> | undefined;
  /**
   * `locked`; `licensed` (not locked, and active in the period that the license counts, a year by default); `inactive` (neither).
   * Or any of several. Older servers accept it from administrators only.
   */
  account_status?: AnyOf<AccountStatus> | undefined;
  /** The order. Default: first name, then last name, username and e-mail; with `prefix`, the most similar first. Servers before 2026 ignore it. */
  sort?: UserSort | undefined;
  /** `false` reverses the order. Default: true. */
  asc_order?: boolean | undefined;
}

/** Any of some values: one, several joined by `|` (`"viewer|publisher"`), or an array of them. */
export type AnyOf<Value extends string> = Joined<Value> | readonly Value[];

/** Every way to join some or all of the values, each once. */
type Joined<Value extends string, First extends Value = Value> = First extends Value
  ? First | `${First}|${Joined<Exclude<Value, First>>}`
  : never;

/** The fields that users can be sorted by. */
export type UserSort = NonNullable<UserQuery["sort"]>;

export type UserQuery = NonNullable<operations["getUsers"]["parameters"]["query"]>;

/** The query parameters without the page, and with the ways to write several values. */
const FIELDS = (endpoints["/v1/users"]?.GET?.fields ?? "")
  .replace(/page_\w+:\S+ /g, "")
  .replace(/\[\]\S+/g, "string|array");

/**
 * Returns the conditions as query parameters.
 *
 * @throws InvalidArgumentError for an unknown condition or value. Ignoring it would find every user.
 */
export function toQuery(conditions: FindUser): UserQuery {
  const { prefix, user_role, account_status, ...order } = checkInput(
    "conditions",
    conditions,
    FIELDS,
    adviseOnCondition,
  );
  return {
    ...order,
    // The server would treat an empty prefix as a search, which has one page only.
    ...(prefix !== undefined && prefix !== "" && { prefix }),
    ...(user_role !== undefined && { user_role: anyOf("user_role", user_role, USER_ROLES) }),
    ...(account_status !== undefined && {
      account_status: anyOf("account_status", account_status, ACCOUNT_STATUSES),
    }),
  };
}

/** Returns the values as a new array. An empty one would match every user. */
function anyOf<Value extends string>(
  argument: string,
  given: string | readonly string[],
  all: readonly Value[],
): Value[] {
  const values = checkValue(argument, typeof given === "string" ? given.split("|") : given, "[]string");
  const isKnown = (value: string): value is Value => all.some((each) => each === value);
  if (values.length > 0 && values.every(isKnown)) return [...values];
  throw new InvalidArgumentError(`${argument} is "${printable(values.join("|"))}", so nothing was sent.`, {
    argument,
    fix: `Pass at least one of ${all.join(", ")}, or leave it out.`,
  });
}

/** Says how to find users by what is no condition. */
function adviseOnCondition(name: string, value: unknown): string | undefined {
  const field = name.replace(/_/g, "").toLowerCase();
  const shown = typeof value === "string" ? printable(value, 100) : "…";
  if (/^(guid|id|username|user|name|e?-?mail(address)?|login)$/.test(field)) return `Use lookup("${shown}").`;
  if (/^(first|last|display|full)name$|^(external|unique)id$/.test(field)) {
    return `Use prefix: "${shown}", and compare the users that it finds.`;
  }
  if (/^(is)?(locked|active|licensed|inactive)$/.test(field)) return 'Use account_status: "locked|licensed|inactive".';
  return /^(limit|concurrency|signal)$/.test(field) ? "It is an option: pass it in the second argument." : undefined;
}
