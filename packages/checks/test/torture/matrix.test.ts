import { operations as documented } from "@connect-sdk/api/operations";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { operations } from "../../src/torture/matrix/matrix.ts";
import { inProcess } from "../../src/torture/matrix/world.ts";
import { describeMatrix } from "./describe-matrix.ts";

beforeAll(() => {
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
    // The work waits for timers, or only for microtasks.
    while (!state.settled) await vi.advanceTimersByTimeAsync(100);
    return work;
  },
});

test.each(operations.filter(({ target }) => target !== "refresh"))(
  "the document agrees whether $name is repeatable",
  ({ class: each, target }) => {
    const repeatable = ["read", "list", "log", "exchange", "update", "lock"].includes(each);
    expect(target !== "refresh" && documented[target].repeatable).toBe(repeatable);
  },
);
