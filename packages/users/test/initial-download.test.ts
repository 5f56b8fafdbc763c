import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { endpoints } from "@connect-sdk/api/internal";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import type { Connection, FindUser, User } from "@connect-sdk/users";

const sources = new URL("../src/", import.meta.url);
const METHODS = "../src/methods.ts";
const VISITOR = "../src/visitor.ts";

test("describes exactly the operations that this package calls, so that its own calls need no further description", () => {
  const code = readdirSync(sources)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(new URL(file, sources), "utf8"))
    .join("\n");
  const calls = [...code.matchAll(/\bapi\.(GET|POST|PUT|PATCH|DELETE)\("([^"]+)"/g)].map(
    ([, method = "", path = ""]) => `${method} ${path}`,
  );
  const described = Object.entries(endpoints).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.sort()).toEqual([...new Set(calls)].sort());
});

test("consists of these files, and each package publishes its own as one", () => {
  expect(listInitialFiles(new URL("index.ts", sources))).toEqual([
    "connection.ts",
    "errors.ts",
    "index.ts",
    "owned.ts",
    "records.ts",
    "session.ts",
    "user-list.ts",
    "user.ts",
    "users.ts",
  ]);
  for (const name of ["users", "api"]) {
    const folder = new URL(`../../${name}/`, import.meta.url);
    const config = readFileSync(new URL("tsdown.config.ts", folder), "utf8");
    const pattern = new RegExp(/INITIAL =\s+\/(.+)\/;/.exec(config)?.[1] ?? "no pattern");
    const entry = new URL(name === "users" ? "src/index.ts" : "src/client.ts", folder);
    const files = listInitialFiles(entry).filter((file) => file !== "index.ts");
    expect(files.filter((file) => !pattern.test(`/src/${file}`))).toEqual([]);
  }
});

/** Lists what a file imports, directly or not, except types and what it imports on demand. */
function listInitialFiles(entry: URL): string[] {
  const folder = new URL(".", entry);
  const found = new Set([entry.href]);
  for (const file of found) {
    const code = readFileSync(new URL(file), "utf8");
    for (const [, path = ""] of code.matchAll(/^(?:import|export) (?!type\b)[^;]*? from "(\.[^"]+)";$/gms)) {
      found.add(new URL(path, file).href);
    }
  }
  return [...found].map((file) => fileURLToPath(file).slice(fileURLToPath(folder).length)).sort();
}

/*
 * What a browser has not downloaded yet when it calls the first method. Each test gets packages that were just imported.
 */
