import type { ApiKeyRecord } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import { formatTime } from "../state/clock.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredKey } from "../state/key-store.ts";
import { hasRole, type Caller, type HandlerMap } from "./operation.ts";

/** API keys. Users manage their own keys only, administrators included. */
export const keyHandlers = {
  listKeys(state, { path }, { caller }) {
    requireSelf(caller, path.guid);
    return { status: 200, body: keysOf(state, path.guid).map((key) => viewKey(state, key)) };
  },

  createKey(state, { path, body }, { caller }) {
    requireSelf(caller, path.guid);
    if (body.name.trim() === "") throw new ApiProblem("InvalidKeyName");
    // Real server: unknown whether a weaker key can create a stronger one, assumed not.
    const role = body.user_role ?? caller.role;
    if (!hasRole(caller, role)) throw new ApiProblem("InvalidKeyRole");
    const expiresAt = state.version.has("keyExpiry") ? readExpiry(state, body.expires_at) : null;
    const key = state.keys.create({
      userGuid: path.guid,
      name: body.name,
      role,
      createdTime: state.clock.timestamp,
      expiresAt,
    });
    return {
      status: 200,
      body: { ...viewKey(state, key), key: state.keys.secretOf(key) },
      audit: [{ action: "add_api_key", event: `Added API key ${key.name}` }],
    };
  },

  getKey(state, { path }, { caller }) {
    requireSelf(caller, path.guid);
    return { status: 200, body: viewKey(state, findKey(state, path.guid, path.id)) };
  },

  deleteKey(state, { path }, { caller }) {
    requireSelf(caller, path.guid);
    const key = findKey(state, path.guid, path.id);
    state.keys.delete(key);
    return { status: 204, audit: [{ action: "remove_api_key", event: `Removed API key ${key.name}` }] };
  },
} satisfies HandlerMap<"listKeys" | "createKey" | "getKey" | "deleteKey">;

function requireSelf(caller: Caller, guid: string): void {
  if (caller.user.record.guid !== guid) {
    throw new ApiProblem("PermissionDenied", "Users can manage their own API keys only.");
  }
}

/** Returns the keys that a user has created. Real server: unknown whether keys of visitors are listed, assumed not. */
function keysOf(state: FakeState, guid: string): StoredKey[] {
  return state.keys.ofUser(guid).filter(({ visitor }) => visitor === undefined);
}

/** Returns when a key or token expires. Throws an `ApiProblem` for a time that has passed. */
export function readExpiry(state: FakeState, expiresAt: string | null | undefined): string | null {
  if (expiresAt === undefined || expiresAt === null) return null;
  // Real server: the code is unknown.
  if (state.clock.hasReached(expiresAt)) throw new ApiProblem("InvalidParameter", "expires_at must be in the future.");
  return formatTime(Date.parse(expiresAt));
}

function findKey(state: FakeState, guid: string, id: string): StoredKey {
  const key = keysOf(state, guid).find((candidate) => String(candidate.id) === id);
  if (key === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such API key.");
  return key;
}

/** Returns a key's record, with all but the last characters of its secret masked. */
export function viewKey(state: FakeState, key: StoredKey): ApiKeyRecord {
  return {
    id: String(key.id),
    name: key.name,
    key: `********${state.keys.secretOf(key).slice(-4)}`,
    user_role: key.role,
    created_time: key.createdTime,
    // Real server: unknown what it returns for a key that was never used, assumed no field.
    ...(key.activeTime !== null && { active_time: key.activeTime }),
    ...(state.version.has("keyExpiry") && { expires_at: key.expiresAt }),
  };
}
