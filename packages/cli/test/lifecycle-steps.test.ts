import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";
import { disturbedNetwork, slowNetwork } from "./support/network.ts";

const ROTATE = "note: Moved content keeps its environment variables: rotate the secrets that jdoe knows.";

/** jdoe owns two items and is in a group. */
function server(options: FakeConnectOptions = {}): FakeConnect {
  const fake = createFakeConnect(options);
  const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
  const ann = fake.addUser({ username: "ann", user_role: "publisher" });
  for (const name of ["app", "report"]) fake.addContent({ name, owner_guid: jdoe.guid });
  fake.addGroup({ name: "analysts", members: [jdoe, ann] });
  return fake;
}

const guidOf = (fake: FakeConnect, name: string) => fake.users.find(({ username }) => username === name)?.guid ?? "";

/** Runs a command one step after the other. Returns what each row of its report says. */
async function report(fake: FakeConnect, argv: readonly string[], files: Record<string, string> = {}) {
  const { path, rows } = await folder(files);
  const outcome = await run(fake, [...argv, "--yes", "--concurrency", "1", "--report", "r.csv"], { cwd: path });
  const cells = (await rows("r.csv")).map(({ action, username, status, changes, fields }) =>
    [action, username, status, changes, fields].join("|"),
  );
  return { ...outcome, rows: cells };
}

describe("the report", () => {
  test("of an offboarding says what each step changed, and a second one that it was done before", async () => {
    const fake = server();
    const first = await report(fake, ["offboard", "jdoe", "--to", "ann"]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.rows).toEqual([
      "usermanager-transfer|jdoe|manual|jdoe → ann|",
      "usermanager-delete|jdoe|manual||",
      'lock|jdoe|done|false → true|{"locked":{"from":false,"to":true}}',
      "move-content|app|done|jdoe → ann|",
      "move-content|report|done|jdoe → ann|",
      "remove-member|analysts|done|jdoe → |",
    ]);
    expect((await report(fake, ["offboard", "jdoe", "--to", "ann"])).rows).toEqual([
      "lock|jdoe|unchanged|true → true|",
      "usermanager-transfer|jdoe|manual|jdoe → ann|",
      "usermanager-delete|jdoe|manual||",
    ]);
  });

  test("of a transfer that keeps access says when each item is started", async () => {
    const { code, rows } = await report(server(), ["transfer", "jdoe", "--to", "ann", "--keep-access", "viewer"]);
    expect([code, rows]).toEqual([
      0,
      [
        "move-content|app|started|jdoe → ann|",
        "move-content|app|done|jdoe → ann|",
        "move-content|report|started|jdoe → ann|",
        "move-content|report|done|jdoe → ann|",
      ],
    ]);
  });

  test("of a transfer that does not keep access says only when it is done", async () => {
    const { rows } = await report(server(), ["transfer", "jdoe", "--to", "ann"]);
    expect(rows).toEqual(["move-content|app|done|jdoe → ann|", "move-content|report|done|jdoe → ann|"]);
  });

  test("of a synchronization has the fields of each account", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "amy", email: "amy@x.example" });
    const people = "username,email,user_role\namy,new@x.example,publisher\nzoe,z@x.example,\n";
    const { stdout, rows } = await report(fake, ["sync", "people.csv"], { "people.csv": people });
    const update = "email: amy@x.example; user_role: viewer → email: new@x.example; user_role: publisher";
    expect(stdout).toBe(`~ create zoe done (in people.csv)\n~ update amy: ${update} done (differs from people.csv)\n`);
    expect(rows).toEqual([
      'create|zoe|done| → default role|{"email":{"to":"z@x.example"}}',
      `update|amy|done|${update}|{"email":{"from":"amy@x.example","to":"new@x.example"},"user_role":{"from":"viewer","to":"publisher"}}`,
    ]);
  });

  test("of a caller without an account names nobody", async () => {
    const fake = server();
    fake.fault({ operationId: "getCurrentUser", status: 403, body: { code: 22, error: "No." } });
    const { path, rows } = await folder();
    const argv = ["transfer", "jdoe", "--to", "ann", "--yes", "--report", "r.csv"];
    expect(await run(fake, argv, { cwd: path })).toMatchObject({ code: 0 });
    expect((await rows("r.csv")).map(({ actor }) => actor)).toEqual(["", ""]);
  });
});

