import type { components } from "@connect-sdk/api/schema";
import { ApiProblem } from "../errors.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredOAuthSession } from "../state/oauth-store.ts";
import { isAdministrator, type Caller, type HandlerMap } from "./operation.ts";

/** Sessions of users with the services behind integrations. */
export const oauthSessionHandlers = {
  listOAuthSessions(state, { query }, { caller }) {
    if (query.all && !isAdministrator(caller)) throw new ApiProblem("PermissionDenied");
    const { guid } = caller.user.record;
    const sessions = [...state.oauth.sessions()].filter(({ user_guid }) => query.all || user_guid === guid);
    return { status: 200, body: sessions.map(viewSession) };
  },

  getOAuthSession(state, { path }, { caller }) {
    return { status: 200, body: viewSession(findSession(state, path.guid, caller)) };
  },

  deleteOAuthSession(state, { path }, { caller }) {
    state.oauth.deleteSession(findSession(state, path.guid, caller));
    return { status: 204 };
  },
} satisfies HandlerMap<"listOAuthSessions" | "getOAuthSession" | "deleteOAuthSession">;

function findSession(state: FakeState, guid: string, caller: Caller): StoredOAuthSession {
  const session = state.oauth.session(guid);
  if (session === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such session.");
  if (session.user_guid !== caller.user.record.guid && !isAdministrator(caller)) {
    throw new ApiProblem("PermissionDenied", "Only administrators can access the sessions of other users.");
  }
  return session;
}

/** Returns a session without its credential. */
export function viewSession(session: StoredOAuthSession): components["schemas"]["OAuthSession"] {
  const { id, guid, user_guid, oauth_integration_guid, has_refresh_token, created_time, updated_time } = session;
  return { id, guid, user_guid, oauth_integration_guid, has_refresh_token, created_time, updated_time };
}
