import type { components } from "@connect-sdk/api/schema";
import { requireContent, requireUser } from "./builders.ts";
import type { ContentReference, UserReference } from "./details.ts";
import { ApiProblem } from "./errors.ts";
import { withCredential } from "./operations/oauth-credentials.ts";
import { addIntegration as addToState, associate, viewSession } from "./operations/oauth-integrations.ts";
import { formatTime } from "./state/clock.ts";
import type { FakeState } from "./state/fake-state.ts";
import type { StoredIntegration } from "./state/oauth-store.ts";
import { InvalidInput, validate } from "./validate.ts";

/** An OAuth integration as the API returns it. */
export type IntegrationRecord = components["schemas"]["OAuthIntegration"];

/** A user's session with the service behind an integration as the API returns it. */
export type OAuthSessionRecord = components["schemas"]["OAuthSession"];

/** Fields of an OAuth integration. */
export interface IntegrationDetails {
  name?: string;
  description?: string;
  /** The id of a template; `"connect"` by default, whose credentials are API keys of visitors. */
  template?: string;
  /** The settings that the template takes, such as `{ max_role: "Viewer" }`. Secrets are not kept. */
  config?: Readonly<Record<string, unknown>>;
  /** Content that uses the integration; none by default. */
  content?: readonly ContentReference[];
}

/** Fields of a user's session with the service behind an integration. */
export interface OAuthSessionDetails {
  user: UserReference;
  /** The integration or its guid. */
  integration: string | Pick<IntegrationRecord, "guid">;
  /** Whether the server renews the credential when it expires; on by default. */
  has_refresh_token?: boolean;
}

/** Options of a session token. */
export interface SessionTokenOptions {
  /** The content that the visitor has opened. */
  content: ContentReference;
  /** When the token expires; an hour from now by default. */
  expires_at?: string;
}

/**
 * Adds an OAuth integration without permission checks.
 *
 * @throws InvalidInput if a field is invalid, the template does not exist or does not allow a setting, or content does not exist.
 */
export function addIntegration(state: FakeState, details: IntegrationDetails): IntegrationRecord {
  validate("IntegrationDetails", details);
  const { name = null, description = null, template = "connect", config = {}, content = [] } = details;
  const guids = content.map((item) => requireContent(state, item).guid);
  const integration = refuseAsInput(() => addToState(state, { name, description, template, config: { ...config } }));
  for (const guid of guids) {
    const used = state.oauth.associationsOf(guid).map(({ integration_guid }) => integration_guid);
    associate(state, guid, [...used, integration.guid]);
  }
  // A copy, because the settings belong to the server.
  const { permissions, ...record } = structuredClone(integration);
  const hasPermissions = state.version.has("integrationPermissions");
  return freezeDeep(hasPermissions ? { ...record, permissions, environment_variables: [] } : record);
}

/**
 * Signs a user in to the service behind an integration, as its page in the browser does.
 *
 * @throws InvalidInput if a field is invalid, or the user or the integration does not exist.
 */
export function addOAuthSession(state: FakeState, details: OAuthSessionDetails): OAuthSessionRecord {
  validate("OAuthSessionDetails", details);
  const { guid: user_guid } = requireUser(state, details.user).record;
  const { guid: oauth_integration_guid } = requireIntegration(state, details.integration);
  const number = state.ids.next("oauthSession");
  const session = withCredential(state, {
    id: String(number),
    guid: state.ids.guid("oauthSession", number),
    user_guid,
    oauth_integration_guid,
    has_refresh_token: details.has_refresh_token ?? true,
    created_time: state.clock.timestamp,
  });
  state.oauth.putSession(session);
  return viewSession(session);
}

/** How long session tokens are valid. Real server: unknown. */
const LIFETIME = 60 * 60 * 1000;

/**
 * Returns a new session token: for the visitor of content, or for the content itself if the user is null.
 *
 * @throws InvalidInput if an option is invalid, or the user or the content does not exist.
 */
export function createSessionToken(state: FakeState, who: UserReference | null, options: SessionTokenOptions): string {
  validate("SessionTokenOptions", options);
  const { expires_at } = options;
  const token = state.sessionTokens.add({
    id: state.ids.next("sessionToken"),
    contentGuid: requireContent(state, options.content).guid,
    userGuid: who === null ? null : requireUser(state, who).record.guid,
    expiresAt: expires_at === undefined ? state.clock.timestampAfter(LIFETIME) : formatTime(Date.parse(expires_at)),
  });
  return state.sessionTokens.secretOf(token);
}

function freezeDeep<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freezeDeep);
  return value;
}

function requireIntegration(state: FakeState, which: OAuthSessionDetails["integration"]): StoredIntegration {
  const guid = typeof which === "string" ? which : which.guid;
  const integration = state.oauth.integration(guid.toLowerCase());
  if (integration === undefined) throw new InvalidInput(`there is no integration ${JSON.stringify(guid)}`);
  return integration;
}

/** Turns the reason why a server would refuse something into an error for the test. */
function refuseAsInput<T>(add: () => T): T {
  try {
    return add();
  } catch (error) {
    if (error instanceof ApiProblem) throw new InvalidInput(error.message, { cause: error });
    throw error;
  }
}
