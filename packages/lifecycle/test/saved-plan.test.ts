import type { FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection, type UpdateUser } from "@connect-sdk/users";
import { describe, expect, test, vi } from "vitest";
import {
  accessReview,
  type DesiredUser,
  loadPlan,
  Plan,
  planImport,
  planLock,
  planOffboard,
  planSync,
  planTransfer,
  StalePlanError,
} from "@connect-sdk/lifecycle";
import { DIRECTORY } from "./a-directory.ts";
import { start, writesOf } from "./laws.ts";

/** jdoe owns an item and a group, and is a member of it. ann takes over. */
function setUp(fake: FakeConnect): void {
  const jdoe = fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "publisher" });
  fake.addUser({ username: "ann", email: "ann@example.com", user_role: "publisher" });
  fake.addUser({ username: "zoe", email: "zoe@example.com", user_role: "administrator" });
  fake.addContent({ name: "app", owner_guid: jdoe.guid });
  fake.addGroup({ name: "analysts", owner_guid: jdoe.guid, members: [jdoe] });
}

async function saveOffboard() {
  const { fake, connection } = start({ setUp });
  const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
  return { fake, connection, text: await plan.save({ now: new Date("2026-11-27T08:00:00Z") }) };
}

const named = (fake: FakeConnect, name: string) => {
  const user = fake.users.find(({ username }) => username === name);
  if (user === undefined) throw new Error(`There is no ${name}.`);
  return user;
};

describe("plan.save", () => {
  test("writes what a reviewer reads: when, where, who, and each step", async () => {
    const { fake, text } = await saveOffboard();
    const plan: unknown = JSON.parse(text);
    expect(plan).toMatchObject({
      format: "connect-sdk-plan",
      version: 1,
      created: "2026-11-27T08:00:00.000Z",
      server: fake.url,
      kind: "offboard",
      subject: "jdoe to ann",
      inputs: { user: "jdoe", to: "ann" },
    });
    expect(plan).toHaveProperty("steps.0.action", "lock");
    // A line for each value, so that two plans can be compared.
    expect(text.split("\n")[1]).toBe('  "format": "connect-sdk-plan",');
    expect(plan).toHaveProperty("caller.username");
  });

  test("needs checksums, which browsers have only over https", async () => {
    const { connection } = start({ setUp });
    const plan = await planLock(connection, ["jdoe"]);
    vi.stubGlobal("crypto", {});
    await expect(plan.save()).rejects.toThrow("This page cannot compute the checksum of the plan.");
    await expect(accessReview(connection)).rejects.toThrow("This page cannot compute the checksum of the review.");
  });

  test("refuses rows with passwords, a plan that a guard refuses, and rows that were a stream", async () => {
    const { connection } = start({ setUp });
    const rows = [{ username: "new", email: "new@example.com", password: "correct horse battery" }];
    for (const plan of [await planImport(connection, rows), await planSync(connection, rows)]) {
      const error: unknown = await plan.save().catch((each: unknown) => each);
      expect(error).toMatchObject({ name: "InvalidArgumentError", argument: "rows" });
      expect(String(error)).not.toContain("correct horse");
    }
    const refused = await planTransfer(connection, { user: "jdoe", to: "jdoe" });
    await expect(refused.save()).rejects.toMatchObject({ name: "PlanRefusedError" });
    async function* stream() {
      yield await Promise.resolve({ username: "jdoe" });
    }
    await expect((await planSync(connection, stream())).save()).rejects.toThrow("cannot be saved");
  });
});

/** A change that somebody else makes between saving and loading. */
type Change = (connection: Connection, fake: FakeConnect) => Promise<unknown>;

async function giveTo(connection: Connection, fake: FakeConnect, username: string): Promise<unknown> {
  const [item] = fake.content;
  if (item === undefined) throw new Error("There is no content.");
  const body = { owner_guid: named(fake, username).guid };
  return await connection.api.PATCH("/v1/content/{guid}", { params: { path: { guid: item.guid } }, body });
}

const rename: Change = async ({ users }) => (await users.lookup("jdoe")).update({ username: "jo" });

