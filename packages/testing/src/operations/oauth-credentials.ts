import { ApiProblem } from "../errors.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredIntegration, StoredOAuthSession } from "../state/oauth-store.ts";
import type { StoredSessionToken } from "../state/key-store.ts";
import { weaker, type UserEntry } from "../state/user-search/user-entry.ts";
import { canUserView } from "./content.ts";
import { requireLicense } from "./oauth-integrations.ts";
import type { BodyOf, Caller, HandlerMap, ResultOf } from "./operation.ts";

/** The exchange of a session token of running content for a credential. */
export const oauthCredentialHandlers = {
  exchangeCredentials(state, { body }, { caller }) {
    requireLicense(state);
    const { subject, requested } = readTypes(state, body);
    if (caller === undefined) throw new ApiProblem("AuthRequired");
    const token = findToken(state, subject, body.subject_token ?? "");
    const item = findOwnContent(state, token, caller);
    const visitor = token.userGuid === null ? undefined : findVisitor(state, item, token.userGuid);
    const integration = chooseIntegration(state, item, { subject, requested, audience: body.audience });
    return issueCredential(state, integration, visitor);
  },
} satisfies HandlerMap<"exchangeCredentials">;

type Exchange = BodyOf<"exchangeCredentials">;
type Subject = "user" | "content";
type Requested = "access_token" | "api_key" | "aws";

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
const API_KEY = "urn:posit:connect:api-key";
const AWS_CREDENTIALS = "urn:ietf:params:aws:token-type:credentials";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";

/** Reads the kinds of the token that was sent and of the credential that is wanted. */
function readTypes(state: FakeState, body: Exchange): { subject: Subject; requested: Requested } {
  if (body.grant_type !== TOKEN_EXCHANGE) throw new ApiProblem("OAuthCredentialGrantType");
  // Identity tokens come from another server, which the fake does not have. Real server: the code is unknown.
  if (body.subject_token_type === ID_TOKEN) throw new ApiProblem("OAuthCredentialsNoSupportedHandler");
  const subject = readSubject(state, body.subject_token_type);
  const requested = readRequested(state, body.requested_token_type);
  if (subject === "content" && requested === "api_key") {
    throw new ApiProblem("OAuthCredentialsInvalidSubjectRequestedCombination");
  }
  return { subject, requested };
}

function readSubject({ version }: FakeState, type: string | undefined): Subject {
  if (type === "urn:posit:connect:user-session-token") return "user";
  if (type === "urn:posit:connect:content-session-token" && version.has("contentSessionTokens")) return "content";
  throw new ApiProblem("OAuthCredentialSubjectTokenType");
}

function readRequested({ version }: FakeState, type: string | undefined): Requested {
  if (type === undefined || type === ACCESS_TOKEN) return "access_token";
  if (type === "" && version.has("emptyRequestedTokenType")) return "access_token";
  if (type === API_KEY && version.has("visitorKeys")) return "api_key";
  if (type === AWS_CREDENTIALS) return "aws";
  throw new ApiProblem("OAuthCredentialRequestedTokenType");
}

function findToken(state: FakeState, subject: Subject, secret: string): StoredSessionToken {
  const token = state.sessionTokens.bySecret(secret);
  if (token !== undefined && (token.userGuid === null) === (subject === "content")) return token;
  throw new ApiProblem(subject === "user" ? "OAuthCredentialSubjectToken" : "OAuthInvalidContentSessionToken");
}

/** Returns the content that a token was given to. Throws an `ApiProblem` unless it belongs to the caller. */
function findOwnContent(state: FakeState, { contentGuid }: StoredSessionToken, caller: Caller): StoredContent {
  const item = state.content.get(contentGuid);
  if (item === undefined) throw new ApiProblem("ObjectDoesNotExist", "The content has been deleted.");
  // Real server: the codes of these rules are unknown.
  if (item.owner_guid !== caller.user.record.guid) {
    throw new ApiProblem("PermissionDenied", "Only the owner of the content can exchange its session tokens.");
  }
  return item;
}

/** Content without a process that serves visitors. */
const STATIC_MODES: readonly string[] = ["static", "rmd-static", "quarto-static", "jupyter-static"];

/** Returns the visitor of an item. Throws an `ApiProblem` unless the visitor can view it. */
function findVisitor(state: FakeState, item: StoredContent, guid: string): UserEntry {
  const visitor = state.users.get(guid);
  if (visitor === undefined) throw new ApiProblem("OAuthCredentialSubjectToken");
  if (visitor.record.locked) throw new ApiProblem("UserLocked");
  if (!canUserView(state, item, visitor)) throw new ApiProblem("NoViewPermission");
  if (item.access_type === "all") {
    throw new ApiProblem("PermissionDenied", "Content that everyone can open has no visitor credentials.");
  }
  if (STATIC_MODES.includes(item.app_mode)) {
    throw new ApiProblem("PermissionDenied", "Only interactive content has visitor credentials.");
  }
  return visitor;
}

interface Wanted {
  readonly subject: Subject;
  readonly requested: Requested;
  readonly audience: string | undefined;
}

