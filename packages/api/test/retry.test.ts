import { describe, expect, test } from "vitest";
import {
  type ConnectClient,
  type ConnectPlugin,
  createConnectClient,
  retry,
  type RetryEvent,
  type RetryOptions,
} from "@connect-sdk/api";
import { type Respond, stubClient } from "./support/stub-client.ts";
import { GUID, KEY, USER } from "./support/records.ts";

const NOW = Date.parse("2030-01-01T00:00:00Z");
const path = { guid: GUID };

/** A client that waits in no time and notes how long it would have waited. */
function waitingClient(respond: Respond, options: RetryOptions = {}) {
  const waits: number[] = [];
  const sleep = (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const clock = { now: () => NOW, random: () => 0, sleep, ...options.clock };
  return { waits, clock, ...stubClient(respond, { retry: { ...options, clock } }) };
}

const failing =
  (status: number, headers: HeadersInit = {}): Respond =>
  () =>
    new Response("", { status, headers });
const refused = () => {
  throw new TypeError("fetch failed", {
    cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
  });
};
const reset = () => {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) });
};

const repeatable: Record<string, (api: ConnectClient) => Promise<unknown>> = {
  GET: (api) => api.GET("/v1/users"),
  PUT: (api) => api.PUT("/v1/users/{guid}", { params: { path }, body: { first_name: "Jo" } }),
  lock: (api) => api.POST("/v1/users/{guid}/lock", { params: { path }, body: { locked: true } }),
  "GET by request()": (api) => api.request("GET", "v1/things"),
};
const creating: Record<string, (api: ConnectClient) => Promise<unknown>> = {
  "creating a user": (api) => api.POST("/v1/users", { body: { username: "jo" } }),
  "creating a user from a ticket": (api) => api.PUT("/v1/users", { body: { temp_ticket: "t" } }),
  "creating a group from a ticket": (api) => api.PUT("/v1/groups", { body: { temp_ticket: "t" } }),
  "creating a group from a ticket by request()": (api) => api.request("PUT", "v1/groups", { body: {} }),
  "deleting a group": (api) => api.DELETE("/v1/groups/{guid}", { params: { path } }),
  "changing a group": (api) => api.PATCH("/v1/groups/{guid}", { params: { path }, body: { name: "n" } }),
};
const ambiguous: Record<string, Respond> = { reset, 502: failing(502), 503: failing(503), 504: failing(504) };
const harmless: Record<string, Respond> = {
  refused,
  429: failing(429),
  "503 with Retry-After": failing(503, { "retry-after": "1" }),
};

describe.each(Object.entries(repeatable))("%s", (_, call) => {
  test.each(Object.entries({ ...ambiguous, ...harmless }))(
    "is tried three times when it fails with %s",
    async (__, respond) => {
      const { api, requests } = waitingClient(respond);
      await expect(call(api)).rejects.toThrow();
      expect(requests).toHaveLength(3);
    },
  );

  test.each([400, 401, 404, 409, 500, 501])("is tried once when the status is %d", async (status) => {
    const { api, requests } = waitingClient(failing(status));
    await expect(call(api)).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });
});

describe.each(Object.entries(creating))("%s", (_, call) => {
  test.each(Object.entries(ambiguous))(
    "is tried once when it fails with %s, because the server may have executed it",
    async (__, respond) => {
      const { api, requests } = waitingClient(respond);
      await expect(call(api)).rejects.toThrow();
      expect(requests).toHaveLength(1);
    },
  );

  test.each(Object.entries(harmless))(
    "is retried when it fails with %s, because the server has not executed it",
    async (__, respond) => {
      const { api, requests } = waitingClient(respond);
      await expect(call(api)).rejects.toThrow();
      expect(requests).toHaveLength(3);
    },
  );
});

