import { Problem } from "../errors/problem.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { UserEntry } from "../state/user-entry.ts";
import type { Caller } from "./call.ts";

/** The user with a guid, as far as the caller can know of them; otherwise the `Problem` that there is none. */
export function findUser(state: FakeState, guid: string, caller: Caller): UserEntry {
  const user = state.users.get(guid);
  if (user === undefined || (seesOnlySelf(state, caller) && user !== caller.user)) {
    throw new Problem("ObjectDoesNotExist", "There is no such user.");
  }
  return user;
}

/** Whether all other users are hidden from the caller. */
export function seesOnlySelf(state: FakeState, caller: Caller): boolean {
  return state.options.settings.viewersSeeOnlyThemselves && caller.role === "viewer";
}
