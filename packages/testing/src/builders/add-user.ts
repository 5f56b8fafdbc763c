import type { UserRecord } from "@connect-sdk/api";
import { viewUser } from "../operations/users.ts";
import { isGuid } from "../state/ids.ts";
import type { FakeState } from "../state/fake-state.ts";
import { generatePerson } from "../state/people.ts";
import { ROLES } from "../state/user-search/user-entry.ts";
import { readTime, refuseUnknown } from "./refuse-unknown.ts";

/** The fields of a user that are not to be made up. */
export type UserDetails = Partial<UserRecord>;

const FIELDS: readonly string[] = [
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
  "guid",
  "external_id",
] satisfies (keyof UserRecord)[];

/**
 * Puts a user into the state, past all permissions. What is not given is made up: a name, an address at example.com; the
 * role is `viewer`, and the user was never active.
 */
export function addUser(state: FakeState, details: UserDetails): UserRecord {
  refuseUnknown("addUser", details, FIELDS);
  const { external_id: externalId, ...given } = details;
  const person = pickPerson(state);
  const username = given.username ?? person.username;
  const now = state.clock.timestamp;
  const record: UserRecord = {
    email: given.email ?? `${username}@example.com`,
    username,
    first_name: given.first_name ?? person.first_name,
    last_name: given.last_name ?? person.last_name,
    user_role: given.user_role ?? "viewer",
    created_time: readTime("addUser", "created_time", given.created_time ?? now),
    updated_time: readTime("addUser", "updated_time", given.updated_time ?? given.created_time ?? now),
    active_time: typeof given.active_time === "string" ? readTime("addUser", "active_time", given.active_time) : null,
    confirmed: given.confirmed ?? true,
    locked: given.locked ?? false,
    guid: given.guid?.toLowerCase() ?? state.ids.guid("user", state.ids.next("user")),
  };
  check(state, record, externalId);
  return viewUser(state, state.users.add(record, externalId), undefined);
}

/** Somebody whose username is free. */
function pickPerson(state: FakeState): ReturnType<typeof generatePerson> {
  const { seed } = state.options;
  for (let number = state.users.size; ; number++) {
    const person = generatePerson(seed, number);
    if (state.users.byUsername(person.username) === undefined) return person;
  }
}

function check(state: FakeState, { guid, username, user_role }: UserRecord, externalId: string | undefined): void {
  if (!isGuid(guid)) throw new TypeError(`addUser(): guid is ${JSON.stringify(guid)}, which is not a UUID.`);
  if (!ROLES.includes(user_role))
    throw new TypeError(
      `addUser(): user_role is ${JSON.stringify(user_role)}, but must be one of ${ROLES.join(", ")}.`,
    );
  if (username === "") throw new TypeError("addUser(): username must not be empty.");
  if (state.users.get(guid) !== undefined)
    throw new TypeError(`addUser(): there is a user with the guid ${guid} already.`);
  if (state.users.byUsername(username) !== undefined) {
    throw new TypeError(`addUser(): there is a user with the username ${JSON.stringify(username)} already.`);
  }
  if (externalId !== undefined && state.users.byExternalId(externalId) !== undefined) {
    throw new TypeError(`addUser(): there is a user with the external_id ${JSON.stringify(externalId)} already.`);
  }
}
