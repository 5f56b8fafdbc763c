import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { jsonError, run, smallServer } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";
import { disturbedNetwork } from "./support/network.ts";

const FILE = "username,email\namy,a@x.example\nzoe,z@x.example\nbob,b@x.example\n";

describe("a row that fails", () => {
  test("does not stop the others: exit code 5, and each row has its result", async () => {
    const fake = createFakeConnect();
    const { path, report } = await folder();
    const stdin =
      "username,email,password\namy,a@x.example,long enough pass\nzoe,z@x.example,1\nbob,b@x.example,long enough pass\n";
    const outcome = await run(fake, ["import", "-", "--yes", "--json", "--report", "r.csv"], { stdin, cwd: path });

    expect(outcome.code).toBe(5);
    expect(JSON.parse(outcome.stdout)).toMatchObject([
      { username: "amy", status: "done", guid: fake.users[1]?.guid, message: null },
      { username: "zoe", status: "failed", kind: "invalid_request", message: containing("code 6") },
      { username: "bob", status: "done" },
    ]);
    expect(await report("r.csv")).toMatchObject([
      { status: "done" },
      { status: "failed", error: containing("code 6") },
      { status: "done" },
    ]);
    expect(jsonError(outcome)).toMatchObject({ kind: "partial", message: "1 of 3 rows failed." });
  });

  test("because a new user could not be locked is completed by a second run", async () => {
    const fake = createFakeConnect();
    const stdin = "username,email,locked\namy,a@x.example,true\n";
    fake.fault({ operationId: "lockUser", status: 400, times: 1 });
    const first = await run(fake, ["import", "-", "--yes"], { stdin });
    const second = await run(fake, ["import", "-", "--yes"], { stdin });

    expect([first.code, second.code]).toEqual([5, 0]);
    expect(fake.users).toMatchObject([{}, { username: "amy", locked: true }]);
  });
});

describe("a change that the server does not keep", () => {
  test.each([
    ["import", "username,email\namy,new@x.example\n"],
    ["sync", "username,email\namy,new@x.example\n"],
  ])("%s ends with exit code 5, and the report says what the server has", async (command, text) => {
    const fake = createFakeConnect();
    const { guid, ...record } = fake.addUser({ username: "amy", email: "old@x.example" });
    fake.fault({ operationId: "updateUser", status: 200, body: { ...record, guid, email: "new@x.example" } });
    const { path, report } = await folder({ "people.csv": text });
    const outcome = await run(fake, [command, "people.csv", "--yes", "--report", "r.csv"], { cwd: path });
    expect(outcome).toMatchObject({ code: 5, stderr: containing("amy: email is old@x.example, not new@x.example") });
    expect(outcome.stdout).toContain("after the change, email is old@x.example");
    expect(await report("r.csv")).toMatchObject([{ status: "done" }, { status: "differs" }]);
  });
});

test("a run whose result cannot be read afterwards ends with exit code 5, and says so", async () => {
  const fake = createFakeConnect();
  fake.addUser({ username: "amy", email: "old@x.example" });
  const changed = (): boolean => fake.requests.some(({ method }) => method === "PUT");
  const fetch = disturbedNetwork(
    fake,
    ({ method }) => Promise.resolve(method === "GET" && changed()),
    () => Promise.resolve(Response.json({ code: 22, error: "You do not have permission." }, { status: 403 })),
  );
  const stdin = "username,email\namy,new@x.example\n";
  const { code, stderr } = await run(fake, ["import", "-", "--yes"], { stdin, fetch });

  expect(code).toBe(5);
  expect(stderr).toContain("error: After the run: the result could not be verified: ");
  expect(stderr).toContain("Re-run to resume; completed rows are skipped: connect-users import - --yes");
});

test("the command to run again keeps a value that begins with a hyphen, and quotes others", async () => {
  const fake = createFakeConnect();
  fake.fault({ method: "POST", path: "/v1/users", status: 400, times: 1 });
  const { path } = await folder({ "new users.csv": "username,email\namy,a@x.example\n" });
  const { stderr } = await run(fake, ["import", "new users.csv", "--yes", "--report=-r.csv"], { cwd: path });

  expect(stderr).toContain("connect-users import 'new users.csv' --yes --report=-r.csv");
});

