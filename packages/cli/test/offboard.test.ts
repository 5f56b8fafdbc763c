import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { jsonError, run } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";
import { disturbedNetwork } from "./support/network.ts";

/** jdoe owns two items and is in a group. */
function server(): FakeConnect {
  const fake = createFakeConnect();
  const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
  const ann = fake.addUser({ username: "ann", user_role: "publisher" });
  fake.addUser({ username: "bob" });
  for (const name of ["app", "report"]) fake.addContent({ name, owner_guid: jdoe.guid });
  fake.addGroup({ name: "analysts", members: [jdoe, ann] });
  return fake;
}

const writes = (fake: FakeConnect) => fake.requests.filter(({ method }) => method !== "GET").length;

describe("offboard", () => {
  test("Ctrl-C during the changes says that those in progress are finished, except under --json", async () => {
    for (const format of [[], ["--json"]]) {
      const fake = server();
      const interruption = new AbortController();
      const { stderr } = await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes", ...format], {
        signal: interruption.signal,
        fetch: (input, init) => {
          const request = new Request(input, init);
          if (request.method !== "GET") interruption.abort();
          return fake.fetch(request);
        },
      });
      expect(stderr.includes("Finishing the changes in progress. Press Ctrl-C again")).toBe(format.length === 0);
    }
  });

  test("Ctrl-C after the last change says nothing about changes in progress", async () => {
    const interruption = new AbortController();
    const { stderr } = await run(server(), ["offboard", "jdoe", "--to", "ann", "--yes"], {
      signal: interruption.signal,
      stdout: {
        write() {
          interruption.abort();
        },
      },
    });
    expect(stderr).not.toContain("Finishing the changes in progress");
  });

  test("shows on a terminal how many of the changes are made", async () => {
    let time = 0;
    const argv = ["offboard", "jdoe", "--to", "ann", "--yes"];
    const { stderr } = await run(server(), argv, { terminal: 100, now: () => (time += 1_000) });
    const [, total] = /Making changes 0 of (\d+) \(0%\)/.exec(stderr) ?? [];
    expect(Number(total)).toBeGreaterThan(1);
    for (let done = 1; done <= Number(total); done++) expect(stderr).toContain(`Making changes ${done} of ${total} (`);
  });

  test("shows the lock and what is left to do by hand in full before the question, and many moves by kind", async () => {
    const fake = createFakeConnect();
    const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
    fake.addUser({ username: "ann", user_role: "publisher" });
    for (let at = 0; at < 25; at++) fake.addContent({ name: `app-${at}`, owner_guid: jdoe.guid });
    const headers = { Authorization: `Key ${fake.keyFor(jdoe)}`, "Content-Type": "application/json" };
    const url = `${fake.url}/__api__/v1/users/${jdoe.guid}/keys`;
    await fake.fetch(url, { method: "POST", headers, body: JSON.stringify({ name: "deploy" }) });
    const { stderr } = await run(fake, ["offboard", "jdoe", "--to", "ann"], { answer: "n\n", terminal: 100 });
    for (const line of [
      "~ lock jdoe (leaves)",
      "* replace-keys jdoe manual",
      "* usermanager-transfer jdoe: jdoe → ann",
    ]) {
      expect(stderr).toContain(line);
    }
    expect(stderr).toContain("… and 25 steps more, by kind; --dry-run shows all of them:\n  25  move-content\n");
  });

  test("its report names the server and the user that ran it", async () => {
    const fake = server();
    const { path, report } = await folder();
    await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes", "--report", "r.csv"], { cwd: path });
    expect(await report("r.csv")).toContainEqual(
      expect.objectContaining({ server: fake.url, actor: "admin", action: "lock", status: "done" }),
    );
  });

  test("prints no notes under --json: standard error is for the error", async () => {
    for (const flags of [["--dry-run"], ["--yes"]]) {
      const { code, stderr } = await run(server(), ["offboard", "jdoe", "--to", "ann", ...flags, "--json"]);
      expect([code, stderr]).toEqual([0, ""]);
    }
  });

  test("locks, hands over and leaves groups, and a second run has nothing to do", async () => {
    const fake = server();
    const { guid = "" } = fake.users.find(({ username }) => username === "jdoe") ?? {};
    const { code, stdout, stderr } = await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes"]);
    expect(stdout).toBe(
      [
        "~ lock jdoe done (leaves)",
        "~ move-content app: jdoe → ann done (owned by jdoe)",
        "~ move-content report: jdoe → ann done (owned by jdoe)",
        "~ remove-member analysts done (leaves)",
        "* usermanager-transfer jdoe: jdoe → ann manual (subscriptions and history stay with the account): If they matter, " +
          "run on the server as root, after reading its --help: usermanager transfer --source-username jdoe --target-username ann",
        "* usermanager-delete jdoe manual (the API cannot delete accounts, and a locked one uses no license): If it must go, " +
          `once it owns nothing, run on the server as root, after reading its --help: usermanager delete --users --user-guid ${guid}`,
        "",
      ].join("\n"),
    );
    expect(stderr).toContain("API keys and tokens of others cannot be listed");
    expect(code).toBe(0);
    const before = writes(fake);
    const again = await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes"]);
    expect(again).toMatchObject({ code: 0, stderr: containing("Nothing to do") });
    expect(writes(fake)).toBe(before);
  });

  test.each([["--json"], ["--ndjson"], ["--csv"], ["--csv-raw"], ["--fields", "name"], []])(
    "60 items: a program gets every step, and a person what needs attention (%s)",
    async (...format) => {
      const fake = server();
      const [, jdoe] = fake.users;
      for (let item = 0; item < 60; item++) fake.addContent({ name: `item${item}`, owner_guid: jdoe?.guid ?? "" });
      const { code, stdout } = await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes", ...format]);

      expect(code).toBe(0);
      expect(stdout.includes("item37")).toBe(format.length > 0);
    },
  );

  test("says about how many API keys the person has, as work for somebody", async () => {
    const fake = server();
    const { guid = "" } = fake.users.find(({ username }) => username === "jdoe") ?? {};
    const headers = { Authorization: `Key ${fake.keyFor("jdoe")}`, "Content-Type": "application/json" };
    const url = `${fake.url}/__api__/v1/users/${guid}/keys`;
    await fake.fetch(url, { method: "POST", headers, body: JSON.stringify({ name: "deploy" }) });
    expect(await run(fake, ["offboard", "jdoe", "--to", "ann", "--dry-run"])).toMatchObject({
      code: 0,
      stdout: containing(
        "* replace-keys jdoe manual (about 1 API key, estimated from the audit log): Replace them where",
      ),
    });
  });

  test("a group that the server does not give to the successor is exit 6, and says what allows it", async () => {
    const fake = createFakeConnect({ assumptions: { publisherGroupOwner: "refused" } });
    const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
    fake.addUser({ username: "ann", user_role: "publisher" });
    fake.addContent({ name: "app", owner_guid: jdoe.guid });
    fake.addGroup({ name: "analysts", owner_guid: jdoe.guid });
    const { code, stdout, stderr } = await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes"]);
    expect(code).toBe(6);
    expect(stdout).toContain("~ move-content app: jdoe → ann done");
    expect(stdout).toContain(
      "! move-group analysts: jdoe → ann refused (owned by jdoe): The server does not let ann own",
    );
    expect(stderr).toContain("1 step refused. First: The server does not let ann own the group analysts.");
    expect(stderr).toContain("PublishersCanOwnGroups");
    expect(stderr).toContain("jdoe still owns 1 group");
  });

  test("a step that the server refuses is of the kind refused for programs, too", async () => {
    const fake = createFakeConnect({ assumptions: { publisherGroupOwner: "refused" } });
    const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
    fake.addUser({ username: "ann", user_role: "publisher" });
    fake.addGroup({ name: "analysts", owner_guid: jdoe.guid });
    const { code, stdout } = await run(fake, ["transfer", "jdoe", "--to", "ann", "--yes", "--ndjson"]);
    const rows = stdout.trimEnd().split("\n");
    expect(code).toBe(6);
    expect(rows.filter((row) => row.includes('"status":"refused"'))).toEqual([containing('"kind":"refused"')]);
  });

  test("--dry-run and --check change nothing; --check tells by its exit code whether there is something to do", async () => {
    const fake = server();
    expect(await run(fake, ["offboard", "jdoe", "--to", "ann", "--dry-run"])).toMatchObject({ code: 0 });
    expect(await run(fake, ["offboard", "jdoe", "--to", "ann", "--check"])).toMatchObject({ code: 10 });
    expect(writes(fake)).toBe(0);
    await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes"]);
    expect(await run(fake, ["offboard", "jdoe", "--to", "ann", "--check"])).toMatchObject({ code: 0 });
  });

  test("what an earlier run has done is shown as already done, not as done by this one", async () => {
    const fake = server();
    await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes"]);
    const checked = await run(fake, ["offboard", "jdoe", "--to", "ann", "--check"]);
    expect(checked.stdout).toContain("= lock jdoe already done (leaves)\n");
    expect(checked.stderr).toContain(
      "Plan for offboard jdoe to ann: 1 lock already done, 1 usermanager-transfer manual, 1 usermanager-delete manual.",
    );
    const { guid = "" } = fake.users.find(({ username }) => username === "jdoe") ?? {};
    fake.addContent({ name: "late", owner_guid: guid });
    const resumed = await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes"]);
    expect(resumed.stdout).toContain("= lock jdoe already done (leaves)\n~ move-content late: jdoe → ann done");
  });

  test("a plan without steps says so once", async () => {
    const fake = server();
    const argv = ["transfer", "bob", "--to", "ann"];
    expect((await run(fake, [...argv, "--yes"])).stderr).toContain("Nothing to do for transfer bob to ann.\n");
    expect((await run(fake, [...argv, "--dry-run"])).stderr).toContain(
      "Plan for transfer bob to ann: nothing to do. Nothing was changed.",
    );
  });

  test("names of users keep their case at the start of a message", async () => {
    const fake = server();
    const { stderr } = await run(fake, ["offboard", "jdoe", "--yes"]);
    expect(stderr).toContain("error: Refused: jdoe owns 2 items, and there is no successor. Nothing was changed.");
    const { guid = "" } = fake.users.find(({ username }) => username === "ann") ?? {};
    fake.addContent({ name: "app", owner_guid: guid });
    const viewer = await run(fake, ["offboard", "jdoe", "--to", "bob", "--yes"]);
    expect(viewer.stderr).toContain("error: Refused: the successor bob is a viewer");
  });

  test("flags that contradict each other are named as flags", async () => {
    const argv = ["offboard", "jdoe", "--to", "ann", "--permissions", "--keep-access", "viewer", "--dry-run"];
    const { code, stderr } = await run(server(), argv);
    expect(stderr).toContain("`--permissions` takes away the access that `--keep-access` keeps.");
    expect(code).toBe(2);
  });

  test("a guard ends it with 6, and names the flag that allows it", async () => {
    const fake = server();
    const own = await run(fake, ["offboard", "admin", "--to", "ann", "--yes", "--json"]);
    expect(own.code).toBe(6);
    expect(jsonError(own)).toMatchObject({ kind: "refused", fix: containing("`--force`") });
    const viewer = await run(fake, ["offboard", "jdoe", "--to", "bob", "--yes"]);
    expect(viewer).toMatchObject({ code: 6, stderr: containing("bob is a viewer") });
    const none = await run(fake, ["offboard", "jdoe", "--yes"]);
    expect(none).toMatchObject({ code: 6, stderr: containing("`--to USER`") });
    expect(writes(fake)).toBe(0);
  });

  test("needs an administrator: exit 3", async () => {
    const fake = server();
    const env = { CONNECT_API_KEY: fake.keyFor("ann") };
    expect(await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes"], { env })).toMatchObject({ code: 3 });
  });

  test("a user that does not exist is exit 4, and a script needs --yes", async () => {
    const fake = server();
    expect(await run(fake, ["offboard", "JDOE", "--to", "ann", "--yes"])).toMatchObject({
      code: 4,
      stderr: containing('there is "jdoe"'),
    });
    expect(await run(fake, ["offboard", "jdoe", "--to", "ann"])).toMatchObject({ code: 2 });
  });

  test("asks after showing the plan, risky steps first", async () => {
    const fake = server();
    const { stderr, code } = await run(fake, ["offboard", "jdoe", "--to", "ann"], { answer: "n\n", terminal: 100 });
    expect(code).toBe(1);
    expect(stderr.indexOf("lock jdoe")).toBeLessThan(stderr.indexOf("move-content app"));
    expect(stderr).toMatch(/Make 4 changes\?/);
    expect(writes(fake)).toBe(0);
  });

  test("what is refused or fails is in the report, with its time and server", async () => {
    const fake = server();
    const { guid = "" } = fake.users.find(({ username }) => username === "ann") ?? {};
    fake.addContent({ name: "app", owner_guid: guid });
    const { path, rows } = await folder({});
    const argv = ["offboard", "jdoe", "--to", "ann", "--yes", "--report", "jdoe.csv"];
    const { code, stderr } = await run(fake, argv, { cwd: path });
    expect(code).toBe(6);
    expect(stderr).toContain("`--rename-clashes`");
    const report = await rows("jdoe.csv");
    expect(report.map(({ action, username, status }) => `${action} ${username} ${status}`).sort()).toEqual([
      "lock jdoe done",
      "move-content app refused",
      "move-content report done",
      "remove-member analysts done",
      "usermanager-delete jdoe manual",
      "usermanager-transfer jdoe manual",
    ]);
    expect(report[0]).toMatchObject({ server: fake.url, time: containing("T") });
    expect(report.find(({ status }) => status === "refused")).toMatchObject({
      error: containing("ann has an item"),
      fix: containing("`--rename-clashes`"),
    });
    expect(await run(fake, [...argv, "--rename-clashes=-jdoe"], { cwd: path })).toMatchObject({ code: 0 });
  });

  test("a failure is exit 5, and the message says how to go on", async () => {
    const fake = server();
    fake.fault({ operationId: "updateContent", times: 1, status: 400 });
    const { code, stderr } = await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes"]);
    expect(code).toBe(5);
    expect(stderr).toContain("connect-users offboard jdoe --yes --to ann");
    expect(stderr).toContain("jdoe still owns 1 content item");
  });
});

