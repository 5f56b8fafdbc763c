import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";
import { folder, rowsOf } from "./support/folder.ts";

const NOW = "2026-03-31T12:00:00Z";
const now = () => Date.parse(NOW);

function office(): FakeConnect {
  const fake = createFakeConnect({ now: "2026-01-01T12:00:00Z", users: 10, seed: 7 });
  const mira = fake.addUser({ username: "mira", user_role: "publisher", email: "mira@x.example" });
  fake.signIn(mira);
  fake.clock.advance({ days: 80 });
  fake.signIn(mira);
  return fake;
}

describe("audit", () => {
  test("--since takes an age, and lists what happened after it, newest first", async () => {
    const { code, stdout } = await run(office(), ["audit", "--since", "30d", "--json"], { now });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ action: "user_login", about: "mira", time: "2026-03-22T12:00:00Z" }]);
  });

  test("--user, --action and --limit select", async () => {
    const { stdout } = await run(office(), [
      "audit",
      "--user",
      "mira",
      "--action",
      "user_login",
      "--limit",
      "1",
      "--csv",
    ]);
    expect(rowsOf(stdout).map(({ action }) => action)).toEqual(["user_login"]);
  });

  test("a wrong time or action is a usage error", async () => {
    for (const flags of [
      ["--since", "yesterday"],
      ["--since", "2026-02-31"],
      ["--until", "2026-13-01"],
      ["--until", "0d"],
      ["--since", "2026-01-31T18:00:00"],
      ["--until", "2026-01-31T18:00+0100"],
      ["--since", "2026-01-31T18"],
      ["--since", "2026-02-31T18:00Z"],
      ["--action", "user_logins"],
    ]) {
      const outcome = await run(office(), ["audit", ...flags]);
      expect(outcome).toMatchObject({ code: 2, stdout: "" });
      // In the words of the command line, not of the library.
      expect(outcome.stderr).toContain(`${flags[0]}`.replace("--action", "user_login"));
      expect(outcome.stderr).not.toContain("Date");
    }
  });

  test.each(["30d", "1Y", "2026-01-31", "2026-01-31T18:00Z", "2026-01-31T18:00:00.5+01:00"])(
    "--since and --until take %s",
    async (time) => {
      for (const flag of ["--since", "--until"]) {
        expect(await run(office(), ["audit", flag, time], { now })).toMatchObject({ code: 0 });
      }
    },
  );

  test("a publisher's key is refused", async () => {
    const fake = office();
    const env = { CONNECT_API_KEY: fake.keyFor("mira") };
    expect(await run(fake, ["audit"], { env })).toMatchObject({ code: 3 });
  });
});

describe("duplicates and orphans", () => {
  test("duplicates suggests pairs that merge reads, and exits with 0", async () => {
    const fake = office();
    fake.addUser({ username: "Mira@x.example", email: "MIRA@x.example", active_time: null });
    const { code, stdout } = await run(fake, ["duplicates", "--csv", "--fields", "from,into"]);
    expect(code).toBe(0);
    expect(rowsOf(stdout)).toEqual([{ from: "Mira@x.example", into: "mira" }]);
  });

  test("nothing found is said, and no error", async () => {
    for (const command of ["duplicates", "orphans"]) {
      const { code, stderr } = await run(office(), [command]);
      expect(code).toBe(0);
      expect(stderr).toMatch(/No duplicates|All content has an owner/);
    }
  });

  test("orphans lists content of locked owners with the command that helps", async () => {
    const fake = office();
    const gone = fake.addUser({ username: "gone", user_role: "publisher", locked: true });
    fake.addContent({ name: "report", owner_guid: gone.guid });
    const { stdout } = await run(fake, ["orphans", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject([
      { name: "report", owner: "gone", reason: "locked", suggestion: "connect-users offboard gone --to USER" },
    ]);
  });

  test("the suggested command quotes what a shell would read differently", async () => {
    const fake = office();
    const gone = fake.addUser({ username: "gone; rm x", user_role: "publisher", locked: true });
    fake.addContent({ name: "report", owner_guid: gone.guid });
    const { stdout } = await run(fake, ["orphans", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ suggestion: "connect-users offboard 'gone; rm x' --to USER" }]);
  });
});

describe("access-review", () => {
  test("writes blank decisions, and carries them out once they are filled in", async () => {
    const fake = office();
    const files = await folder();
    const options = { cwd: files.path, now };
    const written = await run(fake, ["access-review", "--csv", "--output", "review.csv"], options);
    expect(written.code).toBe(0);
    expect(written.stderr).toMatch(/SHA-256 of the rows: [0-9a-f]{64}/);
    const rows = await files.rows("review.csv");
    expect(rows).toHaveLength(fake.users.length);
    expect(rows[0]).toMatchObject({ as_of: "2026-03-31T12:00:00.000Z", server: fake.url, version: "2026.07.0" });

    const lines = rows.map(({ guid, username, user_role, locked }) =>
      [guid, user_role, locked, username === "mira" ? "lock" : ""].join(","),
    );
    const decided = ["guid,user_role,locked,decision", ...lines, ""].join("\n");
    const dry = await run(fake, ["access-review", "apply", "-", "--dry-run"], { ...options, stdin: decided });
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringMatching(/lock mira/) as string });
    expect(fake.users.find(({ username }) => username === "mira")?.locked).toBe(false);
    const applied = await run(fake, ["access-review", "apply", "-", "--yes"], { ...options, stdin: decided });
    expect(applied.code).toBe(0);
    expect(fake.users.find(({ username }) => username === "mira")?.locked).toBe(true);
  });

  test("an edited role is refused, and names the row", async () => {
    const fake = office();
    const file = "guid,user_role,locked,decision\n00000000-0000-4000-8000-000000000000,boss,false,keep\n";
    const { code, stderr } = await run(fake, ["access-review", "apply", "-", "--yes"], { stdin: file });
    expect(code).toBe(2);
    expect(stderr).toMatch(/row 1.*user_role/);
  });
});
