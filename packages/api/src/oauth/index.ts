/**
 * Signing in to Connect with OAuth 2.1, on top of oauth4webapi: `server.ts` finds and calls the authorization server, `device.ts`
 * and `browser.ts` get a session from it, and `session.ts` keeps that session alive. Nothing here is global; the clock, `fetch`
 * and the browser are options.
 */
import { checkInput } from "../input.ts";
import { type AuthorizationServer, DISCOVERY_OPTIONS, type DiscoveryOptions, findServer } from "./server.ts";

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
