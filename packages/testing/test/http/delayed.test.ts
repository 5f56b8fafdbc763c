import { expect, it, onTestFinished, vi } from "vitest";
import type { HttpResponse } from "../../src/http/exchange.ts";
import { FetchRequest } from "../../src/http/fetch-request.ts";
import { delayed } from "../../src/http/node-server.ts";

it("delays the response by the given milliseconds, while the server handles the request at once", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const handle = vi.fn(() => Promise.resolve({ status: 200, headers: {}, body: "done" }));
  const received = vi.fn();

  void delayed(handle, 250)(new FetchRequest(new Request("http://connect.test"))).then(received);
  expect(handle).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(249);
  expect(received).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(received).toHaveBeenCalledOnce();
});

it("ends the delay when the client stops waiting", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const stop = new AbortController();
  const request = new FetchRequest(new Request("http://connect.test", { signal: stop.signal }));
  const handle = (): Promise<HttpResponse> => Promise.resolve({ status: 200, headers: {}, body: "done" });

  const response = delayed(handle, 250)(request);
  expect(vi.getTimerCount()).toBe(1);
  stop.abort();
  await expect(response).resolves.toMatchObject({ status: 200 });
  expect(vi.getTimerCount()).toBe(0);
});
