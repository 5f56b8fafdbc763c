import { expect, test } from "vitest";
import { createFakeConnect, type FakeConnectOptions } from "../../src/index.ts";

test.each<[FakeConnectOptions, string]>([
  [{ users: 0 }, "users is 0; allowed: a whole number from 1 to 10000000"],
  [{ users: 1.5 }, "users is 1.5"],
  [{ seed: -1 }, "seed is -1; allowed: a whole number from 0 to 4294967295"],
  [{ url: "connect.test" }, 'url is "connect.test"; allowed: an address that starts with http:// or https://'],
  [{ url: "ftp://connect.test" }, "url is"],
  [{ version: "latest" }, 'version is "latest"; allowed: a version such as 2026.01.0'],
  [{ now: "tomorrow" }, "now is"],
  [{ journalLimit: -1 }, "journalLimit is -1"],
  [{ license: { users: -1 } }, "license.users is -1"],
  [{ licence: { users: -1 } }, "licence.users is -1"],
  [{ settings: { userActivityDays: 0 } }, "settings.userActivityDays is 0"],
])("%j is refused with a message that names the option", (options, message) => {
  expect(() => createFakeConnect(options)).toThrow(message);
});

test("values that the types do not allow are refused with a message that says what is allowed", () => {
  // @ts-expect-error It is called users.
  expect(() => createFakeConnect({ user: 5 })).toThrow("user is unknown; did you mean users?");
  // @ts-expect-error It is called hideEmails.
  expect(() => createFakeConnect({ settings: { hideEmail: true } })).toThrow(
    "settings.hideEmail is unknown; did you mean hideEmails?",
  );
  // @ts-expect-error There is no such provider.
  expect(() => createFakeConnect({ provider: "kerberos" })).toThrow(
    "password, pam, saml, oauth2, oauth2-google, ldap, proxy",
  );
  // @ts-expect-error The default role cannot be administrator.
  expect(() => createFakeConnect({ settings: { defaultUserRole: "administrator" } })).toThrow("viewer, publisher");
  // @ts-expect-error There is no such setting.
  expect(() => createFakeConnect({ settings: { userInfoEditableBy: "self" } })).toThrow("adminandself, admin");
});

test("a development version is accepted", () => {
  expect(createFakeConnect({ version: "2025.04.0-dev+103-g1a2b3c4" }).users).toHaveLength(1);
});
