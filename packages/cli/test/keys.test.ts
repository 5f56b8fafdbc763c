import { describe, expect, test } from "vitest";
import { jsonError, run, smallServer, type World } from "./support/cli.ts";

function scene(options?: Parameters<typeof smallServer>[0]) {
  const fake = smallServer(options);
  const world: World = { now: () => fake.clock.now().getTime() };
  return { fake, start: (argv: readonly string[]) => run(fake, argv, world) };
}

const idOf = (stdout: string) => (JSON.parse(stdout) as { id: string }).id;

describe("keys create", () => {
  test("prints only the key on standard output, and the key works", async () => {
    const { fake, start } = scene();
    const { code, stdout, stderr } = await start(["keys", "create", "--name", "ci"]);

    expect(code).toBe(0);
    expect(stderr).toContain("Created the key `ci`");
    expect(stderr).not.toContain(stdout.trim());
    const env = { CONNECT_API_KEY: stdout.trim() };
    expect((await run(fake, ["count"], { env })).stdout).toBe("4\n");
  });

  test.each([
    ["12h", "2026-02-02T21:00:00"],
    ["30d", "2026-03-04T09:00:00"],
    ["8w", "2026-03-30T09:00:00"],
    ["2027-01-31", "2027-01-31T00:00:00"],
    ["2027-01-31T18:00:00+01:00", "2027-01-31T17:00:00"],
  ])("--expires %s is %s", async (expires, time) => {
    const { start } = scene();
    const { stdout } = await start(["keys", "create", "--name", "ci", "--expires", expires, "--json"]);

    expect(JSON.parse(stdout)).toHaveProperty("expires_at", expect.stringMatching(`^${time}`));
  });

  test("a key that has expired no longer works", async () => {
    const { fake, start } = scene();
    const { stdout } = await start(["keys", "create", "--name", "ci", "--expires", "12h"]);
    fake.clock.advance({ hours: 13 });

    expect((await run(fake, ["count"], { env: { CONNECT_API_KEY: stdout.trim() } })).code).toBe(3);
    expect((await start(["keys", "list", "--json"])).stdout).not.toContain('"ci"');
  });

  test.each(["soon", "0d", "30", "30m", "2025-01-01", "2027-13-01", "-1d", "1constructor"])(
    "--expires %s is refused before any request",
    async (expires) => {
      const { fake, start } = scene();

      expect((await start(["keys", "create", "--name", "ci", `--expires=${expires}`])).code).toBe(2);
      expect(fake.requests).toHaveLength(0);
    },
  );

  test("on a server without expiring keys fails, and leaves no key that never expires", async () => {
    const { start } = scene({ version: "2026.01.0" });
    const outcome = await start(["keys", "create", "--name", "ci", "--expires", "30d", "--json"]);

    expect(outcome).toMatchObject({ code: 1, stdout: "" });
    expect(jsonError(outcome).fix).toContain("2026.06");
    expect((await start(["keys", "list", "--json"])).stdout).not.toContain('"ci"');
  });

  test("gives the key a weaker role", async () => {
    const { start } = scene();
    const { stdout } = await start(["keys", "create", "--name", "ci", "--role", "viewer", "--json"]);

    expect(JSON.parse(stdout)).toMatchObject({ user_role: "viewer" });
  });
});

describe("keys list", () => {
  test("shows names and expiries, and no key", async () => {
    const { fake, start } = scene();
    const created = await start(["keys", "create", "--name", "ci", "--expires", "30d"]);
    const { stdout } = await start(["keys", "list", "--json"]);

    const all = JSON.parse(stdout) as { name: string; expires_at: string | null }[];
    expect(all.find(({ name }) => name === "ci")?.expires_at).toContain("2026-03-04");
    expect(all.some(({ expires_at }) => expires_at === null)).toBe(true);
    for (const key of [created.stdout.trim(), fake.apiKey]) expect(stdout).not.toContain(key);
  });
});

describe("keys revoke", () => {
  test.each(["name", "id"] as const)("ends a key, by its %s", async (field) => {
    const { fake, start } = scene();
    const created = await start(["keys", "create", "--name", "ci", "--json"]);
    const { key } = JSON.parse(created.stdout) as { key: string };
    const { code } = await start(["keys", "revoke", field === "name" ? "ci" : idOf(created.stdout)]);

    expect(code).toBe(0);
    expect((await run(fake, ["count"], { env: { CONNECT_API_KEY: key } })).code).toBe(3);
  });

  test("of a name that several keys have is refused and names their ids", async () => {
    const { start } = scene();
    const one = idOf((await start(["keys", "create", "--name", "ci", "--json"])).stdout);
    await start(["keys", "create", "--name", "ci"]);
    const outcome = await start(["keys", "revoke", "ci"]);

    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(one);
  });

  test("of an unknown key exits with 4", async () => {
    const { start } = scene();

    expect((await start(["keys", "revoke", "nothing"])).code).toBe(4);
  });
});

test.each([
  ["keys"],
  ["keys", "delete"],
  ["keys", "list", "ci"],
  ["keys", "create"],
  ["keys", "create", "--name", " "],
  ["keys", "create", "ci", "--name", "ci"],
  ["keys", "revoke"],
  ["keys", "revoke", "a", "b"],
  ["keys", "revoke", "a", "--expires", "30d"],
])("connect-users %s %s %s is a usage error", async (...argv) => {
  const { fake, start } = scene();

  expect((await start(argv)).code).toBe(2);
  expect(fake.requests).toHaveLength(0);
});
