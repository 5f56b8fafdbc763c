import { afterAll, beforeAll, vi } from "vitest";
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
    // The work waits for timers at times, and for nothing but microtasks at others.
    while (!state.settled) await vi.advanceTimersByTimeAsync(100);
    return work;
  },
});
