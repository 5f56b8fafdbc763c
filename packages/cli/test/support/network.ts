import type { FakeConnect } from "@connect-sdk/testing";

/** Creates a network with latency, on a clock that jumps from one response to the next. */
export function slowNetwork(fake: FakeConnect, latency: number) {
  const waiting: { due: number; go: () => void }[] = [];
  let now = 0;
  let most = 0;
  const deliver = (): void => {
    const next = waiting.shift();
    if (next === undefined) return;
    now = next.due;
    next.go();
    setImmediate(deliver);
  };
  const slowFetch: typeof fetch = async (input, init) => {
    await new Promise<void>((go) => {
      waiting.push({ due: now + latency, go });
      most = Math.max(most, waiting.length);
      if (waiting.length === 1) setImmediate(deliver);
    });
    return await fake.fetch(input, init);
  };
  return {
    fetch: slowFetch,
    /** Returns the highest number of concurrent requests. */
    most: () => most,
    /** Returns the milliseconds that have passed on its clock. */
    now: () => now,
  };
}

/** Creates a network that disturbs the requests that `matches` selects, and passes on the others. */
export function disturbedNetwork(
  fake: FakeConnect,
  matches: (request: Request) => boolean | Promise<boolean>,
  disturb: (request: Request) => Promise<Response>,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    return (await matches(request.clone())) ? await disturb(request) : await fake.fetch(request);
  };
}
