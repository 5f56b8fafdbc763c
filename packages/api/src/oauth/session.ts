/** A session: what signing in returns, how it stays valid, and how it ends. */
import * as oauth from "oauth4webapi";
import { type ConnectError, isConnectError } from "../errors.ts";
import { checkInput, checkValue } from "../input.ts";
import {
  type AuthorizationServer,
  callServer,
  checkServerUrl,
  DISCOVERY_OPTIONS,
  type DiscoveryOptions,
  isRejectedWith,
  isTemporary,
  register,
  requireServer,
  type SignInClock,
  SignInError,
} from "./server.ts";

/**
 * A user who signed in. It holds secrets: store its JSON where only the user can read it. Printed or inspected, it shows none.
 */
export interface Session {
  /** Root of the server. */
  url: string;
  /** The program, as the server knows it. */
  clientId: string;
  /** Sent as `Authorization: Bearer …`. */
  accessToken: string;
  /** Gets the next access token. Can be used once: every refresh returns another one. */
  refreshToken?: string | undefined;
  /** When the access token expires, in milliseconds since 1970; missing if the server does not say. */
  expiresAt?: number | undefined;
}

const FIELDS = "url:!string clientId:!string accessToken:!string refreshToken:string expiresAt:number";

/** Creates a session from the response of the token endpoint. */
export function createSession(
  url: string,
  clientId: string,
  { access_token, refresh_token, expires_in }: oauth.TokenEndpointResponse,
  now: number,
): Session {
  if (!/^[!-~]+$/.test(access_token)) {
    throw new SignInError("The server returned a token that cannot be sent.", {
      problem: "rejected",
      fix: "Check that no proxy in front of the server alters responses.",
    });
  }
  return hideTokens({
    url,
    clientId,
    accessToken: access_token,
    ...(refresh_token !== undefined && { refreshToken: refresh_token }),
    ...(expires_in !== undefined && { expiresAt: now + expires_in * 1000 }),
  });
}

/** Makes a session show no token where it is inspected, as by `console.log` and test reporters. Its JSON has them. */
function hideTokens(session: Session): Session {
  return hideSecrets(session, {
    accessToken: "[hidden]",
    ...(session.refreshToken !== undefined && { refreshToken: "[hidden]" }),
  });
}

/** Shows other values in place of the secrets of an object where it is inspected. */
export function hideSecrets<Value extends object>(object: Value, shown: Partial<Value>): Value {
  const value = (): object => ({ ...object, ...shown });
  for (const name of ["nodejs.util.inspect.custom", "Deno.customInspect"]) {
    Object.defineProperty(object, Symbol.for(name), { value, configurable: true });
  }
  return object;
}

/** Checks a session that a caller stored, and returns a copy. */
function checkSession(given: Session, insecure: boolean | undefined): Session {
  const session = checkInput("session", given, FIELDS);
  for (const name of ["url", "clientId", "accessToken"] as const) checkValue(name, session[name], "string");
  return hideTokens({ ...session, url: checkServerUrl(session.url, insecure) });
}

/** Options of {@link oauthToken}. */
export interface OAuthTokenOptions {
  /**
   * Stores the session after each refresh, before its new token is used: the previous refresh token is no longer valid. If it
   * throws, the call that waits rejects with that error, and the next call stores again.
   */
  onChange?: ((session: Session) => void | Promise<void>) | undefined;
  /** Removes the stored session, after the server has ended it. */
  onEnd?: (() => void | Promise<void>) | undefined;
  /** Returns the session as it is stored, if other processes use it too; `undefined` if it was removed. */
  reload?: (() => Session | undefined | Promise<Session | undefined>) | undefined;
  /** Runs a refresh while no other process runs one. Needed if several processes share a session. */
  lock?: ((refresh: () => Promise<void>) => Promise<void>) | undefined;
  /** Name of the program, if it has to register itself again. Default: `connect-sdk`. */
  clientName?: string | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: DiscoveryOptions["fetch"];
  /** See {@link DiscoveryOptions}. */
  insecure?: boolean | undefined;
  /** Time, for tests. */
  clock?: Pick<Partial<SignInClock>, "now"> | undefined;
}

/** A session as a credential: pass it as `token`. */
export interface OAuthToken {
  /** Returns an access token that is valid, after refreshing it if needed. */
  (): Promise<string>;
  /** Replaces a token that the server rejected, unless that has been done already. */
  renew(rejected: string): Promise<void>;
  /** The server to which the token may be sent. */
  readonly url: string;
  /** Returns the session as it is now, for {@link signOut}. */
  session(): Session;
}