describe("before the methods are loaded", () => {
  let fake: FakeConnect;
  let connection: Connection;
  let guid: string;

  beforeEach(async () => {
    vi.resetModules();
    const { connect } = await import("@connect-sdk/users");
    fake = createFakeConnect({ users: 3, seed: 1 });
    guid = fake.addUser({ username: "jdoe" }).guid;
    connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  });

  afterEach(() => {
    vi.doUnmock(METHODS);
    vi.doUnmock(VISITOR);
  });

  function failToLoad(part: string): void {
    vi.doMock(part, () => {
      throw new Error("The chunk is gone.");
    });
  }

  /** Makes the methods arrive when the returned function is called. */
  function holdBack(): () => void {
    let arrive = (): void => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    vi.doMock(METHODS, async (original) => {
      await arrival;
      return original();
    });
    return arrive;
  }

  /** Gets a user without any of the methods. */
  async function getUser(): Promise<User> {
    failToLoad(METHODS);
    return connection.users.get(guid);
  }

  const writes = (): unknown[] => fake.requests.filter(({ method }) => method !== "GET").map(({ body }) => body);

  test("get() needs none of them", async () => {
    expect((await getUser()).username).toBe("jdoe");
  });

  test("fields refuse assignment", async () => {
    const user = await getUser();
    expect(() => Reflect.set(user, "user_role", "viewer")).toThrow("changes nothing on the server");
  });

  test("each method says that it could not be loaded, sends nothing, and works when it is called again", async () => {
    const user = await getUser();
    const { users } = connection;
    const calls: Record<string, () => Promise<unknown>> = {
      me: () => connection.me(),
      find: () => users.find().then((found) => found),
      loop: () => users.find()[Symbol.asyncIterator]().next(),
      pages: () => users.find().pages().next(),
      findOne: () => users.findOne(),
      count: () => users.count(),
      lookup: () => users.lookup("jdoe"),
      groupIndex: () => users.groupIndex(),
      create: () => users.create({ username: "new", email: "new@example.com", user_must_set_password: true }),
      update: () => user.update({ first_name: "Jo" }),
      lock: () => user.lock(),
      unlock: () => user.unlock(),
      refresh: () => user.refresh(),
      "content.find": () => user.content.find(),
      "content.count": () => user.content.count(),
      "groups.find": () => user.groups.find(),
    };
    for (const [name, call] of Object.entries(calls)) {
      await expect(call(), name).rejects.toMatchObject({
        name: "ConnectError",
        message: expect.stringContaining("could not be loaded. Nothing was sent.") as unknown,
        fix: expect.stringContaining("call it again") as unknown,
      });
    }
    expect(fake.requests.map(({ operationId }) => operationId)).toEqual(["getUser"]);
    vi.doUnmock(METHODS);
    for (const [name, call] of Object.entries(calls)) {
      await call().catch((error: unknown) => expect.unreachable(`${name}: ${String(error)}`));
    }
  });

  test("they are loaded beside the first request, so that later ones do not depend on a download", async () => {
    const user = await connection.users.get(guid);
    await vi.waitUntil(() => import(METHODS).then(() => true));
    failToLoad(METHODS);
    await user.lock();
    expect(user.locked).toBe(true);
  });

  test("a call sends what it was called with, even if the caller changes it at once", async () => {
    const changes = { first_name: "Jo" };
    const conditions: { user_role: ("viewer" | "administrator")[] } = { user_role: ["administrator"] };
    const arrive = holdBack();
    const user = await connection.users.get(guid);
    const updated = user.update(changes);
    const found = connection.users.find(conditions);
    changes.first_name = "changed";
    conditions.user_role[0] = "viewer";
    arrive();
    await updated;
    expect(writes()).toEqual([{ first_name: "Jo" }]);
    expect((await found).map(({ user_role }) => user_role)).toContain("administrator");
  });

  test("a mistake in the arguments is thrown where the list is read", async () => {
    const conditions: FindUser = {};
    Object.assign(conditions, { rol: "viewer" });
    const list = connection.users.find(conditions);
    await expect(list.then()).rejects.toMatchObject({ name: "InvalidArgumentError", argument: "rol" });
    expect(fake.requests).toEqual([]);
  });

  test("a canceled call rejects with the reason at once and sends nothing", async () => {
    const arrive = holdBack();
    const controller = new AbortController();
    const count = connection.users.count({}, { signal: controller.signal });
    controller.abort("canceled");
    await expect(count).rejects.toBe("canceled");
    arrive();
    await connection.users.count();
    expect(fake.requests).toHaveLength(1);
  });

  test("writes to one user are sent in the order of the calls, with a signal or without", async () => {
    const { signal } = new AbortController();
    const arrive = holdBack();
    const user = await connection.users.get(guid);
    const names = ["A", "B", "C", "D"];
    const updates = names.map((first_name, index) =>
      user.update({ first_name }, index % 2 === 0 ? { signal } : undefined),
    );
    arrive();
    await Promise.all(updates);
    expect(writes()).toEqual(names.map((first_name) => ({ first_name })));
    expect(user.first_name).toBe("D");
  });

  test("acting as a visitor says that it could not be loaded, and works when it is called again", async () => {
    failToLoad(VISITOR);
    const call = () => connection.withUserSessionToken(null, { localKey: fake.apiKey });
    await expect(call()).rejects.toThrow("could not be loaded. Nothing was sent.");
    await expect(connection.contentCredentials()).rejects.toThrow("could not be loaded. Nothing was sent.");
    vi.doUnmock(VISITOR);
    expect((await call()).url).toBe(connection.url);
  });
});
