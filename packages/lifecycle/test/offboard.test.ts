import { connect, type Connection } from "@connect-sdk/users";
import type { FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { planOffboard, planTransfer, type TransferOptions } from "@connect-sdk/lifecycle";
import { MAP, scenario, setUp, withZoe } from "./a-leaver.ts";
import { describeLaws, start, stateOf, writesOf } from "./laws.ts";

const owner = (fake: FakeConnect, name: string) => {
  const item = fake.content.find((each) => each.name === name);
  return fake.users.find(({ guid }) => guid === item?.owner_guid)?.username;
};

describeLaws("offboard", scenario());

test("access cannot be kept and taken away", async () => {
  const { fake, connection } = start({ setUp });
  const options = { user: "jdoe", to: "ann", keepAccess: "viewer", permissions: true } as const;

  await expect(planOffboard(connection, options)).rejects.toMatchObject({
    name: "InvalidArgumentError",
    argument: "keepAccess",
  });
  expect(fake.requests).toEqual([]);
});

describe("planOffboard", () => {
  test("locks first, then hands over content and groups, and leaves groups", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
    expect(plan.steps.map(({ action, target, state }) => `${action} ${target.name} ${state}`)).toEqual([
      "lock jdoe planned",
      "move-content report planned",
      "move-content app planned",
      "move-content api planned",
      "move-group analysts planned",
      "remove-member analysts planned",
      "remove-member everybody planned",
      "usermanager-transfer jdoe manual",
      "usermanager-delete jdoe manual",
    ]);
    const result = await plan.apply();
    expect(result).toMatchObject({ complete: true, left: [] });
    expect(writesOf(fake)[0]).toMatch(/lock$/);
    expect(["report", "app", "api"].map((name) => owner(fake, name))).toEqual(["ann", "ann", "ann"]);
    expect(fake.users.find(({ username }) => username === "jdoe")?.locked).toBe(true);
    expect(plan.steps.at(-2)?.fix).toContain("usermanager transfer --source-username jdoe --target-username ann");
  });

  test("moves content that is published between planning and the lock", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
    const { guid } = await connection.users.lookup("jdoe");
    fake.addContent({ name: "late", owner_guid: guid });
    const { complete, outcomes } = await plan.apply();
    expect(complete).toBe(true);
    expect(outcomes.find(({ step }) => step.target.name === "late")?.status).toBe("done");
    expect(owner(fake, "late")).toBe("ann");
  });

  test.each([
    [["app"], "1 of the steps before it is refused"],
    [["app", "api"], "2 of the steps before it are refused"],
  ])("does not lock last if steps before it are refused: %o", async (clashes, reason) => {
    const { connection } = start({
      setUp(fake) {
        setUp(fake);
        const ann = fake.users.find(({ username }) => username === "ann")?.guid ?? "";
        for (const name of clashes) fake.addContent({ name, owner_guid: ann });
      },
    });
    const { steps } = await planOffboard(connection, { user: "jdoe", to: "ann", lock: "last" });
    expect(steps.find(({ action }) => action === "lock")).toMatchObject({ state: "refused", reason });
  });

  test("a lock needs other steps only if there are any", async () => {
    const { connection } = start({ setUp: (fake) => void fake.addUser({ username: "jdoe" }) });
    const { steps } = await planOffboard(connection, { user: "jdoe", lock: "last" });
    const [lock] = steps;
    expect(lock).toMatchObject({ action: "lock", state: "planned" });
    expect(lock).not.toHaveProperty("needs");
  });

  test.each([
    [1, "jdoe owns 1 content item, so the account is not locked."],
    [2, "jdoe owns 2 content items, so the account is not locked."],
  ])("does not lock last if %d items were published after the content was moved", async (count, message) => {
    const { fake, connection } = start({ setUp });
    const jdoe = await connection.users.lookup("jdoe");
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", lock: "last" });
    const { outcomes } = await plan.apply({
      concurrency: 1,
      onStart: ({ action }) => {
        if (action !== "lock") return;
        for (let number = 0; number < count; number++)
          fake.addContent({ name: `late${number}`, owner_guid: jdoe.guid });
      },
    });
    const failed = outcomes.find(({ step }) => step.action === "lock");
    expect(failed?.status).toBe("failed");
    expect(String(failed?.error)).toContain(message);
    expect((await connection.users.lookup("jdoe")).locked).toBe(false);
  });

  test("leaves alone what somebody else has taken over or deleted since planning", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
    const [report, app] = fake.content;
    const bob = await connection.users.lookup("bob");
    await bob.update({ user_role: "publisher" });
    await connection.api.PATCH("/v1/content/{guid}", {
      params: { path: { guid: report?.guid ?? "" } },
      body: { owner_guid: bob.guid },
    });
    await connection.api.DELETE("/v1/content/{guid}", { params: { path: { guid: app?.guid ?? "" } } });
    const { outcomes, complete } = await plan.apply();
    expect(outcomes.slice(1, 3).map(({ status, note }) => [status, note])).toEqual([
      ["unchanged", "given to somebody else meanwhile"],
      ["unchanged", "deleted meanwhile"],
    ]);
    expect(complete).toBe(true);
    expect(owner(fake, "report")).toBe("bob");
  });

  test("refuses items whose name the successor has, says so at the end, and renames them on request", async () => {
    const clash = (fake: FakeConnect): void => {
      setUp(fake);
      fake.addContent({ name: "app", owner_guid: fake.users.find(({ username }) => username === "ann")?.guid ?? "" });
    };
    const { connection } = start({ setUp: clash });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
    const refused = plan.steps.find(({ target }) => target.name === "app");
    expect(refused?.state).toBe("refused");
    expect(refused?.fix).toContain("renameClashes");
    expect(await plan.apply()).toMatchObject({ complete: false, left: ["jdoe still owns 1 content item"] });

    const other = start({ setUp: clash });
    const renaming = await planOffboard(other.connection, { user: "jdoe", to: "ann", renameClashes: "-jdoe" });
    expect((await renaming.apply()).complete).toBe(true);
    expect(owner(other.fake, "app-jdoe")).toBe("ann");
  });

  test("renames before it moves where a server refuses both at once", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        server.addContent({
          name: "app",
          owner_guid: server.users.find(({ username }) => username === "ann")?.guid ?? "",
        });
      },
    });
    fake.fault({ operationId: "updateContent", after: 1, times: 1, status: 409 });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", renameClashes: "-jdoe" });
    expect((await plan.apply({ concurrency: 1 })).complete).toBe(true);
    expect(owner(fake, "app-jdoe")).toBe("ann");
  });

  test("one message is enough when the server does not accept the successor", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
    await (await connection.users.lookup("ann")).update({ user_role: "viewer" });
    const before = writesOf(fake).length;
    const { summary } = await plan.apply({ concurrency: 1 });
    expect(
      writesOf(fake)
        .slice(before)
        .filter((write) => write.startsWith("PATCH")),
    ).toHaveLength(1);
    expect(summary).toMatchObject({ failed: 1, skipped: 2 });
  });

  test.each([
    ["the caller", { user: "admin", to: "ann" }, "own-account"],
    ["a viewer as successor", { user: "jdoe", to: "bob" }, "successor"],
    ["a locked successor", { user: "jdoe", to: "zoe" }, "successor"],
    ["the leaver as successor", { user: "jdoe", to: "jdoe" }, "successor"],
    ["no successor for content", { user: "jdoe" }, "successor"],
  ])("refuses %s before it writes", async (_, options, guard) => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        server.addUser({ username: "zoe", user_role: "publisher", locked: true });
      },
    });
    const plan = await planOffboard(connection, options);
    expect(plan.refusals.map((refusal) => refusal.guard)).toContain(guard);
    await expect(plan.apply()).rejects.toThrow("Nothing was changed");
    expect(writesOf(fake)).toEqual([]);
  });

  test("refuses the last unlocked administrator, even of somebody with another key", async () => {
    const { fake, connection } = start({ setUp });
    fake.addUser({ username: "root", user_role: "administrator", locked: true });
    const plan = await planOffboard(connection, { user: "admin", to: "ann", force: true });
    expect(plan.refusals.map(({ guard }) => guard)).toEqual(["last-administrator"]);
  });

  test("locks the own account last", async () => {
    const { fake, connection } = start({ setUp });
    fake.addUser({ username: "root", user_role: "administrator" });
    fake.addContent({ name: "mine" });
    const plan = await planOffboard(connection, { user: "admin", to: "ann", force: true });
    expect(await plan.apply()).toMatchObject({ summary: { failed: 0 } });
    expect(writesOf(fake).at(-1)).toMatch(/lock$/);
    expect(owner(fake, "mine")).toBe("ann");
  });

  test("says at once that a publisher cannot do it", async () => {
    const { fake } = start({ setUp });
    const connection = connect({ url: fake.url, apiKey: fake.keyFor("ann"), fetch: fake.fetch });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
    expect(plan.refusals.map(({ guard }) => guard)).toEqual(["not-administrator"]);
    expect(plan.steps).toEqual([]);
  });

  test("takes a guid, an e-mail address or a user, as the server has it now", async () => {
    const { fake, connection } = start({ setUp });
    const ann = await connection.users.lookup("ann");
    const { guid = "", email = "" } = fake.users.find(({ username }) => username === "jdoe") ?? {};
    const ids = async (user: string, to: string | typeof ann) =>
      (await planOffboard(connection, { user, to })).steps.map(({ id }) => id);
    expect(await ids(email.toUpperCase(), ann)).toEqual(await ids(`{${guid.toUpperCase()}}`, "ann"));
    await (await connection.users.lookup("ann")).update({ user_role: "viewer" });
    expect((await planOffboard(connection, { user: guid, to: ann })).refusals.map(({ guard }) => guard)).toEqual([
      "successor",
    ]);
  });

  test("names the username that differs only in case", async () => {
    const { connection } = start({ setUp });
    await expect(planOffboard(connection, { user: "JDoe", to: "ann" })).rejects.toThrow('"jdoe"');
  });

  test("rejects an unknown option with a suggestion, before it sends anything", async () => {
    const { fake, connection } = start({ setUp });
    const options = { user: "jdoe", to: "ann", keepGroup: true };
    await expect(planOffboard(connection, options)).rejects.toThrow('Did you mean "keepGroups"?');
    expect(fake.requests).toEqual([]);
  });

  test("leaves groups to the sign-in provider that owns them", async () => {
    const { fake, connection } = start({
      options: { provider: "ldap", groups: "provider" },
      setUp(server) {
        const jdoe = server.addUser({ username: "jdoe", user_role: "publisher" });
        server.addUser({ username: "ann", user_role: "publisher" });
        server.addContent({ name: "app", owner_guid: jdoe.guid });
        server.addGroup({ name: "everybody", members: [jdoe] });
      },
    });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
    expect(plan.steps.some(({ action }) => action === "remove-member")).toBe(false);
    expect(plan.notes.join(" ")).toMatch(/remove jdoe from groups there.*LDAP/s);
    expect((await plan.apply()).summary.failed).toBe(0);
    expect(owner(fake, "app")).toBe("ann");
  });

  test("keeps memberships, and gives no access, unless asked", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", keepGroups: true, lock: "never" });
    expect(plan.steps.map(({ action }) => action)).not.toContain("remove-member");
    expect(plan.steps.map(({ action }) => action)).not.toContain("lock");
    await plan.apply();
    const before = stateOf(fake);
    expect(JSON.stringify(before)).toContain("everybody");
    expect(fake.users.find(({ username }) => username === "jdoe")?.locked).toBe(false);
  });

  test("does not lock last while a step before it is refused", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        server.addContent({
          name: "app",
          owner_guid: server.users.find(({ username }) => username === "ann")?.guid ?? "",
        });
      },
    });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", lock: "last" });
    expect(plan.steps.find(({ action }) => action === "lock")?.state).toBe("refused");
    await plan.apply();
    expect(fake.users.find(({ username }) => username === "jdoe")?.locked).toBe(false);
  });

  test.each(["allowed", "refused"] as const)("works where a locked new owner is %s", async (lockedNewOwner) => {
    const { connection } = start({ setUp, options: { assumptions: { lockedNewOwner, newOwnerPermission: "kept" } } });
    expect(await (await planOffboard(connection, { user: "jdoe", to: "ann" })).apply()).toMatchObject({
      complete: true,
    });
  });
});

