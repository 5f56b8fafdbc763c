import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { jsonError, run } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

const GUID = "44444444-4444-4444-8444-444444444444";

const FILES = {
  "people.csv": "username,email,user_role\nnew,new@example.com,\nbob,,publisher\n",
  "leavers.txt": "bob\nlin\n",
  "review.csv": `guid,user_role,locked,decision\n${GUID},viewer,false,lock\n`,
};

/** jdoe owns an item and a group, in which bob is. */
function server(): FakeConnect {
  const fake = createFakeConnect({ seed: 7 });
  const jdoe = fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "publisher" });
  fake.addUser({ username: "ann", email: "ann@example.com", user_role: "publisher" });
  const bob = fake.addUser({ guid: GUID, username: "bob", email: "bob@example.com", user_role: "viewer" });
  fake.addUser({ username: "lin", email: "lin@example.com", user_role: "viewer" });
  fake.addContent({ name: "app", owner_guid: jdoe.guid });
  fake.addGroup({ name: "analysts", owner_guid: jdoe.guid, members: [jdoe, bob] });
  return fake;
}

/** Returns what changes can be seen, whatever the guids of new accounts. */
function stateOf(fake: FakeConnect): unknown {
  return {
    users: fake.users.map(({ username, email, user_role, locked }) => ({ username, email, user_role, locked })),
    content: fake.content.map(({ name, owner_guid }) => ({ name, owner_guid })),
    groups: fake.snapshot().groups.map(({ name, ownerGuid, members }) => ({ name, ownerGuid, members })),
  };
}

const COMMANDS: readonly (readonly string[])[] = [
  ["offboard", "jdoe", "--to", "ann"],
  ["transfer", "jdoe", "--to", "ann", "--keep-access", "viewer"],
  ["merge", "jdoe", "ann"],
  ["sync", "people.csv", "--email-domain", "example.com", "--missing", "lock", "--max-lock", "9"],
  ["roles", "sync", "--map", "analysts=publisher"],
  ["access-review", "apply", "review.csv"],
  ["import", "people.csv"],
  ["update", "--file", "people.csv", "--ignore", "email", "--skip-invalid"],
  ["lock", "bob"],
  ["lock", "--file", "leavers.txt"],
  ["unlock", "bob", "lin"],
  ["stale", "--older-than", "1d", "--include-never", "--lock"],
];

