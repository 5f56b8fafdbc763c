import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DesiredUser,
  type Plan,
  planAccessReview,
  planImport,
  planMerge,
  planOffboard,
  planRoles,
  planSync,
} from "@connect-sdk/lifecycle";

/** A write, and the writes that were in progress when it started. */
interface Write {
  /** What it changes: a username, or the method and the end of the path. */
  readonly name: string;
  readonly during: readonly string[];
}

/** Applies a plan with several steps at a time. Returns the writes in the order in which they started. */
async function apply(setUp: (fake: FakeConnect) => void, plan: (connection: Connection) => Promise<Plan>) {
  const fake = createFakeConnect({ seed: 7 });
  setUp(fake);
  const writes: Write[] = [];
  const running = new Set<string>();
  const connection = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    retry: false,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.method === "GET") return await fake.fetch(request);
      const name = await nameOf(request.clone(), fake);
      writes.push({ name, during: [...running] });
      running.add(name);
      const response = await fake.fetch(request);
      running.delete(name);
      return response;
    },
  });
  expect(await (await plan(connection)).apply()).toMatchObject({ complete: true });
  return writes;
}

async function nameOf(request: Request, fake: FakeConnect): Promise<string> {
  const { pathname } = new URL(request.url);
  const [, guid, rest = ""] = /\/v1\/users\/([^/]+)(\/lock)?$/.exec(pathname) ?? [];
  const user = fake.users.find((each) => each.guid === guid);
  if (user !== undefined) return `${user.username}${rest}`;
  const body: unknown = await request.json().catch(() => undefined);
  const isNew = pathname.endsWith("/v1/users") && typeof body === "object" && body !== null && "username" in body;
  return isNew ? String(body.username) : `${request.method} ${pathname.slice(pathname.indexOf("/v1/"))}`;
}

/** Expects that writes of one rank end before those of the next rank start. */
function expectOrder(writes: readonly Write[], rankOf: (name: string) => number): void {
  const ranks = writes.map(({ name }) => rankOf(name));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  for (const { name, during } of writes) expect(during.filter((other) => rankOf(other) !== rankOf(name))).toEqual([]);
}

const byFirstDigit = (name: string): number => Number(name.slice(0, 1));

describe("the order of the writes", () => {
  test("sync: what gives, demotions, unlocks and locks, whatever the order of the rows", async () => {
    const rows: readonly DesiredUser[] = [
      { username: "0-new", email: "new@example.com" },
      { username: "0-other", email: "other@example.com" },
      { username: "0-up", user_role: "publisher" },
      { username: "0-named", first_name: "Jo" },
      { username: "1-down", user_role: "viewer" },
      { username: "1-lower", user_role: "viewer", first_name: "Jo" },
      { username: "2-back", locked: false },
      { username: "2-lower", locked: false, user_role: "viewer" },
      { username: "3-out", locked: true },
      { username: "3-lower", locked: true, user_role: "viewer" },
    ];
    const setUp = (fake: FakeConnect): void => {
      for (const username of ["0-up", "0-named", "3-out", "3-left"]) fake.addUser({ username });
      for (const username of ["1-down", "1-lower", "3-lower"]) fake.addUser({ username, user_role: "publisher" });
      fake.addUser({ username: "2-back", locked: true });
      fake.addUser({ username: "2-lower", locked: true, user_role: "publisher" });
    };
    const shuffled = fc.shuffledSubarray([...rows], { minLength: rows.length });
    await fc.assert(
      fc.asyncProperty(shuffled, async (file) => {
        const options = { scope: { createdBefore: "2999-01-01" }, missing: "lock", maxLock: "100%" } as const;
        const writes = await apply(setUp, (connection) => planSync(connection, file, options));
        expect(writes).toHaveLength(13);
        expectOrder(writes, byFirstDigit);
      }),
      { numRuns: 15, examples: [[rows.toReversed()]] },
    );
  });

  test("roles: promotions before demotions", async () => {
    const writes = await apply(
      (fake) => {
        const down = ["1-a", "1-b"].map((username) => fake.addUser({ username, user_role: "publisher" }));
        const up = ["0-a", "0-b"].map((username) => fake.addUser({ username }));
        fake.addGroup({ name: "viewers", members: down });
        fake.addGroup({ name: "publishers", members: up });
      },
      (connection) => planRoles(connection, { map: { viewers: "viewer", publishers: "publisher" }, maxDemotions: 2 }),
    );
    expect(writes).toHaveLength(4);
    expectOrder(writes, byFirstDigit);
  });

  test("access review: roles before locks", async () => {
    const names = ["1-a", "0-a", "1-b", "0-b"];
    const writes = await apply(
      (fake) => {
        for (const username of names) fake.addUser({ username, user_role: "publisher" });
      },
      async (connection) => {
        const users = await Promise.all(names.map((name) => connection.users.lookup(name)));
        const decisions = users.map(({ guid, username, user_role, locked }) => {
          return { guid, user_role, locked, decision: username.startsWith("1") ? "lock" : "viewer" };
        });
        return await planAccessReview(connection, decisions);
      },
    );
    expect(writes).toHaveLength(4);
    expectOrder(writes, byFirstDigit);
  });

  test("import: the own account last, because its key may stop working", async () => {
    const names = ["admin", "0-a", "0-b"];
    const writes = await apply(
      (fake) => {
        for (const username of ["0-a", "0-b", "root"]) fake.addUser({ username, user_role: "administrator" });
      },
      (connection) =>
        planImport(
          connection,
          names.map((username) => ({ username, user_role: "viewer" as const })),
          { force: true },
        ),
    );
    expect(writes).toHaveLength(3);
    expectOrder(writes, (name) => (name === "admin" ? 1 : 0));
  });

  const people = (fake: FakeConnect): void => {
    const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
    const ann = fake.addUser({ username: "ann" });
    for (const name of ["app", "report"]) fake.addContent({ name, owner_guid: jdoe.guid });
    fake.addGroup({ name: "analysts", owner_guid: jdoe.guid, members: [jdoe, ann] });
  };

  const publishers = (fake: FakeConnect): void => {
    people(fake);
    fake.addUser({ username: "zoe", user_role: "publisher" });
  };

  test.each([
    ["first", (name: string) => (name === "jdoe/lock" ? 0 : 1)],
    ["last", (name: string) => (name === "jdoe/lock" ? 1 : 0)],
  ] as const)("offboard: the lock %s, alone", async (lock, rankOf) => {
    const writes = await apply(publishers, (connection) => planOffboard(connection, { user: "jdoe", to: "zoe", lock }));
    expect(writes).toHaveLength(5);
    expectOrder(writes, rankOf);
  });

  test.each([
    // The role and the lock do not depend on each other.
    ["first", (name: string) => (["jdoe/lock", "ann"].includes(name) ? 0 : 1)],
    ["last", (name: string) => (name === "ann" ? 0 : name === "jdoe/lock" ? 2 : 1)],
  ] as const)("merge: the role, the rest, and the lock %s", async (lock, rankOf) => {
    const writes = await apply(people, (connection) => planMerge(connection, { from: "jdoe", into: "ann", lock }));
    expect(writes).toHaveLength(6);
    expectOrder(writes, rankOf);
  });
});