describe("retrying", () => {
  test("sends the body each time", async () => {
    const { api, requests } = waitingClient((_, count) => (count < 3 ? failing(503)(_, count) : Response.json(USER)));
    await api.PUT("/v1/users/{guid}", { params: { path }, body: { first_name: "Jo" } });
    expect(await Promise.all(requests.map((request) => request.json()))).toEqual(Array(3).fill({ first_name: "Jo" }));
  });

  test("sends the body each time with a fetch that takes a description of the request, and with plugins", async () => {
    const bodies: unknown[] = [];
    const respond = (body: unknown): Response => {
      bodies.push(body);
      return bodies.length % 3 === 0 ? Response.json(USER) : new Response("", { status: 503 });
    };
    const options = { url: "https://connect.example.com", apiKey: KEY, retry: { delay: 0 } };
    const plain = createConnectClient({ ...options, fetch: (_request, { body }) => respond(body) });
    const plugin: ConnectPlugin = { name: "pass", fetch: (request, next) => next(request) };
    const extended = createConnectClient({
      ...options,
      plugins: [plugin],
      fetch: async (request) => respond(await request.text()),
    });
    for (const api of [plain, extended]) {
      await api.PUT("/v1/users/{guid}", { params: { path }, body: { first_name: "Jo" } });
    }
    expect(bodies).toEqual(Array(6).fill('{"first_name":"Jo"}'));
  });

  test.each(["retries", "delay", "maxDelay", "maxRetryAfter"])("refuses NaN as %s, which would not wait", (name) => {
    expect(() => waitingClient(() => new Response(), { [name]: NaN })).toThrow(`${name} is NaN. Nothing was sent.`);
  });

  test("waits twice as long each time, up to a limit", async () => {
    const { api, waits } = waitingClient(failing(503), { retries: 6 });
    await expect(api.GET("/v1/user")).rejects.toThrow();
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  });

  test("subtracts up to half of the wait at random", async () => {
    const { api, waits } = waitingClient(failing(503), { clock: { random: () => 0.999 } });
    await expect(api.GET("/v1/user")).rejects.toThrow();
    expect(waits[0]).toBeCloseTo(250, 0);
  });

  test.each([
    ["7", 7_000],
    [new Date(NOW + 9_000).toUTCString(), 9_000],
    [new Date(NOW - 9_000).toUTCString(), 0],
    ["-1", 500],
    ["soon", 500],
  ])("waits as Retry-After: %s says", async (value, expected) => {
    const { api, waits } = waitingClient(failing(429, { "retry-after": value }), { retries: 1 });
    await expect(api.GET("/v1/user")).rejects.toThrow();
    expect(waits).toEqual([expected]);
  });

  test("fails at once when Retry-After is too long, and passes it on", async () => {
    const { api, requests } = waitingClient(failing(429, { "retry-after": "86400" }));
    await expect(api.GET("/v1/user")).rejects.toThrow(
      expect.objectContaining({ name: "RateLimitError", retryAfter: 86_400 }),
    );
    expect(requests).toHaveLength(1);
  });

  test("reports each wait", async () => {
    const events: RetryEvent[] = [];
    const { api } = waitingClient(failing(502), { onRetry: (event) => events.push(event) });
    await expect(api.GET("/v1/user")).rejects.toThrow();
    expect(events).toMatchObject([
      { attempt: 1, delay: 500, reason: { status: 502 }, context: { operationId: "getCurrentUser" } },
      { attempt: 2, delay: 1_000, reason: { status: 502 } },
    ]);
  });

  test("can be switched off and changed for one call", async () => {
    const { api, requests } = waitingClient(failing(503));
    await expect(api.GET("/v1/user", { retry: false })).rejects.toThrow();
    expect(requests).toHaveLength(1);
    await expect(api.GET("/v1/user", { retry: { retries: 1 } })).rejects.toThrow();
    expect(requests).toHaveLength(3);
  });

  test("can be switched off for the client and on for a call", async () => {
    const { api, requests } = stubClient(failing(503), { retry: false });
    await expect(api.GET("/v1/user")).rejects.toThrow();
    expect(requests).toHaveLength(1);
    await expect(api.GET("/v1/user", { retry: { retries: 1, delay: 0 } })).rejects.toThrow();
    expect(requests).toHaveLength(3);
  });

  test("can be added as a plugin with its own options", async () => {
    const { clock } = waitingClient(failing(503));
    const { api, requests } = stubClient(failing(503), { retry: false, plugins: [retry({ retries: 3, clock })] });
    await expect(api.GET("/v1/user")).rejects.toThrow();
    expect(requests).toHaveLength(4);
  });
});
