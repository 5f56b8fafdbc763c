import { createFakeConnect } from "@connect-sdk/testing";
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands.ts";
import { run } from "./support/cli.ts";
import { childEnvironment } from "./support/environment.ts";
import { folder } from "./support/folder.ts";
import { main } from "./support/shell.ts";

const fake = createFakeConnect();

describe.each(["bash", "zsh", "fish"])("completion %s", (shell) => {
  test("contains every command, its flags and the roles", async () => {
    const { code, stdout } = await run(fake, ["completion", shell]);

    expect(code).toBe(0);
    for (const name of Object.keys(commands)) expect(stdout).toContain(name);
    for (const word of ["must-set-password", "administrator publisher viewer", "inactive"])
      expect(stdout).toContain(word);
  });

  test("is valid for the shell", async (context) => {
    if (spawnSync(shell, ["--version"]).status !== 0) context.skip(`${shell} is not installed`);
    const { stdout } = await run(fake, ["completion", shell]);

    const { path } = await folder({ script: stdout });

    expect(spawnSync(shell, ["-n", "script"], { cwd: path, encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });
});

/** Creates a folder with files in which `connect-users` is installed and has stored profiles. */
async function computer(shell: string, files: Record<string, string> = {}) {
  const profiles = {
    staging: { server: "https://a.example", keyring: true },
    prod: { server: "https://b.example", keyring: true },
  };
  const { path } = await folder({ script: (await run(fake, ["completion", shell])).stdout, ...files });
  for (const name of ["bin", "connect-users"]) await mkdir(join(path, name));
  await writeFile(join(path, "connect-users", "profiles.json"), JSON.stringify({ profiles }), { mode: 0o600 });
  await writeFile(join(path, "bin", "connect-users"), `#!/bin/sh\nexec ${process.execPath} ${main} "$@"\n`, {
    mode: 0o755,
  });
  return {
    /** Returns the sorted lines that a script prints. */
    lines: (argv: readonly string[]): string[] => {
      const env = {
        ...childEnvironment,
        PATH: `${join(path, "bin")}:${childEnvironment.PATH}`,
        XDG_CONFIG_HOME: path,
        HOME: path,
      };
      const { stdout } = spawnSync(shell, argv, { cwd: path, env, encoding: "utf8" });
      return stdout
        .split("\n")
        .flatMap((line) => line.split("\t")[0] ?? [])
        .filter((line) => line !== "")
        .sort();
    },
  };
}

/** Returns the completions of the last word in bash. */
async function offeredByBash(line: string, files?: Record<string, string>): Promise<string[]> {
  return await offeredForWords(line.split(" "), files);
}

async function offeredForWords(typedWords: readonly string[], files?: Record<string, string>): Promise<string[]> {
  const { lines } = await computer("bash", files);
  const words = typedWords.map((word) => `'${word}'`);
  const typed = `COMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}`;
  return lines(["--norc", "-c", `source ./script; ${typed}; _connect_users; printf '%s\\n' "\${COMPREPLY[@]}"`]);
}

/** Returns the completions of the last word in fish. */
async function offeredByFish(line: string, files?: Record<string, string>): Promise<string[]> {
  const { lines } = await computer("fish", files);
  return lines(["--no-config", "-c", `source ./script; complete -C '${line}'`]);
}

const shells = [
  { shell: "bash", offered: offeredByBash },
  { shell: "fish", offered: offeredByFish },
].filter(({ shell }) => spawnSync(shell, ["--version"]).status === 0);

describe.each(shells)("in $shell", { timeout: 30_000 }, ({ offered }) => {
  test.each([
    { line: "connect-users lo", offers: ["lock", "login", "logout"] },
    { line: "connect-users list --ro", offers: ["--role"] },
    { line: "connect-users login --no", offers: ["--no-keyring"] },
    { line: "connect-users list --role p", offers: ["publisher"] },
    { line: "connect-users update jdoe --role v", offers: ["viewer"] },
    { line: "connect-users --json list --status l", offers: ["licensed", "locked"] },
    { line: "connect-users import x --format n", offers: ["ndjson"] },
    { line: "connect-users api P", offers: ["PATCH", "POST", "PUT"] },
    { line: "connect-users completion f", offers: ["fish"] },
    { line: "connect-users list --profile ", offers: ["prod", "staging"] },
    { line: "connect-users logout --profile st", offers: ["staging"] },
    { line: "connect-users list --server ", offers: [] },
    { line: "connect-users list --sort ", offers: [] },
    { line: "connect-users list --role=p", offers: ["--role=publisher"] },
    { line: "connect-users logout --profile=st", offers: ["--profile=staging"] },
    { line: "connect-users completion bash --in", offers: ["--install", "--insecure"].sort() },
  ])("$line", async ({ line, offers }) => {
    expect(await offered(line)).toEqual(offers);
  });

  test.each(["import", "undo", "apply", "lock --file", "list --api-key-file"])(
    "%s completes files, even with spaces in their names",
    async (words) => {
      expect(
        await offered(`connect-users ${words} new`, { "new people.csv": "", "new.csv": "", "old.csv": "" }),
      ).toEqual(["new people.csv", "new.csv"]);
    },
  );
});

describe.skipIf(spawnSync("bash", ["--version"]).status !== 0)("bash, which takes = for the end of a word,", () => {
  test.each([
    [
      ["list", "--role", "="],
      ["administrator", "publisher", "viewer"],
    ],
    [["list", "--role", "=", "p"], ["publisher"]],
    [["import", "--format", "=", "n"], ["ndjson"]],
    [["list", "--server", "="], []],
    [
      ["keys", ""],
      ["create", "list", "revoke"],
    ],
    [
      ["keys", "create", "--ex"],
      ["--excel", "--expires"],
    ],
    [["roles", "s"], ["sync"]],
  ])("completes %j", async (words, offers) => {
    expect(await offeredForWords(["connect-users", ...words])).toEqual(offers);
  });

  test("completes files after --file=", async () => {
    expect(await offeredForWords(["connect-users", "lock", "--file", "=", "new"], { "new.csv": "" })).toEqual([
      "new.csv",
    ]);
  });
});

describe("completion --install", () => {
  test.each([
    ["bash", {}, ".local/share/bash-completion/completions/connect-users"],
    ["bash", { BASH_COMPLETION_USER_DIR: "own" }, "own/completions/connect-users"],
    ["zsh", { XDG_DATA_HOME: "data" }, "data/zsh/site-functions/_connect-users"],
    ["fish", { XDG_CONFIG_HOME: "" }, ".config/fish/completions/connect-users.fish"],
  ])("writes the script to the place from which %s loads it (%j)", async (shell, variables, file) => {
    const { path, read } = await folder();
    const own = Object.entries(variables).map(
      ([name, value]) => [name, value === "" ? "" : join(path, value)] as const,
    );
    const env = { HOME: path, XDG_CONFIG_HOME: undefined, ...Object.fromEntries(own) };
    const printed = (await run(fake, ["completion", shell])).stdout;
    // A second time replaces the first script.
    for (let time = 0; time < 2; time += 1) {
      const { code, stdout, stderr } = await run(fake, ["completion", shell, "--install", "--json"], { env });
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual({ shell, file: join(path, file) });
      expect(stderr).toContain("new shell");
    }

    expect(await read(file)).toBe(printed);
  });

  test("says so if there is no place", async () => {
    expect((await run(fake, ["completion", "bash", "--install"], { env: { HOME: undefined } })).code).toBe(2);
    const nowhere = await run(fake, ["completion", "bash", "--install", "--json"], { env: { HOME: "/dev/null" } });
    expect(nowhere.code).toBe(1);
    expect(nowhere.stderr).toContain('"kind":"file"');
  });
});
