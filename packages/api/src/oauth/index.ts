/**
 * Signing in to Connect with OAuth 2.1, on top of oauth4webapi: `server.ts` finds and calls the authorization server, `device.ts`
 * and `browser.ts` get a session from it, and `session.ts` keeps that session alive. This file has what needs no session. Nothing
 * here is global; the clock, `fetch` and the browser are options.
 */
import * as oauth from "oauth4webapi";
import { invalidArgument } from "../errors.ts";
import { checkInput, checkValue, isObject } from "../input.ts";
import {
  type AuthorizationServer,
  callServer,
  DISCOVERY_OPTIONS,
  type DiscoveryOptions,
  findServer,
  isRejectedWith,
  requireServer,
  SignInError,
} from "./server.ts";
import { hideSecrets } from "./session.ts";

export { type BrowserSignInOptions, signInWithBrowser } from "./browser.ts";
export { type DeviceCode, type DeviceSignInOptions, signInWithDevice } from "./device.ts";
export {
  type DiscoveryOptions,
  type SignInClock,
  SignInError,
  type SignInErrorOptions,
  type SignInOptions,
  type SignInProblem,
} from "./server.ts";
export {
  type OAuthToken,
  oauthToken,
  type OAuthTokenOptions,
  type Session,
  signOut,
  type SignOutResult,
} from "./session.ts";

/** How people can sign in to a server. */
export interface SignInServer {
  /** Root of the server. */
  readonly url: string;
  /** Whether {@link signInWithBrowser} can be used. */
  readonly browser: boolean;
  /** Whether {@link signInWithDevice} can be used. */
  readonly device: boolean;
  /** Whether programs can register themselves. Without it, pass a `clientId`. */
  readonly registration: boolean;
  /** Whether {@link signOut} can end the session on the server. */
  readonly revocation: boolean;
}

/**
 * Returns how people can sign in to a server; `undefined` if it has no OAuth server, because it is too old (before 2026.02) or
 * because its administrator switched that off. Then use an API key.
 *
 * `GET /.well-known/oauth-authorization-server`
 *
 * @throws {@link SignInError} if the server's description is about another server or names endpoints elsewhere.
 * @throws NetworkError if the server cannot be reached.
 */
export async function discoverSignIn(url: string, options: DiscoveryOptions = {}): Promise<SignInServer | undefined> {
  const server = await findServer(url, checkInput("options", options, DISCOVERY_OPTIONS));
  return server && describeServer(server);
}

function describeServer({ url, metadata }: AuthorizationServer): SignInServer {
  const methods = metadata.code_challenge_methods_supported ?? ["S256"];
  return {
    url,
    browser: metadata.authorization_endpoint !== undefined && methods.includes("S256"),
    device: metadata.device_authorization_endpoint !== undefined,
    registration: metadata.registration_endpoint !== undefined,
    revocation: metadata.revocation_endpoint !== undefined,
  };
}

/** Options of {@link exchangeIdentityToken}. */
export interface IdentityTokenOptions extends DiscoveryOptions {
  /** The server, in any form that `createConnectClient` accepts. */
  url: string;
  /** The token of the CI system, an OpenID Connect id token. It is sent once and not kept. */
  identityToken: string;
}

/** A key of a machine identity. Inspected or logged, it shows no key. */
export interface MachineKey {
  /** Root of the server. */
  url: string;
  /** Publishes the content of the machine identity, and can do nothing else. */
  apiKey: string;
  /** When the key expires, in milliseconds since 1970; missing if the server does not say. */
  expiresAt?: number;
}

const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

/**
 * Exchanges the identity token of a CI system for a key of the machine identity that it matches (trusted publishing, Connect
 * 2026.07). The key belongs to no user and cannot manage users: `GET /v1/user` returns 403 with code 22.
 *
 * @throws {@link SignInError} with the `problem` `unsupported`, `untrusted` or `rejected`. The token is sent only to a server that
 * does not say that it lacks the exchange.
 * @example
 * ```ts
 * const { url, apiKey } = await exchangeIdentityToken({ url: "https://connect.example.com", identityToken });
 * const api = createConnectClient({ url, apiKey });
 * ```
 */
export async function exchangeIdentityToken(given: IdentityTokenOptions): Promise<MachineKey> {
  const options = checkInput("options", given, `url:!string identityToken:!string ${DISCOVERY_OPTIONS}`);
  checkValue("identityToken", options.identityToken, "string");
  const subject_token = options.identityToken.trim();
  if (subject_token === "") throw invalidArgument("identityToken", "The identity token is empty.", "Pass the token.");
  const server = await requireServer(options.url, options);
  const { metadata, url } = server;
  if (metadata.grant_types_supported?.includes(EXCHANGE) === false) {
    throw new SignInError(`${url} does not exchange identity tokens.`, {
      problem: "unsupported",
      fix: "Use an API key. Trusted publishing requires Connect 2026.07 and an Enhanced or Advanced license.",
    });
  }
  const form = {
    subject_token,
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:ietf:params:oauth:token-type:access_token",
  };
  const startedAt = Date.now();
  try {
    const { access_token, expires_in } = await callServer(server, [subject_token], async (library) =>
      oauth.processGenericTokenEndpointResponse(
        metadata,
        NO_CLIENT,
        await asBearer(
          await oauth.genericTokenEndpointRequest(metadata, NO_CLIENT, () => undefined, EXCHANGE, form, library),
        ),
      ),
    );
    const key = {
      url,
      apiKey: access_token,
      ...(expires_in !== undefined && { expiresAt: startedAt + expires_in * 1000 }),
    };
    return hideSecrets(key, { apiKey: "[hidden]" });
  } catch (error) {
    throw isRejectedWith(error, "invalid_grant") ? explainRejection(error) : error;
  }
}

/** The library wants a client; the exchange has none. */
const NO_CLIENT: oauth.Client = { client_id: "none" };

/** Connect calls the type of the token `Key`, and may leave it out, which the RFC does not allow. */
async function asBearer(response: Response): Promise<Response> {
  if (!response.ok) return response;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return isObject(body) ? Response.json({ ...body, token_type: "bearer" }) : response;
}

/** Says what to do. Connect tells the reasons apart by words only. */
function explainRejection({ message, error }: SignInError): SignInError {
  const fix = /ambiguous/i.test(message)
    ? "Let the claims of exactly one trusted publisher match the token."
    : /verif/i.test(message)
      ? "Get a new token, and check its issuer and the clocks of both computers."
      : "Add a trusted publisher to the content that matches the claims and the audience of the token.";
  return new SignInError(message.replace("to sign in", "the identity token"), { problem: "rejected", error, fix });
}
