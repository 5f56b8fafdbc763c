import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { expect, it } from "vitest";

/** Calls a method as JavaScript without types may. */
function call(target: object, method: string, ...values: unknown[]): unknown {
  const found: unknown = Reflect.get(target, method);
  if (typeof found !== "function") throw new Error(`there is no ${method}`);
  return Reflect.apply(found, target, values);
}

const create = (options: unknown): unknown => call({ createFakeConnect }, "createFakeConnect", options);

it.each<[string, unknown[], string]>([
  ["keyFor", [undefined], "user is missing"],
  ["keyFor", [null], "user is null; allowed: a user, a guid or a username"],
  ["keyFor", [{}], "user.guid is missing"],
  ["keyFor", [7], "user is 7"],
  ["keyFor", ["nobody"], 'there is no user "nobody"'],
  ["keyFor", ["admin", { role: "viewer" }], "role is unknown; allowed: user_role"],
  ["keyFor", ["admin", null], "the value is null; allowed: an object"],
  ["fault", [], "the value is missing; allowed: an object"],
  ["fault", [null], "the value is null; allowed: an object"],
  ["fault", [{}], "the fault has no effect"],
  ["fault", [{ path: /x/ }], "the fault has no effect"],
  ["fault", [{ stauts: 500 }], "stauts is unknown; did you mean status?"],
  ["fault", [{ operationId: "getUser_s", status: 500 }], 'operationId is "getUser_s"; did you mean getUsers?'],
  ["fault", [{ method: "get", status: 500 }], 'method is "get"; allowed: GET, POST'],
  ["fault", [{ operationId: "getUsers", method: "POST", status: 500 }], "getUsers is GET, and method is POST"],
  ["fault", [{ path: "v1/users", status: 500 }], 'path is "v1/users"; allowed: the part after /__api__'],
  ["fault", [{ path: "*", status: 500 }], 'path is "*"; allowed: the part after /__api__'],
  ["fault", [{ path: "/v1/users?prefix=a", status: 500 }], "another path, without a query"],
  ["fault", [{ status: 500, times: 1.5 }], "times is 1.5; allowed: a whole number of at least 0"],
  ["fault", [{ status: 500, after: 0.5 }], "after is 0.5; allowed: a whole number of at least 0"],
  ["fault", [{ delay: Infinity }], "delay is Infinity; allowed: a number from 0 to 2147483647"],
  ["fault", [{ delay: 2 ** 31 }], "delay is 2147483648; allowed: a number from 0 to 2147483647"],
  ["fault", [{ reset: true, status: 500 }], "reset and status cannot be combined"],
  ["fault", [{ body: {}, html: "<p>" }], "body and html cannot be combined"],
  ["fault", [{ body: () => 1 }], "body is a function; allowed: a string, null, or anything that JSON can express"],
  ["keyFor", ["mira", { user_role: "publisher" }], "a key cannot have a higher role than its user, a viewer"],
  ["idp", ["mira", { active: undefined }], "the value is an object; allowed: an object with active, groups, username"],
  ["idp", ["mira", {}], "the value is an object; allowed: an object with active, groups, username"],
  ["addUser", ["mira"], 'the value is "mira"; allowed: an object'],
  ["addUser", [{ rolle: "viewer" }], "rolle is unknown"],
  ["addGroup", [{ members: [null] }], "members[0] is null; allowed: a guid or a user"],
  ["addContent", [null], "the value is null; allowed: an object"],
  ["restore", [undefined], "not a snapshot"],
])("fake.%s(%j) is refused", (method, values, message) => {
  const fake = createFakeConnect({ data: { users: [{ username: "mira" }] } });
  const refused = (): unknown => call(fake, method, ...values);
  expect(refused).toThrow(TypeError);
  expect(refused).toThrow(message);
  expect(fake.users).toHaveLength(2);
});

it.each([1n, Symbol("x"), () => 1])("%s is refused by a message that shows it", (value) => {
  expect(() => call(createFakeConnect(), "fault", { status: value })).toThrow(
    /^status is (1|Symbol\(x\)|a function); allowed/,
  );
});

it("fake.fault() refuses a body that JSON cannot express", () => {
  const cycle: Record<string, unknown> = {};
  cycle["itself"] = cycle;
  const fake = createFakeConnect();
  for (const body of [cycle, { count: 1n }]) {
    expect(() => fake.fault({ body })).toThrow("body is an object; allowed: a string, null, or anything that JSON");
  }
});

