import type { UserRecord } from "@connect-sdk/api";
import type { FakeState } from "../state/fake-state.ts";
import { jsonOf, type UserEntry } from "../state/user-entry.ts";
import { isAdministrator, type Caller } from "./call.ts";
import type { ReadyJson } from "./handler-types.ts";

/** A user's record as the caller may see it. */
export function viewUser(state: FakeState, user: UserEntry, caller: Caller | undefined): UserRecord {
  const { record, externalId } = user;
  const insider = caller === undefined || isAdministrator(caller) || caller.user === user;
  if (insider && externalId !== undefined && state.version.has("externalId")) {
    return { ...record, external_id: externalId };
  }
  // Real server: unknown whether a hidden address is empty or absent, assumed empty.
  return !insider && state.options.settings.hideEmails ? { ...record, email: "" } : record;
}

/** Many of them. */
export function viewUsers(state: FakeState, users: readonly UserEntry[], caller: Caller): UserRecord[] {
  return users.map((user) => viewUser(state, user, caller));
}

/** What is answered with a user. */
export function showUser(
  state: FakeState,
  user: UserEntry,
  caller: Caller,
): { status: 200; body: UserRecord; json: string } {
  const body = viewUser(state, user, caller);
  return { status: 200, body, json: jsonOf(user, body) };
}

/** Which part of a list is shown. */
interface Part {
  readonly page: number;
  readonly total: number;
}

/** What is answered with a page of users. */
export function showUsers(
  state: FakeState,
  users: readonly UserEntry[],
  caller: Caller,
  { page, total }: Part,
): { status: 200; body: { results: UserRecord[]; current_page: number; total: number }; json?: ReadyJson } {
  const results = viewUsers(state, users, caller);
  const reply = { status: 200, body: { results, current_page: page, total } } as const;
  // Whoever sees less than there is, or more, gets JSON of their own.
  if (users.some((user, index) => results[index] !== user.record)) return reply;
  const after = `],"current_page":${page},"total":${total}}`;
  return { ...reply, json: state.users.listBytes('{"results":[', users, after) };
}
