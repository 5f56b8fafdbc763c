import { createFakeConnect } from "@connect-sdk/testing";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { ENVIRONMENT, EXIT_CODES } from "../src/command-line/help.ts";
import { commands } from "../src/commands.ts";
import { run } from "./support/cli.ts";

const fake = createFakeConnect();

describe("help", () => {
  test.each([[[]], [["--help"]], [["-h"]], [["help"]]])("%j shows examples first, then every command", async (argv) => {
    const { code, stdout, stderr } = await run(fake, argv);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.indexOf("Examples:")).toBeGreaterThan(0);
    expect(stdout.indexOf("Examples:")).toBeLessThan(stdout.indexOf("Usage:"));
    for (const name of Object.keys(commands)) expect(stdout).toContain(`  ${name} `);
  });

  test.each(Object.keys(commands))(
    "%s --help leads with examples of that command and lists its flags",
    async (name) => {
      const { code, stdout } = await run(fake, [name, "--help"]);

      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`Examples:\n  \\$ connect-users ${name}`));
      expect(stdout.indexOf("Examples:")).toBeLessThan(stdout.indexOf("Usage:"));
      expect(stdout).toContain("--json");
    },
  );

  test("`help COMMAND` is the same as `COMMAND --help`", async () => {
    expect(await run(fake, ["help", "list"])).toEqual(await run(fake, ["list", "--help"]));
  });

  test("choices are named in the help", async () => {
    const { stdout } = await run(fake, ["list", "--help"]);

    expect(stdout).toContain("--role ROLE");
    expect(stdout).toContain("administrator, publisher, viewer");
  });

  test("--version is the package's version", async () => {
    expect(await run(fake, ["--version"])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  test.each(Object.keys(commands))("%s is in the README's table of commands", async (name) => {
    const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
    expect(readme).toMatch(new RegExp(`^\\|.*\`${name}[ \`]`, "m"));
  });

  test("sends no request", async () => {
    const untouched = createFakeConnect();
    for (const argv of [[], ...Object.keys(commands).map((name) => [name])]) await run(untouched, [...argv, "--help"]);

    expect(untouched.requests).toHaveLength(0);
  });

  describe.each([80, 120])("in a terminal of %d columns", (terminal) => {
    test.each([[], ...Object.keys(commands).map((name) => [name])])(
      "%s --help fits, and breaks no word",
      async (...name) => {
        const argv = [...name.filter(Boolean), "--help"];
        const { stdout } = await run(fake, argv, { terminal, env: { NO_COLOR: "1" } });
        const unwrapped = (await run(fake, argv)).stdout;

        for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(terminal);
        // A backslash at the end of a line continues a command line.
        const words = (text: string) => text.replaceAll(" \\\n", " ").split(/\s+/);
        expect(words(stdout)).toEqual(words(unwrapped));
      },
    );
  });

  test("a wrapped command line can be pasted into a shell", async () => {
    const { stdout } = await run(fake, ["sync", "--help"], { terminal: 80, env: { NO_COLOR: "1" } });

    expect(stdout).toContain("--missing lock \\\n      --yes --report sync.csv\n");
  });

  test.each([
    ["environment", "HTTPS_PROXY"],
    ["exit-codes", "Not authenticated"],
  ])("`help %s` is a table", async (topic, says) => {
    const { code, stdout } = await run(fake, ["help", topic]);

    expect(code).toBe(0);
    expect(stdout).toContain(says);
    expect((await run(fake, ["help", "nothing"])).code).toBe(2);
  });
});

describe("the manual page", () => {
  const page = readFile(new URL("../man/connect-users.1", import.meta.url), "utf8");

  test("has every command with its flags, every variable and every exit code", async () => {
    const text = (await page).replaceAll("\\-", "-");
    for (const [name, { load }] of Object.entries(commands)) {
      expect(text).toContain(`\n.SS ${name}\n`);
      const flags = Object.keys((await load()).default.parser.parameters.flags ?? {});
      for (const flag of flags)
        expect(text).toContain(`--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
    }
    for (const [name] of [...ENVIRONMENT, ...EXIT_CODES]) expect(text).toContain(`.B ${name}\n`);
  });

  test("is understood by groff without a warning", async (context) => {
    if (spawnSync("groff", ["--version"]).status !== 0) context.skip("groff is not installed");
    const { status, stderr } = spawnSync("groff", ["-man", "-Tascii", "-ww", "-z"], {
      input: await page,
      encoding: "utf8",
    });

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("is part of the package", () => {
    expect(manifest.man).toBe("./man/connect-users.1");
    expect(manifest.files).toContain("man");
  });
});
