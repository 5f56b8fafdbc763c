/** The authorization server of a Connect server: how it is found, what is trusted, and how it is called. */
import * as oauth from "oauth4webapi";
import type { FetchFunction } from "../client-types.ts";
import {
  ConnectError,
  type ConnectErrorOptions,
  invalidArgument,
  isConnectError,
  printable,
  TimeoutError,
} from "../errors.ts";
import { createApiError, createUnexpectedResponseError, fromException } from "../failures.ts";
import { isObject } from "../input.ts";
import { createSecrets } from "../plugins/credentials.ts";
import type { Redact } from "../plugin.ts";
import { readText, transportOf } from "../response.ts";
import { onAbort, reasonOf, startTimer, unlessAborted } from "../signals.ts";
import { crossesOrigins, normalizeServerUrl } from "../url.ts";

/** Options of {@link discoverSignIn}. */
export interface DiscoveryOptions {
  /** Used instead of the global `fetch`. */
  fetch?: FetchFunction | undefined;
  /** Cancels the call. */
  signal?: AbortSignal | undefined;
  /** Allows http for servers other than this computer. Anyone on the network can then read the tokens. Default: false. */
  insecure?: boolean | undefined;
}

/** What every way to sign in has in common. */
export interface SignInOptions extends DiscoveryOptions {
  /** The server, in any form that `createConnectClient` accepts. */
  url: string;
  /** Name of the program, shown to the user who approves the sign-in. Default: `connect-sdk`. */
  clientName?: string | undefined;
  /** A client that the server knows already. Default: the program registers itself, which returns the same id each time. */
  clientId?: string | undefined;
  /** Time, for tests. */
  clock?: Partial<SignInClock> | undefined;
}

/** Source of time for signing in. */
export interface SignInClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits, or rejects with the signal's reason as soon as the signal fires. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
}

export const DISCOVERY_OPTIONS = "fetch:function signal:signal insecure:boolean";
export const SIGN_IN_OPTIONS = `url:!string clientName:string clientId:string clock:object ${DISCOVERY_OPTIONS}`;

/** Why signing in failed, or why a session cannot be used any more. */
export type SignInProblem =
  /** The server has no OAuth server, or not this way to sign in. */
  | "unsupported"
  /** A response does not come from the server that was asked, or leads to another one. */
  | "untrusted"
  /** The user refused. */
  | "denied"
  /** Nobody approved in time. */
  | "expired"
  /** The session has ended: sign in again. */
  | "ended"
  /** The session could not be refreshed for now; see `cause`. */
  | "unavailable"
  /** The server refuses for another reason, see `error`. */
  | "rejected";

/** Options of {@link SignInError}. */
export interface SignInErrorOptions extends ConnectErrorOptions {
  problem: SignInProblem;
  error?: string | undefined;
}

/** Signing in failed, or the session has ended. */
export class SignInError extends ConnectError<SignInErrorOptions> {
  declare readonly problem: SignInProblem;
  /** The OAuth error code that the server returned, such as `access_denied`. */
  declare readonly error: string | undefined;

  override get name(): "SignInError" {
    return "SignInError";
  }
}

/** An authorization server that can be trusted, and how to reach it. */
export interface AuthorizationServer {
  readonly url: string;
  readonly metadata: oauth.AuthorizationServer;
  readonly connection: Connection;
}

type Connection = Pick<DiscoveryOptions, "fetch" | "signal">;

/** Returns the authorization server. @throws {@link SignInError} if there is none. */
export async function requireServer(url: string, options: DiscoveryOptions): Promise<AuthorizationServer> {
  const server = await findServer(url, options);
  if (server !== undefined) return server;
  throw new SignInError(
    `${printable(normalizeServerUrl(url))} does not let programs sign in with a browser or a code.`,
    {
      problem: "unsupported",
      fix: "Use an API key. Signing in requires Connect 2026.02 or newer, and an administrator can switch it off.",
    },
  );
}

/** Finds the authorization server of a Connect server; `undefined` if there is none. */
export async function findServer(
  given: string,
  { fetch, signal, insecure }: DiscoveryOptions,
): Promise<AuthorizationServer | undefined> {
  const url = checkServerUrl(given, insecure);
  const connection = { fetch, signal };
  let foreign: string | undefined;
  for (const location of wellKnownUrls(url)) {
    const found = await readMetadata(location, url, connection);
    if (found === undefined) continue;
    if (typeof found !== "string") return { url, metadata: checkEndpoints(found, url), connection };
    foreign ??= found;
  }
  if (foreign === undefined) return undefined;
  throw untrusted(
    `${url} says that it is ${printable(foreign)}`,
    "Sign in with the URL by which the server knows itself.",
  );
}

/**
 * Returns the normalized URL of a server to which secrets may be sent.
 *
 * @throws InvalidArgumentError for http, unless the server is this computer or `insecure` is true.
 */