describe("environment variables of moved content", () => {
  /** Plans on a server that tells the names of the variables, or refuses to. */
  async function planWith(environment: (name: string) => Response, options = { variables: true }) {
    const { fake } = start({ setUp });
    const read: string[] = [];
    const connection = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      retry: false,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const guid = /\/v1\/content\/([^/]+)\/environment$/.exec(request.url)?.[1];
        if (guid === undefined) return await fake.fetch(request);
        const name = fake.content.find((item) => item.guid === guid)?.name ?? "";
        read.push(name);
        return environment(name);
      },
    });
    return { read, plan: await planOffboard(connection, { user: "jdoe", to: "ann", ...options }) };
  }

  test("are listed by name as work for a person, item by item", async () => {
    const { read, plan } = await planWith((name) => Response.json(name === "app" ? ["DB_PASSWORD", "API_KEY"] : []));
    expect(read.toSorted()).toEqual(["api", "app", "report"]);
    const steps = plan.steps.filter(({ action }) => action === "rotate-variables");
    expect(steps).toMatchObject([{ state: "manual", target: { name: "app" } }]);
    expect(steps[0]?.fix).toContain("DB_PASSWORD, API_KEY");
    expect(plan.notes.join()).not.toContain("rotate the secrets");
    expect(await plan.apply()).toMatchObject({ complete: true });
  });

  test("are a general note unless their names are asked for", async () => {
    const { read, plan } = await planWith(() => Response.json(["TOKEN"]), { variables: false });
    expect(read).toEqual([]);
    expect(plan.notes.join()).toContain("rotate the secrets that jdoe knows");
  });

  test("are a general note where the server does not tell them, which is asked once", async () => {
    const { read, plan } = await planWith(() => Response.json({ code: 22, error: "no" }, { status: 403 }));
    expect(read).toEqual(["report"]);
    expect(plan.notes.join()).toContain("rotate the secrets that jdoe knows");
  });

  test.each([401, 429, 500])("are not planned around if the server says %d", async (status) => {
    const answer = () => Response.json({ code: 1, error: "no" }, { status });
    await expect(planWith(answer)).rejects.toMatchObject({ status });
  });

  test("are a note about the items that cannot be read", async () => {
    const { plan } = await planWith((name) =>
      name === "app" ? Response.json({ code: 4, error: "no" }, { status: 404 }) : Response.json(["TOKEN"]),
    );
    expect(plan.steps.filter(({ action }) => action === "rotate-variables")).toHaveLength(2);
    expect(plan.notes.join()).toContain("The environment variables of app cannot be read");
  });
});