function chooseIntegration(state: FakeState, item: StoredContent, wanted: Wanted): StoredIntegration {
  const used = state.oauth.associationsOf(item.guid);
  const integrations = used.flatMap(({ integration_guid }) => state.oauth.integration(integration_guid) ?? []);
  if (integrations.length === 0) throw new ApiProblem("OAuthCredentialNoAssociations");
  const { audience = "" } = state.version.has("severalIntegrations") ? wanted : {};
  const named = integrations.filter(({ guid }) => audience === "" || guid === audience.toLowerCase());
  if (named.length === 0) throw new ApiProblem("OAuthCredentialsInvalidAudience");
  const [first, ...others] = named.filter((integration) => isFit(integration, wanted));
  if (first === undefined) throw new ApiProblem("OAuthCredentialInvalidSubjectTokenTypeForAuthType");
  if (others.length > 0) throw new ApiProblem("OAuthCredentialsInvalidAssociationCount");
  return first;
}

/** Returns whether an integration has the kind of credential that is wanted. */
function isFit({ auth_type }: StoredIntegration, { subject, requested }: Wanted): boolean {
  if (requested === "api_key") return auth_type === "Visitor API Key";
  if (requested === "aws") return auth_type === "Workload Identity";
  return auth_type === (subject === "user" ? "Viewer" : "Service Account");
}

/** How long credentials are valid. Real server: unknown, and up to the other service. */
const LIFETIME = 60 * 60 * 1000;

function issueCredential(
  state: FakeState,
  integration: StoredIntegration,
  visitor: UserEntry | undefined,
): ResultOf<"exchangeCredentials"> {
  // Real server: `expires_in` is documented, but missing in all recorded responses.
  if (integration.auth_type === "Workload Identity") {
    return respond(awsCredentials(state), AWS_CREDENTIALS, "aws_credentials");
  }
  if (visitor === undefined) return respond(newCredential(state).secret, ACCESS_TOKEN, "Bearer");
  if (integration.auth_type === "Visitor API Key")
    return respond(visitorKey(state, integration, visitor), API_KEY, "Key");
  return respond(viewerCredential(state, integration, visitor), ACCESS_TOKEN, "Bearer");
}

function respond(access_token: string, issued_token_type: string, token_type: string): ResultOf<"exchangeCredentials"> {
  return { status: 200, body: { access_token, issued_token_type, token_type } };
}

function newCredential(state: FakeState): { number: number; secret: string } {
  const number = state.ids.next("credential");
  return { number, secret: state.ids.secret(number, "credential") };
}

const MAX_ROLES = { Viewer: "viewer", Publisher: "publisher", Admin: "administrator" } as const;

/** Returns an API key of a visitor, the same one until it expires. It is weaker than the visitor if the integration says so. */
function visitorKey(state: FakeState, { guid, config }: StoredIntegration, visitor: UserEntry): string {
  const { guid: userGuid, user_role } = visitor.record;
  const limit = Object.entries(MAX_ROLES).find(([name]) => name === config["max_role"]);
  // Real server: 243 is the code for an integration without a role; assumed that it then does not limit the visitor's.
  const role = limit === undefined ? user_role : weaker(limit[1], user_role);
  const name = `integration ${guid}`;
  const existing = state.keys
    .ofUser(userGuid)
    .find((key) => key.visitor === true && key.name === name && key.role === role);
  const createdTime = state.clock.timestamp;
  const expiresAt = state.clock.timestampAfter(LIFETIME);
  return state.keys.secretOf(
    existing ?? state.keys.create({ userGuid, name, role, createdTime, expiresAt, visitor: true }),
  );
}

/** Returns the credential of a visitor's session, and renews one that has expired. */
function viewerCredential(state: FakeState, { guid }: StoredIntegration, visitor: UserEntry): string {
  const session = state.oauth.sessionOf(visitor.record.guid, guid);
  if (session === undefined) throw new ApiProblem("OAuthSessionNotFound");
  if (!state.clock.hasReached(session.credential_expires_at)) {
    return state.ids.secret(session.credential, "credential");
  }
  if (!session.has_refresh_token) throw new ApiProblem("OAuthAccessTokenRefreshFailure");
  const renewed = withCredential(state, session);
  state.oauth.putSession(renewed);
  return state.ids.secret(renewed.credential, "credential");
}

/** Gives a session a new credential. */
export function withCredential(
  state: FakeState,
  session: Omit<StoredOAuthSession, "credential" | "credential_expires_at" | "updated_time">,
): StoredOAuthSession {
  return {
    ...session,
    updated_time: state.clock.timestamp,
    credential: newCredential(state).number,
    credential_expires_at: state.clock.timestampAfter(LIFETIME),
  };
}

function awsCredentials(state: FakeState): string {
  const [id, secret, session] = [newCredential(state), newCredential(state), newCredential(state)];
  // Real server: the names of the fields are assumed to be those of AWS.
  return btoa(
    JSON.stringify({
      AccessKeyId: id.secret.slice(0, 20).toUpperCase(),
      SecretAccessKey: secret.secret,
      SessionToken: session.secret,
      Expiration: state.clock.timestampAfter(LIFETIME),
    }),
  );
}
