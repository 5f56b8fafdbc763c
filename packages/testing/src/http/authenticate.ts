import { ApiProblem } from "../errors.ts";
import type { Caller } from "../operations/operation.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredKey } from "../state/key-store.ts";
import { weaker, type UserEntry } from "../state/user-search/user-entry.ts";
import type { WireRequest } from "./wire-request.ts";

/** How long a user counts as active before a request of theirs is noted again. */
const ACTIVITY_MINUTES = 5;

/**
 * Finds out whom a request comes from, and notes that they were active.
 *
 * @returns undefined if the request has no credential.
 * @throws ApiProblem if it has one that is not valid, or whose user is locked.
 */
export function authenticate(state: FakeState, request: WireRequest): Caller | undefined {
  const secret = readCredential(state, request);
  if (secret === undefined) return undefined;
  const key = state.keys.bySecret(secret);
  const user = key && state.users.get(key.userGuid);
  if (key === undefined || user === undefined) throw new ApiProblem("InvalidLogin");
  if (key.expiresAt !== null && Date.parse(key.expiresAt) <= state.clock.milliseconds) {
    state.keys.delete(key);
    throw new ApiProblem("InvalidLogin");
  }
  // Real server: unknown, assumed status 403 and code 50 for every operation.
  if (user.record.locked) throw new ApiProblem("UserLocked");
  noteActivity(state, key, user);
  return { user, key, role: weaker(key.role, user.record.user_role) };
}

// Real server: the licence also limits who may sign in; assumed that a key that exists can be used.
function noteActivity(state: FakeState, key: StoredKey, user: UserEntry): void {
  const now = state.clock.timestamp;
  const { active_time } = user.record;
  if (key.activeTime === now && active_time === now) return;
  const recently = state.clock.timestampBefore({ minutes: ACTIVITY_MINUTES });
  if (key.activeTime === null || key.activeTime < recently) key.activeTime = now;
  if (active_time === null || active_time < recently) state.users.change(user, { active_time: now });
}

/** The API key of a request. The second header is for servers behind a proxy that uses the first for itself. */
function readCredential(state: FakeState, request: WireRequest): string | undefined {
  // Empty is what a proxy sends that passes on a header that it did not get. Real server: unknown, assumed the same as none.
  const forwarded = request.header("x-rsc-authorization") ?? "";
  if (forwarded !== "") return forwarded.startsWith("Key ") ? forwarded.slice(4) : forwarded;
  const authorization = request.header("authorization");
  if (authorization === null) return undefined;
  if (authorization.startsWith("Key ")) return authorization.slice(4);
  // There is no authorization server in the fake: an API key passes for an access token of its user.
  if (authorization.startsWith("Bearer ") && state.version.has("bearerTokens")) return authorization.slice(7);
  // Real server: unknown what it makes of other schemes, assumed the same as no credential.
  return undefined;
}

/** The token of a bootstrap request. */
export function readBootstrapToken(request: WireRequest): string | undefined {
  const authorization = request.header("authorization");
  return authorization?.startsWith("Connect-Bootstrap ") === true
    ? authorization.slice("Connect-Bootstrap ".length)
    : undefined;
}
