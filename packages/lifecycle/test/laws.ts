/** The laws of every plan, as tests that the file of each plan declares. */
import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadPlan, type Plan } from "@connect-sdk/lifecycle";

/** A server and a plan for it. */
export interface Scenario {
  readonly options?: FakeConnectOptions | undefined;
  /** Fills the server, the same every time. */
  readonly setUp: (fake: FakeConnect) => void;
  readonly plan: (connection: Connection) => Promise<Plan>;
}

/** Creates a server as a scenario wants it, and a connection whose writes can be refused or lose their response. */
export function start({
  options = {},
  setUp,
  beforeRequest,
}: Pick<Scenario, "options" | "setUp"> & { readonly beforeRequest?: (request: Request) => Promise<void> }) {
  const fake = createFakeConnect({ seed: 7, journalLimit: 100_000, ...options });
  setUp(fake);
  let writes = 0;
  let lost = -1;
  let refused = -1;
  const connection = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    retry: false,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      await beforeRequest?.(request);
      const write = request.method === "GET" ? undefined : writes++;
      if (write === refused) return Response.json({ code: 22, error: "You don't have permission." }, { status: 403 });
      const response = await fake.fetch(request);
      if (write === lost) throw new TypeError("fetch failed");
      return response;
    },
  });
  return {
    fake,
    connection,
    /** Loses the response of a write, counted from 0. */
    loseResponse: (write: number): void => {
      writes = 0;
      lost = write;
    },
    /** Refuses a write, counted from 0. */
    refuse: (write: number): void => {
      writes = 0;
      refused = write;
    },
  };
}

/** Lists the requests that change something. */
export function writesOf(fake: FakeConnect): string[] {
  return fake.requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);
}

/** Returns what plans can change, without the traces that the order of the writes leaves. */
export function stateOf(fake: FakeConnect): unknown {
  const { users, groups, content, permissions, oauthSessions = [] } = fake.snapshot();
  const access = permissions.map(
    ({ content_guid, principal_guid, role }) => `${content_guid} ${principal_guid} ${role}`,
  );
  return {
    // A new account has another guid after another order of the writes.
    users: users
      .map(({ record: { username, email, user_role, locked, first_name, last_name } }) =>
        JSON.stringify({ username, email, user_role, locked, first_name, last_name }),
      )
      .sort(),
    groups: groups.map(({ name, ownerGuid, members }) => ({ name, ownerGuid, members: [...members].sort() })),
    content: content.map(({ guid, name, owner_guid }) => ({ guid, name, owner_guid })),
    permissions: access.sort(),
    sessions: oauthSessions.map(({ guid }) => guid).sort(),
  };
}

