import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { FetchInit } from "@connect-sdk/api";
// The client loads it for a further attempt. Reading a file takes longer than the time that these tests let pass.
import "../src/failures.ts";
import { stubClient, failureOf } from "./support/stub-client.ts";
import { GUID, USER } from "./support/records.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => undefined);
const slowBody = () =>
  new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) }));

describe("the timeout of an attempt", () => {
  test.each([
    ["no response", never],
    ["a body that never ends", slowBody],
  ])("ends %s after 30 s by default", async (_, respond) => {
    const { api, requests } = stubClient(respond);
    const failure = failureOf(api.GET("/v1/user"));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failure).toMatchObject({ name: "TimeoutError", milliseconds: 30_000, method: "GET" });
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  test("is not retried", async () => {
    const { api, requests } = stubClient(never);
    const failure = failureOf(api.GET("/v1/user", { timeout: 100 }));
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({ name: "TimeoutError", milliseconds: 100 });
    expect(requests).toHaveLength(1);
  });

  test.each(["GET", "POST"] as const)(
    "aborts each attempt of a %s where a custom fetch reads the signal",
    async (method) => {
      const signals: AbortSignal[][] = [];
      const fetch = async (request: Request, init: FetchInit) => {
        const spread = { ...init };
        signals.push([init.signal, spread.signal, request.signal, request.clone().signal]);
        return signals.length === 1 ? new Response("", { status: 429, headers: { "retry-after": "0" } }) : never();
      };
      const { api } = stubClient(never, { fetch, timeout: 1_000 });
      const body = { username: "jdoe" };
      const failure = failureOf(method === "GET" ? api.GET("/v1/user") : api.POST("/v1/users", { body }));
      await vi.advanceTimersByTimeAsync(999);
      expect(signals.map((each) => each.map(({ aborted }) => aborted))).toEqual(Array(2).fill(Array(4).fill(false)));
      await vi.advanceTimersByTimeAsync(1);
      expect(await failure).toMatchObject({ name: "TimeoutError" });
      expect(signals[1]?.map(({ reason }): unknown => reason)).toEqual(Array(4).fill(await failure));
    },
  );

  test("aborts a request that a custom fetch of one parameter passes to this platform", async () => {
    const signals: AbortSignal[] = [];
    const fetch = (request: Request) => {
      signals.push(new Request(request).signal);
      return never();
    };
    const { api } = stubClient(never, { fetch, timeout: 1_000 });
    const failure = failureOf(api.GET("/v1/user"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await failure).toMatchObject({ name: "TimeoutError" });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("restarts with each attempt", async () => {
    const { api } = stubClient(
      async (_, count) => {
        await new Promise((resolve) => setTimeout(resolve, 900));
        return count < 3 ? new Response("", { status: 503 }) : Response.json(USER);
      },
      { timeout: 1_000 },
    );
    const call = api.GET("/v1/user");
    await vi.runAllTimersAsync();
    expect((await call).data.guid).toBe(GUID);
  });

  test.each([false, Infinity] as const)("does not end the attempt when it is %s", async (timeout) => {
    const { api } = stubClient(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 3_600_000));
        return Response.json(USER);
      },
      { timeout },
    );
    const call = api.GET("/v1/user");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect((await call).data.guid).toBe(GUID);
  });

  test("leaves no timer behind", async () => {
    const { api } = stubClient(() => Response.json(USER), { deadline: 60_000 });
    await api.GET("/v1/user");
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the deadline of a call", () => {
  test("includes all attempts and the waits between them", async () => {
    const { api, requests } = stubClient(() => new Response("", { status: 503, headers: { "retry-after": "10" } }), {
      deadline: 15_000,
    });
    const failure = failureOf(api.GET("/v1/user"));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await failure).toMatchObject({ name: "TimeoutError", milliseconds: 15_000 });
    expect(requests).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("can be set for one call", async () => {
    const { api } = stubClient(never);
    const failure = failureOf(api.GET("/v1/user", { deadline: 50, timeout: false }));
    await vi.advanceTimersByTimeAsync(50);
    expect(await failure).toMatchObject({ name: "TimeoutError", milliseconds: 50 });
  });
});

describe("canceling", () => {
  test("rejects with the signal's reason while waiting for the response, and aborts the request", async () => {
    const { api, requests } = stubClient(never);
    const controller = new AbortController();
    const failure = failureOf(api.GET("/v1/user", { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort("enough");
    expect(await failure).toBe("enough");
    expect(requests[0]?.signal.reason).toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends a wait before the next attempt", async () => {
    const { api, requests } = stubClient(() => new Response("", { status: 503 }));
    const controller = new AbortController();
    const failure = failureOf(api.GET("/v1/user", { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    expect(await failure).toMatchObject({ name: "AbortError" });
    expect(requests).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("rejects with the signal's reason, whatever fetch rejects with", async () => {
    const stopping = (request: Request) =>
      new Promise<never>((_, reject) => {
        request.signal.addEventListener("abort", () => {
          reject(new TypeError("stopped"));
        });
      });
    const controller = new AbortController();
    const failure = failureOf(
      stubClient(() => new Response(), { fetch: stopping }).api.GET("/v1/user", { signal: controller.signal }),
    );
    await vi.advanceTimersByTimeAsync(10);
    controller.abort("enough");
    expect(await failure).toBe("enough");
  });

  test("leaves nothing on the signal when a call waited and succeeded", async () => {
    const { api } = stubClient((_, count) => (count === 1 ? new Response("", { status: 503 }) : Response.json(USER)));
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const call = api.GET("/v1/user", { signal });
    await vi.runAllTimersAsync();
    await call;
    expect(added).toHaveBeenCalledTimes(3);
    expect(removed).toHaveBeenCalledTimes(3);
  });

  test("sends nothing when the signal has already fired", async () => {
    const { api, requests } = stubClient(() => Response.json(USER));
    await expect(api.GET("/v1/user", { signal: AbortSignal.abort("no") })).rejects.toBe("no");
    expect(requests).toHaveLength(0);
  });

  test("leaves nothing on a signal that outlives 10,000 calls", { timeout: 60_000 }, async () => {
    vi.useRealTimers();
    const { api } = stubClient(() => Response.json(USER), { deadline: 1_000 });
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    for (let call = 0; call < 10_000; call++) await api.GET("/v1/user", { signal });
    expect(added.mock.calls.length).toBeGreaterThanOrEqual(10_000);
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });

  test("may be shared by many concurrent calls without a warning from Node", async () => {
    vi.useRealTimers();
    const warning = vi.spyOn(process, "emitWarning").mockReturnValue();
    onTestFinished(() => {
      warning.mockRestore();
    });
    const busy = (_: Request, count: number) => (count <= 30 ? new Response("", { status: 503 }) : Response.json(USER));
    const { api } = stubClient(busy, { retry: { delay: 1 } });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 30 }, () => api.GET("/v1/user", { signal })));
    expect(warning).not.toHaveBeenCalled();
  });

  test("cancels all calls that share a signal", async () => {
    const { api } = stubClient(never);
    const stop = new AbortController();
    const failures = Array.from({ length: 3 }, () => failureOf(api.GET("/v1/user", { signal: stop.signal })));
    stop.abort("enough");
    expect(await Promise.all(failures)).toEqual(["enough", "enough", "enough"]);
  });
});
