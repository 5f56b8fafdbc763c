import type { FakeConnect } from "@connect-sdk/testing";

/** A network on which every request takes a while, by a clock that jumps from one answer to the next. */
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
    /** The most requests that were under way at a time. */
    most: () => most,
    /** Milliseconds that have passed on its clock. */
    now: () => now,
  };
}

/** A network that does something to the requests that `matches`, and passes on the others. */
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
