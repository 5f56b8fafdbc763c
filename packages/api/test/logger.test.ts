import { expect, test, vi } from "vitest";
import { type LogEntry, logger } from "@connect-sdk/api";
import { failureOf, stubClient } from "./support/stub-client.ts";
import { USER } from "./support/records.ts";

const failOnce = (_: Request, count: number) => {
  if (count === 1) throw new TypeError("fetch failed");
  return Response.json(USER);
};

test("the logger reports every attempt", async () => {
  const entries: LogEntry[] = [];
  const { api } = stubClient(failOnce, {
    plugins: [logger((entry) => entries.push(entry))],
    retry: { delay: 0 },
  });
  await api.GET("/v1/user");
  expect(entries).toMatchObject([
    {
      method: "GET",
      path: "/v1/user",
      operationId: "getCurrentUser",
      attempt: 1,
      status: undefined,
      error: { name: "NetworkError" },
    },
    { method: "GET", path: "/v1/user", attempt: 2, status: 200, error: undefined },
  ]);
  expect(entries[0]?.correlationId).toBe(entries[1]?.correlationId);
});

test("the logger writes one line per attempt by default", async () => {
  const debug = vi.spyOn(console, "debug").mockReturnValue();
  const { api } = stubClient(failOnce, { plugins: [logger()], retry: { delay: 0 } });
  await api.GET("/v1/user");
  expect(debug.mock.calls).toEqual([
    [expect.stringMatching(/^GET \/v1\/user NetworkError \d+ ms$/)],
    [expect.stringMatching(/^GET \/v1\/user 200 \d+ ms \(attempt 2\)$/)],
  ]);
  debug.mockRestore();
});

test("a log function that throws is called once, and its exception propagates", async () => {
  const exception = new Error("disk full");
  const log = vi.fn(() => {
    throw exception;
  });
  const { api } = stubClient(() => Response.json(USER), { plugins: [logger(log)] });
  expect(await failureOf(api.GET("/v1/user"))).toBe(exception);
  expect(log).toHaveBeenCalledTimes(1);
});
