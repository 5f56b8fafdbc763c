import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";
import { rowsOf } from "./support/folder.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  // Characters that are special in CSV or in spreadsheets.
  fc.string({
    unit: fc.constantFrom('"', "'", ",", ";", "\t", "\r", "\n", "=", "+", "-", "@", "＝", "a", " "),
    maxLength: 8,
  }),
);
const username = text.map((name) => name.trim()).filter((name) => name !== "");
const person = fc.record({
  username,
  first_name: text,
  last_name: text,
  email: text,
  user_role: fc.constantFrom("viewer", "publisher", "administrator"),
  locked: fc.boolean(),
});
/** Text that a file may bring to a server: without what nobody can see, and not damaged on the way. */
const sendable = text
  .map((value) =>
    value.replace(/[\p{C}\s\u00ad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufffd]+/gu, " ").trim(),
  )
  .filter((value) => !/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]/.test(value));
const newPerson = fc.record({
  username: sendable.filter((name) => name !== ""),
  first_name: sendable,
  last_name: sendable,
  email: sendable
    .map((value) => value.replace(/[\s@<>]/g, ""))
    .map((value) => (value === "" ? "" : `${value}@x.example`)),
  user_role: fc.constantFrom("viewer", "publisher", "administrator"),
  locked: fc.boolean(),
});
const newPeople = fc.uniqueArray(newPerson, { selector: (each) => each.username, minLength: 1, maxLength: 8 });
const people = fc.uniqueArray(person, { selector: (each) => each.username, minLength: 1, maxLength: 8 });
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

describe("an imported export", () => {
  test.each([["csv"], ["ndjson"]])("as %s changes nothing on the same server", async (format) => {
    await fc.assert(
      fc.asyncProperty(people, async (users) => {
        const fake = serverWith(users);
        const exported = await run(fake, ["export", `--${format}`]);
        const planned = await run(fake, ["import", "-", "--format", format, "--dry-run", "--json"], {
          stdin: exported.stdout,
        });

        expect(planned.code).toBe(0);
        expect(statuses(planned.stdout)).toEqual(fake.users.map(() => "unchanged"));
      }),
      { numRuns: 60 },
    );
  });

  test.each([[[]], [["--csv-raw"]]])("creates equal users on another server (%j)", async (flags) => {
    await fc.assert(
      fc.asyncProperty(newPeople, async (users) => {
        const exported = await run(serverWith(users), ["export", ...flags]);
        const raw = flags.length === 0 ? [] : ["--raw"];
        const elsewhere = createFakeConnect();
        const planned = await run(elsewhere, ["import", "-", "--dry-run", "--json", "--allow-duplicates", ...raw], {
          stdin: exported.stdout,
        });

        expect(planned.code).toBe(0);
        expect(creations(planned.stdout)).toEqual(new Map(users.map((user) => [user.username, valuesOf(user)])));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["'=1+1", "''=1+1"],
    ["''@x", "'''@x"],
    ["\tx", "'\tx"],
    ["'t Hooft", "'t Hooft"],
    ["O'Brien-Smith", "O'Brien-Smith"],
  ])("%j is written as %j, so that no spreadsheet runs it", async (name, written) => {
    const { stdout } = await run(serverWith([{ ...someone, last_name: name }]), [
      "export",
      "--prefix",
      someone.username,
    ]);

    expect(rowsOf(stdout)).toMatchObject([{ last_name: written }]);
  });
});

describe("export", () => {
  test("writes the columns that import reads, for matching users", async () => {
    const fake = serverWith([someone, { ...someone, username: "other", user_role: "publisher" }]);
    const { code, stdout, stderr } = await run(fake, ["export", "--role", "publisher"]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      "username,email,first_name,last_name,user_role,locked\nother,z@x.example,Zoë,Doe,publisher,false\n",
    );
  });

  test("writes CSV even on a terminal", async () => {
    const { stdout } = await run(createFakeConnect(), ["export"], { terminal: 80 });

    expect(stdout).toMatch(/^username,email,/);
  });

  test("--fields selects other columns, still as CSV", async () => {
    const { stdout } = await run(serverWith([someone]), [
      "export",
      "--fields",
      "username,active_time,external_id",
      "--prefix",
      "zoe",
    ]);

    expect(stdout).toBe("username,active_time,external_id\nzoe,,\n");
  });
});

const someone: Person = {
  username: "zoe",
  first_name: "Zoë",
  last_name: "Doe",
  email: "z@x.example",
  user_role: "viewer",
  locked: false,
};

function serverWith(users: readonly Person[]): FakeConnect {
  const fake = createFakeConnect();
  for (const user of users) if (user.username !== "admin") fake.addUser(user);
  return fake;
}

function statuses(json: string): unknown[] {
  return planOf(json).map(({ status }) => status);
}

/** What a plan would create, by username. */
function creations(json: string): Map<unknown, unknown> {
  const created = planOf(json).filter(({ action }) => action === "create");
  return new Map(
    created.map(({ username: name, changes }) => [
      name,
      Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to])),
    ]),
  );
}

/** What a new user is given: what is empty is left out. */
function valuesOf({ email, first_name, last_name, user_role, locked }: Person) {
  const fields = Object.entries({ email, first_name, last_name, user_role }).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(fields), ...(locked && { locked }) };
}

function planOf(json: string) {
  return JSON.parse(json) as {
    username: string;
    action: string;
    status: string;
    changes: Record<string, { to: unknown }>;
  }[];
}