describe("loadPlan", () => {
  test.each<[what: string, change: Change, differences: string[]]>([
    [
      "an item was published",
      async (_, fake) => Promise.resolve(fake.addContent({ name: "late", owner_guid: named(fake, "jdoe").guid })),
      ["move-content late is new"],
    ],
    [
      "an item was given to somebody else",
      (connection, fake) => giveTo(connection, fake, "zoe"),
      ["move-content app: it has another owner now"],
    ],
    [
      "the successor has an item of this name now",
      async (_, fake) => Promise.resolve(fake.addContent({ name: "app", owner_guid: named(fake, "ann").guid })),
      ["move-content app is refused now: ann has an item named app"],
    ],
    [
      "the user joined a group",
      async (_, fake) => Promise.resolve(fake.addGroup({ name: "everybody", members: [named(fake, "jdoe")] })),
      ["remove-member everybody is new"],
    ],
  ])("notices that %s, and writes nothing", async (_what, change, differences) => {
    const { fake, connection, text } = await saveOffboard();
    await change(connection, fake);
    const before = writesOf(fake).length;
    const loading = loadPlan(connection, text);
    await expect(loading).rejects.toMatchObject({ name: "StalePlanError", differences });
    await expect(loading).rejects.toThrow(`The plan is stale: ${differences[0] ?? ""}. Nothing was changed.`);
    expect(writesOf(fake).length).toBe(before);
  });

  test("notices that an account was changed since", async () => {
    const { connection } = start({ setUp });
    const rows = [{ username: "jdoe", first_name: "Jo", user_role: "administrator" as const }];
    const text = await (await planImport(connection, rows)).save();
    const jdoe = await connection.users.lookup("jdoe");
    await jdoe.update({ first_name: "Joan" });
    await expect(loadPlan(connection, text)).rejects.toMatchObject({
      differences: ["update jdoe is different now: first_name Joan → Jo, user_role publisher → administrator"],
    });
  });

  test("shows a single value that is different", async () => {
    const { connection } = start({ setUp });
    const text = await (await planImport(connection, [{ username: "jdoe", first_name: "Jo" }])).save();
    await (await connection.users.lookup("jdoe")).update({ first_name: "Joan" });
    await expect(loadPlan(connection, text)).rejects.toMatchObject({
      differences: ["update jdoe is different now: first_name Joan → Jo"],
    });
  });

  test("shows values of every kind: truth, none and the empty text", async () => {
    const { connection } = start({ setUp });
    const changed = async (row: DesiredUser, change: UpdateUser): Promise<unknown> => {
      const text = await (await planSync(connection, [row, { username: "ann" }], { maxLock: 1 })).save();
      await (await connection.users.lookup("jdoe")).update(change);
      const error: unknown = await loadPlan(connection, text).catch((each: unknown) => each);
      return error instanceof StalePlanError ? error.differences : error;
    };
    await (await connection.users.lookup("jdoe")).update({ first_name: "", last_name: "Doe" });
    expect(await changed({ username: "jdoe", first_name: "Jo", locked: true }, { first_name: "Joan" })).toEqual([
      "update jdoe is different now: first_name Joan → Jo, locked false → true",
    ]);
    expect(await changed({ username: "jdoe", first_name: "Jo", last_name: "Dow" }, { first_name: "" })).toEqual([
      "update jdoe is different now: first_name (empty) → Jo, last_name Doe → Dow",
    ]);
  });

  test("notices what was done to accounts instead of the planned steps", async () => {
    const { connection } = start({ setUp });
    const rows: DesiredUser[] = [{ username: "jdoe", first_name: "Jo", locked: true }];
    const text = await (await planSync(connection, rows, { maxLock: 1 })).save();
    const jdoe = await connection.users.lookup("jdoe");
    await jdoe.update({ first_name: "Jo" });
    // The name is as planned, and only the lock is left: this is another step.
    await expect(loadPlan(connection, text)).rejects.toMatchObject({
      differences: ["lock jdoe is new", "update jdoe: locked is false now"],
    });
    await jdoe.lock();
    // Somebody has done all of it.
    expect((await loadPlan(connection, text)).summary.planned).toBe(0);
  });

  test("a user that was renamed is another user", async () => {
    const { fake, connection, text } = await saveOffboard();
    await rename(connection, fake);
    await expect(loadPlan(connection, text)).rejects.toMatchObject({ name: "NotFoundError" });
    const lock = await (await planLock(connection, [await connection.users.lookup("jo")])).save();
    await (await connection.users.lookup("jo")).update({ username: "jd" });
    await expect(loadPlan(connection, lock)).rejects.toMatchObject({
      differences: ["lock jo is different now: the name is jd"],
    });
  });

  test("a guard that refuses the plan now explains itself", async () => {
    const { connection, text } = await saveOffboard();
    await (await connection.users.lookup("ann")).lock();
    expect((await loadPlan(connection, text)).refusals).toMatchObject([{ guard: "successor" }]);
  });

  test("is for one server and one account", async () => {
    const { fake, text } = await saveOffboard();
    const other = connect({ url: fake.url, apiKey: fake.keyFor("zoe"), fetch: fake.fetch });
    await expect(loadPlan(other, text)).rejects.toMatchObject({
      differences: ["it was made with the credential of another account"],
    });
    const elsewhere = start({ setUp, options: { url: "https://other.example.com" } });
    await expect(loadPlan(elsewhere.connection, text)).rejects.toThrow("it is for another server");
    expect(elsewhere.fake.requests).toEqual([]);
  });

  test("refuses any edit of a value, and anything but a plan, before anything is sent", async () => {
    const { fake, connection, text } = await saveOffboard();
    const sent = fake.requests.length;
    const edits = ["ann", "jdoe", "planned", "app", "offboard"].map((word) => text.replace(`"${word}"`, '"other"'));
    const others = [
      "",
      "{}",
      "[]",
      "null",
      "username,email",
      text.slice(0, -10),
      text.replace('"version": 1', '"version": 2'),
    ];
    for (const each of [...edits, ...others]) {
      expect(each).not.toBe(text);
      const refusal = { name: "InvalidArgumentError", argument: "text" };
      await expect(loadPlan(connection, each)).rejects.toMatchObject(refusal);
    }
    await expect(loadPlan(connection, edits[0] ?? "")).rejects.toThrow("was edited after it was saved");
    await expect(loadPlan(connection, others.at(-1) ?? "")).rejects.toThrow("by another version of this library");
    expect(fake.requests.length).toBe(sent);
  });

  test.each([10, 12])("names ten differences of %d, and counts the others", async (count) => {
    const { connection } = start({
      setUp(server) {
        for (let number = 0; number < 12; number++) server.addUser({ username: `u${number}` });
      },
    });
    const names = Array.from({ length: count }, (_, number) => `u${number}`);
    const rows = names.map((username) => ({ username, last_name: "New" }));
    const text = await (await planImport(connection, rows)).save();
    for (const name of names) await (await connection.users.lookup(name)).update({ last_name: "Other" });
    const shown = Array.from({ length: 10 }, () => "[^;]+").join("; ");
    await expect(loadPlan(connection, text)).rejects.toMatchObject({
      name: "StalePlanError",
      differences: { length: count },
      message: expect.stringMatching(
        `: ${shown}${count === 12 ? "; and 2 more" : ""}\\. Nothing was changed`,
      ) as string,
    });
  });

  test("a new account takes its names from the directory, which is no difference", async () => {
    const { connection } = start({ setUp: (server) => void server.addUser({ username: "jdoe" }), options: DIRECTORY });
    // The row has the name in other case.
    const text = await (await planImport(connection, [{ username: "eve", first_name: "EVE" }])).save();
    await (await loadPlan(connection, text)).apply();
    const plan = await loadPlan(connection, text);
    expect(plan.steps.filter(({ action }) => action === "create")).toEqual([]);
  });

  test("does not care how the file is indented", async () => {
    const { connection, text } = await saveOffboard();
    expect((await loadPlan(connection, `\ufeff${JSON.stringify(JSON.parse(text))}`)).subject).toBe("jdoe to ann");
  });

  test("a kind that it does not know is refused, even with a correct checksum", async () => {
    const { connection } = start({ setUp });
    const plan = new Plan({ kind: "other", subject: "x", steps: [], requests: 0, connection, inputs: () => ({}) });
    await expect(loadPlan(connection, await plan.save())).rejects.toThrow('the unknown kind "other"');
  });

  test("gives back the access that an interrupted run did not", async () => {
    const { fake, connection } = start({ setUp });
    const options = { user: "jdoe", to: "ann", keepAccess: "viewer" } as const;
    const text = await (await planTransfer(connection, options)).save();
    const [app] = fake.content;
    await giveTo(connection, fake, "ann");
    const plan = await loadPlan(connection, text, { started: [app?.guid ?? ""] });
    expect(await plan.apply()).toMatchObject({ complete: true });
    expect(fake.snapshot().permissions).toMatchObject([{ principal_guid: named(fake, "jdoe").guid, role: "viewer" }]);
  });
});
