import type { Protection } from "./apply.ts";

const DISCOVERY = ["sign-in-discovery"];
const SIGN_IN = ["sign-in-browser", "sign-in-device", "sign-in-discovery", "oauth-token"];

/** The protections of every request to the OAuth server. */
export const requestProtections: readonly Protection[] = [
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
      { in: "hideSecrets", rule: "remove", at: ["defineProperty"], why: "the console shows tokens" },
    ],
  },
  {
    name: "identity tokens: sent once, only where they are exchanged",
    package: "api",
    tests: ["test/identity-tokens"],
    mutants: [
      {
        in: "exchangeIdentityToken",
        rule: "never",
        at: ["grant_types_supported"],
        why: "a server that cannot use the token receives it",
      },
      {
        in: "exchangeIdentityToken",
        rule: "replace",
        at: [],
        from: "[subject_token]",
        to: "[]",
        why: "an error has the token",
      },
      {
        in: "exchangeIdentityToken",
        rule: "replace",
        at: [],
        from: 'hideSecrets(key, { apiKey: "[hidden]" })',
        to: "key",
        why: "the console shows the key",
      },
      {
        in: "exchangeIdentityToken",
        rule: "replace",
        at: [],
        from: 'subject_token === ""',
        to: "false",
        why: "an empty token is sent",
      },
    ],
  },
];
