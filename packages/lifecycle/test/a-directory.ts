import type { FakeConnectOptions } from "@connect-sdk/testing";

/** A person of a directory who has no account yet. */
export const EVE = {
  username: "eve",
  email: "eve@example.com",
  first_name: "Eve",
  last_name: "Ng",
  external_id: "cn=eve",
} as const;

/** Options of a server that takes its users from a directory. */
export const DIRECTORY = { provider: "ldap", directory: { people: [EVE] } } as const satisfies FakeConnectOptions;
