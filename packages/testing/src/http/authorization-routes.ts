/** The HTTP side of the authorization server: its metadata, and the endpoints that programs call. People see `consent-pages`. */
import { ApiProblem, OAuthProblem } from "../errors.ts";
import { grantTypes, hasDeviceFlow, registerClient, startOnDevice } from "../operations/oauth-clients.ts";
import { requestTokens, requireClient, revokeToken, type Form } from "../operations/oauth-tokens.ts";
import { approveSignIn } from "../sign-in.ts";
import type { FakeState } from "../state/fake-state.ts";
import { InvalidInput } from "../validate.ts";
import { parseJson, readBody } from "./body.ts";
import { decideOnDevice, decideInBrowser, showConsent, showDevicePage } from "./consent-pages.ts";
import { ConnectionReset, jsonResponse, textResponse, type Exchange, type HttpResponse } from "./exchange.ts";
import { handleSwitchedOff } from "./unknown-routes.ts";

/** A path of the authorization server, by what it is for. */
export type AuthorizationEndpoint = keyof typeof endpoints;

const endpoints = {
  metadata: respondWithMetadata,
  register,
  authorize: showConsent,
  consent: decideInBrowser,
  deviceAuthorization: startDeviceFlow,
  devicePage: showDevicePage,
  deviceConsent: decideOnDevice,
  token: async (exchange: Exchange) => jsonResponse(200, await requestTokens(exchange.state, await readForm(exchange))),
  revoke: async (exchange: Exchange) => {
    revokeToken(exchange.state, await readForm(exchange));
    return jsonResponse(200, {});
  },
} satisfies Record<string, (exchange: Exchange) => HttpResponse | Promise<HttpResponse>>;

/**
 * Handles a request to the authorization server. Errors have the envelope of OAuth.
 *
 * @throws ConnectionReset if the client disconnects while it sends the body.
 */
export async function handleAuthorization(endpoint: AuthorizationEndpoint, exchange: Exchange): Promise<HttpResponse> {
  const reason = whyOff(endpoint, exchange.state);
  if (reason !== undefined) return handleSwitchedOff(exchange, reason);
  const response = await respond(endpoint, exchange);
  if (endpoint !== "metadata") response.headers["cache-control"] = "no-store";
  return response;
}

async function respond(endpoint: AuthorizationEndpoint, exchange: Exchange): Promise<HttpResponse> {
  try {
    return await endpoints[endpoint](exchange);
  } catch (error) {
    if (error instanceof ConnectionReset) throw error;
    const problem = toOAuth(error);
    if (problem.error === "server_error") exchange.state.options.onInternalError(error);
    return jsonResponse(problem.status, problem.body);
  }
}

function toOAuth(error: unknown): OAuthProblem {
  if (error instanceof OAuthProblem) return error;
  // A body that is too large.
  if (error instanceof ApiProblem) return new OAuthProblem("invalid_request", error.message, error.status);
  return new OAuthProblem("server_error", "Something went wrong inside the server.", 500);
}

/** Returns why the server does not have an endpoint; undefined if it has it. */
function whyOff(endpoint: AuthorizationEndpoint, state: FakeState): string | undefined {
  const { version, options } = state;
  if (!version.has("authorizationServer")) {
    return `Connect has an authorization server since 2026.02.0; the fake behaves like ${version.text}`;
  }
  const { oauth } = options;
  if (!oauth.enabled) return "The option oauth.enabled is false";
  if (endpoint === "register" && !oauth.registration) return "The option oauth.registration is false";
  if (endpoint === "revoke" && !oauth.revocation) return "The option oauth.revocation is false";
  if (endpoint.startsWith("device") && !hasDeviceFlow(state)) {
    return "The server has no device flow; it needs 2026.06.0, and the option oauth.deviceFlow";
  }
  return undefined;
}

