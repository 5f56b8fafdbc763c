import { createFakeConnect } from "@connect-sdk/testing";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { jsonError, run, smallServer } from "./support/cli.ts";
import { folder, rowsOf } from "./support/folder.ts";

describe("words of other programs", () => {
  test.each([
    [["ls"], ["list"]],
    [["users", "list"], ["list"]],
    [
      ["user", "show", "jdoe"],
      ["show", "jdoe"],
    ],
    [["users"], ["list"]],
    [
      ["users", "--json"],
      ["list", "--json"],
    ],
    [["users", "--help"], ["--help"]],
    [
      ["ls", "--help"],
      ["list", "--help"],
    ],
    [
      ["get", "jdoe", "--json"],
      ["show", "jdoe", "--json"],
    ],
    [["me"], ["whoami"]],
    [
      ["list", "--role", "viewer,publisher"],
      ["list", "--role", "viewer|publisher"],
    ],
    [
      ["list", "--role=viewer,publisher"],
      ["list", "--role", "viewer|publisher"],
    ],
    [
      ["count", "--status", "locked,inactive"],
      ["count", "--status", "locked|inactive"],
    ],
    [
      ["list", "-L", "2"],
      ["list", "--limit", "2"],
    ],
    [
      ["list", "-L2"],
      ["list", "--limit", "2"],
    ],
    [
      ["-q", "list"],
      ["list", "--quiet"],
    ],
    [
      ["--limit", "2", "list"],
      ["list", "--limit", "2"],
    ],
  ])("%j does what %j does", async (typed, meant) => {
    const fake = smallServer();

    expect(await run(fake, typed)).toEqual(await run(fake, meant));
    expect((await run(fake, typed)).code).toBe(0);
  });

  test.each([
    [
      ["delete", "jdoe"],
      ["cannot delete users", "connect-users lock jdoe", "usermanager delete"],
    ],
    [["rm", "$(reboot)"], ["connect-users lock USER"]],
    [["users", "remove", "jdoe"], ["connect-users lock jdoe"]],
    [["role", "jdoe", "publisher"], ["connect-users update jdoe --role publisher"]],
    [["rename", "jdoe"], ["connect-users update jdoe --username NAME"]],
    [["logs"], ["connect-users audit --since 30d"]],
    [["version"], ["connect-users --version"]],
    [
      ["roles", "list"],
      ["ACTION: `list` is not a command of roles", "roles sync"],
    ],
    [["promote", "jdoe"], ["connect-users update jdoe --role ROLE"]],
    [["add", "jdoe"], ["connect-users create jdoe"]],
    [["disable", "jdoe"], ["connect-users lock jdoe"]],
    [["enable", "jdoe"], ["connect-users unlock jdoe"]],
    [["passwd", "jdoe"], ["cannot change passwords"]],
    [["search", "jo"], ["connect-users list --prefix TEXT"]],
  ])("%j is answered with a hint", async (argv, says) => {
    const fake = smallServer();
    const { code, stdout, stderr } = await run(fake, argv);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const words of says) expect(stderr).toContain(words);
    expect(fake.requests).toHaveLength(0);
  });
});

describe("rows", () => {
  const names = async (argv: string[], fake = smallServer()) =>
    rowsOf((await run(fake, [...argv, "--csv"])).stdout).map((row) => row["username"]);

  test.each([
    ["username:desc", ["lin", "jdoe", "amara", "admin"]],
    ["user_role,username:desc", ["admin", "amara", "lin", "jdoe"]],
    ["locked:desc,username", ["lin", "admin", "amara", "jdoe"]],
  ])("--sort %s", async (sort, sorted) => {
    expect(await names(["list", "--sort", sort])).toEqual(sorted);
    expect(await names(["export", "--sort", sort])).toEqual(sorted);
    expect(await names(["list", "--sort", sort, "--limit", "2"])).toEqual(sorted.slice(0, 2));
  });

  test("are sorted as people sort: numbers by value, missing values last", async () => {
    const fake = createFakeConnect();
    for (const username of ["u10", "u9", "u100"]) fake.addUser({ username });
    fake.addUser({ username: "u1", active_time: "2026-01-01T00:00:00Z" });

    expect(await names(["list", "--prefix", "u1", "--sort", "username"], fake)).toEqual(["u1", "u10", "u100"]);
    const byTime = await names(["list", "--prefix", "u1", "--sort", "active_time"], fake);
    expect(byTime[0]).toBe("u1");
    expect((await names(["list", "--prefix", "u1", "--sort", "active_time:desc"], fake))[0]).toBe("u1");
  });

  test.each([["list"], ["export"], ["content", "jdoe"], ["groups", "jdoe"], ["licenses"], ["profiles"]])(
    "%s %s takes --sort and --limit, and refuses an unknown field",
    async (...argv) => {
      const words = argv.filter(Boolean);
      expect((await run(smallServer(), [...words, "--limit", "1"])).code).toBe(0);
      const outcome = await run(smallServer(), [...words, "--sort", "nonsense", "--json"]);
      expect(outcome.code).toBe(2);
      expect(jsonError(outcome).message).toBe("Unknown field `nonsense`.");
    },
  );

  test.each(["username:up", ":desc", ""])("--sort %j is refused", async (sort) => {
    expect((await run(smallServer(), ["list", `--sort=${sort}`])).code).toBe(2);
  });

  test("stale shows the longest inactive first, and --limit is not a way to lock some of them", async () => {
    const fake = createFakeConnect();
    for (const year of [2024, 2022, 2023]) {
      fake.addUser({ username: `u${year}`, active_time: `${year}-01-01T00:00:00Z` });
    }
    const argv = ["stale", "--older-than", "1y", "--limit", "2"];

    expect(await names(argv, fake)).toEqual(["u2022", "u2023"]);
    expect(await run(fake, [...argv, "--lock", "--yes"])).toMatchObject({ code: 2, stdout: "" });
    expect(changesOf(fake)).toEqual([]);
  });
});