export function checkServerUrl(given: string, insecure = false): string {
  const url = normalizeServerUrl(given);
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || insecure || LOCAL.test(hostname)) return url;
  throw invalidArgument(
    "url",
    "The server's URL is http: the network could read the tokens.",
    "Use https, or pass insecure: true on a network that you trust.",
  );
}

/** This computer, and the names that RFC 6761 reserves for it and for tests: none of them is on a network. */
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\]|.+\.(localhost|test))$/;

/** Connect's other clients append the path. RFC 8414 inserts it. Real server: unknown, assumed that one of the two exists. */
function wellKnownUrls(url: string): string[] {
  const { origin, pathname } = new URL(url);
  const name = "/.well-known/oauth-authorization-server";
  return [...new Set([`${url}${name}`, `${origin}${name}${pathname.replace(/\/$/, "")}`])];
}

/** Returns the description of the server, or the name of another server that it is about; `undefined` if there is none. */
async function readMetadata(
  location: string,
  url: string,
  connection: Connection,
): Promise<oauth.AuthorizationServer | string | undefined> {
  const response = await send(location, { method: "GET", headers: { accept: "application/json" } }, connection);
  const body: unknown = response.status === 200 ? await response.json().catch(() => undefined) : undefined;
  // A login page of a proxy, or a server without OAuth.
  if (!isObject(body) || typeof body["token_endpoint"] !== "string" || typeof body["issuer"] !== "string")
    return undefined;
  const { issuer } = body;
  try {
    return await oauth.processDiscoveryResponse(new URL(url), Response.json(body));
  } catch {
    return issuer;
  }
}

const ENDPOINTS = [
  "authorization_endpoint",
  "token_endpoint",
  "registration_endpoint",
  "device_authorization_endpoint",
  "revocation_endpoint",
] as const;

/** Returns the description. @throws {@link SignInError} if an endpoint is not on this server: it would receive the secrets. */
function checkEndpoints(metadata: oauth.AuthorizationServer, url: string): oauth.AuthorizationServer {
  for (const name of ENDPOINTS) {
    const endpoint: unknown = metadata[name];
    if (endpoint === undefined || isOnServer(endpoint, url)) continue;
    throw untrusted(
      `The ${name} of ${url} is not on the same server`,
      "Check the URL, and that no proxy alters the responses of the server.",
    );
  }
  return metadata;
}

function isOnServer(endpoint: unknown, url: string): boolean {
  if (typeof endpoint !== "string" || !URL.canParse(endpoint)) return false;
  const { origin, username, password, hash } = new URL(endpoint);
  return origin === new URL(url).origin && username + password + hash === "";
}

export function untrusted(problem: string, fix: string): SignInError {
  return new SignInError(`${problem}. Nothing secret was sent.`, { problem: "untrusted", fix });
}

/** How long one request may take. */
const TIMEOUT = 30_000;

/** Sends a request to the server, whose endpoints were checked, follows no redirect, and reads the response. */
async function send(
  href: string,
  init: { method: string; headers: Record<string, string>; body?: string | URLSearchParams | null | undefined },
  { fetch, signal }: Connection,
  redact: Redact = (text) => text,
): Promise<Response> {
  if (signal?.aborted === true) throw reasonOf(signal);
  const method = init.method === "GET" ? "GET" : "POST";
  const call = { method, operationId: undefined, redact, maxResponseBytes: 2 ** 20, body: undefined } as const;
  const controller = new AbortController();
  const stopTimer = startTimer(TIMEOUT, () => {
    controller.abort(new TimeoutError(method, href, TIMEOUT));
  });
  const forget =
    signal &&
    onAbort(signal, () => {
      controller.abort(reasonOf(signal));
    });
  const exchange = async (): Promise<{ response: Response; text: string }> => {
    const { headers, body = null } = init;
    const request = new Request(href, { method, headers, body, redirect: "manual", signal: controller.signal });
    const response = await transportOf(fetch).send(request, call);
    return { response, text: await readText(href, response, call) };
  };
  try {
    // Raced, because a signal does not always reach the connection: Node loses it where `fetch` copies the request and
    // nothing else holds the original.
    const { response, text } = await unlessAborted(exchange(), controller.signal);
    if (response.status >= 500 || response.status === 429) throw createApiError(href, response, text, call);
    return copy(response, text);
  } catch (error) {
    if (controller.signal.aborted) throw controller.signal.reason;
    throw isConnectError(error) ? error : fromException(href, error, call, crossesOrigins(href));
  } finally {
    stopTimer();
    forget?.();
  }
}

/** Copies a response without the challenge that oauth4webapi would report in place of the error in the body. */
function copy({ status, headers }: Response, text: string): Response {
  const kept = new Headers(headers);
  kept.delete("www-authenticate");
  const isReal = status >= 200 && status < 600;
  return new Response([204, 205, 304].includes(status) ? null : text, { status: isReal ? status : 502, headers: kept });
}

