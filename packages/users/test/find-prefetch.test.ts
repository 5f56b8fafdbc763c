import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { beforeAll, describe, expect, test } from "vitest";

/** Holds back responses until they are released. */
function openWithGate(users: number) {
  const fake = createFakeConnect({ users });
  const waiting: (() => void)[] = [];
  const aborted: string[] = [];
  const connection = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    async fetch(request) {
      const page = new URL(request.url).searchParams.get("page_number") ?? "";
      request.signal.addEventListener("abort", () => aborted.push(page));
      const response = await fake.fetch(request);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return response;
    },
  });
  return {
    users: connection.users,
    aborted,
    waiting,
    requested: () => fake.requests.length,
    release: async (count = 1) => {
      for (const resolve of waiting.splice(0, count)) resolve();
      await settle();
    },
  };
}

/** Resolves when nothing more can happen without another response. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

// The code of lists is loaded by the first call, in a time that nobody knows.
beforeAll(async () => {
  const fake = createFakeConnect({ users: 2_000 });
  await connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch }).users.find();
});

describe("awaited", () => {
  test.for([
    [{}, 6],
    [{ concurrency: 2 }, 2],
    [{ concurrency: 100 }, 9],
  ] as const)("with %o, requests the first page alone, then %i at a time", async ([options, most]) => {
    const { users, requested, release, waiting } = openWithGate(5_000);
    const found = users.find({}, options).then((all) => all.length);
    await settle();
    expect(requested()).toBe(1);
    await release();
    expect(requested()).toBe(1 + most);
    while (waiting.length > 0) {
      expect(waiting.length).toBeLessThanOrEqual(most);
      await release();
    }
    expect([await found, requested()]).toEqual([5_000, 10]);
  });

  test("requests another page for each that arrives, even while an earlier one is late", async () => {
    const { users, requested, release, waiting } = openWithGate(10_000);
    const found = users.find().then((all) => all.length);
    await settle();
    await release();
    expect(requested()).toBe(7);
    const [late] = waiting.splice(0, 1);
    await release(5);
    expect(requested()).toBe(12);
    late?.();
    await settle();
    while (waiting.length > 0) await release();
    expect([await found, requested()]).toEqual([10_000, 20]);
  });

  test("keeps the order of pages that arrive out of order", async () => {
    const { users, waiting, release } = openWithGate(3_000);
    const found = users.find().then((all) => all.map(({ guid }) => guid));
    await settle();
    await release();
    waiting.reverse();
    while (waiting.length > 0) await release(6);
    const inOrder = createFakeConnect({ users: 3_000 });
    const { users: others } = connect({ url: inOrder.url, apiKey: inOrder.apiKey, fetch: inOrder.fetch });
    expect(await found).toEqual((await others.find()).map(({ guid }) => guid));
  });
});

describe("iterated", () => {
  test("prefetches one page for a slow loop", async () => {
    const { users, requested, release } = openWithGate(5_000);
    const loop = users.find()[Symbol.asyncIterator]();
    for (let page = 1; page <= 3; page++) {
      const first = loop.next();
      await settle();
      await release();
      await first;
      expect(requested()).toBe(page + 1);
      await release();
      for (let user = 1; user < 500; user++) await loop.next();
    }
    await loop.return();
  });

  test("prefetches more pages for a loop that has to wait, up to the concurrency", async () => {
    const { users, requested, release, waiting } = openWithGate(15_000);
    let most = 0;
    const loop = (async () => {
      for await (const user of users.find({}, { concurrency: 4 })) expect(user.guid).toBeDefined();
    })();
    await settle();
    while (waiting.length > 0) {
      most = Math.max(most, waiting.length);
      await release();
    }
    await loop;
    expect([most, requested()]).toEqual([4, 30]);
  });

  test("prefetches twice as many pages each time that the loop has to wait", async () => {
    const { users, release, waiting } = openWithGate(20_000);
    const growth: number[] = [];
    const loop = (async () => {
      for await (const page of users.find({}, { concurrency: 8 }).pages()) expect(page).toHaveLength(500);
    })();
    await settle();
    while (waiting.length > 0) {
      if (waiting.length > (growth.at(-1) ?? 0)) growth.push(waiting.length);
      await release();
    }
    await loop;
    expect(growth).toEqual([1, 2, 4, 8]);
  });

  test("sends nothing more after the loop breaks, and cancels pending requests", async () => {
    const { users, requested, aborted, release } = openWithGate(5_000);
    const loop = (async () => {
      for await (const user of users.find()) if (user.guid !== "") break;
    })();
    await settle();
    await release();
    await loop;
    await settle();
    expect(requested()).toBe(2);
    expect(aborted).toContain("2");
  });

  test("sends nothing more when the loop throws", async () => {
    const { users, requested, release } = openWithGate(5_000);
    const loop = (async () => {
      for await (const user of users.find()) throw new RangeError(`${user.guid} is enough`);
    })();
    const outcome = expect(loop).rejects.toThrow("is enough");
    await settle();
    await release();
    await outcome;
    expect(requested()).toBe(2);
  });
});
