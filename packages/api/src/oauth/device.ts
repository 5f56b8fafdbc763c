/** Signing in without a browser on this computer: the user types a code on any other device (RFC 8628). */
import * as oauth from "oauth4webapi";
import { isApiError, printable } from "../errors.ts";
import { checkInput, checkValue, isObject } from "../input.ts";
import { sleep, unlessAborted } from "../signals.ts";
import {
  type AuthorizationServer,
  callServer,
  expiredError,
  isRejectedWith,
  isTemporary,
  register,
  requireServer,
  SIGN_IN_OPTIONS,
  type SignInClock,
  SignInError,
  type SignInOptions,
  untrusted,
} from "./server.ts";
import { createSession, type Session } from "./session.ts";

/** Options of {@link signInWithDevice}. */
export interface DeviceSignInOptions extends SignInOptions {
  /** Shows the code. If it throws, the sign-in ends with its exception. Called again if the server forgot this program. */
  onCode: (code: DeviceCode) => void | Promise<void>;
}

/** What the user needs to approve a sign-in. */
export interface DeviceCode {
  /** To be typed on the page, or compared with what the page shows. Ask the user to compare: a page may be forged. */
  userCode: string;
  /** The page on which to type the code. */
  verificationUri: string;
  /** The same page with the code filled in, if the server has one. */
  verificationUriComplete?: string;
  /** When the code expires, in milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Signs in with a code that the user types on any device, and resolves when the user has approved. Runs everywhere that has
 * `fetch`, even in a browser if the server allows its origin.
 *
 * A network that fails for a while is waited for until the code expires.
 *
 * @throws {@link SignInError} with the `problem` `denied`, `expired`, `unsupported`, `untrusted` or `rejected`.
 * @example
 * ```ts
 * const session = await signInWithDevice({
 *   url: "https://connect.example.com",
 *   onCode: ({ userCode, verificationUri }) => console.log(`Open ${verificationUri} and type ${userCode}`),
 * });
 * const api = createConnectClient({ url: session.url, token: oauthToken(session, { onChange: save }) });
 * ```
 */
export async function signInWithDevice(given: DeviceSignInOptions): Promise<Session> {
  const options = checkInput("options", given, `onCode:!function ${SIGN_IN_OPTIONS}`);
  checkValue("onCode", options.onCode, "function");
  const server = await requireServer(options.url, options);
  if (server.metadata.device_authorization_endpoint === undefined) {
    throw new SignInError(`${server.url} does not let programs sign in with a code.`, {
      problem: "unsupported",
      fix: "Sign in with the browser, or use an API key. Codes require Connect 2026.06, and can be switched off.",
    });
  }
  const clientId = options.clientId ?? (await register(server, options.clientName));
  try {
    return await authorize(server, clientId, options);
  } catch (error) {
    if (!isRejectedWith(error, "invalid_client") || server.metadata.registration_endpoint === undefined) throw error;
    // An administrator deleted the client.
    return await authorize(server, await register(server, options.clientName), options);
  }
}

async function authorize(
  server: AuthorizationServer,
  clientId: string,
  { onCode, clock, signal }: DeviceSignInOptions,
): Promise<Session> {
  const time: SignInClock = { now: Date.now, sleep, ...clock };
  const asked = time.now();
  const client = { client_id: clientId };
  const granted = await callServer(server, [], async (library) =>
    oauth.processDeviceAuthorizationResponse(
      server.metadata,
      client,
      await withDefaults(
        await oauth.deviceAuthorizationRequest(server.metadata, client, oauth.None(), new URLSearchParams(), library),
      ),
    ),
  );
  const expiresAt = asked + granted.expires_in * 1000;
  await unlessAborted(Promise.resolve(onCode(describeCode(granted, expiresAt))), signal);

  const poll = async (): Promise<Session> => {
    const startedAt = time.now();
    const tokens = await callServer(server, [granted.device_code], async (library) =>
      oauth.processDeviceCodeResponse(
        server.metadata,
        client,
        await oauth.deviceCodeGrantRequest(server.metadata, client, oauth.None(), granted.device_code, library),
      ),
    );
    return createSession(server.url, clientId, tokens, startedAt);
  };
  let interval = Math.max(1, granted.interval ?? 5) * 1000;
  for (let failures = 0, wait = interval; ;) {
    const left = expiresAt - time.now();
    // Written so that NaN ends the loop.
    if (!(left > 0)) throw expiredError();
    await unlessAborted(time.sleep(Math.min(wait, left), signal), signal);
    if (time.now() >= expiresAt) throw expiredError();
    try {
      return await poll();
    } catch (error) {
      if (isRejectedWith(error, "slow_down")) interval += 5_000;
      else if (isTemporary(error)) failures += 1;
      else if (!isRejectedWith(error, "authorization_pending")) throw error;
      if (!isTemporary(error)) failures = 0;
      const retryAfter = isApiError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
      wait = Math.max(interval * 2 ** Math.min(failures, MAX_DOUBLINGS), retryAfter);
    }
  }
}

/** Tolerates what Connect's other clients do: no `expires_in`, which the RFC requires, and an `interval` of 0. */
async function withDefaults(response: Response): Promise<Response> {
  const text = await response.text();
  const { status, headers } = response;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Reported when it is processed.
  }
  if (!isObject(body)) return new Response(text === "" ? null : text, { status, headers });
  const { expires_in = 600, interval } = body;
  const filled = { ...body, expires_in, interval: interval === 0 ? undefined : interval };
  return new Response(JSON.stringify(filled), { status, headers });
}

/** With the usual interval of 5 seconds, a server that cannot be reached is asked every 40 seconds. */
const MAX_DOUBLINGS = 3;

/** Checks what people will see and open. */
function describeCode(granted: oauth.DeviceAuthorizationResponse, expiresAt: number): DeviceCode {
  const { user_code, verification_uri, verification_uri_complete } = granted;
  return {
    userCode: printable(user_code),
    verificationUri: checkPage(verification_uri),
    ...(verification_uri_complete !== undefined && { verificationUriComplete: checkPage(verification_uri_complete) }),
    expiresAt,
  };
}

/** Returns the URL of a page. Another scheme could start a program on the user's computer. */
function checkPage(page: string): string {
  const url = URL.canParse(page) ? new URL(page) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url.href;
  throw untrusted("The server sent a sign-in page that is not a web page", "Check the URL of the server.");
}
