import type { UserRecord } from "@connect-sdk/api";
import { Problem } from "../errors/problem.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { UserSelection } from "../state/user-index.ts";
import { callerOf, isAdministrator, type Caller } from "./call.ts";
import { writeCsv } from "./csv.ts";
import { seesOnlySelf } from "./find-object.ts";
import type { HandlerMap, InputOf } from "./handler-types.ts";
import { showUsers, viewUsers } from "./user-view.ts";

type Query = InputOf<"getUsers">["query"];

/** Lists or searches users. */
export const listUsers = {
  getUsers(state, { query }, call) {
    const caller = callerOf(call);
    if (
      query.account_status !== undefined &&
      !isAdministrator(caller) &&
      !state.version.has("statusFilterForEveryone")
    ) {
      throw new Problem("PermissionDenied", "Only administrators can filter by account status.");
    }
    if (call.wantsCsv && state.version.has("userCsv")) return { status: 200, csv: listAsCsv(state, query, caller) };
    const { page_number: page, page_size: size } = query;
    const { users, total } = select(state, query, caller, (page - 1) * size, size);
    return showUsers(state, users, caller, { page, total });
  },
} satisfies HandlerMap<"getUsers">;

function listAsCsv(state: FakeState, query: Query, caller: Caller): string {
  // Real server: unknown what others are told, assumed that they may not do this.
  if (!isAdministrator(caller)) throw new Problem("PermissionDenied", "Only administrators can get users as CSV.");
  const { users } = select(state, query, caller, 0, Infinity);
  return writeCsv(CSV_COLUMNS, viewUsers(state, users, caller));
}

// Real server: the columns are unknown, assumed to be the fields of a user.
const CSV_COLUMNS = [
  "guid",
  "email",
  "username",
  "first_name",
  "last_name",
  "user_role",
  "created_time",
  "updated_time",
  "active_time",
  "confirmed",
  "locked",
] as const satisfies readonly (keyof UserRecord)[];

function select(state: FakeState, query: Query, caller: Caller, offset: number, limit: number): UserSelection {
  const { prefix, user_role: roles, account_status: statuses, asc_order: ascending, sort } = query;
  const selection = { roles, statuses, sort, ascending, offset, limit };
  if (seesOnlySelf(state, caller)) return selectSelf(state, query, caller, offset);
  if (prefix === undefined) return state.users.find(selection);
  const found = state.users.search({
    ...selection,
    prefix,
    providerKeyPrefix: state.version.has("providerKeyPrefix"),
    offset: 0,
  });
  // A search has no second page: whatever did not fit is not reached.
  return offset === 0 ? found : { users: [], total: found.total };
}

function selectSelf(state: FakeState, query: Query, { user }: Caller, offset: number): UserSelection {
  const { prefix, user_role: roles, account_status: statuses } = query;
  const start = prefix?.toLowerCase() ?? "";
  const matches =
    [user.username, user.firstName, user.lastName].some((field) => field.startsWith(start)) &&
    (roles?.includes(user.record.user_role) ?? true) &&
    (statuses?.includes(state.users.statusOf(user)) ?? true);
  return { users: matches && offset === 0 ? [user] : [], total: matches ? 1 : 0 };
}
