import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { expect, test } from "vitest";
import { planImport } from "@connect-sdk/lifecycle";

/** Makes a client load what it needs for a response that is an error, which would delay the first one. */
async function loadErrors(): Promise<void> {
  const fake = createFakeConnect();
  fake.fault({ path: "/v1/user", status: 429 });
  const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: false });
  await expect(connection.me()).rejects.toMatchObject({ status: 429 });
}

/** Imports accounts. Returns how many requests that create one were in progress at each of them. Some get a 429. */
async function importWithLimit({ count, limited }: { count: number; limited: readonly number[] }) {
  const fake = createFakeConnect();
  let running = 0;
  let sent = 0;
  const concurrency: number[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method !== "POST") return await fake.fetch(request);
    const number = sent++;
    concurrency.push(++running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (!limited.includes(number)) return await fake.fetch(request);
    return new Response('{"code":277,"error":"slow down"}', { status: 429, headers: { "Retry-After": "0" } });
  };
  const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch, retry: { retries: 10, delay: 0 } });
  const rows = Array.from({ length: count }, (_, at) => ({ username: `user-${at}`, email: `u${at}@x.example` }));
  const plan = await planImport(connection, rows);
  const result = await plan.apply({ concurrency: 8 });
  return { fake, result, concurrency };
}

test("fewer steps run at the same time after a 429, and all of them again later", async () => {
  const { fake, result, concurrency } = await importWithLimit({ count: 400, limited: [40] });

  expect(result.summary).toMatchObject({ done: 400, failed: 0 });
  expect(fake.users).toHaveLength(401);
  expect(Math.max(...concurrency.slice(0, 40))).toBe(8);
  expect(Math.max(...concurrency.slice(60, 75))).toBeLessThan(8);
  expect(Math.max(...concurrency.slice(-50))).toBe(8);
});

test("without a 429, all steps run at the same time throughout", async () => {
  const { concurrency } = await importWithLimit({ count: 100, limited: [] });

  expect(Math.max(...concurrency)).toBe(8);
});

test("each 429 halves the number, and four rounds without one allow one more", async () => {
  await loadErrors();
  const { result, concurrency } = await importWithLimit({ count: 300, limited: [40, 70] });

  expect(result.summary).toMatchObject({ done: 300, failed: 0 });
  const second = concurrency.lastIndexOf(1);
  // From 8 to 4, and one more in the meantime; then from 5 to 2, and one more after every four rounds.
  expect(Math.max(...concurrency.slice(50, second))).toBe(5);
  const restored = concurrency.slice(second);
  expect(restored.toSorted()).toEqual(restored);
  // One step takes the new place, and another one follows each step of the four rounds.
  for (const level of [3, 4, 5, 6, 7]) {
    expect(restored.filter((running) => running === level)).toHaveLength(4 * level + 1);
  }
});