describe("steps that need a failed one", () => {
  /** jdoe is a collaborator of an item that admin owns. */
  function collaborator(options?: FakeConnectOptions): FakeConnect {
    const fake = server(options);
    const { guid } = fake.addContent({ name: "shared", owner_guid: guidOf(fake, "admin") });
    const principal_guid = guidOf(fake, "jdoe");
    fake.addPermission({ content_guid: guid, principal_guid, principal_type: "user", role: "owner" });
    return fake;
  }

  test("are skipped: exit code 5", async () => {
    const fake = collaborator();
    fake.fault({ operationId: "addContentPermission", status: 400, times: 1 });
    const { code, stdout, stderr, rows } = await report(fake, ["merge", "jdoe", "ann"]);
    const path = `/v1/content/${fake.content.find(({ name }) => name === "shared")?.guid ?? ""}/permissions`;
    const message = `POST ${path} failed with status 400: A value is not valid (code 25).`;

    expect(code).toBe(5);
    expect(stdout.split("\n").slice(0, 6)).toEqual([
      "~ move-content app: jdoe → ann done (owned by jdoe)",
      "~ move-content report: jdoe → ann done (owned by jdoe)",
      "~ remove-member analysts done (of jdoe, merged into ann)",
      `! add-permission shared failed (for ann: jdoe is a collaborator): ${message} Correct what the server rejects.`,
      "! remove-permission shared skipped (of jdoe, merged into ann): needs add-permission shared, which failed",
      "! lock jdoe skipped (merged into ann): needs add-permission shared, which failed",
    ]);
    expect(stderr).toContain(
      "merge jdoe into ann: 2 move-content done, 1 remove-member done, 1 add-permission failed, " +
        "1 remove-permission skipped, 1 lock skipped, 1 usermanager-transfer manual.\n" +
        "error: 3 of 7 steps failed.\nfix: See the message of each step. Re-run to resume; what is done is skipped: " +
        "connect-users merge jdoe ann --yes --report r.csv --concurrency 1\n",
    );
    expect(rows.slice(-3)).toEqual([
      "add-permission|shared|failed| → collaborator|",
      "remove-permission|shared|skipped|collaborator → |",
      'lock|jdoe|skipped|false → true|{"locked":{"from":false,"to":true}}',
    ]);
  });

  test("are not what a run ends with that also has a refused step: exit code 6", async () => {
    const fake = server({ assumptions: { publisherGroupOwner: "refused" } });
    fake.addGroup({ name: "owned", owner_guid: guidOf(fake, "jdoe") });
    const { code, stdout, stderr } = await report(fake, ["merge", "jdoe", "ann"]);
    expect(stdout).toContain("! move-group owned: jdoe → ann refused (owned by jdoe): The server does not let ann own");
    expect(stdout).toContain("! lock jdoe skipped (merged into ann): needs move-group owned, which is refused");
    expect(code).toBe(6);
    expect(stderr).toContain(
      "error: 1 step refused. First: The server does not let ann own the group owned.\nfix: Turn on",
    );
  });

  test("one failed step ends a run that also has a refused one with 5", async () => {
    const fake = server({ assumptions: { publisherGroupOwner: "refused" } });
    fake.addGroup({ name: "owned", owner_guid: guidOf(fake, "jdoe") });
    fake.fault({ operationId: "updateContent", status: 400, times: 1 });
    const { code, stderr } = await report(fake, ["transfer", "jdoe", "--to", "ann"]);
    expect(stderr).toContain("error: 1 of 3 steps failed.\n");
    expect(code).toBe(5);
  });
});

