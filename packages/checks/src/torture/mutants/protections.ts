import type { PickedMutant } from "./picked.ts";
import type { MutatedPackage } from "./sources.ts";

/** Something that keeps a sign-in or its tokens safe, and the ways to remove it. */
export interface Protection {
  readonly name: string;
  readonly package: MutatedPackage;
  /** The test files that must notice, as parts of their paths. */
  readonly tests: readonly string[];
  readonly mutants: readonly PickedMutant[];
}

const BROWSER = ["sign-in-browser"];
const DEVICE = ["sign-in-device"];
const DISCOVERY = ["sign-in-discovery"];
const TOKEN = ["oauth-token"];
const SIGN_IN = [...BROWSER, ...DEVICE, ...DISCOVERY, ...TOKEN];
const CLI = ["test/sign-in", "test/profiles", "test/keyring", "test/logout"];

/** The protections of `@connect-sdk/api/oauth`. */
const apiProtections: readonly Protection[] = [
  {
    name: "PKCE with S256",
    package: "api",
    tests: [...BROWSER, ...DISCOVERY],
    mutants: [
      {
        in: "signInWithBrowser",
        rule: "value",
        at: ["code_challenge"],
        to: "verifier",
        why: "the challenge is the verifier",
      },
      {
        in: "signInWithBrowser",
        rule: "omit",
        at: ["code_challenge_method"],
        why: "the server assumes a plain challenge",
      },
      { in: "signInWithBrowser", rule: "omit", at: ["code_challenge"], why: "a stolen code can be used" },
      {
        in: "signInWithBrowser",
        rule: "replace",
        at: [],
        from: "oauth.generateRandomCodeVerifier()",
        to: '"v".repeat(43)',
        why: "the verifier is known",
      },
      {
        in: "findPage",
        rule: "drop",
        at: ["code_challenge_methods_supported", "includes"],
        why: "a server without S256 is used",
      },
      { in: "describeServer", rule: "drop", at: ["methods", "S256"], why: "a server without S256 is offered" },
    ],
  },
  {
    name: "state",
    package: "api",
    tests: BROWSER,
    mutants: [
      {
        in: "signInWithBrowser",
        rule: "replace",
        at: [],
        from: "oauth.generateRandomState()",
        to: '"s".repeat(43)',
        why: "the state is known",
      },
      { in: "listen", rule: "drop", at: ["timingSafeEqual"], why: "any state of the same length is accepted" },
      {
        in: "listen",
        rule: "replace",
        at: [],
        from: "given.length !== expected.length",
        to: "false",
        why: "a state of another length is an exception",
      },
      {
        in: "listen",
        rule: "replace",
        at: [],
        from: 'target.searchParams.getAll("state").join()',
        to: 'String(target.searchParams.get("state"))',
        why: "of two states one is ignored",
      },
    ],
  },
  {
    name: "issuer (RFC 9207, RFC 8414)",
    package: "api",
    tests: [...BROWSER, ...DISCOVERY],
    mutants: [
      {
        in: "exchangeCode",
        rule: "replace",
        at: [],
        from: "oauth.validateAuthResponse(metadata, client, parameters, state)",
        to: '(parameters.delete("iss"), oauth.validateAuthResponse(metadata, client, parameters, state))',
        why: "a response of another server is accepted",
      },
      {
        in: "readMetadata",
        rule: "replace",
        at: [],
        from: "new URL(url)",
        to: "new URL(issuer)",
        why: "the description of another server is accepted",
      },
    ],
  },
  {
    name: "https and same origin of endpoints",
    package: "api",
    tests: DISCOVERY,
    mutants: [
      { in: "checkServerUrl", rule: "always", at: ["protocol", "https:"], why: "tokens travel over http" },
      {
        in: "checkServerUrl",
        rule: "replace",
        at: [],
        from: "LOCAL.test(hostname)",
        to: 'hostname.startsWith("127.0.0.1")',
        why: "a name on the network counts as this computer",
      },
      { in: "checkEndpoints", rule: "remove", at: ["untrusted"], why: "another server receives the secrets" },
      { in: "isOnServer", rule: "drop", at: ["origin", "url"], why: "endpoints are on another origin" },
      { in: "isOnServer", rule: "drop", at: ["username", "password"], why: "an endpoint has a password" },
    ],
  },
  {
    name: "loopback listener: address, host, path, method",
    package: "api",
    tests: BROWSER,
    mutants: [
      {
        in: "listen",
        rule: "replace",
        at: [],
        from: '"127.0.0.1"',
        to: '"0.0.0.0"',
        why: "the network reaches the listener",
      },
      {
        in: "listen",
        rule: "drop",
        at: ["headers", "host", "origin"],
        why: "a page of another site reaches the listener",
      },
      { in: "listen", rule: "drop", at: ["pathname", "/callback"], why: "every path is the callback" },
      { in: "listen", rule: "drop", at: ["method", "GET"], why: "a form of another site reaches the listener" },
      {
        in: "signInWithBrowser",
        rule: "replace",
        at: [],
        from: "redirectUri: listener.redirectUri",
        to: 'redirectUri: "http://127.0.0.1/callback"',
        why: "the token request names another redirect",
      },
    ],
  },
  {
    name: "one callback, then close; time limit",
    package: "api",
    tests: BROWSER,
    mutants: [
      {
        in: "signInWithBrowser",
        rule: "remove",
        at: ["listener", "close"],
        why: "the listener remains after a failure",
      },
      { in: "listen.server", rule: "remove", at: ["close", "server"], why: "a second callback is received" },
      {
        in: "listen",
        rule: "drop",
        at: ["listening"],
        why: "a connection that is open already returns a second callback",
      },
      { in: "waitFor", rule: "remove", at: ["expiredError"], why: "nobody is told that the time is over" },
      {
        in: "waitFor",
        rule: "replace",
        at: [],
        from: "600_000",
        to: "Infinity",
        why: "the listener waits without end",
      },
      { in: "waitFor", rule: "remove", at: ["end", "abort"], why: "the timer keeps the process alive" },
    ],
  },
  {
    name: "static callback page",
    package: "api",
    tests: BROWSER,
    mutants: [
      {
        in: "listen",
        rule: "replace",
        at: [],
        from: "REFUSED",
        to: 'String(target.searchParams.get("error_description"))',
        why: "a script in the response runs",
      },
      { in: "HEADERS", rule: "omit", at: ["content-security-policy"], why: "the page may load something" },
      { in: "HEADERS", rule: "omit", at: ["cache-control"], why: "the browser stores the page" },
      { in: "HEADERS", rule: "omit", at: ["referrer-policy"], why: "the code may be in a referrer" },
    ],
  },
  {
    name: "no redirect on requests with secrets",
    package: "api",
    tests: SIGN_IN,
    mutants: [
      { in: "send", rule: "value", at: ["redirect"], to: '"follow"', why: "a redirect takes secrets elsewhere" },
    ],
  },
  {
    name: "limits of size and time",
    package: "api",
    tests: SIGN_IN,
    mutants: [
      { in: "send", rule: "value", at: ["maxResponseBytes"], to: "Infinity", why: "a response fills the memory" },
      {
        in: "send",
        rule: "remove",
        at: ["controller", "abort", "TimeoutError"],
        why: "a server that is silent is waited for",
      },
      { in: "send", rule: "remove", at: ["controller", "abort", "reasonOf"], why: "a request cannot be canceled" },
    ],
  },
  {
    name: "no secret in errors and inspected objects",
    package: "api",
    tests: SIGN_IN,
    mutants: [
      {
        in: "callServer",
        rule: "replace",
        at: [],
        from: "rejection(error, known.redact)",
        to: "rejection(error)",
        why: "an error has what the server echoes",
      },
      { in: "callServer", rule: "remove", at: ["known", "add"], why: "no secret is known" },
      {
        in: "callServer",
        rule: "replace",
        at: [],
        from: "rejection(error, known.redact)",
        to: "error",
        why: "an error has the whole response",
      },
      {
        in: "callServer",
        rule: "replace",
        at: [],
        from: "await unusable(received.href, received.response, known.redact)",
        to: "error",
        why: "an error has the whole response",
      },
      {
        in: "exchangeCode",
        rule: "replace",
        at: [],
        from: '[checked.get("code") ?? "", verifier, state]',
        to: "[]",
        why: "an error has the code",
      },
      {
        in: "authorize",
        rule: "replace",
        at: [],
        from: "[granted.device_code]",
        to: "[]",
        why: "an error has the device code",
      },
      {
        in: "Renewal.#request",
        rule: "replace",
        at: [],
        from: "[refreshToken, accessToken]",
        to: "[]",
        why: "an error has the refresh token",
      },
      { in: "signOut", rule: "replace", at: [], from: "[token]", to: "[]", why: "an error has a token" },
      { in: "createSession", rule: "remove", at: ["SignInError"], why: "the runtime quotes a malformed token" },
      { in: "hideTokens", rule: "remove", at: ["defineProperty"], why: "the console shows tokens" },
    ],
  },
  {
    name: "one refresh in flight",
    package: "api",
    tests: TOKEN,
    mutants: [
      { in: "Renewal.#runOnce", rule: "operator", at: ["#running"], why: "each call refreshes" },
      { in: "Renewal.token", rule: "drop", at: ["#running"], why: "a call uses the token that is being replaced" },
      {
        in: "Renewal.#refresh",
        rule: "replace",
        at: [],
        from: "lock === undefined ? refresh() : lock(refresh)",
        to: "refresh()",
        why: "two processes refresh",
      },
    ],
  },
  {
    name: "rotated tokens are stored before they are used",
    package: "api",
    tests: TOKEN,
    mutants: [
      {
        in: "Renewal.#rotate",
        rule: "replace",
        at: [],
        from: "await this.#store()",
        to: "void this.#store()",
        why: "a token is used before it is stored",
      },
      {
        in: "Renewal.#store",
        rule: "replace",
        at: [],
        from: "this.#isStored = false",
        to: "this.#isStored = true",
        why: "tokens that were not stored are forgotten",
      },
      { in: "Renewal.token", rule: "drop", at: ["#isStored"], why: "tokens that were not stored are used" },
      {
        in: "Renewal.#request",
        rule: "replace",
        at: [],
        from: "tokens.refresh_token ?? refreshToken",
        to: "tokens.refresh_token",
        why: "a refresh token that stays valid is lost",
      },
    ],
  },
  {
    name: "the store is read again once after invalid_grant",
    package: "api",
    tests: TOKEN,
    mutants: [
      { in: "Renewal.#rotate", rule: "never", at: ["isSecond"], why: "it is read without end" },
      {
        in: "Renewal.#rotate",
        rule: "always",
        at: ["isSecond"],
        why: "a session that another process refreshed is lost",
      },
      {
        in: "Renewal.#rotate",
        rule: "replace",
        at: [],
        from: "stored?.refreshToken === undefined",
        to: "stored === undefined",
        why: "a store without a refresh token is used",
      },
      {
        in: "Renewal.#rotate",
        rule: "replace",
        at: [],
        from: "stored.refreshToken === refreshToken",
        to: "false",
        why: "a spent token is sent again",
      },
      {
        in: "Renewal.#adopt",
        rule: "replace",
        at: [],
        from: "stored === undefined",
        to: "false",
        why: "a session that was removed is an exception",
      },
      { in: "Renewal.#adopt", rule: "never", at: ["url", "session"], why: "tokens of another server are used" },
    ],
  },
  {
    name: "at most one refresh per request; an ended session stays ended",
    package: "api",
    tests: TOKEN,
    mutants: [
      { in: "Renewal.replace", rule: "drop", at: ["accessToken", "rejected"], why: "a rejected token is sent again" },
      { in: "Renewal.replace", rule: "always", at: ["accessToken", "rejected"], why: "each rejected call refreshes" },
      { in: "Renewal.token", rule: "remove", at: ["#ended"], why: "an ended session is refreshed again" },
      { in: "Renewal.#end", rule: "remove", at: ["onEnd"], why: "an ended session stays stored" },
      { in: "Renewal.#rotate", rule: "never", at: ["isTemporary"], why: "a passing failure is not named as one" },
      { in: "credentials", rule: "remove", at: ["renew", "sent"], why: "a rejected token is never replaced" },
    ],
  },
  {
    name: "refresh before expiry",
    package: "api",
    tests: TOKEN,
    mutants: [
      {
        rule: "replace",
        in: "AHEAD",
        at: [],
        from: "60_000",
        to: "0",
        why: "a call is sent with a token that expires on its way",
      },
      { rule: "replace", in: "PAUSE", at: [], from: "10_000", to: "0", why: "each call asks a server that fails" },
      {
        in: "Renewal.#isDue",
        rule: "replace",
        at: [],
        from: "if (this.#expiresWithin(0)) return true;",
        to: ";",
        why: "an expired token without a refresh token is sent",
      },
      {
        in: "Renewal.#rotate",
        rule: "replace",
        at: [],
        from: "Math.min(AHEAD, (next.expiresAt - this.#now()) / 4)",
        to: "AHEAD",
        why: "a short-lived token is refreshed by each call",
      },
    ],
  },
  {
    name: "device flow: interval, slow_down, expiry, pages",
    package: "api",
    tests: DEVICE,
    mutants: [
      {
        in: "authorize",
        rule: "replace",
        at: [],
        from: "interval += 5_000",
        to: "interval += 0",
        why: "slow_down is ignored",
      },
      {
        in: "authorize",
        rule: "replace",
        at: [],
        from: "interval * 2 ** Math.min(failures, MAX_DOUBLINGS)",
        to: "interval",
        why: "a server that fails is asked as often",
      },
      {
        in: "authorize",
        rule: "replace",
        at: [],
        from: "Math.min(failures, MAX_DOUBLINGS)",
        to: "failures",
        why: "a server that failed is asked too late",
      },
      {
        in: "authorize",
        rule: "replace",
        at: [],
        from: "if (!(left > 0)) throw expiredError();",
        to: ";",
        why: "a code that expired while its page was shown is waited for",
      },
      {
        in: "authorize",
        rule: "replace",
        at: [],
        from: "if (time.now() >= expiresAt) throw expiredError();",
        to: ";",
        why: "an expired code is sent",
      },
      { in: "authorize", rule: "never", at: ["authorization_pending"], why: "every error is final" },
      { in: "signInWithDevice", rule: "drop", at: ["invalid_client"], why: "each failure starts a second sign-in" },
      { in: "checkPage", rule: "drop", at: ["protocol"], why: "a page starts a program" },
      {
        in: "describeCode",
        rule: "replace",
        at: [],
        from: "printable(user_code)",
        to: "user_code",
        why: "a code controls the terminal",
      },
    ],
  },
  {
    name: "a token goes to its server only",
    package: "api",
    tests: TOKEN,
    mutants: [
      { in: "credentials", rule: "never", at: ["home", "url"], why: "another server receives the token" },
      { in: "checkSession", rule: "value", at: ["url"], to: "session.url", why: "a stored session uses http" },
    ],
  },
  {
    name: "sign-out",
    package: "api",
    tests: TOKEN,
    mutants: [
      {
        in: "signOut",
        rule: "replace",
        at: [],
        from: "[refreshToken, accessToken]",
        to: "[accessToken]",
        why: "the refresh token stays valid",
      },
      { in: "signOut", rule: "remove", at: ["unsupported"], why: "a session that lives on seems to have ended" },
    ],
  },
];

