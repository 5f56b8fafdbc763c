import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

const state = (fake: ReturnType<typeof smallServer>) =>
  fake.users.map(({ username, email, user_role, locked }) => ({ username, email, user_role, locked }));

describe("undo", () => {
  test("sets values back, unlocks what was locked, and locks what was created", async () => {
    const fake = smallServer();
    const before = state(fake);
    const stdin = "username,email,user_role,locked\namara,new@example.com,viewer,\njdoe,,,true\nzoe,z@x.example,,\n";
    const { path } = await folder();
    const made = await run(fake, ["import", "-", "--yes", "--report", "r.csv"], { stdin, cwd: path });
    expect(made.code).toBe(0);

    const dry = await run(fake, ["undo", "r.csv", "--dry-run"], { cwd: path });
    expect(dry.code).toBe(0);
    expect(state(fake)).not.toEqual(before);

    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(state(fake).slice(0, before.length)).toEqual(before);
    expect(state(fake).at(-1)).toMatchObject({ username: "zoe", locked: true });
  });

  test("takes back two runs of one report", async () => {
    const fake = smallServer();
    const before = state(fake);
    const { path } = await folder();
    for (const role of ["viewer", "administrator"]) {
      const stdin = `username,user_role\namara,${role}\n`;
      await run(fake, ["update", "--file", "-", "--yes", "--report", "r.csv"], { stdin, cwd: path });
    }
    expect(state(fake).find(({ username }) => username === "amara")?.user_role).toBe("administrator");
    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(state(fake)).toEqual(before);
  });

  test("takes back a run that was repeated with nothing left to do", async () => {
    const fake = smallServer();
    const before = state(fake);
    const { path, rows } = await folder();
    const argv = ["offboard", "jdoe", "--to", "amara", "--yes", "--report", "r.csv"];
    for (let round = 0; round < 2; round++) expect(await run(fake, argv, { cwd: path })).toMatchObject({ code: 0 });
    const locks = (await rows("r.csv")).filter(({ action }) => action === "lock");
    expect(locks.map(({ status }) => status)).toEqual(["done", "unchanged"]);

    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(state(fake)).toEqual(before);
  });

  test("a second time, or after somebody else did it, has nothing to do", async () => {
    const fake = smallServer();
    const { path } = await folder();
    await run(fake, ["lock", "jdoe", "amara", "--yes", "--report", "r.csv"], { cwd: path });
    await run(fake, ["unlock", "jdoe"]);
    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    const again = await run(fake, ["undo", "r.csv", "--yes"], { cwd: path });

    expect(again.stderr).toContain("Nothing to do");
    expect(again.code).toBe(0);
  });

  test("refuses what was changed again since", async () => {
    const fake = smallServer();
    const { path } = await folder();
    const stdin = "username,email\namara,new@example.com\n";
    await run(fake, ["import", "-", "--yes", "--report", "r.csv"], { stdin, cwd: path });
    await run(fake, ["update", "amara", "--email", "third@example.com"]);
    expect(await run(fake, ["undo", "r.csv", "--dry-run"], { cwd: path })).toMatchObject({ code: 6 });
    const { code, stdout } = await run(fake, ["undo", "r.csv", "--yes"], { cwd: path });
    expect(code).toBe(6);
    expect(stdout).toMatch(/email was changed again since/);
    expect(state(fake).find(({ username }) => username === "amara")?.email).toBe("third@example.com");
  });

  test.each(["import", "sync"])("takes back values of %s that look like a report themselves", async (command) => {
    const fake = smallServer();
    const { path } = await folder({
      "in.csv": 'username,first_name,last_name\namara,"A → B; last_name: x → y",(empty)\n',
    });
    await run(fake, ["update", "amara", "--first-name", "x → y", "--last-name", "yes"]);
    const before = fake.users.map(({ first_name, last_name }) => [first_name, last_name]);
    const argv = [command, "in.csv", "--yes", "--report", "r.csv"];
    expect(await run(fake, argv, { cwd: path })).toMatchObject({ code: 0 });
    expect(fake.users.map(({ first_name }) => first_name)).toContain("A → B; last_name: x → y");
    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(fake.users.map(({ first_name, last_name }) => [first_name, last_name])).toEqual(before);
  });

  test("reads the reports of older versions, and continues them with their columns", async () => {
    const fake = smallServer();
    const guid = fake.users.find(({ username }) => username === "amara")?.guid ?? "";
    const header = "time,server,actor,line,username,guid,action,status,changes,error,fix,command";
    const row = `2026-03-01T12:00:00.000Z,${fake.url},admin,2,amara,${guid},update,done,email: old@example.com → amara@example.com,,,import`;
    const { path, read } = await folder({
      "r.csv": `${header}\n${row}\n`,
      "in.csv": "username,email\namara,new@x.example\n",
    });
    await run(fake, ["update", "amara", "--email", "amara@example.com"]);
    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(fake.users.find(({ username }) => username === "amara")?.email).toBe("old@example.com");
    expect(await run(fake, ["import", "in.csv", "--yes", "--report", "r.csv"], { cwd: path })).toMatchObject({
      code: 0,
    });
    const lines = (await read("r.csv")).trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[2]?.split(",")).toHaveLength(header.split(",").length);
  });

  test("reads each kind of value in the reports of older versions", async () => {
    const fake = smallServer();
    const row = (name: string, action: string, changes: string) => {
      const { guid = "" } = fake.users.find(({ username }) => username === name) ?? {};
      return `2026-03-01T12:00:00.000Z,${fake.url},admin,2,${name},${guid},${action},done,${changes},,,import\n`;
    };
    const header = "time,server,actor,line,username,guid,action,status,changes,error,fix,command\n";
    const { path } = await folder({
      "r.csv":
        header +
        row("amara", "update", "first_name: (empty) → Amara; last_name: Old → Okafor") +
        row("amara", "promote", "viewer → publisher") +
        row("lin", "lock", "locked: no → yes"),
    });
    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(fake.users.filter(({ username }) => username === "amara" || username === "lin")).toMatchObject([
      { username: "amara", first_name: "", last_name: "Old", user_role: "viewer" },
      { username: "lin", locked: false },
    ]);
  });

  test("needs a report of this server", async () => {
    const { path } = await folder({ "r.csv": "username\namara\n" });
    expect(await run(smallServer(), ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 2 });
  });
});
