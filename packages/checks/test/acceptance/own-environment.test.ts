import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ownEnvironment } from "../../../../scripts/own-environment.mjs";
import { type CommandResult, runCommand } from "../../src/acceptance/run-command.ts";
import { checks, inTemporaryFolder, root } from "../../src/acceptance/workspace.ts";

describe("on a machine with a stored profile and CONNECT_* variables", () => {
  test("a command that a check runs sees neither", async () => {
    await inTemporaryFolder("profile", async (home) => {
      storeProfile(home);
      // The machine on which the check runs.
      vi.stubEnv("HOME", home);
      vi.stubEnv("USERPROFILE", home);
      vi.stubEnv("XDG_CONFIG_HOME", join(home, ".config"));
      vi.stubEnv("CONNECT_SERVER", "http://variable.example");
      vi.stubEnv("CONNECT_API_KEY", "0123456789abcdef");

      expect(await connectUsers(["profiles", "--json"])).toMatchObject({ status: 0, stdout: "[]\n" });
      const { status, stderr } = await connectUsers(["list"]);
      expect(status).not.toBe(0);
      expect(stderr).toContain("CONNECT_SERVER");
      expect(stderr).not.toContain("variable.example");
    });
  });

  test("the profile is there for a command with the environment of the machine", async () => {
    await inTemporaryFolder("profile", async (home) => {
      storeProfile(home);

      const { stdout } = await connectUsers(["profiles", "--json"], {
        HOME: home,
        XDG_CONFIG_HOME: join(home, ".config"),
      });
      expect(stdout).toContain("stored.example");
    });
  });
});

describe("a test", () => {
  test("runs in a home that is not the developer's", () => {
    expect(homedir()).toMatch(/connect-sdk-home-/);
    expect(process.env["XDG_CONFIG_HOME"]).toBe(join(homedir(), ".config"));
  });

  test("has no CONNECT_* variables but those of the contract tests", () => {
    const names = Object.keys(process.env).filter((name) => name.startsWith("CONNECT_"));
    expect(names.filter((name) => !name.startsWith("CONNECT_TEST_"))).toEqual([]);
  });
});

describe("an own environment", () => {
  test("keeps what package managers and git find through the home", () => {
    vi.stubEnv("HOME", "/home-of/developer");
    for (const name of ["npm_config_cache", "npm_config_userconfig", "GIT_CONFIG_GLOBAL", "XDG_DATA_HOME"])
      vi.stubEnv(name, undefined);

    expect(ownEnvironment("/elsewhere")).toMatchObject({
      HOME: "/elsewhere",
      XDG_CONFIG_HOME: join("/elsewhere", ".config"),
      GIT_CONFIG_GLOBAL: join(homedir(), ".gitconfig"),
      npm_config_userconfig: join(homedir(), ".npmrc"),
    });
  });

  test.each(["test.mjs", "demo.mjs"])("is used by scripts/%s", (script) => {
    expect(readFileSync(join(root, "scripts", script), "utf8")).toContain("ownEnvironment(home)");
  });
});

/** Stores a profile as `connect-users login` does. */
function storeProfile(home: string): void {
  const folder = join(home, ".config", "connect-users");
  mkdirSync(folder, { recursive: true });
  const profiles = { default: { server: "http://stored.example", apiKey: "0123456789abcdef" } };
  writeFileSync(join(folder, "profiles.json"), JSON.stringify({ profiles }), { mode: 0o600 });
}

function connectUsers(argv: readonly string[], env: Record<string, string> = {}): Promise<CommandResult> {
  const bin = readFileSync(join(root, "packages/cli/bin/connect-users.js"), "utf8");
  const source = `packages/cli/src/${/dist\/(\w+)\.js/.exec(bin)?.[1] ?? ""}.ts`;
  const program = ["--conditions=@connect-sdk/source", "--import", "tsx", join(root, source)];
  return runCommand(process.execPath, [...program, ...argv], { cwd: checks, env: { ...env, NO_COLOR: "1" } });
}