/** The protections of visitors' credentials. */
const visitorProtections: readonly Protection[] = [
  {
    name: "visitors: one per token, never the owner",
    package: "users",
    tests: ["test/visitor"],
    mutants: [
      { in: "visitorClient", rule: "drop", at: ["isOnConnect"], why: "the local key is used on Connect" },
      {
        in: "visitorClient",
        rule: "replace",
        at: [],
        from: "JSON.stringify([checkToken(token, isOnConnect), audience])",
        to: '"visitor"',
        why: "one visitor acts as another",
      },
      { in: "visitorClient", rule: "drop", at: ["visitor", "expires", "now"], why: "an expired key is used" },
      { in: "checkToken", rule: "drop", at: ["token", "test"], why: "a malformed header is sent" },
      { in: "createVisitor", rule: "remove", at: ["known", "delete"], why: "a failure is remembered" },
      { in: "createVisitor", rule: "remove", at: ["expires", "expires_in"], why: "a key outlives its expiry" },
      {
        in: "createVisitor",
        rule: "replace",
        at: [],
        from: "clientWithKey(api, await createKey(), createKey)",
        to: "clientWithKey(api, await createKey())",
        why: "a rejected key is not replaced",
      },
      { in: "forgetExpired", rule: "never", at: ["expires", "now"], why: "tokens of visitors stay in memory" },
      {
        in: "forgetExpired",
        rule: "replace",
        at: [],
        from: "known.size < MAX_VISITORS",
        to: "true",
        why: "visitors fill the memory",
      },
      {
        in: "exchange",
        rule: "replace",
        at: [],
        from: "redactSent((words) => words, form)",
        to: "(words: string) => words",
        why: "an error has the session token",
      },
      {
        in: "exchange",
        rule: "drop",
        at: ["requested_token_type", "API_KEY"],
        why: "a token of another service is sent to Connect",
      },
    ],
  },
  {
    name: "content session tokens",
    package: "users",
    tests: ["test/visitor"],
    mutants: [
      {
        in: "contentCredentials",
        rule: "replace",
        at: [],
        from: 'content?.text ?? variable("CONNECT_CONTENT_SESSION_TOKEN")?.trim()',
        to: 'variable("CONNECT_CONTENT_SESSION_TOKEN")?.trim() ?? content?.text',
        why: "an old token is used",
      },
      { in: "readFile", rule: "drop", at: ["text", "trim", ""], why: "an empty file hides the variable" },
      {
        in: "contentCredentials",
        rule: "replace",
        at: [],
        from: 'hideWhenInspected(credentials, { access_token: "[hidden]" })',
        to: "credentials",
        why: "the console shows a credential",
      },
    ],
  },
];

