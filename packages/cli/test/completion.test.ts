import { createFakeConnect } from "@connect-sdk/testing";
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands.ts";
import { run } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

const fake = createFakeConnect();

describe.each(["bash", "zsh", "fish"])("completion %s", (shell) => {
  test("knows every command, its flags and the values of roles", async () => {
    const { code, stdout } = await run(fake, ["completion", shell]);

    expect(code).toBe(0);
    for (const name of Object.keys(commands)) expect(stdout).toContain(name);
    for (const word of ["must-set-password", "administrator publisher viewer", "inactive"])
      expect(stdout).toContain(word);
  });

  test("is a script that the shell can read", async (context) => {
    if (spawnSync(shell, ["--version"]).status !== 0) context.skip(`${shell} is not installed`);
    const { stdout } = await run(fake, ["completion", shell]);

    const { path } = await folder({ script: stdout });

    expect(spawnSync(shell, ["-n", "script"], { cwd: path, encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });
});

describe("in bash", () => {
  test.each([
    { line: "connect-users lo", offers: ["lock", "login"] },
    { line: "connect-users list --ro", offers: ["--role"] },
    { line: "connect-users list --role p", offers: ["publisher"] },
    { line: "connect-users --json list --status l", offers: ["locked", "licensed"] },
    { line: "connect-users completion f", offers: ["fish"] },
  ])("$line", async ({ line, offers }) => {
    const { stdout: script } = await run(fake, ["completion", "bash"]);
    const words = line.split(" ");
    const probe = `${script}\nCOMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; _connect_users; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync("bash", ["--norc", "-c", probe], { encoding: "utf8" });

    expect(stdout.trim().split("\n").sort()).toEqual(offers.toSorted());
  });
});

describe.skipIf(spawnSync("fish", ["--version"]).status !== 0)("in fish", () => {
  test.each([
    { line: "connect-users lo", offers: ["lock", "login"] },
    { line: "connect-users list --role p", offers: ["publisher"] },
    { line: "connect-users completion f", offers: ["fish"] },
  ])("$line", async ({ line, offers }) => {
    const { path } = await folder({ script: (await run(fake, ["completion", "fish"])).stdout });
    const { stdout } = spawnSync("fish", ["--no-config", "-c", `source script; complete -C '${line}'`], {
      cwd: path,
      encoding: "utf8",
    });
    const words = stdout
      .trim()
      .split("\n")
      .map((each) => each.split("\t")[0]);

    expect(words.toSorted()).toEqual(offers.toSorted());
  });
});
