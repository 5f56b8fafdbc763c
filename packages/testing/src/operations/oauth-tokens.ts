import { OAuthProblem } from "../errors.ts";
import type { IssuedTokens, StoredClient, StoredSignIn } from "../state/authorization-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { exchangeIdentityToken } from "./identity-tokens.ts";
import { DEVICE_GRANT, EXCHANGE_GRANT, grantTypes } from "./oauth-clients.ts";

/** What the token endpoint of the authorization server does: it turns codes and refresh tokens into tokens, and revokes them. */

/** The fields of a form. */
export type Form = ReadonlyMap<string, string>;

/** The response of the token endpoint. */
export interface TokenResponse {
  readonly access_token: string;
  readonly token_type: string;
  readonly issued_token_type?: string;
  readonly expires_in?: number;
  readonly refresh_token?: string;
}

/**
 * Handles a token request.
 *
 * @throws OAuthProblem if the server refuses it.
 */
export async function requestTokens(state: FakeState, form: Form): Promise<TokenResponse> {
  const grant = requireField(form, "grant_type");
  if (!grantTypes(state).includes(grant)) {
    throw new OAuthProblem("unsupported_grant_type", "The server does not support this grant_type.");
  }
  if (grant === EXCHANGE_GRANT) {
    return exchangeIdentityToken(state, {
      subjectToken: requireField(form, "subject_token"),
      subjectTokenType: requireField(form, "subject_token_type"),
      requestedTokenType: form.get("requested_token_type"),
    });
  }
  const verifier = form.get("code_verifier");
  // Before anything is read from the state, because requests may overlap while it is computed.
  const challenge = verifier === undefined ? undefined : await challengeOf(verifier);
  const client = requireClient(state, form);
  const tokens =
    grant === DEVICE_GRANT
      ? redeemDeviceCode(state, client, form)
      : grant === "refresh_token"
        ? refresh(state, client, form)
        : redeemCode(state, client, form, challenge);
  client.last_used_at = state.clock.timestamp;
  const { tokenLifetime, expiresIn } = state.options.oauth;
  return {
    access_token: tokens.access_token,
    token_type: "Bearer",
    ...(expiresIn && { expires_in: tokenLifetime }),
    refresh_token: tokens.refresh_token,
  };
}

/** Returns a field of a form. Throws an `OAuthProblem` if it is missing. */
export function requireField(form: Form, name: string): string {
  const value = form.get(name) ?? "";
  if (value === "") throw new OAuthProblem("invalid_request", `${name} is missing.`);
  return value;
}

/** Returns the client that a form names. Throws an `OAuthProblem` if there is none, for example because it was deleted. */
export function requireClient(state: FakeState, form: Form): StoredClient {
  const client = state.authorizations.client(requireField(form, "client_id"));
  if (client === undefined) throw new OAuthProblem("invalid_client", "There is no such client.");
  return client;
}

function invalidGrant(description: string): OAuthProblem {
  return new OAuthProblem("invalid_grant", description);
}

