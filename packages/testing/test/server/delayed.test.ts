import { expect, it, onTestFinished, vi } from "vitest";
import { FetchRequest } from "../../src/http/fetch-request.ts";
import { delayed } from "../../src/server/delayed.ts";

it("holds back an answer by as many milliseconds as told, while the server works at once", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const answer = vi.fn(() => Promise.resolve({ status: 200, headers: {}, body: "done" }));
  const received = vi.fn();

  void delayed(answer, 250)(new FetchRequest(new Request("http://connect.test"))).then(received);
  expect(answer).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(249);
  expect(received).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(received).toHaveBeenCalledOnce();
});