/**
 * Turns a session into a credential that stays valid: `createConnectClient({ url, token: oauthToken(session, { onChange }) })`.
 *
 * The access token is refreshed shortly before it expires, and once when the server rejects it with 401. Concurrent calls share one
 * refresh. When the server has ended the session, every call throws a {@link SignInError} with the `problem` `ended` and sends nothing.
 *
 * @throws InvalidArgumentError for a malformed session.
 */
export function oauthToken(session: Session, options: OAuthTokenOptions = {}): OAuthToken {
  const rules =
    "onChange:function onEnd:function reload:function lock:function fetch:function insecure:boolean clock:object clientName:string";
  const checked = checkInput("options", options, rules);
  const renewal = new Renewal(checkSession(session, checked.insecure), checked);
  return Object.assign(async () => renewal.token(), {
    renew: async (rejected: string) => renewal.replace(rejected),
    url: renewal.session.url,
    session: () => renewal.session,
  });
}

/** How long before its expiry a token is refreshed, in milliseconds; of a short-lived token, a quarter of its lifetime. */
const AHEAD = 60_000;
/** How long to keep using a token that is still valid, after an attempt to refresh it failed. */
const PAUSE = 10_000;

/** Keeps one session valid: at most one refresh runs at a time, and its result is stored before it is used. */
class Renewal {
  session: Session;
  readonly #options: OAuthTokenOptions;
  #running: Promise<void> | undefined;
  #ended: SignInError | undefined;
  #isStored = true;
  #ahead = AHEAD;
  #pausedUntil = 0;
  #server: AuthorizationServer | undefined;

  constructor(session: Session, options: OAuthTokenOptions) {
    this.session = session;
    this.#options = options;
  }

  async token(): Promise<string> {
    if (this.#ended !== undefined) throw this.#ended;
    if (this.#running !== undefined || !this.#isStored || this.#isDue()) {
      try {
        await this.#runOnce();
      } catch (error) {
        const isPassing = error instanceof SignInError && error.problem === "unavailable";
        if (!isPassing || this.#expiresWithin(0)) throw error;
        this.#pausedUntil = this.#now() + PAUSE;
      }
    }
    return this.session.accessToken;
  }

  async replace(rejected: string): Promise<void> {
    if (this.#ended !== undefined) throw this.#ended;
    if (this.#running !== undefined || this.session.accessToken === rejected) await this.#runOnce(rejected);
  }

  /** Joins the refresh that runs, or starts one. */
  async #runOnce(rejected?: string): Promise<void> {
    return (this.#running ??= this.#refresh(rejected).finally(() => {
      this.#running = undefined;
    }));
  }

  async #refresh(rejected: string | undefined): Promise<void> {
    const { lock, reload } = this.#options;
    if (!this.#isStored) return this.#store();
    const refresh = async (): Promise<void> => {
      if (reload !== undefined && (await this.#adopt(await reload(), rejected))) return;
      await this.#rotate(rejected);
    };
    await (lock === undefined ? refresh() : lock(refresh));
  }

  /** Takes over a session that another process has stored. Returns whether its token can be used. */
  async #adopt(stored: Session | undefined, rejected: string | undefined): Promise<boolean> {
    if (stored === undefined) throw await this.#end("It was removed from where it was stored.");
    const session = checkSession(stored, this.#options.insecure);
    if (session.url !== this.session.url) throw await this.#end("It was replaced by a session of another server.");
    const isNewer = session.accessToken !== this.session.accessToken;
    this.session = session;
    return isNewer && session.accessToken !== rejected && !this.#isDue();
  }

  async #rotate(rejected: string | undefined, isSecond = false): Promise<void> {
    const { refreshToken } = this.session;
    if (refreshToken === undefined) throw await this.#end("It cannot be refreshed.");
    let next: Session;
    try {
      next = await this.#request(refreshToken);
    } catch (error) {
      if (isRejectedWith(error, "invalid_client")) throw await this.#end("The server no longer knows this program.");
      if (isTemporary(error)) throw this.#unavailable(error);
      if (!isRejectedWith(error, "invalid_grant")) throw error;
      // Another process may have used the refresh token, and stored the next one.
      const stored = isSecond ? undefined : await this.#options.reload?.();
      if (stored?.refreshToken === undefined || stored.refreshToken === refreshToken) {
        throw await this.#end("The server does not accept its refresh token any more.");
      }
      if (await this.#adopt(stored, rejected)) return;
      await this.#rotate(rejected, true);
      return;
    }
    this.session = next;
    this.#ahead = next.expiresAt === undefined ? AHEAD : Math.min(AHEAD, (next.expiresAt - this.#now()) / 4);
    await this.#store();
  }

  /** Asks for the next tokens. If an administrator deleted the client, registers it again once: it gets the same id. */
  async #request(refreshToken: string): Promise<Session> {
    const { url, accessToken } = this.session;
    const server = (this.#server ??= await requireServer(url, this.#options));
    const ask = async (clientId: string): Promise<Session> => {
      const startedAt = this.#now();
      const client = { client_id: clientId };
      const tokens = await callServer(server, [refreshToken, accessToken], async (library) =>
        oauth.processRefreshTokenResponse(
          server.metadata,
          client,
          await oauth.refreshTokenGrantRequest(server.metadata, client, oauth.None(), refreshToken, library),
        ),
      );
      return createSession(
        url,
        clientId,
        { ...tokens, refresh_token: tokens.refresh_token ?? refreshToken },
        startedAt,
      );
    };
    try {
      return await ask(this.session.clientId);
    } catch (error) {
      if (!isRejectedWith(error, "invalid_client") || server.metadata.registration_endpoint === undefined) throw error;
      return await ask(await register(server, this.#options.clientName));
    }
  }

  async #store(): Promise<void> {
    this.#isStored = false;
    await this.#options.onChange?.(hideTokens({ ...this.session }));
    this.#isStored = true;
  }

  /** Returns the error for a refresh that failed for now. It is not retried: the server may have spent the refresh token. */
  #unavailable(cause: unknown): SignInError {
    const reason = cause instanceof Error ? cause.message : "";
    return new SignInError(`The session at ${this.session.url} could not be refreshed. ${reason}`, {
      problem: "unavailable",
      fix: "Try again later.",
      cause,
    });
  }

  /** Ends the session for good, and returns the error that says so. */
  async #end(why: string): Promise<SignInError> {
    this.#ended = new SignInError(`The session at ${this.session.url} has ended. ${why}`, {
      problem: "ended",
      fix: "Sign in again.",
    });
    await this.#options.onEnd?.();
    return this.#ended;
  }