/** The options of oauth4webapi's requests. */
interface LibraryOptions {
  readonly [oauth.allowInsecureRequests]: boolean;
  readonly [oauth.customFetch]: (
    url: string,
    init: { method: string; headers: Record<string, string>; body?: string | URLSearchParams | null | undefined },
  ) => Promise<Response>;
}

/**
 * Calls the authorization server with oauth4webapi. Its errors hold whole responses, so that none of them leaves this function.
 *
 * @param secrets - what the request contains and no error may contain.
 * @throws {@link SignInError} with the `error` that the server returned.
 */
export async function callServer<Result>(
  { connection }: AuthorizationServer,
  secrets: readonly string[],
  work: (options: LibraryOptions) => Promise<Result>,
): Promise<Result> {
  const known = createSecrets();
  for (const secret of secrets) known.add(secret);
  let received: { readonly href: string; readonly response: Response } | undefined;
  try {
    return await work({
      // Whether http is allowed was checked with the server's URL, whose origin all endpoints have.
      [oauth.allowInsecureRequests]: true,
      async [oauth.customFetch](href, init) {
        const response = await send(href, init, connection, known.redact);
        received = { href, response: response.clone() };
        return response;
      },
    });
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) throw rejection(error, known.redact);
    if (!isLibraryError(error) || received === undefined) throw error;
    throw await unusable(received.href, received.response, known.redact);
  }
}

function isLibraryError(error: unknown): boolean {
  return error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError;
}

/** Returns the error for an OAuth error, in a response or in the callback of the browser. */
export function rejection(
  { error, error_description }: { readonly error: string; readonly error_description?: string | undefined },
  redact: Redact = (text) => text,
): SignInError {
  const code = printable(redact(error), 60);
  const description = error_description === undefined ? "" : `: "${printable(redact(error_description))}"`;
  if (error === "expired_token") return expiredError(`${code}${description}`);
  const isDenied = error === "access_denied";
  return new SignInError(
    `${isDenied ? "The sign-in was refused" : "The server refuses to sign in"} (${code}${description}).`,
    {
      problem: isDenied ? "denied" : "rejected",
      error: code,
      fix: isDenied
        ? "Sign in again and approve it."
        : "Sign in again. If that fails too, ask the server's administrator, or use an API key.",
    },
  );
}

/** Returns the error for a sign-in that was not approved in time. */
export function expiredError(words?: string): SignInError {
  return new SignInError(`The sign-in was not approved in time${words === undefined ? "" : ` (${words})`}.`, {
    problem: "expired",
    error: words === undefined ? undefined : "expired_token",
    fix: "Start again, and approve it before the code expires.",
  });
}

/** Returns the error for a response without an OAuth result: one of Connect, or a page of something in front of it. */
async function unusable(href: string, response: Response, redact: Redact): Promise<ConnectError> {
  const isJson = isObject(await response.json().catch(() => undefined));
  if (response.ok && isJson) {
    return new SignInError(`POST ${new URL(href).pathname} returned JSON without a usable result.`, {
      problem: "rejected",
      fix: "Check that no proxy in front of the server alters responses, or use an API key.",
    });
  }
  const call = { method: "POST", operationId: undefined, redact } as const;
  const fix = "Check that the URL leads to Connect, not to a login page or proxy.";
  return createUnexpectedResponseError(href, response, "returned no OAuth response", fix, call);
}

/** Returns whether a failure may pass, so that asking again can succeed. */
export function isTemporary(error: unknown): boolean {
  return (
    error instanceof ConnectError &&
    ["NetworkError", "TimeoutError", "ServerError", "RateLimitError", "UnexpectedResponseError"].includes(error.name)
  );
}

export function isRejectedWith(error: unknown, code: string): error is SignInError {
  return error instanceof SignInError && error.error === code;
}

/** The loopback address to register: the server ignores the port, which is free to choose for each sign-in. */
const REDIRECT = "http://127.0.0.1/callback";

/**
 * Registers this program as a public client and returns its id, which is the same for the same name.
 *
 * @throws {@link SignInError} if the server does not accept registrations.
 */
export async function register(server: AuthorizationServer, clientName = "connect-sdk"): Promise<string> {
  const { metadata } = server;
  if (metadata.registration_endpoint === undefined) {
    throw new SignInError(`${server.url} does not let programs register themselves.`, {
      problem: "unsupported",
      fix: "Ask the server's administrator for a client id and pass it as clientId, or use an API key.",
    });
  }
  const device = metadata.device_authorization_endpoint === undefined ? [] : [DEVICE_GRANT];
  const description = {
    client_name: clientName,
    redirect_uris: [REDIRECT],
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token", ...device],
    response_types: ["code"],
  };
  return callServer(server, [], async (options) => {
    const response = await oauth.dynamicClientRegistrationRequest(metadata, description, options);
    // Connect's other clients accept any success; the RFC, and so oauth4webapi, only 201.
    const created = response.ok
      ? new Response(await response.text(), { status: 201, headers: response.headers })
      : response;
    return (await oauth.processDynamicClientRegistrationResponse(created)).client_id;
  });
}

const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
