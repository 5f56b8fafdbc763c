import type { FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { planMerge } from "@connect-sdk/lifecycle";
import { PAIRS, scenario, setUp } from "./accounts-of-one-person.ts";
import { describeLaws, start, stateOf, writesOf } from "./laws.ts";

describeLaws("merge", scenario());

const user = (fake: FakeConnect, name: string) => fake.users.find(({ username }) => username === name);

/** Lists who can use an item, as `name role`. */
function accessTo(fake: FakeConnect, name: string): string[] {
  const item = fake.content.find((each) => each.name === name);
  return fake
    .snapshot()
    .permissions.filter(({ content_guid }) => content_guid === item?.guid)
    .map(({ principal_guid, role }) => `${fake.users.find(({ guid }) => guid === principal_guid)?.username} ${role}`)
    .sort();
}

describe("planMerge", () => {
  test("raises the role first, adds before it removes, and locks last", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planMerge(connection, { from: "old", into: "new" });
    expect(plan.steps.map(({ action, target }) => `${action} ${target.name}`)).toEqual([
      "promote new",
      "move-content report",
      "move-content app",
      "move-group analysts",
      "remove-member analysts",
      "add-member everybody",
      "remove-member everybody",
      "add-permission stronger",
      "remove-permission stronger",
      "add-permission weaker",
      "remove-permission weaker",
      "remove-permission own",
      "lock old",
      "usermanager-transfer old",
    ]);
    expect(await plan.apply()).toMatchObject({ complete: true });
    expect(writesOf(fake)[0]).toMatch(/^PUT .*users/);
    expect(writesOf(fake).at(-1)).toMatch(/lock$/);
    expect(user(fake, "new")).toMatchObject({ user_role: "publisher", locked: false });
    expect(user(fake, "old")).toMatchObject({ locked: true });
    expect(accessTo(fake, "stronger")).toEqual(["new owner", "old2 viewer"]);
    expect(accessTo(fake, "weaker")).toEqual(["new viewer", "old2 viewer"]);
    expect(accessTo(fake, "own")).toEqual([]);
  });

  test("reads content, access and members once for many pairs", async () => {
    const { fake, connection } = start({ setUp });
    const one = await planMerge(connection, { from: "old", into: "new" }).then(() => fake.requests.length);
    const two = await planMerge(connection, { pairs: PAIRS }).then(() => fake.requests.length - one);
    // One more person is looked up.
    expect(two - one).toBe(1);
  });

  test("gives the stronger access of several sources, once", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planMerge(connection, { pairs: PAIRS });
    expect(plan.steps.filter(({ id }) => id.startsWith("add-permission"))).toHaveLength(2);
    expect(await plan.apply()).toMatchObject({ complete: true });
    expect(accessTo(fake, "stronger")).toEqual(["new owner"]);
    expect(accessTo(fake, "report")).toEqual([]);
    expect(user(fake, "old2")?.locked).toBe(true);
  });

  test("does not lock an account that still has something", async () => {
    const { fake, connection } = start({ setUp });
    fake.fault({ operationId: "updateContent", times: 1, status: 500 });
    const plan = await planMerge(connection, { from: "old", into: "new" });
    const { summary, left } = await plan.apply();
    expect(summary).toMatchObject({ failed: 1, skipped: 1 });
    expect(left).toEqual(["old still owns 1 content item"]);
    expect(user(fake, "old")?.locked).toBe(false);
    expect(await (await planMerge(connection, { from: "old", into: "new" })).apply()).toMatchObject({ complete: true });
    expect(user(fake, "old")?.locked).toBe(true);
  });

  test("notes that the account to be given up was active later, or that the addresses differ", async () => {
    const notesOf = async (old: object, next: object): Promise<string> => {
      const twins = (fake: FakeConnect): void => {
        fake.addUser({ username: "old", email: "jo@example.com", ...old });
        fake.addUser({ username: "new", email: "jo@example.com", ...next });
      };
      const { connection } = start({ setUp: twins });
      return (await planMerge(connection, { from: "old", into: "new" })).notes.join(" ");
    };
    const [early, late] = [{ active_time: "2025-01-01T00:00:00Z" }, { active_time: "2026-01-01T00:00:00Z" }];
    const never = { active_time: null };
    const active = "old was active later than new";
    expect(await notesOf(late, early)).toContain(active);
    expect(await notesOf(early, never)).toContain(active);
    expect(await notesOf(early, late)).not.toContain(active);
    expect(await notesOf(early, early)).not.toContain(active);
    expect(await notesOf(never, never)).not.toContain(active);
    const differ = "different e-mail addresses";
    expect(await notesOf({}, { email: "JO@example.com" })).not.toContain(differ);
    expect(await notesOf({}, { email: "joe@example.com" })).toContain(differ);
  });

  test("makes nobody an administrator unless allowed", async () => {
    const admin = (fake: FakeConnect): void => {
      setUp(fake);
      fake.addUser({ username: "boss", user_role: "administrator" });
    };
    const { connection } = start({ setUp: admin });
    const pair = { from: "boss", into: "new" };
    const [careful, allowed] = [
      await planMerge(connection, pair),
      await planMerge(connection, { ...pair, allowAdministrator: true }),
    ];
    expect(careful.steps[0]).toMatchObject({ action: "promote", to: "publisher" });
    expect(careful.notes.join()).toContain("allowAdministrator");
    expect(allowed.steps[0]).toMatchObject({ action: "promote", to: "administrator" });
  });

  test("refuses content for a viewer whose role the provider owns, and says where to change it", async () => {
    const { fake, connection } = start({
      setUp,
      options: { provider: "saml", settings: { userRoleEditableBy: "provider" } },
    });
    const plan = await planMerge(connection, { from: "old", into: "new" });
    expect(plan.steps.filter(({ state }) => state === "refused").map(({ action }) => action)).toEqual([
      "promote",
      "move-content",
      "move-content",
      "add-permission",
      "remove-permission",
      "lock",
    ]);
    expect(plan.notes[0]).toContain("--new-unique-id");
    await plan.apply();
    expect(user(fake, "old")?.locked).toBe(false);
  });

  test.each([
    [
      "a circle",
      [
        { from: "old", into: "ann" },
        { from: "ann", into: "old" },
      ],
      "circle",
    ],
    [
      "a chain",
      [
        { from: "old2", into: "old" },
        { from: "old", into: "new" },
      ],
      "circle",
    ],
    [
      "a source twice",
      [
        { from: "old", into: "new" },
        { from: "old", into: "ann" },
      ],
      "source-twice",
    ],
    ["one account", [{ from: "old", into: "old" }], "same-account"],
    ["an empty file", [], "empty-source"],
    ["the own account", [{ from: "admin", into: "new" }], "own-account"],
    [
      "the last two administrators",
      [
        { from: "admin", into: "new" },
        { from: "root", into: "ann" },
      ],
      "last-administrator",
    ],
    ["a locked target", [{ from: "old", into: "gone" }], "successor"],
  ])("refuses %s before it writes", async (_, pairs, guard) => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        server.addUser({ username: "root", user_role: "administrator" });
        server.addUser({ username: "gone", locked: true });
      },
    });
    const plan = await planMerge(connection, { pairs });
    expect(plan.refusals.map((refusal) => refusal.guard)).toContain(guard);
    await expect(plan.apply()).rejects.toThrow("Nothing was changed");
    expect(writesOf(fake)).toEqual([]);
  });

  test("does not plan to take access away if the access for the other account is refused", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planMerge(connection, { from: "old", into: "new", role: "keep" });
    const shown = plan.steps.map(({ action, target, state }) => `${state} ${action} ${target.name}`);
    expect(shown).toContain("refused add-permission stronger");
    expect(shown).toContain("refused remove-permission stronger");
    const step = plan.steps.find(({ action, target }) => action === "remove-permission" && target.name === "stronger");
    expect(step?.reason).toContain("needs add-permission stronger, which is refused: new is a viewer");
    expect(step?.fix).toBe("Pass `role: publisher`.");
    const { summary } = await plan.apply();
    expect(summary).toMatchObject({ failed: 0, skipped: 0 });
    expect(accessTo(fake, "stronger")).toContain("old owner");
  });

  test("a removal that needs a refused move is refused, too", async () => {
    const { fake, connection } = start({ setUp });
    fake.addContent({ name: "report", owner_guid: user(fake, "new")?.guid ?? "" });
    const pairs = [
      { from: "old2", into: "new" },
      { from: "old", into: "new" },
    ];
    const plan = await planMerge(connection, { pairs });
    const shown = plan.steps.map(({ action, target, state }) => `${state} ${action} ${target.name}`);
    expect(shown).toContain("refused move-content report");
    expect(shown).toContain("refused remove-permission report");
    expect((await plan.apply()).summary).toMatchObject({ failed: 0, skipped: 0 });
  });

  test("merges usernames that differ only in case, which are two accounts", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        server.addUser({ username: "NEW", user_role: "viewer", email: "jo@example.com" });
      },
    });
    expect(await (await planMerge(connection, { from: "NEW", into: "new" })).apply()).toMatchObject({ complete: true });
    expect(user(fake, "NEW")?.locked).toBe(true);
    expect(user(fake, "new")?.locked).toBe(false);
  });

  test("works on servers that refuse permissions that exist", async () => {
    const { fake, connection } = start({ setUp, options: { version: "2023.09.0" } });
    expect(await (await planMerge(connection, { from: "old", into: "new" })).apply()).toMatchObject({ complete: true });
    expect(accessTo(fake, "stronger")).toEqual(["new owner", "old2 viewer"]);
  });

  test.each(["kept", "removed"] as const)("ends the same where a new owner's permission is %s", async (kept) => {
    const { fake, connection } = start({
      options: { assumptions: { newOwnerPermission: kept } },
      setUp(server) {
        setUp(server);
        const [report] = server.content;
        server.addPermission({
          content_guid: report?.guid ?? "",
          principal_guid: user(server, "new")?.guid ?? "",
          principal_type: "user",
          role: "viewer",
        });
      },
    });
    expect(await (await planMerge(connection, { from: "old", into: "new" })).apply()).toMatchObject({ complete: true });
    const before = JSON.stringify(stateOf(fake));
    expect((await planMerge(connection, { from: "old", into: "new" })).summary.planned).toBe(0);
    expect(JSON.stringify(stateOf(fake))).toBe(before);
  });

  test("finds many people with one list, by guid, username and e-mail address", async () => {
    const { fake, connection } = start({
      setUp(server) {
        for (let number = 0; number < 12; number++) {
          server.addUser({ username: `from${number}`, email: `from${number}@example.com` });
          server.addUser({ username: `into${number}`, email: `into${number}@example.com` });
        }
      },
    });
    const pairs = Array.from({ length: 12 }, (_, number) => ({
      from: `FROM${number}@example.com`,
      into: number % 2 === 0 ? `into${number}` : (user(fake, `into${number}`)?.guid.toUpperCase() ?? ""),
    }));
    const plan = await planMerge(connection, { pairs });
    expect(fake.requests.filter(({ operationId }) => operationId === "getUsers")).toHaveLength(1);
    expect(await plan.apply()).toMatchObject({ complete: true, summary: { done: 12 } });
    const similar = { from: "From1", into: "into1" };
    await expect(planMerge(connection, { pairs: [...pairs, similar] })).rejects.toThrow('"from1"');
    const unknown = { from: "nobody", into: "no one" };
    await expect(planMerge(connection, { pairs: [...pairs, unknown] })).rejects.toThrow(
      '2 users do not exist: "nobody", "no one".',
    );
    const nobody = (count: number) =>
      planMerge(connection, {
        pairs: Array.from({ length: count }, (_, at) => ({ from: `no${at}`, into: `nil${at}` })),
      });
    await expect(nobody(10)).rejects.toThrow(/^20 users do not exist: [^…]*"nil9"\. Check/);
    await expect(nobody(11)).rejects.toThrow(/^22 users do not exist: .*, …\. Check/);
    const odd = [
      { from: "no", into: "from1" },
      ...Array.from({ length: 10 }, (_, at) => ({ from: `no${at}`, into: `nil${at}` })),
    ];
    await expect(planMerge(connection, { pairs: odd })).rejects.toThrow(/^21 users do not exist: .*, …\. Check/);
  });

  test.each(["viewer", "publisher", "administrator", "highest", "keep"] as const)(
    "gives the role that is asked for: %s",
    async (role) => {
      const { connection } = start({ setUp });
      const plan = await planMerge(connection, { from: "old", into: "new", role, allowAdministrator: true });
      const to = plan.steps.find(({ action }) => action === "promote")?.to;
      const expected = { viewer: undefined, keep: undefined, highest: "publisher" } as const;
      expect(to).toBe(role in expected ? expected[role as keyof typeof expected] : role);
    },
  );

  test("estimates the requests that applying takes", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planMerge(connection, { from: "old", into: "new" });
    const before = fake.requests.length;
    await plan.apply();
    expect(fake.requests.length - before).toBe(plan.requests);
  });

  test("works on a server where groups are disabled", async () => {
    const { connection } = start({
      options: { settings: { groupsEnabled: false } },
      setUp(server) {
        server.addUser({ username: "old" });
        server.addUser({ username: "new" });
      },
    });
    const plan = await planMerge(connection, { from: "old", into: "new" });
    expect(await plan.apply()).toMatchObject({ complete: true, left: [] });
  });

  test("says that a group is still owned if it could not be moved", async () => {
    const { fake, connection } = start({ setUp });
    fake.fault({ operationId: "updateGroup", times: 1, status: 500 });
    const { left } = await (await planMerge(connection, { from: "old", into: "new" })).apply();
    expect(left).toEqual(["old still owns 1 group"]);
  });

  test("leaves out content that is deleted while access is read, and fails if access cannot be read", async () => {
    const { fake, connection } = start({ setUp });
    const stronger = fake.content.find(({ name }) => name === "stronger");
    const path = `/v1/content/${stronger?.guid ?? ""}/permissions`;
    fake.fault({ path, times: 1, status: 404 });
    const { steps } = await planMerge(connection, { from: "old", into: "new" });
    const names = steps.filter(({ action }) => action === "add-permission").map(({ target }) => target.name);
    expect(names).toEqual(["weaker"]);
    fake.fault({ path, times: 1, status: 500 });
    await expect(planMerge(connection, { from: "old", into: "new" })).rejects.toMatchObject({ status: 500 });
  });

  test("rejects a pair without an account before it sends anything", async () => {
    const { fake, connection } = start({ setUp });
    await expect(planMerge(connection, { pairs: [{ from: "old", into: "" }] })).rejects.toThrow('"into" is missing');
    expect(fake.requests).toEqual([]);
  });
});