/** Declares the tests of the laws. */
export function describeLaws(name: string, scenario: Scenario): void {
  const undisturbed = async () => {
    const { fake, connection } = start(scenario);
    const plan = await scenario.plan(connection);
    const planned = fake.requests.length;
    const result = await plan.apply({ concurrency: 1 });
    return { fake, connection, plan, result, requests: fake.requests.length - planned };
  };

  describe(`${name}: laws of plans`, () => {
    test("planning writes nothing", async () => {
      const { fake, connection } = start(scenario);
      expect((await scenario.plan(connection)).summary.planned).toBeGreaterThan(0);
      expect(writesOf(fake)).toEqual([]);
    });

    test("every step has an id of its own, and says why", async () => {
      const { connection } = start(scenario);
      const { steps } = await scenario.plan(connection);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const { reason, state, fix } of steps) {
        expect(reason).not.toBe("");
        if (state === "refused" || state === "manual") expect(fix).toBeTruthy();
      }
    });

    test("two plans for the same server are the same", async () => {
      const { connection } = start(scenario);
      const [one, other] = [await scenario.plan(connection), await scenario.plan(connection)];
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    });

    test("the plan tells how many requests applying it takes", async () => {
      const { plan, result, requests } = await undisturbed();
      expect(result.left).toEqual([]);
      expect(result.summary.failed).toBe(0);
      expect(Math.abs(requests - plan.requests)).toBeLessThanOrEqual(1);
    });

    test("the second run writes nothing", async () => {
      const { fake, connection, plan } = await undisturbed();
      const before = writesOf(fake).length;
      expect((await plan.apply()).summary.done).toBe(0);
      const again = await scenario.plan(connection);
      expect(again.summary.planned).toBe(0);
      expect((await again.apply()).left).toEqual([]);
      expect(writesOf(fake).length).toBe(before);
    });

    test("interrupted after any step and run again, the server ends the same", async () => {
      const { fake, result } = await undisturbed();
      const expected = stateOf(fake);
      const last = result.summary.done - 1;
      await forEachUpTo(last, async (k) => {
        const { fake: other, connection } = start(scenario);
        const controller = new AbortController();
        let done = 0;
        const first = await (
          await scenario.plan(connection)
        ).apply({
          concurrency: 1,
          signal: controller.signal,
          onStep: ({ status }) => {
            if (status === "done" && done++ === k) controller.abort();
          },
        });
        expect(first.summary.done).toBe(k + 1);
        await (await scenario.plan(connection)).apply();
        expect(stateOf(other)).toEqual(expected);
      });
    });

    test("a saved plan is loaded as it was, and has no key in it", async () => {
      const { fake, connection } = start(scenario);
      const plan = await scenario.plan(connection);
      const text = await plan.save();
      expect(text).not.toContain(fake.apiKey);
      const loaded = await loadPlan(connection, text);
      expect(JSON.stringify(loaded)).toBe(JSON.stringify(plan));
      expect(writesOf(fake)).toEqual([]);
    });

    test("a saved plan that was interrupted after any step goes on, and writes nothing when it is done", async () => {
      const { fake, result } = await undisturbed();
      const expected = stateOf(fake);
      await forEachUpTo(result.summary.done - 1, async (k) => {
        const { fake: other, connection } = start(scenario);
        const text = await (await scenario.plan(connection)).save();
        const controller = new AbortController();
        let done = 0;
        await (
          await loadPlan(connection, text)
        ).apply({
          concurrency: 1,
          signal: controller.signal,
          onStep: ({ status }) => {
            if (status === "done" && done++ === k) controller.abort();
          },
        });
        await (await loadPlan(connection, text)).apply();
        expect(stateOf(other)).toEqual(expected);
        const before = writesOf(other).length;
        await (await loadPlan(connection, text)).apply();
        expect(writesOf(other).length).toBe(before);
      });
    });

    test("is not complete if the server refuses any write", async () => {
      const { fake } = await undisturbed();
      await forEachUpTo(writesOf(fake).length - 1, async (write) => {
        const { connection, refuse } = start(scenario);
        const plan = await scenario.plan(connection);
        refuse(write);
        const { complete, summary } = await plan.apply({ concurrency: 1 });
        expect(complete).toBe(false);
        expect(summary.failed + summary.refused).toBeGreaterThan(0);
      });
    });

    test("with the response of any write lost and run again, the server ends the same", async () => {
      const { fake } = await undisturbed();
      const expected = stateOf(fake);
      const last = writesOf(fake).length - 1;
      await forEachUpTo(last, async (write) => {
        const { fake: other, connection, loseResponse } = start(scenario);
        const plan = await scenario.plan(connection);
        loseResponse(write);
        await plan.apply({ concurrency: 1 });
        await (await scenario.plan(connection)).apply();
        expect(stateOf(other)).toEqual(expected);
      });
    });
  });
}

/** Checks every number from 0 to the last one, or 25 of them if there are more. */
async function forEachUpTo(last: number, check: (number: number) => Promise<void>): Promise<void> {
  if (last < 25) for (let number = 0; number <= last; number++) await check(number);
  else await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: last }), check), { numRuns: 25 });
}
