import { createFakeConnect } from "@connect-sdk/testing";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";
import { hasTerminal, runInTerminal, runLineInTerminal } from "./support/terminal.ts";

const CTRL_C = "\u0003";

describe.skipIf(!hasTerminal)("at a terminal", { timeout: 60_000 }, () => {
  test("login prompts for server and key, and does not show the key", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const { path } = await folder();
    const steps = [
      ["Server URL: ", `${server.url}\r`],
      ["API key: ", `${fake.apiKey}\r`],
    ] as const;
    const { code, screen } = await runInTerminal(["login", "--with-key"], steps, {
      env: { XDG_CONFIG_HOME: path },
      cwd: path,
    });

    expect(code).toBe(0);
    expect(screen).toContain(server.url);
    expect(screen).not.toContain(fake.apiKey);
    expect(await readFile(join(path, "connect-users", "profiles.json"), "utf8")).toContain(fake.apiKey);
  });

  test("Ctrl-C at a prompt exits with 130, and nothing is stored or sent", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const { path } = await folder();
    const env = { XDG_CONFIG_HOME: path, CONNECT_SERVER: server.url };
    const { code, screen } = await runInTerminal(["login", "--with-key"], [["API key: ", CTRL_C]], { env, cwd: path });

    expect(code).toBe(130);
    expect(screen).toContain(`Server: ${server.url}`);
    expect(screen).toContain("Interrupted.");
    expect(fake.requests).toHaveLength(0);
  });

  test("Ctrl-C at a confirmation prints the error on a new line", async () => {
    const fake = createFakeConnect({ users: 3 });
    await using server = await fake.listen({ port: 0 });
    const { path } = await folder();
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };
    const [, ...others] = fake.users.map((user) => user.username);
    const { code, screen } = await runInTerminal(["lock", ...others], [["[y/N] ", CTRL_C]], { env, cwd: path });

    expect(code).toBe(130);
    expect(screen).toMatch(/\[y\/N\] \s*\nerror: Interrupted\./);
  });

  test("an answer is followed by no empty line", async () => {
    const fake = smallServer();
    await using server = await fake.listen({ port: 0 });
    const { path } = await folder();
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };
    const { screen } = await runInTerminal(["lock", "amara", "jdoe"], [["[y/N] ", "n\r"]], { env, cwd: path });

    expect(screen.replaceAll("\r", "")).toContain("[y/N] n\nNothing was changed.");
  });

  test("login --with-key takes the key from a pipe or a file, and asks only if it is empty", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const { path } = await folder({ "key.txt": `${fake.apiKey}\n`, "empty.txt": "" });
    const options = { env: { XDG_CONFIG_HOME: path }, cwd: path };
    const login = `login ${server.url} --with-key --profile`;
    const piped = await runLineInTerminal(`cat key.txt | connect_users ${login} one`, [], options);
    const read = await runLineInTerminal(`connect_users ${login} two < key.txt`, [], options);
    const asked = await runLineInTerminal(
      `connect_users ${login} three < empty.txt`,
      [["API key: ", `${fake.apiKey}\r`]],
      options,
    );

    expect([piped.code, read.code, asked.code]).toEqual([0, 0, 0]);
    expect(piped.screen + read.screen).not.toContain("API key:");
    expect(asked.screen).not.toContain(fake.apiKey);
  });

  test("create prompts for the password twice without showing it", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen({ port: 0 });
    const { path } = await folder();
    const argv = ["create", "--username", "jdoe", "--email", "jo@example.com"];
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };
    const answers = (first: string, second: string) =>
      [
        ["Password: ", `${first}\r`],
        ["Password again: ", `${second}\r`],
      ] as const;

    const mistyped = await runInTerminal(argv, answers("correct horse", "correct house"), { env, cwd: path });
    expect(mistyped).toMatchObject({ code: 2 });
    // What was typed is hidden, and so is its Enter: the next line begins all the same.
    expect(mistyped.screen).toMatch(/: \r?\n[^\n]*: \r?\n[^\n]*The two passwords differ\./);
    expect(fake.users).toHaveLength(1);

    const created = await runInTerminal(argv, answers("correct horse", "correct horse"), { env, cwd: path });
    expect(created.code).toBe(0);
    expect(created.screen).toContain("Created jdoe.");
    expect(created.screen).not.toContain("correct horse");
    expect(fake.users.map((user) => user.username)).toContain("jdoe");
  });
});
