import { expect, test, vi } from "vitest";
import { createFakeConnect } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

const KEY_FORMAT = /^[A-Za-z0-9]{32}$/;

test("keys are random by default, and different for each fake", () => {
  const [one, other] = [createFakeConnect(), createFakeConnect({ users: 5 })];
  for (const fake of [one, other]) expect(fake.apiKey).toMatch(KEY_FORMAT);
  expect(one.apiKey).not.toBe(other.apiKey);
  expect(one.addUser({ username: "mira" }).guid).toBe(createFakeConnect().addUser({ username: "mira" }).guid);
  other.addUser({ username: "mira" });
  expect(one.keyFor("mira")).not.toBe(other.keyFor("mira"));
});

test("a given seed determines all keys", () => {
  const keys = (seed: number): string[] => {
    const fake = createFakeConnect({ seed });
    return [fake.apiKey, fake.keyFor(fake.addUser())];
  };
  expect(keys(1)).toEqual(keys(1));
  expect(keys(1)).not.toEqual(keys(2));
});

test("a given key is the administrator's, and all other keys follow from it", async () => {
  const keys = (apiKey: string): string[] => {
    const fake = createFakeConnect({ apiKey });
    return [fake.apiKey, fake.keyFor(fake.addUser()), fake.keyFor(fake.addUser())];
  };
  expect(keys("my-key")).toEqual(keys("my-key"));
  expect(keys("my-key")[0]).toBe("my-key");
  expect(new Set([...keys("my-key"), ...keys("my-key2")]).size).toBe(6);
  expect((await clientOf(testFake({ apiKey: "my-key" }), "my-key").get("/v1/user")).status).toBe(200);
});

test("the key stays after reset and restore", () => {
  const fake = createFakeConnect();
  const { apiKey } = fake;
  const saved = fake.snapshot();
  fake.reset();
  expect(fake.apiKey).toBe(apiKey);
  fake.restore(saved);
  expect(fake.apiKey).toBe(apiKey);
  expect(JSON.stringify(saved)).not.toContain(apiKey);
});

test.each([
  "https://evil.example/__api__/v1/user",
  "http://connect.example.com/__api__/v1/user",
  "https://connect.example.com:444/__api__/v1/user",
  "https://connect.example.com.evil.example/__api__/v1/user",
  "data:text/plain,x",
])("fetch rejects a URL of another origin as it does an unknown host: %s", async (url) => {
  const fake = createFakeConnect({ url: "https://connect.example.com" });
  const rejected = fake.fetch(url, { headers: { authorization: `Key ${fake.apiKey}` } });
  await expect(rejected).rejects.toThrow(TypeError);
  await expect(rejected).rejects.toMatchObject({ message: "fetch failed", cause: { code: "ENOTFOUND" } });
  expect(fake.requests).toEqual([]);
});

test("fetch accepts every spelling of its own origin", async () => {
  const fake = createFakeConnect({ url: "https://connect.example.com" });
  expect((await fake.fetch("HTTPS://Connect.Example.COM:443/__ping__")).status).toBe(200);
});

test.each([
  ["users", () => createFakeConnect({ users: 3 }).users[1]],
  ["a user that was added", () => createFakeConnect().addUser()],
  ["a group that was added", () => createFakeConnect().addGroup()],
  ["a content item that was added", () => createFakeConnect().addContent()],
  ["an integration that was added", () => createFakeConnect().addIntegration()],
  ["the settings of an integration", () => createFakeConnect().addIntegration().config],
  ["the sign-ins that wait", () => createFakeConnect().oauth.pending],
])("views are read-only: %s", (_what, view) => {
  expect(Object.isFrozen(view())).toBe(true);
});

test("assigning to a field of a view is refused and has no effect on the server", async () => {
  const fake = testFake({ users: 3 });
  fake.addGroup();
  fake.addContent();
  const user = fake.users[1];
  if (user === undefined) throw new Error("there is no second user");
  expect(() => Object.assign(user, { locked: !user.locked })).toThrow(TypeError);
  for (const record of [fake.groups[0], fake.content[0]]) {
    expect(() => Object.assign(record ?? {}, { name: "changed" })).toThrow(TypeError);
  }
  expect((await clientOf(fake).get(`/v1/users/${user.guid}`)).body).toEqual(user);
});

test.each(["url", "clock", "oauth", "users", "apiKey"])("fake.%s cannot be replaced", (name) => {
  const fake = createFakeConnect();
  expect(Reflect.set(fake, name, "changed")).toBe(false);
});

test("fake.fetch can be replaced by a spy", () => {
  const fake = createFakeConnect();
  const spy = vi.spyOn(fake, "fetch");
  expect(fake.fetch).toBe(spy);
});

test("changing options and faults after they were given has no effect on the server", async () => {
  const users = [{ username: "mira" }];
  const fake = createFakeConnect({ data: { users } });
  users.push({ username: "ada" });
  fake.reset();
  expect(fake.users.map(({ username }) => username)).toEqual(["admin", "mira"]);

  const fault = { status: 500, body: { code: 1 } };
  fake.fault(fault);
  Object.assign(fault, { status: 404 });
  fault.body.code = 4;
  const response = await fake.fetch(`${fake.url}/__ping__`);
  expect([response.status, await response.json()]).toEqual([500, { code: 1 }]);
});

test("options and data can be proxies, such as those of a framework for pages", () => {
  const data = new Proxy({ users: [new Proxy({ username: "mira" }, {})] }, {});
  const fake = createFakeConnect(new Proxy({ data, oauth: new Proxy({ tokenLifetime: 60 }, {}) }, {}));
  expect(fake.users.map(({ username }) => username)).toEqual(["admin", "mira"]);
});

test.each(["https://connect.test/__api__", "https://connect.test/__api__/"])(
  "the address of a server can be given with the base path of its API: %s",
  async (url) => {
    const fake = createFakeConnect({ url });
    expect(fake.url).toBe("https://connect.test");
    expect((await clientOf(fake).get("/v1/user")).status).toBe(200);
  },
);

test("a user can still be changed by a request after it was viewed", async () => {
  const fake = testFake();
  const { guid } = fake.addUser();
  const before = fake.users;
  expect((await clientOf(fake).post(`/v1/users/${guid}/lock`, { locked: true })).status).toBe(200);
  expect(before[1]?.locked).toBe(false);
  expect(fake.users[1]?.locked).toBe(true);
});

test("keys in a query are not recorded, whatever the parameter is called", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  await client.get(`/v1/users?key=${fake.apiKey}&api_key=other&prefix=${fake.apiKey}&access_token=t1&access_token=t2`);
  expect(fake.requests[0]?.query).toEqual({
    key: "[redacted]",
    api_key: "[redacted]",
    prefix: "[redacted]",
    access_token: ["[redacted]", "[redacted]"],
  });
  await client.post("/v1/users", { username: "noor", user_must_set_password: true, password: "correct horse" });
  expect(fake.requests[1]?.body).toEqual({
    username: "noor",
    user_must_set_password: true,
    password: "[redacted]",
  });
});