describe("offboard, interrupted", () => {
  test("finishes what is in progress, writes the report, and is finished by a second run", async () => {
    const fake = server();
    const { path, rows } = await folder({});
    const controller = new AbortController();
    const interrupting: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method === "PATCH") controller.abort();
      return fake.fetch(request);
    };
    const argv = ["offboard", "jdoe", "--to", "ann", "--yes", "--concurrency", "1", "--report", "jdoe.csv"];
    const first = await run(fake, argv, { cwd: path, fetch: interrupting, signal: controller.signal });
    expect(first).toMatchObject({ code: 5, stderr: containing("2 changes made, 2 not attempted") });
    // The report is a journal: what needs a person is known at once.
    expect((await rows("jdoe.csv")).map(({ status }) => status)).toEqual([
      "manual",
      "manual",
      "done",
      "done",
      "not attempted",
      "not attempted",
    ]);
    expect(await run(fake, argv, { cwd: path })).toMatchObject({ code: 0 });
    expect(
      fake.content.every(
        ({ owner_guid }) => owner_guid === fake.users.find(({ username }) => username === "ann")?.guid,
      ),
    ).toBe(true);
  });
});

describe("transfer", () => {
  test("hands over and keeps the account", async () => {
    const fake = server();
    const argv = ["transfer", "jdoe", "--to", "ann", "--keep-access", "collaborator", "--yes", "--json"];
    const { code, stdout } = await run(fake, argv);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { action: "move-content", name: "app", from: "jdoe", to: "ann", status: "done" },
      { action: "move-content", name: "report", status: "done" },
    ]);
    expect(fake.users.find(({ username }) => username === "jdoe")?.locked).toBe(false);
  });

  test("needs a successor", async () => {
    expect(await run(server(), ["transfer", "jdoe", "--yes"])).toMatchObject({
      code: 2,
      stderr: containing("--to is missing"),
    });
  });
});

