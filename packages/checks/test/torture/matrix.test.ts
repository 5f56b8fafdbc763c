import { operations as documented } from "@connect-sdk/api/operations";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { operations } from "../../src/torture/matrix/matrix.ts";
import { createWorld, inProcess } from "../../src/torture/matrix/world.ts";
import { describeMatrix } from "./describe-matrix.ts";

beforeAll(async () => {
  // Loads what is loaded on demand: that takes real time, in which faked time would pass every limit.
  for (const operation of operations) {
    await using world = await createWorld(operation.users, inProcess);
    await (await operation.prepare(world)).run();
  }
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterAll(() => {
  vi.useRealTimers();
});

describeMatrix("in-process", {
  open: inProcess,
  async settle(work) {
    const state = { settled: false };
    const done = (): void => {
      state.settled = true;
    };
    work.then(done, done);
    // The work waits for timers, for microtasks, or for what takes real time, such as cryptography in another thread.
    while (!state.settled) {
      await vi.advanceTimersByTimeAsync(100);
      await pause(8);
    }
    return work;
  },
});

/** Waits in real time, so that 30 s of faked time last more than two. */
async function pause(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
}

test.each(operations.filter(({ target }) => target !== "refresh"))(
  "the document agrees whether $name is repeatable",
  ({ class: each, target }) => {
    const repeatable = ["read", "list", "log", "exchange", "update", "lock"].includes(each);
    expect(target !== "refresh" && documented[target].repeatable).toBe(repeatable);
  },
);
