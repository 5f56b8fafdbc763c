import {
  connect,
  Connection,
  EmptyUpdateError,
  InvalidArgumentError,
  type RemoteUser,
  type User,
  Users,
} from "@connect-sdk/users";
import type { FakeConnect } from "@connect-sdk/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { open } from "./support/open.ts";

interface World {
  readonly fake: FakeConnect;
  readonly connection: Connection;
  readonly user: User;
  readonly person: RemoteUser;
}

/** A call with an argument that no type allows, as JavaScript callers can make it. */
type Call = (world: World, input: unknown) => unknown;

/** Calls a function of any type. */
function invoke(owner: object, method: string, ...parameters: unknown[]): unknown {
  const found: unknown = Reflect.get(owner, method);
  if (typeof found !== "function") throw new Error(`There is no method ${method}.`);
  return Reflect.apply(found, owner, parameters);
}

const GUID = "6f300623-1e0c-48e6-a473-ddf630c0c0c3";

/** Every place of the public interface that takes an object, with a valid value for each argument before it. */
const places: Readonly<Record<string, Call>> = {
  "connect(options)": ({ fake }, input) => {
    const valid = { url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch };
    return Reflect.apply(connect, undefined, [merge(valid, input)]) as unknown;
  },
  "me(options)": ({ connection }, input) => invoke(connection, "me", input),
  "find(conditions)": ({ connection: { users } }, input) => invoke(users, "find", input),
  "find(, options)": ({ connection: { users } }, input) => invoke(users, "find", {}, input),
  "findOne(conditions)": ({ connection: { users } }, input) => invoke(users, "findOne", input),
  "findOne(, options)": ({ connection: { users } }, input) => invoke(users, "findOne", {}, input),
  "count(conditions)": ({ connection: { users } }, input) => invoke(users, "count", input),
  "count(, options)": ({ connection: { users } }, input) => invoke(users, "count", {}, input),
  "get(, options)": ({ connection: { users } }, input) => invoke(users, "get", GUID, input),
  "lookup(, options)": ({ connection: { users } }, input) => invoke(users, "lookup", "jo", input),
  "create(user)": ({ connection: { users } }, input) => invoke(users, "create", merge({ username: "new" }, input)),
  "create(, options)": ({ connection: { users } }, input) => invoke(users, "create", { username: "new" }, input),
  "findRemote(conditions)": ({ connection: { users } }, input) => invoke(users, "findRemote", input),
  "findRemote(, options)": ({ connection: { users } }, input) => invoke(users, "findRemote", { prefix: "jo" }, input),
  "groupIndex(options)": ({ connection: { users } }, input) => invoke(users, "groupIndex", input),
  "lock(options)": ({ user }, input) => invoke(user, "lock", input),
  "unlock(options)": ({ user }, input) => invoke(user, "unlock", input),
  "update(changes)": ({ user }, input) => invoke(user, "update", merge({ first_name: "Jo" }, input)),
  "update(, options)": ({ user }, input) => invoke(user, "update", { first_name: "Jo" }, input),
  "refresh(options)": ({ user }, input) => invoke(user, "refresh", input),
  "content.find(conditions)": ({ user }, input) => invoke(user.content, "find", input),
  "content.find(, options)": ({ user }, input) => invoke(user.content, "find", {}, input),
  "content.findOne(conditions)": ({ user }, input) => invoke(user.content, "findOne", input),
  "content.findOne(, options)": ({ user }, input) => invoke(user.content, "findOne", {}, input),
  "content.get(, options)": ({ user }, input) => invoke(user.content, "get", GUID, input),
  "content.count(options)": ({ user }, input) => invoke(user.content, "count", input),
  "groups.find(options)": ({ user }, input) => invoke(user.groups, "find", input),
  "groups.add(, options)": ({ user }, input) => invoke(user.groups, "add", "analysts", input),
  "groups.remove(, options)": ({ user }, input) => invoke(user.groups, "remove", "analysts", input),
  "keys.find(options)": ({ user }, input) => invoke(user.keys, "find", input),
  "keys.create(key)": ({ user }, input) => invoke(user.keys, "create", merge({ name: "nightly" }, input)),
  "keys.create(, options)": ({ user }, input) => invoke(user.keys, "create", { name: "nightly" }, input),
  "keys.delete(, options)": ({ user }, input) => invoke(user.keys, "delete", "1", input),
  "withUserSessionToken(, options)": ({ connection }, input) =>
    invoke(connection, "withUserSessionToken", "a-token", input),
  "person.create(options)": ({ person }, input) => invoke(person, "create", input),
  "person.user(options)": ({ person }, input) => invoke(person, "user", input),
};

