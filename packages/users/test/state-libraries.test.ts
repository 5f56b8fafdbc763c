import type { Connection, User } from "@connect-sdk/users";
import { readFile, writeFile } from "node:fs/promises";
import { inspect } from "node:util";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { reactive, watchEffect } from "vue";
import { open } from "./support/open.ts";
import { stateLibraries } from "./support/state-libraries.ts";

/** Calls a method on objects that a state library holds. Returns what the object shows, and what it should show. */
type Call = (held: { user: User; connection: Connection }) => Promise<[shown: unknown, expected: unknown]>;

const calls: Readonly<Record<string, Call>> = {
  "lock, unlock": async ({ user }) => {
    await user.lock();
    const { locked } = user;
    await user.unlock();
    return [
      [locked, user.locked],
      [true, false],
    ];
  },
  update: async ({ user }) => {
    await user.update({ first_name: "Changed" });
    return [user.first_name, "Changed"];
  },
  refresh: async ({ user, connection }) => {
    await (await connection.users.get(user.guid)).update({ last_name: "By others" });
    await user.refresh();
    return [user.last_name, "By others"];
  },
  "toJSON, JSON.stringify": async ({ user, connection }) => {
    const { guid } = user;
    const record = (await connection.users.get(guid)).toJSON();
    return [
      [user.toJSON(), JSON.parse(JSON.stringify(user)), Object.assign({}, user)],
      [record, record, record],
    ];
  },
  "content, groups, keys": async ({ user, connection }) => {
    const me = await connection.me();
    await me.groups.add("analysts");
    return [
      [await user.content.count(), (await user.groups.find()).length, await user.keys.find().catch(() => "refused")],
      [0, 0, "refused"],
    ];
  },
  "find, for await, lookup": async ({ user, connection }) => {
    const { username } = user;
    const names: string[] = [];
    for await (const each of connection.users.find({ prefix: username })) names.push(each.username);
    const found = await connection.users.find({ prefix: username });
    return [
      [names, found.length, (await connection.users.lookup(username)).guid, await connection.users.count()],
      [[username], 1, user.guid, 2],
    ];
  },
};

/** Returns the result of a call on objects that a state library holds. */
async function outcomeOf(hold: <Held extends object>(object: Held) => Held, call: Call): Promise<string> {
  const { fake, connection, add, sent } = open();
  fake.addGroup({ name: "analysts" });
  const user = await add({ username: "jo" });
  const server = () => JSON.stringify(fake.users);
  const before = server();
  try {
    const [shown, expected] = await call({ user: hold(user), connection: hold(connection) });
    if (JSON.stringify(shown) === JSON.stringify(expected)) return "works";
    return server() === before && !sent().includes("lockUser") ? "fails" : "changes the server only";
  } catch (error) {
    return inspect(error).includes("InvalidArgumentError: This user is frozen") ? "refused" : `fails: ${String(error)}`;
  }
}

const FROZEN = ["Valtio `snapshot()`", "`Object.freeze()`"];

describe.for(Object.entries(stateLibraries))("objects in %s", ([library, hold]) => {
  test.for(Object.entries(calls))("%s", async ([name, call]) => {
    const frozen = FROZEN.includes(library);
    const changing = name === "update" || name === "lock, unlock";
    const expected =
      frozen && name === "refresh" ? "refused" : frozen && changing ? "changes the server only" : "works";
    expect(await outcomeOf(hold, call)).toBe(expected);
  });
});

const BEGIN = "<!-- state libraries: written by `pnpm --filter @connect-sdk/users docs:state` -->";
const END = "<!-- end of state libraries -->";

test("the table of state libraries in docs/compatibility.md is up to date", async () => {
  const file = new URL("../../../docs/compatibility.md", import.meta.url);
  const page = await readFile(file, "utf8");
  const rows = [["objects held by", ...Object.keys(calls).map((name) => `\`${name.replaceAll(", ", "`, `")}\``)]];
  rows.push(rows[0]?.map(() => "---") ?? []);
  for (const [library, hold] of Object.entries(stateLibraries)) {
    const outcomes: string[] = [];
    for (const call of Object.values(calls)) outcomes.push(await outcomeOf(hold, call));
    rows.push([library, ...outcomes]);
  }
  const table = await format(rows.map((row) => `| ${row.join(" | ")} |`).join("\n"), { parser: "markdown" });
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  expect(start).toBeGreaterThan(0);
  const expected = `${page.slice(0, start)}${BEGIN}\n\n${table}\n${page.slice(end)}`;
  if (process.env["WRITE_DOCS"] === "1") await writeFile(file, expected);
  else expect(page).toBe(expected);
});

describe("a user in a state library", () => {
  test("changes through the library, so that Vue renders it again", async () => {
    const { add } = open();
    const state = reactive({ user: await add() });
    const seen: boolean[] = [];
    watchEffect(() => seen.push(state.user.locked), { flush: "sync" });
    await state.user.lock();
    expect(seen).toEqual([false, true]);
  });

  test("shows neither the session nor a secret", async () => {
    const { fake, add, connection } = open();
    const user = await add();
    await user.update({ first_name: "Jo" });
    const objects = [user, connection, connection.users, user.content, user.groups, user.keys, connection.users.find()];
    for (const object of objects) {
      const shown = inspect(object, { depth: Infinity, showHidden: true }) + JSON.stringify(object);
      expect(shown).not.toContain(fake.apiKey);
    }
    expect(Reflect.ownKeys(Object.assign({}, user))).toEqual(Object.keys(user.toJSON()));
    expect(user).toEqual(await connection.users.get(user.guid));
    expect(structuredClone(user)).toEqual(user.toJSON());
  });

  test("says what is wrong when a method is called without its object", async () => {
    const { users, add, sent } = open();
    const methods = [Reflect.get(await add(), "lock"), Reflect.get(users, "find"), Reflect.get(users, "get")];
    for (const method of methods) {
      const call = async (): Promise<unknown> => Reflect.apply(method, undefined, []) as unknown;
      await expect(call()).rejects.toMatchObject({
        name: "InvalidArgumentError",
        fix: expect.stringContaining("users.find()") as string,
      });
    }
    expect(sent()).toEqual([]);
  });
});