test("--map gives some content to others", async () => {
  const fake = server();
  fake.addUser({ username: "zoe", user_role: "publisher" });
  const { path } = await folder({ "map.csv": "item,to\nreport,zoe\n", "bad.csv": "item,to\nreport,bob\n" });
  const argv = ["offboard", "jdoe", "--to", "ann", "--yes", "--map"];
  expect(await run(fake, [...argv, "bad.csv"], { cwd: path })).toMatchObject({
    code: 6,
    stderr: containing("bob is a viewer"),
  });
  const { code, stdout } = await run(fake, [...argv, "map.csv"], { cwd: path });
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: containing("move-content report: jdoe → zoe done") });
  expect(stdout).toContain("move-content app: jdoe → ann done");
});

describe("--keep-access", () => {
  const argv = ["transfer", "jdoe", "--to", "ann", "--keep-access", "viewer", "--yes"];
  const rights = (fake: FakeConnect) => fake.snapshot().permissions.map(({ role }) => role);

  test("is completed from the report after the program was killed between the two changes of an item", async () => {
    const fake = server();
    const { path, report } = await folder();
    const isPermission = (request: Request) => request.method === "POST" && request.url.endsWith("/permissions");
    let asked = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const dead = disturbedNetwork(fake, isPermission, () => {
      asked();
      return new Promise<Response>(() => undefined);
    });
    void run(fake, [...argv, "--report", "r.csv", "--concurrency", "1"], { cwd: path, fetch: dead });
    await isAsked;
    expect(await report("r.csv")).toMatchObject([{ action: "move-content", status: "started" }]);
    expect(rights(fake)).toEqual([]);

    const again = await run(fake, [...argv, "--report", "r.csv"], { cwd: path });
    expect(again).toMatchObject({ code: 0, stdout: containing("add-permission app") });
    expect(rights(fake)).toEqual(["viewer", "viewer"]);
    expect(await run(fake, [...argv, "--report", "r.csv"], { cwd: path })).toMatchObject({
      code: 0,
      stderr: containing("Nothing to do"),
    });
  });

  test("says that only a report makes this possible", async () => {
    expect(await run(server(), argv)).toMatchObject({ code: 0, stderr: containing("Add --report FILE") });
  });
});

test("the report has one correlation id per step, which finds its requests in the server's log", async () => {
  const fake = server();
  const { path, report } = await folder();
  const ids: string[] = [];
  await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes", "--report", "r.csv"], {
    cwd: path,
    fetch: (input, init) => {
      const request = new Request(input, init);
      if (request.method !== "GET") ids.push(request.headers.get("x-correlation-id") ?? "");
      return fake.fetch(request);
    },
  });
  const rows = await report("r.csv");
  const reported = rows.filter(({ status }) => status === "done").map(({ correlation_id: id = "" }) => id);
  expect(reported).toHaveLength(4);
  expect(new Set(reported).size).toBe(4);
  expect(new Set(reported.map((id) => id.slice(0, 24))).size).toBe(1);
  expect(new Set(ids)).toEqual(new Set(reported));
});
