import type { ApiKeyRecord } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import { type Call, type Caller, type HandlerMap, callerOf } from "./operation.ts";
import { formatTime } from "../state/clock.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredKey } from "../state/key-store.ts";
import { rank } from "../state/user-search/user-entry.ts";

/** API keys, everyone's own. */
export const keyHandlers = {
  listKeys(state, { path }, call) {
    const { user } = self(call, path.guid);
    return { status: 200, body: state.keys.ofUser(user.record.guid).map((key) => viewKey(state, key)) };
  },

  createKey(state, { path, body }, call) {
    const { user, role } = self(call, path.guid);
    if (body.name.trim() === "") throw new ApiProblem("InvalidKeyName");
    // Real server: unknown whether a weaker key can make a stronger one, assumed not.
    const keyRole = body.user_role ?? role;
    if (rank(keyRole) > rank(role)) throw new ApiProblem("InvalidKeyRole");
    const expiresAt = state.version.has("keyExpiry") ? (body.expires_at ?? null) : null;
    const key = state.keys.create({
      userGuid: user.record.guid,
      name: body.name,
      role: keyRole,
      createdTime: state.clock.timestamp,
      expiresAt: expiresAt === null ? null : formatTime(Date.parse(expiresAt)),
    });
    return { status: 200, body: { ...viewKey(state, key), key: state.keys.secretOf(key) } };
  },

  getKey(state, { path }, call) {
    return { status: 200, body: viewKey(state, find(state, self(call, path.guid), path.id)) };
  },

  deleteKey(state, { path }, call) {
    state.keys.delete(find(state, self(call, path.guid), path.id));
    return { status: 204 };
  },
} satisfies HandlerMap<"listKeys" | "createKey" | "getKey" | "deleteKey">;

/** Nobody reaches anyone else's keys, administrators included. */
function self(call: Call, guid: string): Caller {
  const caller = callerOf(call);
  if (caller.user.record.guid !== guid)
    throw new ApiProblem("PermissionDenied", "Everyone manages their own API keys only.");
  return caller;
}

function find(state: FakeState, { user }: Caller, id: string): StoredKey {
  const key = state.keys.ofUser(user.record.guid).find((candidate) => String(candidate.id) === id);
  if (key === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such API key.");
  return key;
}

function viewKey(state: FakeState, key: StoredKey): ApiKeyRecord {
  return {
    id: String(key.id),
    name: key.name,
    key: `********${state.keys.secretOf(key).slice(-4)}`,
    user_role: key.role,
    created_time: key.createdTime,
    // Real server: unknown what it sends for a key that was never used, assumed nothing.
    ...(key.activeTime !== null && { active_time: key.activeTime }),
    ...(state.version.has("keyExpiry") && { expires_at: key.expiresAt }),
  };
}
