import type { components } from "@connect-sdk/api/schema";
import { ApiProblem } from "../errors.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredServiceToken } from "../state/token-stores.ts";
import { readExpiry } from "./keys.ts";
import type { HandlerMap } from "./operation.ts";

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
