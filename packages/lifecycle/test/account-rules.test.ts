import type { DirectoryPerson, FakeConnect, FakeConnectOptions } from "@connect-sdk/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DesiredUser, type ImportOptions, planImport } from "@connect-sdk/lifecycle";
import { EVE } from "./a-directory.ts";
import { start } from "./laws.ts";

function setUp(fake: FakeConnect): void {
  fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "viewer" });
}

/** Plans one row. Returns its state, and why it is refused. */
async function stateOf(row: DesiredUser, options?: FakeConnectOptions, settings: ImportOptions = {}): Promise<string> {
  const { connection } = start({ setUp, ...(options !== undefined && { options }) });
  const [step] = (await planImport(connection, [row], settings)).steps;
  return step?.state === "refused" ? `${step.problem?.field ?? ""}: ${step.reason}` : (step?.state ?? "");
}

const LIMIT = 255;

describe("a value that the server has no room for", () => {
  test("is refused from 256 characters, in every field, of new and of existing accounts", async () => {
    const lengths = fc.oneof(fc.integer({ min: 250, max: 260 }), fc.integer({ min: 20, max: 2_000 }));
    const fields = fc.constantFrom("username", "email", "first_name", "last_name" as const);
    await fc.assert(
      fc.asyncProperty(fields, lengths, fc.boolean(), async (field, length, isNew) => {
        const end = field === "email" ? "@example.com" : "";
        const row = {
          username: isNew || field === "username" ? "new" : "jdoe",
          [field]: "x".padEnd(length - end.length, "y") + end,
        };
        const refused = `${field}: the value has ${length.toLocaleString("en-US")} characters`;
        expect(await stateOf(row)).toBe(length > LIMIT ? refused : "planned");
      }),
      {
        numRuns: 60,
        examples: [
          ["email", LIMIT, true],
          ["last_name", LIMIT, false],
          ["username", LIMIT + 1, true],
        ],
      },
    );
  });
});

describe("an e-mail address", () => {
  test.each(["joan@example.com", "jo+x@host", "o'neil@a.b.example", "jö@exämple.com"])("can be %s", async (email) => {
    expect(await stateOf({ username: "new", email })).toBe("planned");
  });

  test.each([
    "jo",
    "@example.com",
    "jo@",
    "jo@example.com;",
    "jo@example..com",
    "jo@.com",
    "jo doe@example.com",
    "Jo <jo@example.com>",
    "MAILTO:jo@example.com",
    "jo@ann@example.com",
  ])("cannot be %s", async (email) => {
    expect(await stateOf({ username: "new", email })).toBe(`email: \`${email}\` is not an e-mail address`);
    expect(await stateOf({ username: "jdoe", email })).toBe(`email: \`${email}\` is not an e-mail address`);
  });
});

describe("a new account", () => {
  test.each(["connect", "Connect"])("cannot have a name that the server keeps: %s", async (username) => {
    const { fake, connection } = start({ setUp });
    fake.fault({ path: "/server_settings", status: 200, body: { prohibited_usernames: ["connecT"] } });
    const { steps } = await planImport(connection, [{ username }, { username: "connected" }]);
    expect(steps.map(({ state }) => state)).toEqual(["refused", "planned"]);
    expect(steps[0]?.reason).toBe(`\`${username}\` is a name that the server keeps`);
  });

  test.each<[provider: FakeConnectOptions["provider"], hasId: boolean, state: string]>([
    ["saml", false, "external_id: a new user of a server with SAML needs the id at the sign-in provider"],
    ["saml", true, "planned"],
    ["oauth2", false, "external_id: a new user of a server with OAuth2 needs the id at the sign-in provider"],
    ["oauth2", true, "planned"],
    ["password", false, "planned"],
  ])("of a server with %s needs the id at the provider (given: %s)", async (provider, hasId, state) => {
    const row = { username: "new", email: "new@example.com", ...(hasId && { external_id: "id-1" }) };
    expect(await stateOf(row, { ...(provider !== undefined && { provider }) })).toBe(state);
    // An empty cell is no id, and an existing account needs none.
    if (!hasId)
      expect(await stateOf({ ...row, external_id: "" }, { ...(provider !== undefined && { provider }) })).toBe(state);
    expect(await stateOf({ username: "jdoe", locked: true }, { ...(provider !== undefined && { provider }) })).toBe(
      "planned",
    );
  });
});

describe("a field that the sign-in provider owns", () => {
  const settings = { userInfoEditableBy: "provider", userRoleEditableBy: "provider" } as const;
  const reason = "the sign-in provider (SAML) has this field";

  test.each([
    ["email", { email: "other@example.com" }],
    ["first_name", { first_name: "Jo" }],
    ["last_name", { last_name: "Doe" }],
    ["user_role", { user_role: "publisher" }],
  ] as const)("is not changed: %s", async (field, change) => {
    expect(await stateOf({ username: "jdoe", ...change })).toBe("planned");
    expect(await stateOf({ username: "jdoe", ...change }, { provider: "saml", settings })).toBe(`${field}: ${reason}`);
  });

  test("does not keep an account from being locked", async () => {
    expect(await stateOf({ username: "jdoe", locked: true }, { provider: "saml", settings })).toBe("planned");
  });
});

describe("a person of the directory", () => {
  const options = (people: readonly DirectoryPerson[] = [EVE]): FakeConnectOptions => ({
    provider: "ldap",
    directory: { people },
  });

  test("is found by the exact username alone", async () => {
    expect(await stateOf({ username: "eve" }, options())).toBe("planned");
    expect(await stateOf({ username: "ev" }, options())).toBe("username: the directory has no `ev`");
    expect(await stateOf({ username: "Eve" }, options())).toBe("username: the directory has no `Eve`, but has `eve`");
  });

  test.each([
    ["last_name", { last_name: "Nguyen" }, "the directory has `Ng`, not `Nguyen`"],
    ["external_id", { external_id: "cn=eva" }, "the directory has `cn=eve`, not `cn=eva`"],
  ])("has other values than the row: %s", async (field, change, reason) => {
    expect(await stateOf({ username: "eve", ...change }, options())).toBe(`${field}: ${reason}`);
  });

  test("is refused if the directory has the username twice", async () => {
    const twin = { ...EVE, email: "eva@example.com", external_id: "cn=eva" };
    expect(await stateOf({ username: "eve" }, options([EVE, twin]))).toBe(
      "username: the directory has 2 people with the username `eve`",
    );
  });
});