/** Adds the properties of a record, getters and `__proto__` included, to those of a valid one. Returns any other value. */
function merge(valid: object, input: unknown): unknown {
  if (typeof input !== "object" || input === null) return input;
  const prototype = Reflect.getPrototypeOf(input);
  if (prototype !== null && prototype !== Object.prototype) return input;
  return Object.defineProperties(Object.create(prototype) as object, {
    ...Object.getOwnPropertyDescriptors(valid),
    ...Object.getOwnPropertyDescriptors(input),
  });
}

async function createWorld(): Promise<World> {
  const { fake, connection, add } = open();
  const user = await add({ username: "jo" });
  const ldap = open({
    provider: "ldap",
    directory: { people: [{ username: "ann", email: "", first_name: "", last_name: "", external_id: "uid=ann" }] },
  });
  const [person] = await ldap.users.findRemote({ prefix: "ann" });
  if (person === undefined) throw new Error("The directory is empty.");
  return { fake, connection, user, person };
}

const world = await createWorld();

/** Returns what a call throws; fails if it sends anything. */
async function refusalOf(call: Call, input: unknown): Promise<unknown> {
  const before = world.fake.requests.length;
  try {
    await call(world, input);
  } catch (error) {
    expect(world.fake.requests.length).toBe(before);
    return error;
  }
  throw new Error("The call was not refused.");
}

const KNOWN = /^(prefix|limit|concurrency|signal|force|include|name|url|token|fetch|retry|guid|locked|email|username)$/;
const unknownName = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "Username",
    "froce",
    "limits",
    "\u202e",
    "",
  ),
  fc.string({ minLength: 1 }).filter((name) => !/^[a-z]+(_[a-z]+)*$/i.test(name) && !KNOWN.test(name)),
);
/** Ways to have an unknown field. */
const carriers: Readonly<Record<string, (name: string) => object>> = {
  own: (name) => Object.defineProperty({}, name, { value: 1, enumerable: true }),
  getter: (name) => Object.defineProperty({}, name, { get: () => 1, enumerable: true }),
  "null prototype": (name) =>
    Object.defineProperty(Object.create(null) as object, name, { value: 1, enumerable: true }),
  proxy: (name) => new Proxy(Object.defineProperty({}, name, { value: 1, enumerable: true, configurable: true }), {}),
};

describe.for(Object.entries(places))("%s", ([place, call]) => {
  const [, argument] = /(\w+)\)$/.exec(place) ?? [];

  test("refuses any unknown field before a request", async () => {
    await fc.assert(
      fc.asyncProperty(unknownName, fc.constantFrom(...Object.values(carriers)), async (name, carry) => {
        expect(await refusalOf(call, carry(name))).toBeInstanceOf(InvalidArgumentError);
      }),
      { numRuns: 40 },
    );
  });

  test.for<[string, unknown]>([
    ["null", null],
    ["a string", "jo"],
    ["a number", 5],
    ["true", true],
    ["a list", [{}]],
    ["a promise", Promise.resolve({})],
    ["a date", new Date(0)],
    ["a map", new Map([["prefix", "jo"]])],
    ["a signal instead of options", AbortSignal.timeout(100_000)],
    ["a function", () => ({})],
  ])("refuses %s before a request", async ([, input]) => {
    const refusal = await refusalOf(call, input);
    expect(refusal).toBeInstanceOf(InvalidArgumentError);
    // An object is searched for unknown fields instead.
    if (typeof input !== "object" || input === null) expect(refusal).toMatchObject({ argument });
  });
});

