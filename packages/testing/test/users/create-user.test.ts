import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";
import { textLike } from "../support/matchers.ts";

const USER = { username: "mira", email: "mira@example.com", password: "correct horse" };

test("creating a user returns 200 with the complete user", async () => {
  const created = await clientOf(testFake()).post("/v1/users", { ...USER, first_name: "Mira", last_name: "Okafor" });
  expect(created.status).toBe(200);
  expect(created.body).toEqual({
    email: "mira@example.com",
    username: "mira",
    first_name: "Mira",
    last_name: "Okafor",
    user_role: "viewer",
    created_time: "2026-02-02T09:00:00Z",
    updated_time: "2026-02-02T09:00:00Z",
    active_time: null,
    confirmed: false,
    locked: false,
    guid: textLike(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  });
});

test("a created user can be read again and is the same", async () => {
  const client = clientOf(testFake());
  const { body } = await client.post("/v1/users", USER);
  expect((await client.get(`/v1/users/${String(body["guid"])}`)).body).toEqual(body);
  expect((await client.get("/v1/users?prefix=mira")).list).toEqual([body]);
});

test("without a role, or with null, a user gets the server's default role", async () => {
  expect((await clientOf(testFake()).post("/v1/users", { ...USER, user_role: null })).body).toMatchObject({
    user_role: "viewer",
  });
  const generous = testFake({ settings: { defaultUserRole: "publisher" } });
  expect((await clientOf(generous).post("/v1/users", USER)).body).toMatchObject({ user_role: "publisher" });
});

test("an administrator can be created through the API", async () => {
  const created = await clientOf(testFake()).post("/v1/users", { ...USER, user_role: "administrator" });
  expect(created.body).toMatchObject({ user_role: "administrator" });
});

test("an unknown role is refused with code 112", async () => {
  expect((await clientOf(testFake()).post("/v1/users", { ...USER, user_role: "owner" })).refusal).toEqual([400, 112]);
});

test("a duplicate username is refused with 409 and code 8; usernames are case-sensitive", async () => {
  const client = clientOf(testFake());
  await client.post("/v1/users", USER);
  expect((await client.post("/v1/users", USER)).refusal).toEqual([409, 8]);
  expect((await client.post("/v1/users", { ...USER, username: "Mira" })).status).toBe(200);
});

test("usernames that are paths of the dashboard are prohibited in any case, and the settings list them", async () => {
  const client = clientOf(testFake());
  const prohibited =
    "connect apps users groups setpassword user-completion confirm recent reports plots unpublished settings metrics " +
    "tokens help login welcome register resetpassword content";
  const { body } = await client.get("/server_settings");
  expect(body["prohibited_usernames"]).toEqual(prohibited.split(" "));
  for (const username of prohibited.split(" ")) {
    for (const name of [username, username.toUpperCase()]) {
      const { refusal } = await client.post("/v1/users", { ...USER, username: name });
      expect([name, refusal]).toEqual([name, [400, 107]]);
    }
  }
});

test("several users can have the same e-mail address", async () => {
  const client = clientOf(testFake());
  await client.post("/v1/users", USER);
  expect((await client.post("/v1/users", { ...USER, username: "other" })).status).toBe(200);
});

test.each(["connect", "users", "login", "content"])("the username %s is reserved: code 107", async (username) => {
  expect((await clientOf(testFake()).post("/v1/users", { ...USER, username })).refusal).toEqual([400, 107]);
});

test.each(["", "two words", "a/b", "new\nline"])("the username %j is not allowed: code 7", async (username) => {
  expect((await clientOf(testFake()).post("/v1/users", { ...USER, username })).refusal).toEqual([400, 7]);
});

test.each([
  "abcdefghijklmnopqrstuvwxyzabcdefghijk",
  "endsInX",
  "permission_aron",
  "__bootstrap_admin__",
  "jörg.müller",
])("the username %s is accepted", async (username) => {
  expect((await clientOf(testFake()).post("/v1/users", { ...USER, username })).status).toBe(200);
});

test("a username is required: code 12", async () => {
  expect((await clientOf(testFake()).post("/v1/users", { password: "correct horse" })).refusal).toEqual([400, 12]);
});

test("a password needs six characters: code 6", async () => {
  const client = clientOf(testFake());
  expect((await client.post("/v1/users", { ...USER, password: "short" })).refusal).toEqual([400, 6]);
  expect((await client.post("/v1/users", { ...USER, password: "longer" })).status).toBe(200);
});

test("either a password or user_must_set_password is required, not both", async () => {
  const client = clientOf(testFake());
  const { password, ...nameless } = USER;
  expect((await client.post("/v1/users", nameless)).refusal).toEqual([400, 12]);
  expect((await client.post("/v1/users", { ...USER, user_must_set_password: true })).refusal).toEqual([400, 25]);
  expect((await client.post("/v1/users", { ...nameless, user_must_set_password: true })).status).toBe(200);
  expect(password).toBe("correct horse");
});

test("the e-mail address is optional", async () => {
  const created = await clientOf(testFake()).post("/v1/users", { username: "mira", password: "correct horse" });
  expect(created.body).toMatchObject({ email: "" });
});

test("servers since 2026 check the format of e-mail addresses and names", async () => {
  const client = clientOf(testFake());
  expect((await client.post("/v1/users", { ...USER, email: "nowhere" })).refusal).toEqual([400, 264]);
  expect((await client.post("/v1/users", { ...USER, first_name: "a\u0000b" })).refusal).toEqual([400, 268]);
  expect((await client.post("/v1/users", { ...USER, last_name: "x".repeat(300) })).refusal).toEqual([400, 269]);
  const older = clientOf(testFake({ version: "2024.09.0" }));
  expect((await older.post("/v1/users", { ...USER, email: "nowhere" })).status).toBe(200);
});

test("unknown fields are ignored", async () => {
  const created = await clientOf(testFake()).post("/v1/users", { ...USER, description: "new" });
  expect(created.status).toBe(200);
  expect(created.body).not.toHaveProperty("description");
});

test("only password authentication asks users to confirm their address", async () => {
  const created = await clientOf(testFake({ provider: "pam" })).post("/v1/users", { username: "mira" });
  expect(created.body).toMatchObject({ confirmed: true });
});

test.each(["saml", "oauth2"] as const)(
  "%s requires an external id (code 129) that is unique (code 76)",
  async (provider) => {
    const client = clientOf(testFake({ provider }));
    expect((await client.post("/v1/users", { username: "mira" })).refusal).toEqual([400, 129]);
    const created = await client.post("/v1/users", { username: "mira", external_id: "m-1" });
    expect(created.body).toMatchObject({ external_id: "m-1" });
    expect((await client.post("/v1/users", { username: "noor", external_id: "m-1" })).refusal).toEqual([400, 76]);
  },
);

test("the former name of external_id is accepted", async () => {
  const created = await clientOf(testFake({ provider: "saml" })).post("/v1/users", {
    username: "mira",
    unique_id: "m-1",
  });
  expect(created.body).toMatchObject({ external_id: "m-1" });
});

test("proxied authentication requires an external id only if configured", async () => {
  const plain = clientOf(testFake({ provider: "proxy" }));
  expect((await plain.post("/v1/users", { username: "mira" })).status).toBe(200);
  const keyed = clientOf(testFake({ provider: "proxy", settings: { proxyUniqueId: true } }));
  expect((await keyed.post("/v1/users", { username: "mira" })).refusal).toEqual([400, 129]);
});

test.each(["ldap", "oauth2-google"] as const)("%s creates users from tickets only: code 120", async (provider) => {
  expect((await clientOf(testFake({ provider })).post("/v1/users", { username: "mira" })).refusal).toEqual([400, 120]);
});