it.each<[string, unknown[], string]>([
  ["approve", [1, "admin"], "id is 1; allowed: a non-empty string"],
  ["approve", ["1"], 'no sign-in "1" waits for approval'],
  ["deny", [], "id is missing"],
  ["tokensFor", [null], "user is null; allowed: a user, a guid or a username"],
  ["addPrincipal", [{}], "content is missing"],
  ["addPrincipal", [{ content: "x", app_role: "owner" }], 'app_role is "owner"; allowed: viewer, editor'],
])("fake.oauth.%s(%j) is refused", (method, values, message) => {
  const { oauth } = createFakeConnect();
  const refused = (): unknown => call(oauth, method, ...values);
  expect(refused).toThrow(TypeError);
  expect(refused).toThrow(message);
});

it.each<[unknown, string]>([
  [undefined, "the value is missing; allowed: an object with days"],
  [{}, "the value is an object; allowed: an object with days, hours, minutes, seconds or ms"],
  [{ days: undefined }, "the value is an object; allowed: an object with days, hours, minutes, seconds or ms"],
  [{ day: 1 }, "day is unknown; did you mean days?"],
  [{ days: "1" }, 'days is "1"; allowed: a number'],
])("fake.clock.advance(%j) is refused", (duration, message) => {
  const { clock } = createFakeConnect();
  const before = clock.now();
  expect(() => call(clock, "advance", duration)).toThrow(message);
  expect(clock.now()).toEqual(before);
});

it.each<[unknown, string]>([
  [null, "the value is null; allowed: an object"],
  [[], "the value is an array; allowed: an object"],
  [{ user: 5 }, "user is unknown; did you mean users?"],
  [{ apiKey: "two words" }, 'apiKey is "[redacted]"; allowed: letters, digits'],
  [{ apiKey: "" }, 'apiKey is "[redacted]"'],
  [{ oauth: { deviceflow: false } }, "oauth.deviceflow is unknown; did you mean deviceFlow?"],
  [{ oauth: { tokenLifetime: 0 } }, "oauth.tokenLifetime is 0; allowed: a whole number from 1"],
  [{ maxRequestBytes: -1 }, "maxRequestBytes is -1; allowed: a whole number from 0"],
  [{ onInternalError: 5 }, "onInternalError is 5; allowed: a function"],
  [{ url: "https://connect.test/?a=1" }, 'url is "https://connect.test/?a=1"; allowed: an address'],
  [{ url: "https://ann:secret@connect.test" }, "allowed: an address that starts with http:// or https://, without a"],
  [{ bootstrapSecret: "not base64!" }, 'bootstrapSecret is "[redacted]"; allowed: bytes in base64'],
  [{ bootstrapSecret: "" }, 'bootstrapSecret is "[redacted]"; allowed: bytes in base64'],
  [{ license: { users: 1 }, licence: { users: 2 } }, "license and licence cannot be combined"],
  [{ now: 5 }, 'now is 5; allowed: a date, an RFC 3339 timestamp, or "system"'],
])("createFakeConnect(%j) is refused", (options, message) => {
  expect(() => create(options)).toThrow(TypeError);
  expect(() => create(options)).toThrow(message);
});

it.each<[unknown, string]>([
  [null, "the value is null"],
  [{ prt: 1 }, "prt is unknown; did you mean port?"],
])("fake.listen(%j) is refused", async (options, message) => {
  await expect(call(createFakeConnect(), "listen", options)).rejects.toThrow(message);
});

it.each<[string, unknown, (fake: FakeConnect) => unknown]>([
  ["POST /faults", {}, (fake) => call(fake, "fault", {})],
  ["POST /faults", { operationId: "getUser_s" }, (fake) => call(fake, "fault", { operationId: "getUser_s" })],
  ["POST /clock", { advance: { day: 1 } }, (fake) => call(fake.clock, "advance", { day: 1 })],
  ["POST /keys", {}, (fake) => call(fake, "keyFor", undefined)],
  ["POST /users", { rolle: "viewer" }, (fake) => call(fake, "addUser", { rolle: "viewer" })],
])("the control route %s refuses %j with the same reason as the method", async (route, body, inProcess) => {
  const fake = createFakeConnect();
  await using server = await fake.listen({ control: true });
  const [method = "", path = ""] = route.split(" ");
  const headers = { authorization: `Key ${fake.apiKey}` };
  const response = await fetch(`${server.url}/__fake__${path}`, { method, headers, body: JSON.stringify(body) });
  expect(response.status).toBe(400);
  const { error } = (await response.json()) as { error: string };
  const reason = error.replace("advance.", "");
  expect(() => inProcess(fake)).toThrow(reason);
});
