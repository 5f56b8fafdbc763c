import type { AccountStatus, UserRole } from "@connect-sdk/api";
import { type AnyOf, connect, type FindUser } from "@connect-sdk/users";
import { expectTypeOf } from "vitest";

const { users } = connect();
const signal = AbortSignal.timeout(1_000);

// Roles: one, some joined by a bar in any order, or an array.
expectTypeOf<Extract<AnyOf<UserRole>, string>>().toEqualTypeOf<
  | UserRole
  | "administrator|publisher"
  | "administrator|viewer"
  | "publisher|administrator"
  | "publisher|viewer"
  | "viewer|administrator"
  | "viewer|publisher"
  | "administrator|publisher|viewer"
  | "administrator|viewer|publisher"
  | "publisher|administrator|viewer"
  | "publisher|viewer|administrator"
  | "viewer|administrator|publisher"
  | "viewer|publisher|administrator"
>();
void users.find({ user_role: "viewer" });
void users.find({ user_role: "viewer|publisher" });
void users.find({ user_role: ["viewer", "publisher"] });
void users.find({ user_role: [] });
declare const roles: readonly UserRole[];
declare const role: UserRole;
declare const anyString: string;
void users.find({ user_role: roles });
void users.find({ user_role: role });

// @ts-expect-error a misspelled role
void users.find({ user_role: "viewr" });
// @ts-expect-error a misspelled role behind the bar
void users.find({ user_role: "viewer|publsher" });
// @ts-expect-error a misspelled role in the array
void users.find({ user_role: ["viewer", "publsher"] });
// @ts-expect-error the same role twice
void users.find({ user_role: "viewer|viewer" });
// @ts-expect-error a bar with nothing behind it
void users.find({ user_role: "viewer|" });
// @ts-expect-error an empty string
void users.find({ user_role: "" });
// @ts-expect-error spaces around the bar
void users.find({ user_role: "viewer | publisher" });
// @ts-expect-error a comma in place of the bar
void users.find({ user_role: "viewer,publisher" });
// @ts-expect-error a joined string in an array
void users.find({ user_role: ["viewer|publisher"] });
// @ts-expect-error any string: it might be misspelled
void users.find({ user_role: anyString });
// @ts-expect-error null is not a role
void users.find({ user_role: null });

// Statuses.
expectTypeOf<NonNullable<FindUser["account_status"]>>().toEqualTypeOf<AnyOf<AccountStatus>>();
void users.find({ account_status: "locked|inactive" });
void users.find({ account_status: ["licensed"] });
// @ts-expect-error a status that does not exist
void users.find({ account_status: "active" });
// @ts-expect-error the same status twice
void users.find({ account_status: "locked|licensed|locked" });

// The other conditions, any of which may be undefined.
void users.find({ prefix: undefined, user_role: undefined, account_status: undefined, sort: "username" });
void users.find({ prefix: "jo", sort: "active_time", asc_order: false });
// @ts-expect-error a condition that does not exist
void users.find({ role: "viewer" });
// @ts-expect-error a field that the server cannot sort by
void users.find({ sort: "email" });
// @ts-expect-error the caller cannot select pages
void users.find({ page_number: 2 });
// @ts-expect-error options come last
void users.find({ limit: 10 });

// Options.
void users.find({}, { limit: 10, concurrency: 2, signal });
void users.find(undefined, { limit: undefined, concurrency: undefined, signal: undefined });
void users.findOne({ prefix: "jo" }, { signal });
void users.count({ account_status: "licensed" }, { signal });
// @ts-expect-error a misspelled option
void users.find({}, { limt: 10 });
// @ts-expect-error findOne() has no limit
void users.findOne({}, { limit: 10 });
// @ts-expect-error a number is not a signal
void users.count({}, { signal: 5 });