describe.for<[string, argument: string, call: Call]>([
  ["get()", "guid", ({ connection: { users } }, input) => invoke(users, "get", input)],
  ["lookup()", "text", ({ connection: { users } }, input) => invoke(users, "lookup", input)],
  ["content.get()", "guid", ({ user }, input) => invoke(user.content, "get", input)],
  ["groups.add()", "group", ({ user }, input) => invoke(user.groups, "add", input)],
  ["groups.remove()", "group", ({ user }, input) => invoke(user.groups, "remove", input)],
  ["keys.delete()", "key", ({ user }, input) => invoke(user.keys, "delete", input)],
])("%s", ([, argument, call]) => {
  test.for([null, undefined, 5, true, {}, [], () => "a"])("refuses %o and names the argument", async (input) => {
    const refusal = await refusalOf(call, input);
    expect(refusal).toBeInstanceOf(InvalidArgumentError);
    expect(refusal).toMatchObject({ argument });
    expect(String(refusal)).toMatch(new RegExp(`: "?${argument}"? is .* Nothing was sent\\.`));
  });
});

describe("a value of the wrong type", () => {
  test.for<[place: keyof typeof places, input: unknown, words: RegExp]>([
    ["find(conditions)", { prefix: null }, /"prefix" is null\. Nothing was sent\. Pass a string, or leave it out/],
    ["find(conditions)", { prefix: 5 }, /"prefix" is 5\./],
    ["find(conditions)", { user_role: "" }, /user_role is ""/],
    ["find(conditions)", { user_role: [null] }, /user_role/],
    ["find(conditions)", { asc_order: "false" }, /"asc_order" is a string\. .* Pass a boolean/],
    ["find(conditions)", { sort: "firstname" }, /Did you mean "first_name"/],
    ["find(, options)", { limit: "5" }, /"limit" is a string/],
    ["find(, options)", { signal: {} }, /"signal" is an object.*AbortSignal/],
    ["get(, options)", { signal: new AbortController() }, /"signal"/],
    ["lock(options)", { force: "false" }, /"force" is a string/],
    ["create(user)", { user_role: "" }, /"user_role" is ""/],
    ["create(user)", { email: null }, /"email" is null\. .* or leave it out\.$/],
    ["create(user)", { username: null }, /"username" is null\. Nothing was sent\. Pass a string\.$/],
    ["create(user)", { user_must_set_password: "true" }, /"user_must_set_password" is a string/],
    ["update(changes)", { user_role: null }, /"user_role" is null/],
    ["update(changes)", { firstname: "Jo" }, /"firstname".* Did you mean "first_name"/],
    ["update(changes)", { locked: true }, /update\(\) cannot change "locked".*lock\(\)/],
    ["keys.create(key)", { name: 5 }, /"name" is 5\. Nothing was sent\. Pass a string\.$/],
    ["keys.create(key)", { expires_at: new Date(0) }, /"expires_at" is an object/],
    ["content.find(conditions)", { include: "tags" }, /"include" is a string.*Pass a list/],
    ["content.find(conditions)", { include: ["tgas"] }, /Did you mean "tags"/],
    ["findRemote(conditions)", { limit: 1.5 }, /"limit" is 1\.5.*Pass an integer/],
    ["connect(options)", { apiKey: null }, /"apiKey" is null/],
    ["connect(options)", { timeout: "30" }, /"timeout" is a string/],
  ])("%s refuses %o", async ([place, input, words]) => {
    const refusal = await refusalOf(places[place] ?? (() => undefined), input);
    expect(refusal).toBeInstanceOf(InvalidArgumentError);
    expect(String(refusal)).toMatch(words);
  });

  test.for<[string, ...unknown[]]>([
    ["get"],
    ["get", null],
    ["get", {}],
    ["lookup", 5],
    ["lookup", undefined],
    ["create"],
    ["findRemote"],
  ])("users.%s(%o) is refused", async ([method, ...parameters]) => {
    const refusal = await refusalOf(({ connection }) => invoke(connection.users, method, ...parameters), undefined);
    expect(refusal).toBeInstanceOf(InvalidArgumentError);
  });

  test.for<[string, string, unknown]>([
    ["groups", "add", { name: "analysts" }],
    ["groups", "remove", null],
    ["groups", "add", 5],
    ["keys", "delete", {}],
    ["content", "get", undefined],
  ])("user.%s.%s(%o) is refused", async ([part, method, input]) => {
    const refusal = await refusalOf(({ user }) => {
      const object: unknown = Reflect.get(user, part);
      return typeof object === "object" && object !== null ? invoke(object, method, input) : undefined;
    }, input);
    expect(refusal).toBeInstanceOf(InvalidArgumentError);
  });

  test("a cyclic body is refused", async () => {
    const cyclic: Record<string, unknown> = { username: "jo" };
    cyclic["email"] = cyclic;
    expect(await refusalOf(places["create(user)"] ?? (() => undefined), cyclic)).toBeInstanceOf(InvalidArgumentError);
  });

  test("a getter that answers differently each time is read once", async () => {
    const { users, fake } = open();
    let reads = 0;
    await users.count({
      get prefix() {
        return ["jo", "anything else"][reads++];
      },
    });
    expect(reads).toBe(1);
    expect(fake.requests.at(-1)?.query).toMatchObject({ prefix: "jo" });
  });

  test("a class with an accessor for an unknown condition is refused", async () => {
    class Conditions {
      readonly #name = "mira";
      get username() {
        return this.#name;
      }
    }
    const find = places["find(conditions)"] ?? (() => undefined);
    expect(await refusalOf(find, new Conditions())).toBeInstanceOf(InvalidArgumentError);
  });
});

