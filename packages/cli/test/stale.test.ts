import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";
import { rowsOf } from "./support/folder.ts";

const NOW = "2026-03-31T12:00:00Z";

/** Users are named after their last activity. The administrator is active today. */
function office(): FakeConnect {
  const fake = createFakeConnect({ now: NOW });
  const created_time = "2024-01-01T00:00:00Z";
  const add = (username: string, active_time: string | null, more = {}) =>
    fake.addUser({ username, email: `${username}@x.example`, active_time, created_time, ...more });
  add("yesterday", "2026-03-30T12:00:00Z");
  add("february", "2026-02-28T11:59:59Z", { user_role: "publisher" });
  add("summer", "2025-07-01T00:00:00Z");
  add("long-ago", "2024-06-01T00:00:00Z");
  add("gone", "2024-02-01T00:00:00Z", { locked: true });
  add("never-came", null);
  add("new", null, { created_time: "2026-03-29T00:00:00Z" });
  return fake;
}

const stale = (fake: FakeConnect, ...argv: string[]) => run(fake, ["stale", ...argv], { now: () => Date.parse(NOW) });

describe("stale", () => {
  test.each([
    ["180d", ["long-ago", "summer"]],
    ["26w", ["long-ago", "summer"]],
    ["1m", ["long-ago", "summer", "february"]],
    ["1y", ["long-ago"]],
    ["2y", []],
    ["2025-07-01", ["long-ago"]],
    ["2025-07-02", ["long-ago", "summer"]],
  ])("--older-than %s finds the unlocked users %j, longest inactive first", async (age, names) => {
    const { code, stdout } = await stale(office(), "--older-than", age, "--csv");

    expect(code).toBe(0);
    expect(rowsOf(stdout).map(({ username }) => username)).toEqual(names);
  });

  test("one month before March 31 is the last day of February", async () => {
    const fake = createFakeConnect({ now: NOW });
    fake.addUser({ username: "before", active_time: "2026-02-28T11:59:59Z" });
    fake.addUser({ username: "after", active_time: "2026-02-28T12:00:01Z" });
    const { stdout } = await stale(fake, "--older-than", "1m", "--csv");

    expect(rowsOf(stdout).map(({ username }) => username)).toEqual(["before"]);
  });

  test("--include-never includes users who have never been active, by creation date", async () => {
    const { stdout } = await stale(office(), "--older-than", "180d", "--include-never", "--csv");

    expect(rowsOf(stdout)).toMatchObject([
      { username: "never-came", active_time: "", idle_days: "820" },
      { username: "long-ago" },
      { username: "summer", idle_days: "273" },
    ]);
  });

  test("--role filters users", async () => {
    const { stdout, stderr } = await stale(
      office(),
      "--older-than",
      "1m",
      "--role",
      "publisher|administrator",
      "--csv",
    );

    expect(rowsOf(stdout).map(({ username }) => username)).toEqual(["february"]);
    expect(stderr).toBe("1 user not active since 2026-02-28.\n");
  });

  test.each(["", "180", "0d", "d", "-1d", "1h", "2026-02-31", "2026-13-01", "31.12.2025"])(
    "%j is not an age",
    async (age) => {
      const { code, stderr } = await stale(office(), `--older-than=${age}`);

      expect(code).toBe(2);
      expect(stderr).toContain("an age such as 180d, 26w, 6m or 1y");
    },
  );

  test("a date in the future would match all users and is rejected", async () => {
    const fake = office();
    const { code } = await stale(fake, "--older-than", "2027-01-01", "--lock", "--yes");

    expect(code).toBe(2);
    expect(fake.requests).toEqual([]);
  });
});

describe("stale --lock", () => {
  test("locks stale users by a plan, and does nothing when repeated", async () => {
    const fake = office();
    const planned = await stale(fake, "--older-than", "180d", "--lock", "--dry-run");
    expect(planned).toMatchObject({
      code: 0,
      stdout:
        "- long-ago: lock (not active since 2024-06-01, 668 days ago; viewer)\n" +
        "- summer: lock (not active since 2025-07-01, 273 days ago; viewer)\n",
    });
    expect(lockedOf(fake)).toEqual(["gone"]);

    const done = await stale(fake, "--older-than", "180d", "--lock", "--yes");
    expect(done.code).toBe(0);
    expect(done.stderr).toContain("2 stale users: 2 locked.");
    expect(lockedOf(fake)).toEqual(["gone", "long-ago", "summer"]);

    expect(await stale(fake, "--older-than", "180d", "--lock", "--yes")).toMatchObject({ code: 0, stdout: "" });
  });

  test("needs --yes in a script", async () => {
    const fake = office();

    expect((await stale(fake, "--older-than", "180d", "--lock")).code).toBe(2);
    expect(fake.requests).toEqual([]);
  });

  test("never locks the caller's own account", async () => {
    const fake = office();
    fake.clock.advance({ days: 400 });
    const now = (): number => fake.clock.now().getTime() + 400 * 86_400_000;
    const { code, stdout } = await run(fake, ["stale", "--older-than", "1y", "--lock", "--yes", "--json"], { now });

    expect(code).toBe(6);
    const rows = JSON.parse(stdout) as { username: string; status: string }[];
    expect(rows.filter(({ status }) => status === "refused").map(({ username }) => username)).toEqual(["admin"]);
    expect(lockedOf(fake)).not.toContain("admin");
  });
});

function lockedOf(fake: FakeConnect): string[] {
  return fake.users
    .filter(({ locked }) => locked)
    .map(({ username }) => username)
    .sort();
}