/** Returns the challenge of a verifier, by the method S256. */
async function challengeOf(verifier: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
  return btoa(String.fromCharCode(...digest))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

const VERIFIER = /^[\w.~-]{43,128}$/;

function redeemCode(state: FakeState, client: StoredClient, form: Form, challenge: string | undefined): IssuedTokens {
  const code = requireField(form, "code");
  const redirect = requireField(form, "redirect_uri");
  if (!VERIFIER.test(requireField(form, "code_verifier"))) {
    throw new OAuthProblem("invalid_request", "code_verifier must have 43 to 128 unreserved characters.");
  }
  const signIn = state.authorizations.signInBySecret(code);
  if (signIn?.kind !== "browser" || signIn.status !== "approved") throw invalidGrant("There is no such code.");
  refuseReplay(state, signIn);
  if (signIn.client_id !== client.client_id) throw invalidGrant("The code was issued to another client.");
  if (signIn.expires <= state.clock.milliseconds) throw invalidGrant("The code has expired.");
  if (signIn.redirect_uri !== redirect) throw invalidGrant("The redirect_uri differs from that of the authorization.");
  if (signIn.code_challenge !== challenge) throw invalidGrant("The code_verifier does not match the code_challenge.");
  return issueFor(state, signIn);
}

/** Refuses a code that was used before, and ends the tokens that were issued for it: someone may have stolen it. */
function refuseReplay({ authorizations }: FakeState, { family: id }: StoredSignIn): void {
  if (id === null) return;
  const family = authorizations.family(id);
  if (family !== undefined) authorizations.revoke(family);
  throw invalidGrant("The code was used already.");
}

function issueFor(state: FakeState, signIn: StoredSignIn): IssuedTokens {
  const { client_id, user_guid } = signIn;
  if (user_guid === null || !mayHaveTokens(state, user_guid)) throw invalidGrant("The user is locked.");
  const tokens = state.authorizations.issue(client_id, user_guid);
  signIn.family = tokens.family.id;
  return tokens;
}

function mayHaveTokens({ users }: FakeState, guid: string): boolean {
  return users.get(guid)?.record.locked === false;
}

/** Seconds by which the interval grows when a program polls too early. */
const SLOW_DOWN = 5;

function redeemDeviceCode(state: FakeState, client: StoredClient, form: Form): IssuedTokens {
  const signIn = state.authorizations.signInBySecret(requireField(form, "device_code"));
  if (signIn?.kind !== "device" || signIn.client_id !== client.client_id || signIn.family !== null) {
    throw invalidGrant("There is no such device_code, or it was used already.");
  }
  const now = state.clock.milliseconds;
  const isEarly = signIn.polled !== null && now < signIn.polled + signIn.interval * 1000;
  signIn.polled = now;
  if (signIn.status === "denied") throw new OAuthProblem("access_denied", "The user refused.");
  if (signIn.expires <= now) throw new OAuthProblem("expired_token", "The device_code has expired.");
  // Real server: unknown for an early poll after the approval, assumed that it succeeds.
  if (signIn.status === "approved") return issueFor(state, signIn);
  if (!isEarly) throw new OAuthProblem("authorization_pending", "The user has not approved the sign-in yet.");
  signIn.interval += SLOW_DOWN;
  throw new OAuthProblem("slow_down", `Wait ${signIn.interval} seconds between two requests.`);
}

function refresh(state: FakeState, client: StoredClient, form: Form): IssuedTokens {
  const { authorizations } = state;
  const token = authorizations.refreshToken(requireField(form, "refresh_token"));
  if (token?.family.client_id !== client.client_id || token.family.revoked) {
    throw invalidGrant("The refresh token is not valid.");
  }
  if (token.isSpent) {
    // Real server: unknown whether it ends the other tokens of the sign-in, assumed as RFC 9700 says.
    authorizations.revoke(token.family);
    throw invalidGrant("The refresh token was used already, so the sign-in has ended.");
  }
  if (mayHaveTokens(state, token.family.user_guid)) return authorizations.rotate(token.family);
  authorizations.revoke(token.family);
  throw invalidGrant("The user is locked.");
}

/**
 * Revokes a token. A refresh token takes the access tokens of the sign-in with it. An unknown token is no error.
 *
 * @throws OAuthProblem if the client is unknown, or the token was issued to another one.
 */
export function revokeToken(state: FakeState, form: Form): void {
  const { authorizations } = state;
  const secret = requireField(form, "token");
  const { client_id } = requireClient(state, form);
  const refreshed = authorizations.refreshToken(secret);
  const family = refreshed?.family ?? authorizations.accessToken(secret)?.family;
  if (family !== undefined && family.client_id !== client_id) {
    throw invalidGrant("The token was issued to another client.");
  }
  if (refreshed === undefined) authorizations.revokeAccessToken(secret);
  else authorizations.revoke(refreshed.family);
}