describe("planTransfer", () => {
  test("goes on with groups when the server does not accept the successor for content", async () => {
    const { connection } = start({ setUp });
    const plan = await planTransfer(connection, { user: "jdoe", to: "ann" });
    await (await connection.users.lookup("ann")).update({ user_role: "viewer" });
    const { summary, stopped } = await plan.apply({ concurrency: 1 });
    expect(stopped).toBeUndefined();
    expect(summary).toMatchObject({ failed: 1, skipped: 2, done: 1 });
  });

  test("plans 20,000 items with two lists, and keeps only what it needs of them", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        const { guid = "" } = server.users.find(({ username }) => username === "jdoe") ?? {};
        for (let number = 0; number < 20_000; number++) server.addContent({ name: `item-${number}`, owner_guid: guid });
      },
    });
    const plan = await planTransfer(connection, { user: "jdoe", to: "ann" });
    expect(plan.summary.planned).toBe(20_004);
    expect(plan.requests).toBe(20_003 + 1 + 2 + 2);
    expect(fake.requests.filter(({ operationId }) => operationId === "getContents")).toHaveLength(2);
    expect(JSON.stringify(plan.steps[0]).length).toBeLessThan(400);
  });

  test("moves content and groups, and keeps the account and the access that is asked for", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planTransfer(connection, { user: "jdoe", to: "ann", keepAccess: "viewer" });
    expect(new Set(plan.steps.map(({ action }) => action))).toEqual(new Set(["move-content", "move-group"]));
    expect(await plan.apply()).toMatchObject({ complete: true });
    const [report] = fake.content;
    const { data } = await connection.api.GET("/v1/content/{guid}/permissions", {
      params: { path: { guid: report?.guid ?? "" } },
    });
    expect(data.map(({ role }) => role)).toEqual(["viewer"]);
    expect(fake.users.find(({ username }) => username === "jdoe")?.locked).toBe(false);
  });
});