describe("a create whose response is lost", () => {
  const lost = (fake: FakeConnect, happens: boolean) =>
    disturbedNetwork(
      fake,
      async (request) => request.method === "POST" && (await request.text()).includes('"zoe"'),
      async (request) => {
        if (happens) await fake.fetch(request);
        throw Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } });
      },
    );

  test("is done if the account exists", async () => {
    const fake = createFakeConnect();
    const { code, stdout } = await run(fake, ["import", "-", "--yes"], { stdin: FILE, fetch: lost(fake, true) });

    expect(code).toBe(0);
    expect(stdout).toContain("+ zoe: created (email: z@x.example): the response was lost, but the account exists");
    expect(fake.users.filter(({ username }) => username === "zoe")).toHaveLength(1);
  });

  test("has failed if it does not exist, and a second run creates it once", async () => {
    const fake = createFakeConnect();
    const first = await run(fake, ["import", "-", "--yes"], { stdin: FILE, fetch: lost(fake, false) });
    expect(first.code).toBe(5);
    expect(first.stdout).toContain("! zoe: create failed");

    const second = await run(fake, ["import", "-", "--yes"], { stdin: FILE });
    expect(second.code).toBe(0);
    expect(fake.users.map(({ username }) => username).sort()).toEqual(["admin", "amy", "bob", "zoe"]);
  });

  test("has failed if someone else created an account with that name at the same time", async () => {
    const fake = createFakeConnect();
    const fetch = disturbedNetwork(
      fake,
      async (request) => request.method === "POST" && (await request.text()).includes('"zoe"'),
      async () => {
        fake.addUser({ username: "zoe", email: "another@x.example" });
        throw new TypeError("fetch failed");
      },
    );
    const { code, stdout } = await run(fake, ["import", "-", "--yes", "--json"], { stdin: FILE, fetch });

    expect(code).toBe(5);
    expect(JSON.parse(stdout)).toMatchObject([{}, { username: "zoe", status: "failed", kind: "conflict" }, {}]);
  });
});

describe("a run that cannot succeed", () => {
  const many = `username,email\n${Array.from({ length: 100 }, (_, at) => `user-${at},u${at}@x.example\n`).join("")}`;

  test("stops when the key is rejected: exit code 3, and the report is written", async () => {
    const fake = createFakeConnect();
    const { path, rows } = await folder();
    fake.fault({ operationId: "createPushUser", after: 20, status: 401 });
    const outcome = await run(fake, ["import", "-", "--yes", "--json", "--report", "r.csv"], {
      stdin: many,
      cwd: path,
    });

    expect(outcome.code).toBe(3);
    expect(jsonError(outcome)).toMatchObject({
      kind: "authentication",
      message: containing("20 users done"),
    });
    const report = await rows("r.csv");
    expect(report).toHaveLength(100);
    expect(report.filter(({ status }) => status === "done")).toHaveLength(20);
    expect(report.filter(({ status }) => status === "not attempted").length).toBeGreaterThan(70);
  });

  test("stops when the key has no permission at all", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", status: 403 });
    const { code } = await run(fake, ["import", "-", "--yes"], { stdin: many });

    expect(code).toBe(3);
    expect(fake.requests.filter(({ operationId }) => operationId === "createPushUser").length).toBeLessThanOrEqual(6);
  });

  test("stops when the server no longer responds", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", after: 10, reset: true });
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], { stdin: many });

    expect(code).toBe(5);
    expect(stderr).toContain("Stopped: 10 users done");
    expect(stderr).toContain("connect-users import - --yes");
    expect(fake.requests.filter(({ operationId }) => operationId === "createPushUser").length).toBeLessThan(40);
  });
});

describe("a report", () => {
  test("that cannot be written stops the run before anything is sent", async () => {
    const fake = createFakeConnect();
    const { code, stderr } = await run(fake, ["import", "-", "--yes", "--report", "/nonexistent/r.csv"], {
      stdin: FILE,
    });

    expect(code).toBe(1);
    expect(stderr).toContain("/nonexistent/r.csv cannot be written: its folder does not exist.");
    expect(fake.users).toHaveLength(1);
  });

  test("on a full disk stops the run before anything is sent", async () => {
    const fake = createFakeConnect();
    const { code, stderr } = await run(fake, ["import", "-", "--yes", "--report", "/dev/full"], { stdin: FILE });

    expect(code).toBe(1);
    expect(stderr).toContain("/dev/full cannot be written: the disk is full.");
    expect(fake.users).toHaveLength(1);
  });

  test.each([
    ["standard output", ["import", "users.csv", "--yes", "--report", "-"]],
    ["the input file", ["import", "users.csv", "--yes", "--report", "users.csv"]],
  ])("does not go to %s", async (_where, argv) => {
    const { path, read } = await folder({ "users.csv": FILE });

    expect((await run(createFakeConnect(), argv, { cwd: path })).code).toBe(2);
    expect(await read("users.csv")).toBe(FILE);
  });

  test("is safe for a spreadsheet", async () => {
    const { path, read } = await folder();
    await run(createFakeConnect(), ["import", "-", "--dry-run", "--report", "r.csv"], {
      stdin: "username\n=HYPERLINK(1)\n",
      cwd: path,
    });

    expect(await read("r.csv")).toContain("2,'=HYPERLINK(1),");
  });

  test.each(["old", "line,username\n2,amy\n"])("does not replace another file (%j)", async (content) => {
    const fake = smallServer();
    const { path, read } = await folder({ "r.csv": content });
    const { code, stderr } = await run(fake, ["import", "-", "--yes", "--report", "r.csv"], { stdin: FILE, cwd: path });

    expect(code).toBe(2);
    expect(stderr).toContain("is not a report");
    expect(await read("r.csv")).toBe(content);
    expect(fake.users).toHaveLength(4);
  });
});