  #isDue(): boolean {
    const { refreshToken } = this.session;
    if (this.#expiresWithin(0)) return true;
    return refreshToken !== undefined && this.#expiresWithin(this.#ahead) && this.#now() >= this.#pausedUntil;
  }

  #expiresWithin(milliseconds: number): boolean {
    const { expiresAt } = this.session;
    return expiresAt !== undefined && expiresAt - this.#now() <= milliseconds;
  }

  #now(): number {
    return (this.#options.clock?.now ?? Date.now)();
  }
}

/** What {@link signOut} achieved. */
export interface SignOutResult {
  /** Whether the server has ended the session. If not, its tokens stay valid until they expire. */
  revoked: boolean;
  /** Why not. */
  error?: ConnectError;
}

/**
 * Ends a session on the server, if the server supports that, and says whether it did. Never throws for what the server does:
 * remove the stored session in any case.
 *
 * @throws InvalidArgumentError for a malformed session.
 */
export async function signOut(session: Session, options: DiscoveryOptions = {}): Promise<SignOutResult> {
  const checked = checkInput("options", options, DISCOVERY_OPTIONS);
  const { url, clientId, refreshToken, accessToken } = checkSession(session, checked.insecure);
  try {
    const server = await requireServer(url, checked);
    const { metadata } = server;
    if (metadata.revocation_endpoint === undefined) {
      throw new SignInError(`${url} cannot end sessions.`, {
        problem: "unsupported",
        fix: "Remove the stored session. Its tokens stay valid until they expire.",
      });
    }
    // The refresh token first: it is the one that lives long.
    for (const token of [refreshToken, accessToken]) {
      if (token === undefined) continue;
      await callServer(server, [token], async (library) =>
        oauth.processRevocationResponse(
          await oauth.revocationRequest(metadata, { client_id: clientId }, oauth.None(), token, {
            ...library,
            additionalParameters: { token_type_hint: token === refreshToken ? "refresh_token" : "access_token" },
          }),
        ),
      );
    }
    return { revoked: true };
  } catch (error) {
    if (!isConnectError(error)) throw error;
    return { revoked: false, error };
  }
}