describe("a program that is killed while the old owner keeps access", () => {
  const options = { user: "jdoe", to: "ann", keepAccess: "collaborator" } as const;

  type More = Pick<TransferOptions, "started">;
  const transfer = (connection: Connection, more: More = {}) => planTransfer(connection, { ...options, ...more });
  const offboard = (connection: Connection, more: More = {}) =>
    planOffboard(connection, { ...options, map: MAP, ...more });

  test.each([
    ["a transfer", transfer],
    ["offboarding to two successors", offboard],
  ])(
    "%s leaves nothing without access, if it recorded what it started, whichever write was the last one",
    async (_, plan) => {
      const undisturbed = start({ setUp: withZoe });
      await (await plan(undisturbed.connection)).apply();
      const expected = stateOf(undisturbed.fake);
      const writes = writesOf(undisturbed.fake).length;
      for (let last = 0; last < writes; last++) {
        const { fake } = start({ setUp: withZoe });
        let done = 0;
        const dying = connect({
          url: fake.url,
          apiKey: fake.apiKey,
          retry: false,
          fetch: async (input, init) => {
            if (done > last) throw new TypeError("killed");
            const request = new Request(input, init);
            const response = await fake.fetch(request);
            if (request.method !== "GET") done++;
            return response;
          },
        });
        const started = new Set<string>();
        const killed = await plan(dying);
        await killed.apply({
          concurrency: 2,
          onStart: ({ isDivided, target }) => {
            if (isDivided === true && target.guid !== undefined) started.add(target.guid);
          },
          onStep: ({ step, status }) => {
            if (status === "done") started.delete(step.target.guid ?? "");
          },
        });
        const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
        await (await plan(connection, { started: [...started] })).apply();
        expect(stateOf(fake)).toEqual(expected);
      }
    },
  );

  test("and leaves alone what was not moved, has its access, or belongs to somebody else", async () => {
    const { fake, connection } = start({ setUp });
    const started = fake.content.map(({ guid }) => guid);
    const plan = await planTransfer(connection, { ...options, started: [...started, crypto.randomUUID()] });
    expect(plan.steps.filter(({ action }) => action === "add-permission").map(({ target }) => target.name)).toEqual([
      // ann's own item, on which jdoe is only a viewer: the caller said that its move had started.
      "dashboard",
    ]);
    await plan.apply();
    const again = await planTransfer(connection, { ...options, started });
    expect(again.summary.planned).toBe(0);
  });

  test("goes on when the same plan is applied again", async () => {
    const { fake, connection } = start({ setUp });
    fake.fault({ operationId: "addContentPermission", times: 1, status: 500 });
    const plan = await planTransfer(connection, options);
    expect((await plan.apply({ concurrency: 1 })).summary.failed).toBe(1);
    expect((await plan.apply()).summary).toMatchObject({ failed: 0, done: 1 });
    expect(fake.snapshot().permissions.filter(({ role }) => role === "owner")).toHaveLength(3);
  });
});

