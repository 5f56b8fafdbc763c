import type { UserRecord } from "@connect-sdk/api";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type FindUser, type User, type UserList } from "@connect-sdk/users";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bursts, ChangingServer } from "./support/changing-server.ts";

interface Selection {
  readonly name: string;
  readonly conditions: FindUser;
  readonly matches: (user: UserRecord, now: Date) => boolean;
}

/** How many random servers to try for each combination. `.ci/run` sets more. */
const RUNS = Number(process.env["FIND_RUNS"] ?? 3);
/** Selects the random servers. */
const SEED = Number(process.env["FIND_SEED"] ?? 20_261_124);

const selections: Selection[] = [
  { name: "without conditions", conditions: {}, matches: () => true },
  {
    name: "by role",
    conditions: { user_role: "viewer|publisher" },
    matches: (user) => user.user_role !== "administrator",
  },
  { name: "by status", conditions: { account_status: "licensed" }, matches: isLicensed },
  {
    name: "by statuses, reversed",
    conditions: { account_status: ["locked", "inactive"], asc_order: false },
    matches: (user, now) => !isLicensed(user, now),
  },
];

interface Way {
  readonly way: string;
  /** Whether users that do not change keep their order. */
  readonly ordered?: boolean;
  readonly take: (list: UserList, server: ChangingServer) => Promise<User[]>;
}

const ways: Way[] = [
  { way: "awaited", ordered: true, take: async (list) => list },
  { way: "iterated", take: (list) => iterate(list, async () => undefined) },
  { way: "by a loop that locks and unlocks", take: (list, server) => iterate(list, (user) => toggle(user, server)) },
  { way: "by a loop that renames", take: (list, server) => iterate(list, (user) => rename(user, server)) },
];

describe.for(selections)("finding users $name while others change the server", ({ name, conditions, matches }) => {
  test.for(ways)("$way", async ({ take, ordered = false }) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(bursts, { maxLength: 25 }), async (scheduler, all) => {
        const server = new ChangingServer(matches);
        const order = await server.list(conditions);
        scheduler.scheduleSequence(all.map((burst) => () => server.changeAll(burst)));
        const { fake } = server;
        const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: pausing(fake, scheduler) });

        const found = (await scheduler.waitFor(take(users.find(conditions), server))).map(({ guid }) => guid);

        expect(new Set(found).size, "no user twice").toBe(found.length);
        const rank = new Map(found.map((guid, index) => [guid, index]));
        const often = name === "without conditions" ? Infinity : 1;
        const due = [...server.always].filter((guid) => server.renamings(guid) <= often);
        expect(
          due.filter((guid) => !rank.has(guid)),
          "no user missed",
        ).toEqual([]);
        const undisturbed = order.filter((guid) => server.always.has(guid) && server.renamings(guid) === 0);
        const ranks = undisturbed.map((guid) => rank.get(guid) ?? -1);
        if (ordered) expect(ranks, "in the server's order").toEqual(ranks.toSorted((a, b) => a - b));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

test("a user that moves behind the reader in two passes is found in the third", async () => {
  const fake = createFakeConnect();
  for (let at = 0; at < 1_500; at++) fake.addUser({ username: `user-${at}`, first_name: "Kim", user_role: "viewer" });
  const { guid } = fake.addUser({ username: "mover", first_name: "Zz", user_role: "viewer" });
  const headers = { authorization: `Key ${fake.apiKey}`, "content-type": "application/json" };
  const rename = async (first_name: string): Promise<void> => {
    await fake.fetch(`${fake.url}/__api__/v1/users/${guid}`, {
      method: "PUT",
      headers,
      body: JSON.stringify({ first_name }),
    });
  };
  let starts = 0;
  let renamings = 0;
  const { users } = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    async fetch(request) {
      const page = Number(new URL(request.url).searchParams.get("page_number"));
      // From the end of the list to its beginning while the third page is requested, and back before the next pass.
      if (page === 1) {
        starts++;
        if (renamings === 1) await rename("Zz");
      }
      if (page === 3 && renamings < starts && starts < 3) {
        renamings++;
        await rename("Aa");
      }
      return fake.fetch(request);
    },
  });

  const found = await users.find({ user_role: "viewer" }, { concurrency: 1 });

  expect(renamings, "the user moved in two passes").toBe(2);
  expect(found.map((user) => user.guid)).toContain(guid);
  expect(found).toHaveLength(1_501);
});

/** Lets other changes happen before and after the server reads a page. */
function pausing(fake: FakeConnect, scheduler: fc.Scheduler): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!request.url.includes("page_number")) return fake.fetch(request);
    await scheduler.schedule(Promise.resolve());
    const response = await fake.fetch(request);
    await scheduler.schedule(Promise.resolve());
    return response;
  };
}

function isLicensed({ locked, active_time }: UserRecord, now: Date): boolean {
  return !locked && active_time !== null && now.getTime() - Date.parse(active_time) <= 365 * 86_400_000;
}

async function iterate(list: UserList, busy: (user: User) => Promise<void>): Promise<User[]> {
  const users: User[] = [];
  for await (const user of list) {
    // Enough users to shift pages, few enough for many runs.
    if (users.push(user) % 5 === 0) await busy(user);
  }
  return users;
}

async function toggle(user: User, server: ChangingServer): Promise<void> {
  if (user.guid === server.me) return;
  await (user.locked ? user.unlock() : user.lock());
  server.observe(user);
}

async function rename(user: User, server: ChangingServer): Promise<void> {
  server.noteRename(user.guid);
  await user.update({ first_name: user.first_name < "M" ? "Zz" : "Aa" });
  server.observe(user);
}