/** The protections of stored sessions. */
const cliProtections: readonly Protection[] = [
  {
    name: "file mode 0600, folder 0700",
    package: "cli",
    tests: CLI,
    mutants: [
      { in: "writeProfiles", rule: "replace", at: [], from: "0o600", to: "0o644", why: "other users read the tokens" },
      { in: "lockProfiles", rule: "replace", at: [], from: "0o700", to: "0o777", why: "other users replace the file" },
      { in: "refuseWideMode", rule: "always", at: ["mode"], why: "a file that others read is accepted" },
      { in: "readProfiles", rule: "remove", at: ["refuseOpenFolder"], why: "a folder that others change is accepted" },
    ],
  },
  {
    name: "lock between processes",
    package: "cli",
    tests: CLI,
    mutants: [
      {
        in: "lockProfiles",
        rule: "replace",
        at: [],
        from: "withLock(file, work)",
        to: "work()",
        why: "processes refresh at the same time",
      },
      { in: "acquire", rule: "replace", at: [], from: '"wx"', to: '"w"', why: "two processes have the lock" },
      { in: "acquire", rule: "replace", at: [], from: "0o600", to: "0o666", why: "others release the lock" },
      { in: "findAbandoned", rule: "drop", at: ["STALE", "mtimeMs"], why: "a lock of another computer stays" },
      { in: "findAbandoned", rule: "drop", at: ["isGone"], from: "isGone", why: "a lock of a killed process stays" },
      { in: "takeAway", rule: "remove", at: ["link"], why: "the lock of a faster process is removed" },
      { in: "openSession", rule: "omit", at: ["lock"], why: "processes refresh at the same time" },
      { in: "openSession", rule: "omit", at: ["reload"], why: "a session that another process refreshed is lost" },
      { in: "openSession", rule: "omit", at: ["onChange"], why: "rotated tokens are lost" },
      { in: "openSession", rule: "omit", at: ["onEnd"], why: "an ended session stays stored" },
    ],
  },
  {
    name: "a session goes to its server only",
    package: "cli",
    tests: CLI,
    mutants: [{ in: "openSession", rule: "remove", at: ["CliError"], why: "an edited profile sends it elsewhere" }],
  },
  {
    name: "the browser gets no secret, and only web pages",
    package: "cli",
    tests: CLI,
    mutants: [
      {
        in: "startBrowser",
        rule: "replace",
        at: [],
        from: 'name.startsWith("CONNECT_")',
        to: "false",
        why: "the browser inherits the key",
      },
      {
        in: "startBrowser",
        rule: "replace",
        at: [],
        from: "env: kept",
        to: "env",
        why: "the browser inherits the key",
      },
    ],
  },
  {
    name: "keyring: told, never a silent downgrade",
    package: "cli",
    tests: CLI,
    mutants: [
      {
        in: "storeProfile",
        rule: "replace",
        at: [],
        from: "await keyring.write(profile, toSecret(credential))",
        to: "await keyring.write(profile, toSecret(credential)).catch(() => undefined)",
        why: "a secret that was not stored seems to be",
      },
      {
        in: "fail",
        rule: "replace",
        at: [],
        from: 'reason.replaceAll(secret, "[the key]")',
        to: "reason",
        why: "the keyring's error has the secret",
      },
      { in: "discard", rule: "remove", at: ["signOut", "session"], why: "a session that was not stored lives on" },
    ],
  },
];

/** Every protection around signing in, by the security requirements of its RFCs (7636, 8252, 8628, 9207, 9700). */
export const oauthProtections: readonly Protection[] = [...apiProtections, ...visitorProtections, ...cliProtections];
