import { describe, expect, test } from "vitest";
import { type ConnectClient, createConnectClient, type RetryEvent, type RetryOptions } from "@connect-sdk/api";
import { failures, furtherCalls } from "../src/on-demand.ts";
import { failureOf, type Respond, stubClient } from "./support/stub-client.ts";
import { GUID, USER } from "./support/records.ts";

// What the client loads on demand. Reading a file takes longer than `settle` waits.
await Promise.all([failures.load(), furtherCalls.load()]);

/** Time that passes only when the test says so. */
class ManualClock {
  time = 1_000_000;
  readonly #sleepers = new Set<{ until: number; wake: () => void }>();
  readonly random = () => 0;
  readonly now = () => this.time;

  readonly sleep = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const sleeper = { until: this.time + milliseconds, wake: resolve };
      this.#sleepers.add(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
      });
    });

  async advance(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    for (const sleeper of [...this.#sleepers]) {
      if (sleeper.until > this.time) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
    await settle();
  }
}

/** Lets everything happen that waits for nothing but other promises. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const ok: Respond = () => Response.json(USER);
const busy = (status: number, seconds?: number) =>
  new Response("", { status, headers: seconds === undefined ? {} : { "retry-after": String(seconds) } });

function busyClient(respond: Respond, options: RetryOptions | false = {}) {
  const clock = new ManualClock();
  const events: RetryEvent[] = [];
  const retry = options && { clock, onRetry: (event: RetryEvent) => events.push(event), ...options };
  return { clock, events, ...stubClient(respond, { retry, timeout: false }) };
}

const path = { guid: GUID };
const kinds: Record<string, (api: ConnectClient) => Promise<unknown>> = {
  GET: (api) => api.GET("/v1/user"),
  "a creating POST": (api) => api.POST("/v1/users", { body: { username: "jo" } }),
  lock: (api) => api.POST("/v1/users/{guid}/lock", { params: { path }, body: { locked: true } }),
  "request()": (api) => api.request("GET", "v1/tags"),
  "fetch()": (api) => api.fetch("/v1/user"),
  "a call without retries": (api) => api.GET("/v1/user", { retry: false }),
};

describe.each([
  [429, 5],
  [503, 5],
])("after %d with Retry-After: %d", (status, seconds) => {
  test.each(Object.entries(kinds))("%s waits until the server accepts requests", async (_, call) => {
    const { api, clock, requests } = busyClient((request, count) =>
      count === 1 ? busy(status, seconds) : ok(request, count),
    );
    const first = api.GET("/v1/user");
    await settle();
    const later = call(api).catch(() => undefined);
    await settle();
    await clock.advance(4_999);
    expect(requests).toHaveLength(1);
    await clock.advance(1);
    expect(requests).toHaveLength(3);
    await Promise.all([first, later]);
  });
});

describe("calls that wait", () => {
  test("go on one first, then all: a server that is still busy gets one request", async () => {
    let limited = true;
    const { api, clock, requests } = busyClient((request, count) => (limited ? busy(429, 5) : ok(request, count)), {
      retries: 9,
    });
    const calls = [api.GET("/v1/user")];
    await settle();
    for (let index = 0; index < 50; index++) calls.push(api.GET("/v1/user"));
    await settle();
    expect(requests).toHaveLength(1);
    await clock.advance(5_000);
    expect(requests).toHaveLength(2);
    await clock.advance(5_000);
    expect(requests).toHaveLength(3);
    limited = false;
    await clock.advance(5_000);
    await Promise.all(calls);
    expect(requests).toHaveLength(3 + 51);
  });

  test("report their delay and the response that caused it", async () => {
    const { api, clock, events } = busyClient((request, count) => (count === 1 ? busy(429, 5) : ok(request, count)));
    const first = api.GET("/v1/user");
    await settle();
    await clock.advance(2_000);
    const second = api.GET("/v1/users/{guid}", { params: { path } });
    await settle();
    expect(events).toMatchObject([
      { attempt: 1, delay: 5_000, reason: { status: 429 }, context: { operationId: "getCurrentUser" } },
      { attempt: 0, delay: 3_000, reason: { status: 429 }, context: { operationId: "getUser" } },
    ]);
    await clock.advance(3_000);
    await Promise.all([first, second]);
  });

  test("end at once when they are canceled, and the others go on", async () => {
    const { api, clock, requests } = busyClient((request, count) => (count === 1 ? busy(429, 5) : ok(request, count)));
    const first = api.GET("/v1/user");
    await settle();
    const controller = new AbortController();
    const canceled = failureOf(api.GET("/v1/user", { signal: controller.signal }));
    await settle();
    controller.abort(new Error("enough"));
    expect(await canceled).toMatchObject({ message: "enough" });
    await clock.advance(5_000);
    await first;
    expect(requests).toHaveLength(2);
  });

  test("end when their deadline passes", async () => {
    const { api } = busyClient(() => busy(429, 5));
    void api.GET("/v1/user", { deadline: 5 }).catch(() => undefined);
    await settle();
    await expect(api.GET("/v1/user", { deadline: 5 })).rejects.toThrow("within 5 ms");
  });

  test("are let through when the call that went first is canceled", async () => {
    const controller = new AbortController();
    const { api, clock, requests } = busyClient((request, count) =>
      count === 1 ? busy(429, 5) : count === 2 ? new Promise<never>(() => undefined) : ok(request, count),
    );
    const first = failureOf(api.GET("/v1/user", { signal: controller.signal }));
    await settle();
    const second = api.GET("/v1/user");
    await clock.advance(5_000);
    expect(requests).toHaveLength(2);
    controller.abort(new Error("enough"));
    await first;
    await settle();
    expect(requests).toHaveLength(3);
    await second;
  });
});

describe("a call does not wait", () => {
  test("longer than its maxRetryAfter: it gets the server's own response", async () => {
    const { api, requests } = busyClient(() => busy(429, 50));
    void api.GET("/v1/user", { deadline: 50 }).catch(() => undefined);
    await settle();
    await expect(api.GET("/v1/user", { retry: { maxRetryAfter: 1_000 } })).rejects.toThrow("429");
    expect(requests).toHaveLength(2);
  });

  test("for a response that asks for more than maxRetryAfter", async () => {
    const { api, requests } = busyClient((request, count) => (count === 1 ? busy(429, 86_400) : ok(request, count)));
    await expect(api.GET("/v1/user")).rejects.toThrow("429");
    await api.GET("/v1/user");
    expect(requests).toHaveLength(2);
  });

  test("for a client without retries", async () => {
    const { api, requests } = busyClient((request, count) => (count === 1 ? busy(429, 5) : ok(request, count)), false);
    await expect(api.GET("/v1/user")).rejects.toThrow("429");
    await api.GET("/v1/user");
    expect(requests).toHaveLength(2);
  });

  test("for another client", async () => {
    const { api } = busyClient(() => busy(429, 5));
    const other = busyClient(ok);
    void api.GET("/v1/user", { deadline: 50 }).catch(() => undefined);
    await settle();
    await other.api.GET("/v1/user");
    expect(other.requests).toHaveLength(1);
  });

  test("after 502 and 504, which concern one call", async () => {
    const { api, requests } = busyClient((request, count) => (count === 1 ? busy(502) : ok(request, count)));
    const first = api.GET("/v1/user", { deadline: 50 }).catch(() => undefined);
    await settle();
    await api.GET("/v1/user");
    expect(requests).toHaveLength(2);
    await first;
  });
});

test("a wait of 30 days is not cut to a millisecond", async () => {
  let requests = 0;
  const api = createConnectClient({
    url: "https://connect.example.com",
    anonymous: true,
    timeout: 2_592_000_000,
    retry: { maxRetryAfter: Infinity },
    fetch() {
      requests++;
      return busy(429, 2_592_000);
    },
  });
  await expect(api.GET("/v1/user", { deadline: 100 })).rejects.toThrow("within 100 ms");
  expect(requests).toBe(1);
});
