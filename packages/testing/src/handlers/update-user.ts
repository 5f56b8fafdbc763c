import type { UserRecord } from "@connect-sdk/api";
import { Problem } from "../errors/problem.ts";
import type { FakeState } from "../state/fake-state.ts";
import { rank, type UserEntry } from "../state/user-entry.ts";
import { callerOf, isAdministrator, type Caller } from "./call.ts";
import { findUser } from "./find-object.ts";
import type { HandlerMap } from "./handler-types.ts";
import { checkDetails, checkUsername } from "./user-rules.ts";

type Changes = Partial<Pick<UserRecord, (typeof EDITABLE)[number]>>;

const EDITABLE = ["email", "username", "first_name", "last_name", "user_role"] as const;

/** Changes a user. */
export const updateUser = {
  updateUser(state, { path, body }, call) {
    const caller = callerOf(call);
    const user = findUser(state, path.guid, caller);
    if (!isAdministrator(caller) && user !== caller.user) throw new Problem("PermissionDenied");
    // Clients may send what they do not mean to change: only what differs has to be permitted.
    const changes: Changes = Object.fromEntries(
      EDITABLE.flatMap((field) =>
        body[field] === undefined || body[field] === user.record[field] ? [] : [[field, body[field]]],
      ),
    );
    checkRole(state, user, changes, caller);
    checkFields(state, changes, caller);
    if (body.email === "" && state.options.provider === "password") throw new Problem("UserBlankEmail");
    if (Object.keys(changes).length > 0) state.users.change(user, { ...changes, updated_time: state.clock.timestamp });
    const { email, username, first_name, last_name, user_role, updated_time } = user.record;
    return { status: 200, body: { email, username, first_name, last_name, user_role, updated_time } };
  },
} satisfies HandlerMap<"updateUser">;

function checkRole(state: FakeState, user: UserEntry, { user_role: role }: Changes, caller: Caller): void {
  if (role === undefined) return;
  const { user_role: current } = user.record;
  // Real server: the code is unknown, assumed from its text. Nobody can raise themselves, not even with a weaker key.
  if (user === caller.user && rank(role) > rank(current)) throw new Problem("InvalidRoleAssignment");
  // Real server: unknown whether a locked administrator counts as remaining, assumed yes.
  if (current === "administrator" && state.users.count(["administrator"]) === 1) throw new Problem("SoleAdminDemotion");
}

function checkFields(state: FakeState, changes: Changes, caller: Caller): void {
  const { provider, settings } = state.options;
  const details = [changes.email, changes.first_name, changes.last_name].some((value) => value !== undefined);
  // Real server: unknown which provider lets which field be changed; assumed that directories keep what they supply.
  if (changes.username !== undefined && DIRECTORIES.has(provider)) throw new Problem("NoUsernameChange");
  if (details && DIRECTORIES.has(provider)) throw new Problem("ImmutableUserField");
  if (
    (details || changes.username !== undefined) &&
    settings.userInfoEditableBy === "admin" &&
    !isAdministrator(caller)
  ) {
    throw new Problem("PermissionDenied");
  }
  checkDetails(state, changes);
  if (changes.username !== undefined) checkUsername(state, changes.username);
}

const DIRECTORIES: ReadonlySet<string> = new Set(["ldap", "oauth2-google"]);
