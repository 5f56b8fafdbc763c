import type { ApiKeyRecord } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import { formatTime } from "../state/clock.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredKey, StoredServiceToken } from "../state/key-store.ts";
import { hasRole, type Caller, type HandlerMap } from "./operation.ts";
import type { components } from "@connect-sdk/api/schema";

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

/** Service tokens. Which operations they can call is in the document. */
export const serviceTokenHandlers = {
  listServiceTokens(state) {
    return { status: 200, body: state.serviceTokens.all().map(viewToken) };
  },

  createServiceToken(state, { body }) {
    if (body.name.trim() === "") throw new ApiProblem("InvalidParameter", "name must not be blank.");
    const unknown = body.scopes.find((scope) => !SCOPES.some(({ name }) => name === scope));
    if (unknown !== undefined) throw new ApiProblem("InvalidParameter", `There is no scope ${unknown}.`);
    const expiresAt = readExpiry(state, body.expires_at);
    const token = addToken(state, { name: body.name, scopes: [...new Set(body.scopes)], expiresAt });
    return { status: 200, body: { ...viewToken(token), key: state.serviceTokens.secretOf(token) } };
  },

  listServiceTokenScopes() {
    return { status: 200, body: { scopes: [...SCOPES] } };
  },

  deleteServiceToken(state, { path }) {
    const token = state.serviceTokens.all().find(({ guid }) => guid === path.guid);
    if (token === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such service token.");
    state.serviceTokens.delete(token);
    return { status: 204 };
  },
} satisfies HandlerMap<"listServiceTokens" | "createServiceToken" | "listServiceTokenScopes" | "deleteServiceToken">;

// Real server: its documents contradict each other about which scopes there are, so all of them are offered.
const SCOPES: readonly components["schemas"]["ServiceTokenScope"][] = [
  { name: "identity:manage", description: "Provision users and groups with SCIM." },
  { name: "nameservice:read", description: "Read users and groups for a name service." },
  { name: "users:read", description: "List users." },
  { name: "groups:read", description: "List groups and their members." },
  { name: "server-settings:read", description: "List the installed languages." },
];

function addToken(
  state: FakeState,
  details: Pick<StoredServiceToken, "name" | "scopes" | "expiresAt">,
): StoredServiceToken {
  const id = state.ids.next("serviceToken");
  return state.serviceTokens.add({
    id,
    guid: state.ids.guid("serviceToken", id),
    ...details,
    createdTime: state.clock.timestamp,
    activeTime: null,
  });
}

function viewToken(token: StoredServiceToken): components["schemas"]["ServiceToken"] {
  return {
    guid: token.guid,
    name: token.name,
    scopes: [...token.scopes],
    created_time: token.createdTime,
    // Real server: unknown what it returns for a token that was never used, assumed no field.
    ...(token.activeTime !== null && { active_time: token.activeTime }),
    expires_at: token.expiresAt,
  };
}