describe("what the verification finds", () => {
  test("a role that has changed back ends the run with exit code 5 and says what to check", async () => {
    const fake = createFakeConnect();
    const [amy, ben] = ["amy", "ben"].map((username) => fake.addUser({ username }));
    fake.addGroup({ name: "g", members: [amy?.guid ?? "", ben?.guid ?? ""] });
    const fetch = disturbedNetwork(
      fake,
      (request) => request.method === "PUT" && request.url.endsWith(amy?.guid ?? ""),
      () => Promise.resolve(Response.json({ ...amy, user_role: "publisher" })),
    );
    const { path, rows } = await folder();
    const argv = ["roles", "sync", "--map", "g=publisher", "--yes", "--concurrency", "1", "--report", "r.csv"];
    const { code, stdout, stderr } = await run(fake, argv, { fetch, cwd: path });
    const difference = "user_role is viewer, not publisher";

    expect(code).toBe(5);
    expect(stdout.split("\n").sort()).toEqual([
      "",
      `! promote amy: viewer → publisher differs (member of g): after the change, ${difference}`,
      "~ promote ben: viewer → publisher done (member of g)",
    ]);
    expect(stderr.split("\n").toSpliced(2, 1)).toEqual([
      "Plan for roles g: 2 promote planned (about 5 requests).",
      `warning: amy: ${difference}.`,
      `error: After the run: amy: ${difference}.`,
      "fix: Check whether the sign-in provider, or another program, changes it back.",
      "",
    ]);
    expect(stderr.split("\n")[2]).toMatch(/^roles g: 1 promote (?:differs, 1 promote done|done, 1 promote differs)\.$/);
    expect((await rows("r.csv")).map(({ status }) => status).sort()).toEqual(["differs", "done", "done"]);
  });

  test.each([
    ["transfer", ["transfer", "jdoe", "--to", "ann"], "PATCH", 2, "Re-run to resume; what is done is skipped: "],
    ["lock", ["lock", "jdoe", "ann"], "POST", 2, "Re-run to resume; completed rows are skipped: "],
  ] as const)("nothing, because it fails: %s says so in one sentence", async (_, argv, method, count, rerun) => {
    const fake = server();
    const fetch = disturbedNetwork(
      fake,
      (request) => request.method === "GET" && fake.requests.filter((each) => each.method === method).length === count,
      () => Promise.resolve(Response.json({ code: 22, error: "No." }, { status: 403 })),
    );
    const { code, stderr } = await run(fake, [...argv, "--yes", "--concurrency", "1"], { fetch });
    const [found = "", fix] = stderr.split("\n").slice(-3);

    expect(code).toBe(5);
    expect(found).toMatch(/^error: After the run: the result could not be verified: GET \S+ failed .*[^.]\.$/);
    expect(fix).toBe(
      `fix: ${rerun}connect-users ${argv.slice(0, 2).join(" ")}${argv[0] === "lock" ? " ann --yes --concurrency 1" : " --yes --concurrency 1 --to ann"}`,
    );
    expect(stderr).not.toContain("..");
  });
});

test("a step that somebody else has done meanwhile is unchanged", async () => {
  const argv = ["transfer", "jdoe", "--to", "ann", "--yes", "--concurrency", "1"];
  const planning = server();
  await run(planning, [...argv.slice(0, 4), "--dry-run"]);
  const fake = server();
  const [app] = fake.content;
  let moved = false;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!moved && fake.requests.length === planning.requests.length) {
      moved = true;
      await fake.fetch(`${fake.url}/__api__/v1/content/${app?.guid ?? ""}`, {
        method: "PATCH",
        headers: { Authorization: `Key ${fake.apiKey}`, "Content-Type": "application/json" },
        body: JSON.stringify({ owner_guid: guidOf(fake, "ann") }),
      });
    }
    return await fake.fetch(input, init);
  };
  const { code, stdout } = await run(fake, argv, { fetch });
  expect([code, moved]).toEqual([0, true]);
  expect(stdout).toBe(
    "= move-content app: jdoe → ann unchanged (owned by jdoe): moved meanwhile\n~ move-content report: jdoe → ann done (owned by jdoe)\n",
  );
});

