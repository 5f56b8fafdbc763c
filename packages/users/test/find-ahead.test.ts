import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";

/** Answers to requests for pages come only when they are let through. */
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
      const answer = await fake.fetch(request);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return answer;
    },
  });
  return {
    users: connection.users,
    aborted,
    waiting,
    asked: () => fake.requests.length,
    letThrough: async (count = 1) => {
      for (const resolve of waiting.splice(0, count)) resolve();
      await settle();
    },
  };
}

/** Everything that can happen without another answer has happened. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(() => setImmediate(() => setImmediate(resolve))));
  });
}

describe("awaited", () => {
  test.for([
    [{}, 6],
    [{ concurrency: 2 }, 2],
    [{ concurrency: 100 }, 9],
  ] as const)("with %o, the first page comes alone, then %i at a time", async ([options, most]) => {
    const { users, asked, letThrough, waiting } = openWithGate(5_000);
    const found = users.find({}, options).then((all) => all.length);
    await settle();
    expect(asked()).toBe(1);
    await letThrough();
    expect(asked()).toBe(1 + most);
    while (waiting.length > 0) {
      expect(waiting.length).toBeLessThanOrEqual(most);
      await letThrough();
    }
    expect([await found, asked()]).toEqual([5_000, 10]);
  });

  test("keeps the order of the pages when they arrive in another", async () => {
    const { users, waiting, letThrough } = openWithGate(3_000);
    const found = users.find().then((all) => all.map(({ guid }) => guid));
    await settle();
    await letThrough();
    waiting.reverse();
    while (waiting.length > 0) await letThrough(6);
    const inOrder = createFakeConnect({ users: 3_000 });
    const { users: others } = connect({ url: inOrder.url, apiKey: inOrder.apiKey, fetch: inOrder.fetch });
    expect(await found).toEqual((await others.find()).map(({ guid }) => guid));
  });
});

describe("iterated", () => {
  test("asks for one page ahead of a loop that takes its time", async () => {
    const { users, asked, letThrough } = openWithGate(5_000);
    const loop = users.find()[Symbol.asyncIterator]();
    for (let page = 1; page <= 3; page++) {
      const first = loop.next();
      await settle();
      await letThrough();
      await first;
      expect(asked()).toBe(page + 1);
      await letThrough();
      for (let user = 1; user < 500; user++) await loop.next();
    }
    await loop.return();
  });

  test("asks for more ahead of a loop that waits for it, up to the concurrency", async () => {
    const { users, asked, letThrough, waiting } = openWithGate(15_000);
    let most = 0;
    const loop = (async () => {
      for await (const user of users.find({}, { concurrency: 4 })) expect(user.guid).toBeDefined();
    })();
    await settle();
    while (waiting.length > 0) {
      most = Math.max(most, waiting.length);
      await letThrough();
    }
    await loop;
    expect([most, asked()]).toEqual([4, 30]);
  });

  test("sends nothing more after leaving the loop, and cancels what is on its way", async () => {
    const { users, asked, aborted, letThrough } = openWithGate(5_000);
    const loop = (async () => {
      for await (const user of users.find()) if (user.guid !== "") break;
    })();
    await settle();
    await letThrough();
    await loop;
    await settle();
    expect(asked()).toBe(2);
    expect(aborted).toContain("2");
  });

  test("sends nothing more when the loop throws", async () => {
    const { users, asked, letThrough } = openWithGate(5_000);
    const loop = (async () => {
      for await (const user of users.find()) throw new RangeError(`${user.guid} is enough`);
    })();
    const outcome = expect(loop).rejects.toThrow("is enough");
    await settle();
    await letThrough();
    await outcome;
    expect(asked()).toBe(2);
  });
});