describe("a condition that does not exist", () => {
  test.for<[object, string]>([
    [{ username: "mira" }, '"username" is not a condition. Nothing was sent. Use lookup("mira").'],
    [{ email: "mira@example.com" }, 'Use lookup("mira@example.com").'],
    [{ guid: GUID }, `Use lookup("${GUID}").`],
    [{ first_name: "Jo" }, 'Use prefix: "Jo"'],
    [{ external_id: "uid=jo" }, 'Use prefix: "uid=jo"'],
    [{ locked: true }, "Use account_status"],
    [{ limit: 5 }, "second argument"],
    [{ prefx: "jo" }, 'Did you mean "prefix"?'],
    [{ "na\u202eme\u001b[2J": 1 }, '"na\\u202eme\\u001b[2J" is not a condition'],
  ])("%o says what to use instead", async ([conditions, words]) => {
    for (const place of ["find(conditions)", "findOne(conditions)", "count(conditions)"] as const) {
      expect(String(await refusalOf(places[place] ?? (() => undefined), conditions))).toContain(words);
    }
  });

  test("never reaches a loop that locks what it finds", async () => {
    const { fake, users } = open({ users: 700 });
    const conditions: Record<string, string> = { username: "mira" };
    const loop = async () => {
      for await (const user of users.find(conditions)) await user.lock();
    };
    await expect(loop()).rejects.toThrow(InvalidArgumentError);
    expect(fake.requests).toEqual([]);
  });
});

describe("undefined", () => {
  test.for(
    Object.entries(places).filter(([name]) => /conditions|options/.test(name) && !/findRemote\(c|connect/.test(name)),
  )("is not given in %s", async ([, call]) => {
    const outcome = await Promise.resolve(call(await createWorld(), { signal: undefined, unknown: undefined })).catch(
      (error: unknown) => error,
    );
    expect(outcome).not.toBeInstanceOf(InvalidArgumentError);
  });

  test("is not a change", async () => {
    await expect(world.user.update({ email: undefined })).rejects.toThrow(EmptyUpdateError);
  });
});

test.each([null, undefined, 5, "https://connect.example.com", {}, [], new Map(), { api: {} }])(
  "a client that is none is refused: %j",
  (client) => {
    for (const type of [Connection, Users]) {
      expect(() => Reflect.construct(type, [client]) as unknown).toThrow(InvalidArgumentError);
      expect(() => Reflect.construct(type, [client]) as unknown).toThrow(/^"api(\.GET)?"/);
    }
  },
);

test("a connection in place of its client is refused", () => {
  const { connection } = open();
  expect(() => Reflect.construct(Users, [connection]) as unknown).toThrow('"api.GET" is missing');
});
