import { AsyncLocalStorage } from "node:async_hooks";
import { connect } from "@connect-sdk/users";
import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test, vi } from "vitest";
import { Plan, PlanRefusedError, PlanStep, type StepDetails, type StepExecution } from "@connect-sdk/lifecycle";

const step = (id: string, execution: StepExecution, details: Partial<StepDetails> = {}): PlanStep =>
  new PlanStep(
    { id, action: "touch", target: { kind: "server", name: id }, reason: "for the test", ...details, state: "planned" },
    execution,
  );

const planOf = (steps: readonly PlanStep[], rest = {}): Plan =>
  new Plan({ kind: "test", subject: "test", steps, requests: steps.length, ...rest });

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

describe("plan.apply", () => {
  test("executes phases in order, and skips what needs a failed step", async () => {
    const order: string[] = [];
    const work = (id: string) => () => {
      order.push(id);
      return Promise.resolve(undefined);
    };
    const plan = planOf([
      step("late", { work: work("late"), phase: 1 }),
      step("bad", { work: () => Promise.reject(new Error("no")) }),
      step("dependent", { work: work("dependent") }, { needs: ["bad"] }),
      step("good", { work: work("good") }),
    ]);
    const result = await plan.apply();
    expect(order).toEqual(["good", "late"]);
    expect(result.outcomes.map(({ step: { id }, status }) => [id, status])).toEqual([
      ["late", "done"],
      ["bad", "failed"],
      ["dependent", "skipped"],
      ["good", "done"],
    ]);
    expect(result.outcomes[2]?.note).toBe("needs touch bad, which failed");
    expect(result.complete).toBe(false);
  });

  test.each([1, 2, 6])(
    "executes steps that become visible while it runs, before the next phase, %i at a time",
    async (concurrency) => {
      const order: string[] = [];
      const visible = (id: string, more: readonly PlanStep[], phase = 0): PlanStep =>
        step(id, { work: () => (order.push(id), Promise.resolve({ more })), phase });
      // A step of a phase that has ended is not lost either.
      const last = visible("last", [visible("late", [], 0)], 1);
      const { outcomes, complete } = await planOf([
        visible("first", [visible("second", [visible("third", [])])]),
        last,
      ]).apply({ concurrency });
      expect(order).toEqual(["first", "second", "third", "last", "late"]);
      expect(outcomes.map(({ status }) => status)).toEqual(Array.from(order, () => "done"));
      expect(complete).toBe(true);
    },
  );

  test("gives all requests of a step the same correlation id, and each step its own", async () => {
    const fake = createFakeConnect({ users: 3 });
    const ids: (string | null)[] = [];
    const connection = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      fetch(input, init) {
        const request = new Request(input, init);
        ids.push(request.headers.get("x-correlation-id"));
        return fake.fetch(request);
      },
    });
    const readTwice = async () => {
      await connection.me();
      await connection.me();
      return undefined;
    };
    const steps = [step("one", { work: readTwice }), step("two", { work: readTwice })];
    await planOf(steps, { connection }).apply();
    expect(ids).toHaveLength(4);
    expect(ids.every((id) => /^[0-9a-f-]{36}$/.test(id ?? ""))).toBe(true);
    const distinct = [...new Set(ids)];
    expect(distinct).toHaveLength(2);
    expect(distinct.map((id) => ids.filter((each) => each === id).length)).toEqual([2, 2]);
  });

  test("a 403 ends the run if nothing has succeeded before, and else only its step", async () => {
    const run = async (...statuses: readonly number[]): Promise<string[]> => {
      const fake = createFakeConnect();
      const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: false });
      for (const status of statuses) if (status !== 200) fake.fault({ operationId: "getCurrentUser", status });
      const steps = statuses.map((status, index) =>
        step(String(index), {
          work: async () => {
            if (status === 200) return undefined;
            await connection.me();
            return undefined;
          },
        }),
      );
      const { outcomes } = await planOf(steps, { connection }).apply({ concurrency: 1 });
      return outcomes.map(({ status }) => status);
    };
    expect(await run(403, 200, 200)).toEqual(["failed", "not attempted", "not attempted"]);
    expect(await run(200, 403, 200)).toEqual(["done", "failed", "done"]);
    expect(await run(200, 401, 200)).toEqual(["done", "failed", "not attempted"]);
  });

  test("reports the steps that a step brings to light, and executes those that can be", async () => {
    const shown = (id: string, state: "manual" | "done" | "refused"): PlanStep =>
      new PlanStep({ id, action: "touch", target: { kind: "server", name: id }, reason: "it is late", state });
    const more = [
      shown("by hand", "manual"),
      shown("as it is", "done"),
      shown("no", "refused"),
      step("late", { work: nothing }),
    ];
    const { outcomes } = await planOf([step("first", { work: () => Promise.resolve({ more }) })]).apply();
    expect(Object.fromEntries(outcomes.map(({ step: { id }, status }) => [id, status]))).toEqual({
      first: "done",
      "by hand": "manual",
      "as it is": "unchanged",
      no: "refused",
      late: "done",
    });
  });

  // Node looks at every storage that was ever used, for each promise of the process.
  test("plans of many clients share one asynchronous storage", async () => {
    const fake = createFakeConnect();
    const run = vi.spyOn(AsyncLocalStorage.prototype, "run");
    for (let index = 0; index < 3; index++) {
      const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
      await planOf([step("one", { work: nothing })], { connection }).apply();
    }
    expect(run).toHaveBeenCalledTimes(3);
    expect(new Set(run.mock.contexts).size).toBe(1);
  });

  test("a second run of the same plan does nothing", async () => {
    let calls = 0;
    const plan = planOf([step("once", { work: () => ((calls += 1), nothing()) })]);
    await plan.apply();
    expect((await plan.apply()).summary.unchanged).toBe(1);
    expect(calls).toBe(1);
  });

  test("stops at the first 401, and reports the rest as not attempted", async () => {
    const fake = createFakeConnect({ users: 5 });
    const { users } = connect({ url: fake.url, apiKey: "wrong".repeat(8), fetch: fake.fetch });
    const read = (guid: string) => async () => {
      await users.get(guid);
      return undefined;
    };
    const steps = fake.users.map(({ guid }) => step(guid, { work: read(guid) }));
    const { summary, stopped } = await planOf(steps).apply({ concurrency: 1 });
    expect(summary).toMatchObject({ failed: 1, "not attempted": steps.length - 1 });
    expect(stopped).toMatchObject({ name: "AuthenticationError" });
  });

  test("what is left for people does not make a result incomplete", async () => {
    const manual = new PlanStep({
      id: "manual",
      action: "touch",
      target: { kind: "server", name: "server" },
      reason: "the API cannot do it",
      fix: "Do it on the server.",
      state: "manual",
    });
    expect(await planOf([manual]).apply()).toMatchObject({ complete: true, summary: { manual: 1 } });
  });

  test("does not throw when the verification fails: the changes are made", async () => {
    const verify = (): Promise<string[]> => Promise.reject(new Error("no response"));
    const result = await planOf([step("made", { work: nothing })], { verify }).apply();
    expect(result).toMatchObject({ complete: false, left: ["the result could not be verified: no response"] });
    expect(result.summary.done).toBe(1);
  });

  test("a refused plan throws before it writes", async () => {
    const refusals = [{ guard: "max-lock", reason: "it would lock 11 of 100 users", fix: "Allow 11." }];
    const plan = planOf([step("never", { work: () => Promise.reject(new Error("executed")) })], { refusals });
    await expect(plan.apply()).rejects.toThrow(PlanRefusedError);
  });

  test("an aborted signal finishes the steps in progress and starts no other", async () => {
    const controller = new AbortController();
    const plan = planOf([
      step("first", { work: () => (controller.abort(), nothing()) }),
      step("second", { work: nothing }),
    ]);
    const { outcomes } = await plan.apply({ concurrency: 1, signal: controller.signal });
    expect(outcomes.map(({ status }) => status)).toEqual(["done", "not attempted"]);
  });
});