test("progress counts the changes, and neither what people do nor what differs", async () => {
  let time = 0;
  const { stderr } = await run(server(), ["offboard", "jdoe", "--to", "ann", "--yes", "--concurrency", "1"], {
    terminal: 100,
    now: () => (time += 1_000),
  });
  const counts = [...stderr.matchAll(/Making changes (\d+) of (\d+) \(/g)].map(([, done, total]) => `${done}/${total}`);
  expect(counts).toEqual(["0/4", "1/4", "2/4", "3/4", "4/4"]);
});

test.each([
  [["transfer", "jdoe", "--to", "ann", "--yes"], 6],
  [["transfer", "jdoe", "--to", "ann", "--yes", "--concurrency", "3"], 3],
])("%j makes %i changes at the same time", async (argv, most) => {
  const fake = server();
  for (let at = 0; at < 20; at++) fake.addContent({ name: `app-${at}`, owner_guid: guidOf(fake, "jdoe") });
  const network = slowNetwork(fake, 10);
  expect(await run(fake, argv, { fetch: network.fetch })).toMatchObject({ code: 0 });
  expect(network.most()).toBe(most);
});

test("Ctrl-C erases the progress before it says what happens", async () => {
  for (const argv of [
    ["offboard", "jdoe", "--to", "ann"],
    ["lock", "jdoe", "ann"],
  ]) {
    const fake = server();
    const interruption = new AbortController();
    const { code, stderr } = await run(fake, [...argv, "--yes", "--concurrency", "1"], {
      terminal: 100,
      signal: interruption.signal,
      fetch: (input, init) => {
        const request = new Request(input, init);
        if (request.method !== "GET") interruption.abort();
        return fake.fetch(request);
      },
    });
    expect([code, stderr]).toEqual([5, containing("\r\u001b[KFinishing the changes in progress. Press Ctrl-C again")]);
  }
});

test("a run stops when the server no longer responds, and says how to go on", async () => {
  const fake = server();
  for (let at = 0; at < 11; at++) fake.addContent({ name: `app-${at}`, owner_guid: guidOf(fake, "jdoe") });
  fake.fault({ operationId: "updateContent", reset: true });
  const { code, stderr } = await run(fake, ["transfer", "jdoe", "--to", "ann", "--yes", "--concurrency", "1"]);
  expect(code).toBe(5);
  expect(stderr).toMatch(
    /\nerror: PATCH \/v1\/content\/\S+ received no response .* Stopped: 0 changes made, 3 not attempted\.\nfix: Re-run to resume; what is done is skipped: connect-users transfer jdoe --yes --concurrency 1 --to ann\n$/,
  );
});

describe("a person is asked", () => {
  const WORLD = { answer: "n\n", terminal: 300, env: { NO_COLOR: "1" } };

  test.each([
    ["promote", "viewer", "publisher"],
    ["demote", "publisher", "viewer"],
  ] as const)("and sees each of 21 users to %s", async (action, from, to) => {
    const fake = createFakeConnect();
    const members = Array.from({ length: 21 }, (_, at) => fake.addUser({ username: `u${at}`, user_role: from }));
    fake.addGroup({ name: "g", members });
    const { code, stderr } = await run(fake, ["roles", "sync", "--map", `g=${to}`, "--max-demotions", "100%"], WORLD);
    expect(code).toBe(1);
    const shown = members.map(({ username }) => `~ ${action} ${username}: ${from} → ${to} (member of g)`);
    const screen = stripVTControlCharacters(stderr).split("\n");
    for (const line of shown) expect(screen.some((each) => each.includes(line))).toBe(true);
    expect(stderr).not.toContain("by kind");
  });

  test("and sees one risky step in full, and how often each kind of the others is planned", async () => {
    const fake = server();
    for (let at = 0; at < 20; at++) fake.addContent({ name: `app-${at}`, owner_guid: guidOf(fake, "jdoe") });
    fake.addContent({ name: "app", owner_guid: guidOf(fake, "ann") });
    fake.addGroup({ name: "owned", owner_guid: guidOf(fake, "jdoe") });
    const { stderr } = await run(fake, ["transfer", "jdoe", "--to", "ann"], WORLD);
    const screen = stripVTControlCharacters(stderr).replaceAll("\r", "").split("\n");
    expect(screen.slice(1, 5)).toEqual([
      expect.stringMatching(/^! move-content app: jdoe → ann refused \(ann has an item named app\): Rename/),
      "… and 22 steps more, by kind; --dry-run shows all of them:",
      "  21  move-content",
      "   1  move-group",
    ]);
  });

  test("not with --check, but --check does not allow --plan-out with --yes", async () => {
    const { path } = await folder();
    const argv = ["transfer", "jdoe", "--to", "ann", "--check"];
    expect(await run(server(), [...argv, "--plan-out", "plan.json", "--yes"], { cwd: path })).toMatchObject({
      code: 2,
      stderr: containing("--plan-out and --yes cannot be combined"),
    });
    expect(await run(server(), argv, { ...WORLD, cwd: path })).toMatchObject({ code: 10 });
  });

  test("and nothing is printed when the answer is no, except an empty list under --json", async () => {
    const argv = ["transfer", "jdoe", "--to", "ann", "--json"];
    const { code, stdout, stderr } = await run(server(), argv, WORLD);
    expect([code, stdout]).toEqual([1, "[]\n"]);
    expect(stderr).not.toContain("Nothing was changed.");
    expect(stderr).not.toContain(ROTATE);
  });
});

test("a caller that is no administrator is exit 3, and nothing is sent", async () => {
  const fake = server();
  const env = { CONNECT_API_KEY: fake.keyFor("ann") };
  const { code, stdout, stderr } = await run(fake, ["transfer", "jdoe", "--to", "ann", "--yes"], { env });
  expect([code, stderr]).toEqual([3, expect.stringMatching(/^error: Refused: .*\. Nothing was changed\.\nfix: .+\n$/)]);
  expect(stdout).not.toContain("done");
  expect(fake.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});
