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
  const node = [process.execPath, "--conditions=@connect-sdk/source", "--import", import.meta.resolve("tsx"), main];
  await writeFile(join(path, "bin", "connect-users"), `#!/bin/sh\nexec ${node.join(" ")} "$@"\n`, { mode: 0o755 });
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
  const { lines } = await computer("bash", files);
  const words = line.split(" ").map((word) => `'${word}'`);
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
  ])("$line", async ({ line, offers }) => {
    expect(await offered(line)).toEqual(offers);
  });

  test.each(["import", "lock --file", "list --api-key-file"])(
    "%s completes files, even with spaces in their names",
    async (words) => {
      expect(
        await offered(`connect-users ${words} new`, { "new people.csv": "", "new.csv": "", "old.csv": "" }),
      ).toEqual(["new people.csv", "new.csv"]);
    },
  );
});
