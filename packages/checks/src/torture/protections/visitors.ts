import type { Protection } from "./apply.ts";

/** The protections of visitors' credentials. */
export const visitorProtections: readonly Protection[] = [
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
        from: "redactSent(internalsOf(api)?.redact ?? ((words) => words), form)",
        to: "(words: string) => words",
        why: "an error has the session token",
      },
      {
        in: "exchange",
        rule: "drop",
        at: ["requested_token_type", "issued_token_type"],
        why: "a token of another service is sent to Connect",
      },
      { in: "findAudience", rule: "drop", at: ["others", "length"], why: "one of several integrations is guessed" },
      { in: "createVisitor", rule: "drop", at: ["isObject", "code"], why: "every failure is sent again" },
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