describe("--plan-out and apply", () => {
  test.each(COMMANDS.map((argv) => [argv.join(" "), argv] as const))("%s", async (_, argv) => {
    const [direct, saved] = [server(), server()];
    for (const fake of [direct, saved]) {
      if (argv[0] === "unlock") await run(fake, ["lock", "bob", "lin", "--yes"]);
      if (argv[0] === "stale") fake.clock.advance({ days: 3 });
    }
    const { path } = await folder(FILES);
    const clock = { now: () => direct.clock.now().getTime() };
    const before = changesOf(saved).length;

    const planned = await run(saved, [...argv, "--plan-out", "plan.json"], { cwd: path, ...clock });
    expect(planned.stderr).toContain("To apply it: connect-users apply plan.json");
    expect(planned.stderr).toContain("Nothing was changed.");
    expect(changesOf(saved).length).toBe(before);
    const dry = await run(saved, ["apply", "plan.json", "--dry-run"], { cwd: path });
    expect(dry.code).toBe(0);
    expect(changesOf(saved).length).toBe(before);

    await run(direct, [...argv, "--yes"], { cwd: path, ...clock });
    expect(stateOf(saved)).not.toEqual(stateOf(direct));
    const applied = await run(saved, ["apply", "plan.json", "--yes", "--report", "report.csv"], { cwd: path });
    expect(applied.code).toBe(0);
    expect(stateOf(saved)).toEqual(stateOf(direct));

    const count = changesOf(saved).length;
    expect(await run(saved, ["apply", "plan.json", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(changesOf(saved).length).toBe(count);
  });

  test("undo saves its plan, too, and takes back what apply reported", async () => {
    const fake = server();
    const before = stateOf(fake);
    const { path } = await folder(FILES);
    await run(fake, ["lock", "bob", "lin", "--plan-out", "lock.json"], { cwd: path });
    await run(fake, ["apply", "lock.json", "--yes", "--report", "locked.csv"], { cwd: path });
    expect(stateOf(fake)).not.toEqual(before);
    await run(fake, ["undo", "locked.csv", "--plan-out", "undo.json"], { cwd: path });
    expect(await run(fake, ["apply", "undo.json", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(stateOf(fake)).toEqual(before);
  });
});

const OFFBOARD = ["offboard", "jdoe", "--to", "ann"] as const;

describe("the file of a plan", () => {
  test("can only be read by its owner, even if it existed before, and has no key", async () => {
    const fake = server();
    const { path } = await folder();
    const file = join(path, "plan.json");
    for (const mode of [undefined, 0o644]) {
      if (mode !== undefined) await chmod(file, mode);
      await run(fake, [...OFFBOARD, "--plan-out", "plan.json"], { cwd: path });
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
    expect(await readFile(file, "utf8")).not.toContain(fake.apiKey);
  });

  test("does not replace another file", async () => {
    const fake = server();
    const { path } = await folder({ "people.csv": "username\nbob\n" });
    const result = await run(fake, ["import", "people.csv", "--plan-out", "people.csv", "--json"], { cwd: path });
    expect(result.code).toBe(2);
    expect(jsonError(result).message).toContain("is not a saved plan, so it is not overwritten");
    expect(await readFile(join(path, "people.csv"), "utf8")).toBe("username\nbob\n");
  });

  test("is not written with passwords, nor for a plan that is refused", async () => {
    const fake = server();
    const { path } = await folder({ "new.csv": "username,email,password\nnew,new@example.com,correct horse\n" });
    const secret = await run(fake, ["import", "new.csv", "--plan-out", "plan.json"], { cwd: path });
    expect(secret.code).toBe(2);
    expect(secret.stderr).toContain("The rows have passwords, which are not written to a saved plan.");
    const refused = await run(fake, ["transfer", "jdoe", "--to", "bob", "--plan-out", "plan.json"], { cwd: path });
    expect(refused.code).toBe(6);
    await expect(stat(join(path, "plan.json"))).rejects.toThrow("ENOENT");
  });

  test("contradicts --yes", async () => {
    const { path } = await folder();
    const argv = [...OFFBOARD, "--plan-out", "plan.json", "--yes", "--json"];
    const result = await run(server(), argv, { cwd: path });
    expect(result.code).toBe(2);
    expect(jsonError(result).fix).toContain("connect-users apply plan.json --yes");
  });

  test("with --check, the exit code says that there is something to do", async () => {
    const { path } = await folder();
    const result = await run(server(), [...OFFBOARD, "--plan-out", "plan.json", "--check"], { cwd: path });
    expect(result.code).toBe(10);
    expect((await stat(join(path, "plan.json"))).isFile()).toBe(true);
  });
});

describe("apply", () => {
  test("refuses a stale plan, says what changed, and writes nothing", async () => {
    const fake = server();
    const { path } = await folder();
    await run(fake, [...OFFBOARD, "--plan-out", "plan.json"], { cwd: path });
    const [app] = fake.content;
    fake.addContent({ name: "late", owner_guid: app?.owner_guid ?? "" });
    const result = await run(fake, ["apply", "plan.json", "--yes", "--json"], { cwd: path });
    expect(result.code).toBe(6);
    expect(jsonError(result)).toEqual({
      kind: "refused",
      message: "The plan is stale: move-content late is new. Nothing was changed.",
      fix: "Plan again, and review the new plan.",
    });
    expect(changesOf(fake)).toEqual([]);
  });

  test("refuses an edited plan and other files, before anything is sent", async () => {
    const fake = server();
    const { path } = await folder({ "people.csv": "username\nbob\n" });
    await run(fake, [...OFFBOARD, "--plan-out", "plan.json"], { cwd: path });
    const file = join(path, "plan.json");
    const sent = fake.requests.length;
    await writeFile(file, (await readFile(file, "utf8")).replace('"to": "ann"', '"to": "bob"'));
    const edited = await run(fake, ["apply", "plan.json", "--yes", "--json"], { cwd: path });
    expect(edited.code).toBe(2);
    expect(jsonError(edited).message).toContain("The plan was edited after it was saved.");
    const other = await run(fake, ["apply", "people.csv", "--yes", "--json"], { cwd: path });
    expect(other.code).toBe(2);
    expect(jsonError(other).fix).toContain("--plan-out");
    expect(fake.requests.length).toBe(sent);
  });

  test("asks for confirmation, and needs --yes in a script", async () => {
    const fake = server();
    const { path } = await folder();
    await run(fake, [...OFFBOARD, "--plan-out", "plan.json"], { cwd: path });
    expect(await run(fake, ["apply", "plan.json"], { cwd: path })).toMatchObject({ code: 2 });
    const answered = await run(fake, ["apply", "plan.json"], { cwd: path, answer: "n\n", terminal: 100 });
    expect(answered.stderr).toContain("Nothing was changed.");
    expect(changesOf(fake)).toEqual([]);
  });
});
