import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";

const NOW = "2026-03-31T12:00:00Z";
const ESCAPE = "\u001B";

function office(options: Parameters<typeof createFakeConnect>[0] = {}): FakeConnect {
  const fake = createFakeConnect({ now: NOW, ...options });
  fake.addUser({ username: "daily", user_role: "publisher", active_time: "2026-03-31T08:00:00Z" });
  fake.addUser({ username: "rarely", user_role: "publisher", active_time: "2025-10-01T00:00:00Z" });
  fake.addUser({ username: "never", user_role: "viewer" });
  fake.addUser({ username: "gone", user_role: "viewer", active_time: "2026-03-30T00:00:00Z", locked: true });
  return fake;
}

const licenses = (fake: FakeConnect, argv: string[] = [], world = {}) =>
  run(fake, ["licenses", ...argv], { now: () => Date.parse(NOW), ...world });

describe("licenses", () => {
  test("--by month counts the different users that signed in", async () => {
    const fake = office();
    fake.signIn("daily");
    fake.signIn("daily");
    fake.signIn("rarely");
    const { code, stdout, stderr } = await licenses(fake, ["--by", "month", "--csv"]);

    expect(code).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(13);
    expect(stdout).toMatch(/2026-03,2,3\s*$/);
    expect(stderr).toMatch(/licensed now/);
  });

  test("counts users by role and status, with the limit and the last activity", async () => {
    const { code, stdout } = await licenses(office({ licence: { users: 10 } }), ["--json"]);

    expect(code).toBe(0);
    const none = { limit: null, free: null };
    expect(JSON.parse(stdout)).toMatchObject([
      { user_role: "administrator", licensed: 1, inactive: 0, locked: 0, total: 1, active_30_days: 1, ...none },
      {
        user_role: "publisher",
        licensed: 2,
        inactive: 0,
        locked: 0,
        total: 2,
        active_30_days: 1,
        last_active: "2026-03-31T08:00:00Z",
        ...none,
      },
      {
        user_role: "viewer",
        licensed: 0,
        inactive: 1,
        locked: 1,
        total: 2,
        active_30_days: 0,
        last_active: null,
        ...none,
      },
      { user_role: "all", licensed: 3, inactive: 1, locked: 1, total: 5, active_30_days: 2, limit: 10, free: 7 },
    ]);
  });

  test("has no limit if the server does not show one", async () => {
    const { stdout } = await licenses(office(), ["--csv", "--fields", "user_role,licensed,limit"]);

    expect(stdout).toBe("user_role,licensed,limit\nadministrator,1,\npublisher,2,\nviewer,0,\nall,3,\n");
  });

  test("prints a table in a pipe", async () => {
    const { stdout } = await licenses(office());

    expect(stdout).toMatch(/^user_role +licensed +inactive/);
    expect(stdout).not.toContain("█");
  });

  test.each([1_200, 10_000])("adds up for %d users", async (users) => {
    const fake = createFakeConnect({ users, now: NOW, journalLimit: 0 });
    const { stdout } = await licenses(fake, ["--json"]);
    const rows = JSON.parse(stdout) as {
      user_role: string;
      licensed: number;
      inactive: number;
      locked: number;
      total: number;
    }[];
    const count = (role: string) => fake.users.filter(({ user_role }) => user_role === role).length;

    expect(rows.map(({ user_role, total }) => [user_role, total])).toEqual([
      ...["administrator", "publisher", "viewer"].map((role) => [role, count(role)]),
      ["all", users],
    ]);
    for (const { licensed, inactive, locked, total } of rows) expect(licensed + inactive + locked).toBe(total);
  });
});

describe("the chart", () => {
  test("of a server with one seat in use says so in the singular", async () => {
    const { stdout } = await licenses(createFakeConnect(), [], { terminal: 80, env: { NO_COLOR: "1" } });

    expect(stdout).toMatch(/^1 seat used; the server does not show a limit\n/);
  });

  test("shows used and free seats, and a bar per role in proportion", async () => {
    const { stdout } = await licenses(office({ licence: { users: 10 } }), [], {
      terminal: 100,
      env: { NO_COLOR: "1" },
    });

    expect(stdout).toContain("3 of 10 seats used, 7 free\n");
    expect(stdout).toContain("No seat: 1 inactive, 1 locked.");
    expect(stdout).not.toContain(ESCAPE);
    const bars = new Map(
      stdout.split("\n").map((line) => [line.split(" ")[0], line.replaceAll(/[^█▏▎▍▌▋▊▉]/g, "").length]),
    );
    expect(bars.get("viewer")).toBe(0);
    expect(bars.get("publisher")).toBeGreaterThan(0);
    expect(Math.abs((bars.get("publisher") ?? 0) - 2 * (bars.get("administrator") ?? 0))).toBeLessThanOrEqual(2);
  });

  test.each([30, 40, 60, 80, 200])("fits into %d columns", async (terminal) => {
    const { stdout } = await licenses(office({ licence: { users: 10 } }), [], { terminal, env: { NO_COLOR: "1" } });

    for (const line of stdout.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(terminal);
    expect(stdout).toContain("█");
  });

  test("shows exceeded limits in red", async () => {
    const fake = office({ licence: { users: 2 } });
    const plain = await licenses(fake, [], { terminal: 80, env: { NO_COLOR: "1" } });
    const colored = await licenses(fake, [], { terminal: 80 });

    expect(plain.stdout).toContain("3 of 2 seats used, 1 too many");
    expect(colored.stdout).toContain(`${ESCAPE}[31m`);
  });

  test("is replaced by data with --json", async () => {
    const { stdout } = await licenses(office(), ["--json"], { terminal: 80 });

    expect(JSON.parse(stdout)).toHaveLength(4);
  });
});
