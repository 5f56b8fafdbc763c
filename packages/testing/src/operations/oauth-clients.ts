import type { components } from "@connect-sdk/api/schema";
import { ApiProblem, OAuthProblem } from "../errors.ts";
import type { BrowserSignIn, DeviceSignIn, StoredClient, StoredSignIn } from "../state/authorization-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { HandlerMap } from "./operation.ts";

/** Programs that sign users in: how they register, where they may send users back to, and the sign-ins that they start. */

export const oauthClientHandlers = {
  listOAuthClients(state, { query: { page_number: page, page_size: size, asc_order } }) {
    const all = [...state.authorizations.clients()];
    const ordered = asc_order ? all : all.toReversed();
    const results = ordered.slice((page - 1) * size, page * size).map(viewClient);
    return { status: 200, body: { results, current_page: page, total: all.length } };
  },

  getOAuthClient: (state, { path }) => ({ status: 200, body: viewClient(findClient(state, path.client_id)) }),

  deleteOAuthClient(state, { path }) {
    state.authorizations.deleteClient(findClient(state, path.client_id));
    return { status: 204 };
  },
} satisfies HandlerMap<"listOAuthClients" | "getOAuthClient" | "deleteOAuthClient">;

function findClient(state: FakeState, clientId: string): StoredClient {
  const client = state.authorizations.client(clientId);
  if (client === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such client.");
  return client;
}

function viewClient(client: StoredClient): components["schemas"]["OAuthClient"] {
  return { ...client, id: String(client.id), redirect_uris: [...client.redirect_uris] };
}

/** What a client says about itself, in the names of RFC 7591. */
interface ClientMetadata {
  readonly client_name: string | null;
  readonly redirect_uris: readonly string[];
}

/** Clients that are kept, the newest. Anyone can register one. */
const MAXIMUM_CLIENTS = 1000;

/**
 * Registers a client. The id follows from its name and redirect URIs, so that registering again returns the same one.
 *
 * @param body - the JSON of the request.
 * @throws OAuthProblem `invalid_client_metadata` or `invalid_redirect_uri`.
 */
export async function registerClient(state: FakeState, body: unknown): Promise<StoredClient> {
  const metadata = readMetadata(state, body);
  const client_id = await clientIdOf(metadata);
  const existing = state.authorizations.client(client_id);
  if (existing !== undefined) return existing;
  const client: StoredClient = {
    id: state.ids.next("oauthClient"),
    client_id,
    ...metadata,
    created_at: state.clock.timestamp,
    last_used_at: null,
  };
  const clients = [...state.authorizations.clients()];
  if (clients[0] !== undefined && clients.length >= MAXIMUM_CLIENTS) state.authorizations.deleteClient(clients[0]);
  state.authorizations.putClient(client);
  return client;
}

async function clientIdOf({ client_name, redirect_uris }: ClientMetadata): Promise<string> {
  const text = JSON.stringify([client_name, ...[...redirect_uris].sort()]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function readMetadata(state: FakeState, body: unknown): ClientMetadata {
  if (!isObject(body)) throw invalidMetadata("The body must be a JSON object.");
  const { client_name: name = null, redirect_uris: uris, token_endpoint_auth_method: method = "none" } = body;
  if (name !== null && typeof name !== "string") throw invalidMetadata("client_name must be a string.");
  if (!Array.isArray(uris) || uris.length === 0) throw invalidRedirect("redirect_uris must have at least one URI.");
  const redirect_uris = uris.map((uri: unknown) => {
    if (typeof uri === "string" && isAllowed(state, uri)) return uri;
    throw invalidRedirect("A redirect URI must be on this machine or on the list of the server.");
  });
  if (method !== "none") throw invalidMetadata('token_endpoint_auth_method must be "none": clients have no secret.');
  checkList("grant_types", body["grant_types"], grantTypes(state));
  checkList("response_types", body["response_types"], ["code"]);
  return { client_name: name, redirect_uris };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkList(name: string, values: unknown, allowed: readonly string[]): void {
  if (values === undefined) return;
  if (Array.isArray(values) && values.every((value: unknown) => typeof value === "string" && allowed.includes(value))) {
    return;
  }
  throw invalidMetadata(`${name} must be some of ${allowed.join(", ")}.`);
}

function invalidMetadata(description: string): OAuthProblem {
  return new OAuthProblem("invalid_client_metadata", description);
}

function invalidRedirect(description: string): OAuthProblem {
  return new OAuthProblem("invalid_redirect_uri", description);
}

const CODE = "authorization_code";
const REFRESH = "refresh_token";
export const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
export const EXCHANGE_GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

/** Returns the grant types that the server supports. */
export function grantTypes(state: FakeState): string[] {
  return [
    CODE,
    REFRESH,
    ...(hasDeviceFlow(state) ? [DEVICE_GRANT] : []),
    ...(hasTokenExchange(state) ? [EXCHANGE_GRANT] : []),
  ];
}

export function hasDeviceFlow({ version, options }: FakeState): boolean {
  return options.oauth.deviceFlow && version.has("deviceFlow");
}

/** Real server: it needs the same license as OAuth integrations. Assumed that an unlicensed one does not have the grant type. */
export function hasTokenExchange({ version, options }: FakeState): boolean {
  return options.oauth.tokenExchange && version.has("trustedPublishing") && options.settings.oauthIntegrations;
}

/** Returns whether clients may register a redirect URI: one of their own machine, or one that administrators allow. */
function isAllowed({ options }: FakeState, uri: string): boolean {
  return isLoopback(uri) || (URL.canParse(uri) && options.oauth.redirectUris.includes(uri));
}

// Real server: unknown whether `localhost` and `[::1]` count as the client's own machine, assumed yes.
const LOOPBACK_HOSTS: readonly string[] = ["127.0.0.1", "[::1]", "localhost"];

function isLoopback(uri: string): boolean {
  if (!URL.canParse(uri) || uri.includes("#")) return false;
  const { protocol, hostname, username } = new URL(uri);
  return protocol === "http:" && LOOPBACK_HOSTS.includes(hostname) && username === "";
}

/** Returns whether a client may use a redirect URI. The port of one on the client's own machine does not matter. */
export function isRedirectOf({ redirect_uris }: StoredClient, uri: string): boolean {
  return redirect_uris.some((registered) => {
    if (registered === uri) return true;
    return isLoopback(registered) && isLoopback(uri) && withoutPort(registered) === withoutPort(uri);
  });
}

function withoutPort(uri: string): string {
  const url = new URL(uri);
  url.port = "";
  return url.href;
}

/** Milliseconds for which a sign-in waits for approval, and for which a code is valid. Real server: unknown, RFC 6749 allows 10 minutes. */
const LIFETIME = 10 * 60 * 1000;

/** Seconds between two polls of a device. Real server: unknown. */
const INTERVAL = 5;

/** Starts a sign-in in a browser. Opening the same address again while it waits does not start another one. */
export function startInBrowser(
  state: FakeState,
  request: Pick<BrowserSignIn, "client_id" | "redirect_uri" | "state" | "code_challenge">,
): BrowserSignIn {
  const { authorizations, clock } = state;
  const waiting = authorizations.unfinished().find((each) => each.kind === "browser" && isSame(each, request));
  if (waiting?.kind === "browser") return waiting;
  const signIn: BrowserSignIn = {
    kind: "browser",
    ...newSignIn(state),
    ...request,
    expires: clock.milliseconds + LIFETIME,
    redirected: false,
  };
  authorizations.addSignIn(signIn);
  return signIn;
}

function isSame(a: BrowserSignIn, b: Pick<BrowserSignIn, "client_id" | "redirect_uri" | "state" | "code_challenge">) {
  return (
    a.client_id === b.client_id &&
    a.redirect_uri === b.redirect_uri &&
    a.state === b.state &&
    a.code_challenge === b.code_challenge
  );
}

function newSignIn(state: FakeState) {
  return {
    id: state.ids.next("signIn"),
    created_time: state.clock.timestamp,
    status: "pending",
    user_guid: null,
    family: null,
  } as const;
}

/** Starts a sign-in of a program without a browser. */
export function startOnDevice(state: FakeState, { client_id }: StoredClient): DeviceSignIn {
  const started = newSignIn(state);
  const signIn: DeviceSignIn = {
    kind: "device",
    ...started,
    client_id,
    expires: state.clock.milliseconds + LIFETIME,
    user_code: userCodeFrom(state.ids.secret(started.id, "userCode")),
    interval: INTERVAL,
    polled: null,
  };
  state.authorizations.addSignIn(signIn);
  return signIn;
}

/** Without vowels, so that no code is a word. */
const CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ";

function userCodeFrom(secret: string): string {
  const letters = Array.from(secret.slice(0, 8), (letter) =>
    CONSONANTS.charAt(letter.charCodeAt(0) % CONSONANTS.length),
  );
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** Returns the waiting sign-in with a user code, however it is written. */
export function findByUserCode({ authorizations }: FakeState, text: string): DeviceSignIn | undefined {
  const code = withoutDashes(text);
  for (const signIn of authorizations.pending()) {
    if (signIn.kind === "device" && withoutDashes(signIn.user_code) === code) return signIn;
  }
  return undefined;
}

function withoutDashes(code: string): string {
  return code.replaceAll(/[^a-z]/gi, "").toUpperCase();
}

/** Decides a sign-in that waits: a user for approval, null to refuse. */
export function decide(state: FakeState, signIn: StoredSignIn, userGuid: string | null): void {
  signIn.status = userGuid === null ? "denied" : "approved";
  signIn.user_guid = userGuid;
  if (signIn.kind === "browser") signIn.expires = state.clock.milliseconds + LIFETIME;
  state.authorizations.revision++;
}

/** Returns the address that the browser is sent to after a sign-in was decided. */
export function redirectOf(state: FakeState, signIn: BrowserSignIn): string {
  const result =
    signIn.status === "approved"
      ? { code: state.authorizations.codeOf(signIn) }
      : { error: "access_denied", error_description: "The user refused." };
  return redirectTo(state, signIn, result);
}

/** Returns a redirect URI with a result. */
export function redirectTo(
  { options }: FakeState,
  { redirect_uri, state }: Pick<BrowserSignIn, "redirect_uri" | "state">,
  result: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirect_uri);
  for (const [name, value] of Object.entries(result)) url.searchParams.set(name, value);
  if (state !== null) url.searchParams.set("state", state);
  if (options.oauth.redirectIssuer !== undefined) url.searchParams.set("iss", options.oauth.redirectIssuer);
  return url.href;
}
