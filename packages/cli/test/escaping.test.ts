import { createFakeConnect } from "@connect-sdk/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowsOf } from "./support/folder.ts";
import { run } from "./support/cli.ts";

// Built from a string, because eslint rejects control characters in a regular expression.
const INVISIBLE = new RegExp(
  "(?![ \\n\\u3000])[\\p{Cc}\\p{Cf}\\p{Z}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\u2800]",
  "u",
);
/** What the progress line writes before each drawing. */
const ERASE = "\r\u001b[K";

/** Text as hostile as Unicode allows, with the characters that matter more often than by chance. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 5 }),
      fc.constantFrom(
        "\u001b[2J",
        "\u001b]52;c;AAAA\u0007",
        "\n",
        "\r\n",
        "\u2028",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\u202e",
      ),
      fc.constantFrom(
        "\u200d",
        "\ufe0f",
        "\u3164",
        "\u{e0041}",
        "\u00a0",
        "=1+1",
        '"',
        ",",
        "渡辺",
        "e\u0301",
        "\u009b",
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(""));

const FORMATS = [[], ["--json"], ["--ndjson"], ["--csv"], ["--csv-raw"]];
const COMMANDS = [
  ["list"],
  ["list", "--sort", "first_name:desc"],
  ["show", "someone"],
  ["export"],
  ["stale", "--older-than", "1d", "--include-never"],
  ["groups", "someone"],
  ["content", "someone"],
  ["api", "GET", "v1/users"],
  ["api", "GET", "v1/users", "--paginate", "--fields", "username,first_name"],
  ["lock", "someone"],
  ["unlock", "someone", "nobody", "--yes"],
  ["update", "someone", "--last-name", "x"],
  ["doctor"],
  ["whoami"],
  ["licenses"],
];

/** Creates a server on which every name is the text. */
function hostileServer(text: string) {
  const fake = createFakeConnect();
  fake.addUser({ username: "someone", first_name: text, last_name: `x${text}`, email: "someone@example.com" });
  const user = fake.users.find(({ username }) => username === "someone");
  fake.addGroup({ name: `g${text}`, members: [user?.guid ?? ""] });
  fake.addContent({ name: "report", title: text, owner_guid: user?.guid ?? "" });
  return fake;
}

describe("text from the server", () => {
  test.each(COMMANDS)(
    "%s %s %s %s %s prints nothing invisible on a terminal, in any format",
    { timeout: 60_000 },
    async (...argv) => {
      await fc.assert(
        fc.asyncProperty(
          hostile,
          fc.constantFrom(...FORMATS),
          fc.integer({ min: 20, max: 150 }),
          async (text, format, terminal) => {
            const words = [...argv.filter(Boolean), ...format];
            const { stdout, stderr } = await run(hostileServer(text), words, { terminal, env: { NO_COLOR: "1" } });

            expect(stdout).not.toMatch(INVISIBLE);
            expect(stderr.replaceAll(ERASE, "")).not.toMatch(INVISIBLE);
          },
        ),
        { numRuns: 15 },
      );
    },
  );

  test("is exact as CSV and JSON in a file or a pipe", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const fake = hostileServer(text);
        const wanted = fake.users.find(({ username }) => username === "someone")?.first_name;
        const argv = ["list", "--prefix", "someone", "--fields", "first_name"];

        expect(rowsOf((await run(fake, [...argv, "--csv-raw"])).stdout)).toEqual([{ first_name: wanted }]);
        expect(JSON.parse((await run(fake, [...argv, "--json"])).stdout)).toEqual([{ first_name: wanted }]);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ["\u200b", "\\u200b"],
    ["\u00ad", "\\u00ad"],
    ["\ufeff", "\\ufeff"],
    ["\u202e", "\\u202e"],
    ["\u{e0041}", "\\u{e0041}"],
    ["\u001b", "\\x1b"],
    ["\n", "\\x0a"],
  ])("shows %j as %s in a table, a record, CSV on a terminal and a note", async (character, shown) => {
    const fake = hostileServer(`a${character}b`);
    const world = { terminal: 200, env: { NO_COLOR: "1" } };

    for (const argv of [["list"], ["show", "someone"], ["list", "--csv"], ["export"]]) {
      expect((await run(fake, argv, world)).stdout).toContain(`a${shown}b`);
    }
    expect((await run(fake, ["lock", "someone"], world)).stderr).toContain(`a${shown}b`);
  });
});

describe("text from a file", () => {
  test("cannot forge the lines of a plan", async () => {
    const stdin = 'username,first_name\nzoe,"Zoe)\n= admin: unchanged\n- bob: lock (x"\n';
    const { stdout, stderr } = await run(createFakeConnect(), ["import", "-", "--dry-run"], { stdin });

    expect(`${stdout}${stderr}`).not.toMatch(/^(= admin|- bob)/m);
  });

  test("prints nothing invisible in a plan or an error", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, fc.constantFrom(...FORMATS), async (username, text, format) => {
        const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
        const stdin = `username,first_name,${cell(text)}\n${cell(username)},${cell(text)},x\n`;
        for (const file of [stdin, stdin.replaceAll(`,${cell(text)}\n`, "\n").replaceAll(",x\n", "\n")]) {
          const argv = ["import", "-", "--dry-run", ...format];
          const { stdout, stderr } = await run(createFakeConnect(), argv, {
            stdin: file,
            terminal: 100,
            env: { NO_COLOR: "1" },
          });
          expect(stdout).not.toMatch(INVISIBLE);
          expect(stderr.replaceAll(ERASE, "")).not.toMatch(INVISIBLE);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("an error about a huge argument is cut", async () => {
    const { code, stderr } = await run(createFakeConnect(), ["list", "--fields", "x".repeat(1_000_000)]);

    expect(code).toBe(2);
    expect(stderr.length).toBeLessThan(5_000);
    expect(stderr).toContain(" … ");
  });
});

test("command line arguments are escaped in errors", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      for (const argv of [[text], ["list", text], ["list", `--${text}`], ["list", "--role", text], ["show", text]]) {
        const { stderr } = await run(createFakeConnect(), argv, { terminal: 80, env: { NO_COLOR: "1" } });
        expect(stderr).not.toMatch(INVISIBLE);
      }
    }),
    { numRuns: 60 },
  );
});
