import type { UserRecord, UserRole } from "@connect-sdk/api";
import type { FakeState } from "../state/fake-state.ts";

/** Which key is wanted. */
export interface KeyOptions {
  /** The role of the key, if it is to be weaker than its user. */
  user_role?: UserRole;
}

const NAME = "fake";

/** The text of an API key of a user's: the same one every time, unless it was deleted. */
export function keyFor(state: FakeState, who: string | Pick<UserRecord, "guid">, options: KeyOptions): string {
  const guid = typeof who === "string" ? who : who.guid;
  const user = state.users.get(guid) ?? state.users.byUsername(guid);
  if (user === undefined) throw new TypeError(`keyFor(): there is no user ${JSON.stringify(guid)}.`);
  const { guid: userGuid, user_role } = user.record;
  const role = options.user_role ?? user_role;
  const existing = state.keys
    .ofUser(userGuid)
    .find((key) => key.name === NAME && key.role === role && key.expiresAt === null);
  const createdTime = state.clock.timestamp;
  return state.keys.secretOf(
    existing ?? state.keys.create({ userGuid, name: NAME, role, createdTime, expiresAt: null }),
  );
}
