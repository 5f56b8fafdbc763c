import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import fc from "fast-check";
import { execFile, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";

const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** The users of `test/files`, with names that spreadsheets are known to change. */
function usersOfFiles(): FakeConnect {
  const fake = createFakeConnect();
  fake.addUser({ username: "00123", first_name: "Zoë", last_name: "Müller; Söhne", email: "zoe@example.com" });
  fake.addUser({
    username: "12345678901234567",
    first_name: "Łukasz",
    last_name: "=1+1",
    email: "l@example.com",
    user_role: "publisher",
  });
  fake.addUser({
    username: "mar1",
    first_name: 'Ann "The Boss"',
    last_name: "Doe, Jr",
    email: "ann@example.com",
    locked: true,
  });
  fake.addUser({ username: "1e5", first_name: "李", last_name: "-", email: "li@example.com", locked: true });
  fake.addUser({ username: "true", first_name: "'t Hooft", last_name: "👩🏽‍🔬", email: "t@example.com" });
  return fake;
}

const fileOf = (name: string) => fileURLToPath(new URL(`files/${name}`, import.meta.url));

describe("a file that LibreOffice wrote", () => {
  test.each([
    ["from `export --excel`, as CSV", "excel.csv"],
    ["from `export --excel` in Germany, with all cells in quotes", "excel-german.csv"],
    ["from `export --excel`, as UTF-16 with tabs", "excel-utf16.csv"],
    ["from `export --excel`, by way of a workbook", "excel-workbook.csv"],
  ])("changes nothing: %s", async (_what, name) => {
    const fake = usersOfFiles();
    const { code, stdout } = await run(fake, ["import", fileOf(name), "--dry-run", "--json"]);
    const rows = JSON.parse(stdout) as { status: string }[];

    expect(code).toBe(0);
    expect(rows.map(({ status }) => status)).toEqual(fake.users.map(() => "unchanged"));
  });

  test("from a German sheet has a semicolon, WAHR and FALSCH, and empty columns", async () => {
    // `zoe` has the e-mail address of `00123`.
    const argv = ["import", fileOf("german.csv"), "--dry-run", "--json", "--allow-duplicates"];
    const { code, stdout, stderr } = await run(usersOfFiles(), argv);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject([
      { username: "mar1", changes: { locked: { from: true, to: false } } },
      { username: "zoe", action: "create", changes: { locked: { to: true }, last_name: { to: "Müller; Söhne" } } },
    ]);
  });

  test("from a plain export has lost digits, which no row may hide", async () => {
    const { code, stdout } = await run(usersOfFiles(), ["import", fileOf("plain.csv"), "--dry-run", "--json"]);

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([
      { username: "1.23456789012346E+016", message: containing("is a number that a spreadsheet shortened") },
    ]);
  });
});

const cell = fc
  .oneof(
    fc.string({ maxLength: 8 }),
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...Array.from("'\",;=+-@019E/.: $€%(amp")), maxLength: 6 }),
    fc.constantFrom(
      "00123",
      "'007",
      "1E5",
      "MAR1",
      "2-1",
      "1 mai",
      "dec-12",
      "12:30",
      "1:30 pm",
      "$5",
      "5%",
      "(5)",
      "TRUE",
    ),
  )
  // Without what nobody sees: a cell of nothing else is empty.
  .map((value) => value.replace(/[\p{C}\p{M}\p{DI}\s]+/gu, " ").trim());
const person = fc.record({
  username: cell.filter((value) => value !== "" && value !== "admin"),
  first_name: cell,
  last_name: cell,
  email: cell,
  locked: fc.boolean(),
});
const people = fc.uniqueArray(person, { selector: ({ username }) => username, minLength: 150, maxLength: 300 });

/** What LibreOffice calls separator, quote, encoding, first line, columns, language, quoted cells as text, special numbers. */
const FORMATS = [
  ["American CSV", "en_US", "44,34,76,1,,1033,false,true", "44,34,76,1,,1033,false,true,false"],
  ["German CSV with quotes", "de_DE", "59,34,76,1,,1031,false,true", "59,34,76,1,,1031,true,true,false"],
  ["UTF-16 with tabs", "en_US", "44,34,76,1,,1033,false,true", "9,34,65535,1,,1033,false,true,false"],
] as const;

describe.skipIf(!hasLibreOffice)("LibreOffice itself", { timeout: 180_000 }, () => {
  test.each(FORMATS)("opens `export --excel` and saves the same users as %s", async (_what, LANG, read, write) => {
    const { path } = await folder();
    await fc.assert(
      fc.asyncProperty(people, async (users) => {
        const fake = createFakeConnect();
        for (const user of users) fake.addUser(user);
        await run(fake, ["export", "--excel", "--output", "users.csv"], { cwd: path, env: { LANG } });
        await convert(path, read, write);
        const stdin = await readFile(join(path, "saved", "users.csv"));
        const { stdout } = await run(fake, ["import", "-", "--dry-run", "--json"], { stdin });
        const rows = JSON.parse(stdout) as { status: string }[];

        expect(rows.filter(({ status }) => status !== "unchanged")).toEqual([]);
        expect(rows).toHaveLength(fake.users.length);
      }),
      // One run is hundreds of cells, and LibreOffice takes seconds to start.
      { numRuns: 1, endOnFailure: true },
    );
  });
});

async function convert(path: string, read: string, write: string): Promise<void> {
  await promisify(execFile)("soffice", [
    `-env:UserInstallation=file://${path}/profile`,
    "--headless",
    `--infilter=Text - txt - csv (StarCalc):${read}`,
    "--convert-to",
    `csv:Text - txt - csv (StarCalc):${write}`,
    "--outdir",
    join(path, "saved"),
    join(path, "users.csv"),
  ]);
}