function respondWithMetadata(exchange: Exchange): HttpResponse {
  const { state, request } = exchange;
  const { oauth, prefix } = state.options;
  if (oauth.metadata === "html") return textResponse(200, "text/html", SIGN_ON_PAGE);
  // Real server: unknown which of the two paths it has with a path prefix.
  const isInserted = !request.path.startsWith(`${prefix}/`);
  if (prefix !== "" && isInserted !== (oauth.metadataPath === "inserted")) {
    return handleSwitchedOff(exchange, `The option oauth.metadataPath is ${JSON.stringify(oauth.metadataPath)}`);
  }
  return jsonResponse(200, metadataOf(state, `${request.origin}${prefix}`));
}

const SIGN_ON_PAGE =
  "<!doctype html><html><head><title>Single sign-on</title></head><body><h1>Please sign in</h1></body></html>";

function metadataOf(state: FakeState, base: string): object {
  const { oauth } = state.options;
  const at = (path: string): string => `${base}/oauth/v1/${path}`;
  // Real server: the fields are assumed, except for those that clients read.
  return {
    issuer: oauth.issuer ?? base,
    authorization_endpoint: at("authorize"),
    token_endpoint: at("token"),
    ...(oauth.registration && { registration_endpoint: at("register") }),
    ...(hasDeviceFlow(state) && { device_authorization_endpoint: at("device_authorization") }),
    ...(oauth.revocation && { revocation_endpoint: at("revoke") }),
    response_types_supported: ["code"],
    grant_types_supported: grantTypes(state),
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["none"],
  };
}

async function register(exchange: Exchange): Promise<HttpResponse> {
  const bytes = await readBytes(exchange);
  const { value } = parseJson(bytes);
  exchange.body = value;
  const client = await registerClient(exchange.state, value);
  return jsonResponse(201, {
    client_id: client.client_id,
    client_id_issued_at: Math.floor(Date.parse(client.created_at) / 1000),
    ...(client.client_name !== null && { client_name: client.client_name }),
    redirect_uris: client.redirect_uris,
    token_endpoint_auth_method: "none",
    grant_types: grantTypes(exchange.state).slice(0, hasDeviceFlow(exchange.state) ? 3 : 2),
    response_types: ["code"],
  });
}

async function startDeviceFlow(exchange: Exchange): Promise<HttpResponse> {
  const { state, request } = exchange;
  const client = requireClient(state, await readForm(exchange));
  const signIn = startOnDevice(state, client);
  const { autoApprove } = state.options.oauth;
  if (autoApprove !== undefined) approve(state, String(signIn.id), autoApprove);
  const page = `${request.origin}${state.options.prefix}/oauth/v1/device`;
  return jsonResponse(200, {
    device_code: state.authorizations.codeOf(signIn),
    user_code: signIn.user_code,
    verification_uri: page,
    verification_uri_complete: `${page}?user_code=${signIn.user_code}`,
    expires_in: Math.round((signIn.expires - state.clock.milliseconds) / 1000),
    interval: signIn.interval,
  });
}

function approve(state: FakeState, id: string, user: string): void {
  try {
    approveSignIn(state, id, user);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new OAuthProblem(
      "temporarily_unavailable",
      `The option oauth.autoApprove cannot be applied: ${error.message}.`,
      503,
    );
  }
}

const FORM = "application/x-www-form-urlencoded";

/** Reads a form. Throws an `OAuthProblem` for another media type, or a field that is sent twice. */
async function readForm(exchange: Exchange): Promise<Form> {
  const type = exchange.request.header("content-type") ?? "";
  const bytes = await readBytes(exchange);
  if (type.split(";")[0]?.trim().toLowerCase() !== FORM) {
    throw new OAuthProblem("invalid_request", `The body must be sent as ${FORM}.`);
  }
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) {
    if (form.has(name)) throw new OAuthProblem("invalid_request", `${name} is sent twice.`);
    form.set(name, value);
  }
  // The journal leaves out tokens and codes.
  exchange.body = Object.fromEntries(form);
  return form;
}

async function readBytes(exchange: Exchange): Promise<Uint8Array> {
  const { value } = await readBody(exchange, "application/octet-stream");
  return value instanceof Uint8Array ? value : new Uint8Array();
}