describe("--quiet", () => {
  test.each([
    ["lock", "jdoe"],
    ["list", "--prefix", "nobody"],
    ["stale", "--older-than", "1y"],
  ])("%s %s %s writes nothing but data", async (...argv) => {
    const { code, stderr } = await run(smallServer(), [...argv.filter(Boolean), "-q"], { terminal: 30 });

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("still prints errors and warnings", async () => {
    expect((await run(smallServer(), ["show", "nobody", "--quiet"])).stderr).toMatch(/^error: .+\nfix: .+\n$/);
    const env = { CONNECT_INSECURE: "1" };
    expect((await run(smallServer(), ["count", "--quiet"], { env })).stderr).toMatch(/^warning: /);
  });

  test("still shows what a question is about", async () => {
    const world = { answer: "n\r", terminal: 80, env: { NO_COLOR: "1" } };
    const { code, stderr } = await run(smallServer(), ["lock", "jdoe", "amara", "--quiet"], world);

    expect(code).toBe(1);
    expect(stderr.indexOf("jdoe: lock")).toBeGreaterThanOrEqual(0);
    expect(stderr.indexOf("jdoe: lock")).toBeLessThan(stderr.indexOf("[y/N]"));
  });
});

describe("what is said", () => {
  const at = (terminal: number) => ({ terminal, env: { NO_COLOR: "1" } });

  test("of a user without content, groups, or changes", async () => {
    expect((await run(smallServer(), ["content", "jdoe"], at(80))).stderr).toBe("jdoe owns no content.\n");
    expect((await run(smallServer(), ["groups", "jdoe"], at(80))).stderr).toBe("jdoe is in no group.\n");
  });

  test("of a change that is none, and nothing is sent", async () => {
    const fake = smallServer();

    expect((await run(fake, ["update", "amara", "--role", "publisher"])).stderr).toBe(
      "Amara Okafor (amara) was a publisher already.\n",
    );
    expect((await run(fake, ["update", "jdoe", "--email", "jo@example.com", "--last-name", "Doe"])).stderr).toBe(
      "Jo Doe (jdoe) had these values already.\n",
    );
    expect(changesOf(fake)).toEqual([]);
  });

  test("when the answer to a question is Ctrl-D", async () => {
    const fake = smallServer();
    const { code, stderr } = await run(fake, ["lock", "jdoe", "amara"], { ...at(80), answer: "" });

    expect(code).toBe(1);
    expect(stderr).toMatch(/\nNothing was changed\.\n$/);
    expect(changesOf(fake)).toEqual([]);
  });
});

describe.skipIf(process.platform === "win32")("a secret", () => {
  test("of CONNECT_API_KEY is sent to CONNECT_SERVER only", async () => {
    const fake = smallServer();
    const argv = ["count", "--json", "--server", fake.url];
    const other = await run(fake, argv, { env: { CONNECT_SERVER: "https://other.example.com" } });

    expect(other).toMatchObject({ code: 2, stdout: "" });
    expect(jsonError(other).message).toContain("CONNECT_API_KEY belongs to the server in CONNECT_SERVER");
    expect(fake.requests).toHaveLength(0);
    expect((await run(fake, argv, { env: { CONNECT_SERVER: `${fake.url}/` } })).code).toBe(0);
    expect((await run(fake, argv, { env: { CONNECT_SERVER: undefined } })).code).toBe(0);
  });

  test.each(["--api-key-file", "--password-file"])("in a file for %s that others can read is refused", async (flag) => {
    const fake = smallServer();
    const { path } = await folder({ "the secret": fake.apiKey });
    const argv = ["create", "--username", "zoe", "--json", flag, "the secret"];
    for (const mode of [0o666, 0o644, 0o640]) {
      await chmod(join(path, "the secret"), mode);
      const outcome = await run(fake, argv, { cwd: path });
      expect(outcome.code).toBe(1);
      expect(jsonError(outcome)).toMatchObject({ kind: "file" });
      expect(jsonError(outcome).fix).toContain("chmod 600 'the secret'");
    }
    await chmod(join(path, "the secret"), 0o600);
    if (flag === "--api-key-file") expect((await run(fake, ["count", ...argv.slice(4)], { cwd: path })).code).toBe(0);
    expect(fake.users).toHaveLength(4);
  });

  test("of a profile in a folder that everybody can change is refused", async () => {
    const fake = smallServer();
    const { path } = await folder();
    const own = join(path, "connect-users");
    await mkdir(own);
    const profiles = { default: { server: fake.url, apiKey: fake.apiKey } };
    await writeFile(join(own, "profiles.json"), JSON.stringify({ profiles }), { mode: 0o600 });
    const env = { XDG_CONFIG_HOME: path, CONNECT_SERVER: undefined, CONNECT_API_KEY: undefined };

    expect((await run(fake, ["count"], { env })).code).toBe(0);
    for (const [open, mode] of [
      [own, 0o777],
      [own, 0o1777],
      [path, 0o777],
    ] as const) {
      await chmod(open, mode);
      const outcome = await run(fake, ["count", "--json"], { env });
      expect(outcome).toMatchObject({ code: 1, stdout: "" });
      expect(jsonError(outcome).fix).toContain(`chmod go-w '${open}'`);
      await chmod(open, 0o700);
    }
  });
});