describe("a map of content to successors", () => {
  test("gives each item to its own successor, and the rest and the groups to the other", async () => {
    const { fake, connection } = start({ setUp: withZoe });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", map: MAP });
    fake.addContent({ name: "late", owner_guid: (await connection.users.lookup("jdoe")).guid });
    expect(await plan.apply()).toMatchObject({ complete: true });
    expect(["app", "report", "api", "late"].map((name) => owner(fake, name))).toEqual(["zoe", "ann", "ann", "ann"]);
    const again = await planOffboard(connection, { user: "jdoe", to: "ann", map: MAP });
    expect(again.summary.planned).toBe(0);
    expect(again.notes.join(" ")).toContain("app is in the map, and jdoe does not own it");
  });

  test("names items by guid, in any spelling", async () => {
    const { fake, connection } = start({ setUp: withZoe });
    const guid = fake.content.find(({ name }) => name === "app")?.guid ?? "";
    const plan = await planOffboard(connection, {
      user: "jdoe",
      to: "ann",
      map: [{ item: guid.toUpperCase(), to: "zoe" }],
    });
    await plan.apply();
    expect(["app", "report", "api"].map((name) => owner(fake, name))).toEqual(["zoe", "ann", "ann"]);
  });

  test("knows tags, and an item's own row counts first", async () => {
    const { fake, connection } = start({ setUp: withZoe });
    const { id } = fake.addTag({ name: "finance", parent_id: fake.addTag({ name: "departments" }).id });
    for (const { guid, name } of fake.content) {
      if (name === "dashboard") continue;
      const params = { path: { guid } };
      await connection.api.POST("/v1/content/{guid}/tags", { params, body: { tag_id: id } });
    }
    const rows = [
      { item: "tag:finance", to: "zoe" },
      { item: "api", to: "ann" },
    ];
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", map: rows });
    await plan.apply();
    expect(["app", "report", "api"].map((name) => owner(fake, name))).toEqual(["zoe", "zoe", "ann"]);
  });

  test.each([
    ["an unsuitable successor", [{ item: "app", to: "bob" }], "successor", "the successor bob is a viewer"],
    ["a tag that does not exist", [{ item: "tag:nope", to: "zoe" }], "map", "the map names the tag nope"],
    ["two successors of one item", [...MAP, { item: "app", to: "ann" }], "map", "the map gives app to zoe and to ann"],
  ])("refuses %s", async (_, rows, guard, reason) => {
    const { fake, connection } = start({ setUp: withZoe });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", map: rows });
    expect(plan.refusals).toMatchObject([{ guard, reason: expect.stringContaining(reason) as string }]);
    await expect(plan.apply()).rejects.toThrow("Nothing was changed");
    expect(writesOf(fake)).toEqual([]);
  });

  test("notes that an administrator takes over content, whose code then runs with more rights", async () => {
    const { connection } = start({
      setUp(fake) {
        setUp(fake);
        fake.addUser({ username: "root", user_role: "administrator" });
      },
    });
    const notes = async (user: string, to: string) =>
      (await planOffboard(connection, { user, to })).notes.filter((note) => note.includes("is an administrator"));
    expect(await notes("jdoe", "root")).toEqual([
      expect.stringMatching(/^root is an administrator: the code of moved content/) as string,
    ]);
    expect(await notes("bob", "root")).toEqual([]);
    expect(await notes("jdoe", "ann")).toEqual([]);
  });

  test("says how many items are without a successor", async () => {
    const { connection } = start({ setUp: withZoe });
    const reasonOf = async (...items: readonly string[]): Promise<string> => {
      const plan = await planOffboard(connection, { user: "jdoe", map: items.map((item) => ({ item, to: "zoe" })) });
      return plan.refusals.map(({ reason }) => reason).join();
    };
    expect(await reasonOf("app", "report")).toContain("jdoe owns 2 items, and there is no successor");
    expect(await reasonOf("app", "report", "api")).toContain("jdoe owns 1 item, and there is no successor");
  });

  test("notes which items of the map are not the leaver's", async () => {
    const { connection } = start({ setUp: withZoe });
    const noteOf = async (...items: readonly string[]): Promise<string> => {
      const rows = items.map((item) => ({ item, to: "zoe" }));
      return (await planOffboard(connection, { user: "jdoe", to: "ann", map: rows })).notes.join(" ");
    };
    expect(await noteOf("app", "nope")).toContain("nope is in the map, and jdoe does not own it.");
    expect(await noteOf("nope", "nada")).toContain("nope, nada are in the map, and jdoe does not own it.");
    expect(await noteOf("app")).not.toContain("in the map");
  });

  test.each([
    [404, "This server is too old to list OAuth sessions"],
    [500, undefined],
  ])("OAuth sessions that cannot be listed (%d) are a note only on an old server", async (status, note) => {
    const { fake, connection } = start({ setUp });
    fake.fault({ path: "/v1/oauth/sessions", status });
    const planned = planOffboard(connection, { user: "jdoe", to: "ann", sessions: true });
    if (note === undefined) await expect(planned).rejects.toMatchObject({ status });
    else expect((await planned).notes.join(" ")).toContain(note);
  });

  test("can be enough without another successor, but for groups", async () => {
    const { connection } = start({ setUp: withZoe });
    const rows = ["app", "report", "api"].map((item) => ({ item, to: "zoe" }));
    const plan = await planOffboard(connection, { user: "jdoe", map: rows });
    expect(plan.refusals.map(({ reason }) => reason)).toEqual(["jdoe owns 1 item, and there is no successor"]);
  });
});
