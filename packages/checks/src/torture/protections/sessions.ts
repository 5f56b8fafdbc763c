import type { Protection } from "./apply.ts";

const TOKEN = ["oauth-token"];

/** The protections of `oauthToken()` and `signOut()`. */
export const sessionProtections: readonly Protection[] = [
  {
    name: "one refresh in flight",
    package: "api",
    tests: TOKEN,
    mutants: [
      {
        in: "Renewal.#runOnce",
        rule: "replace",
        at: [],
        from: "??=",
        to: "=",
        why: "each call refreshes",
      },
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
