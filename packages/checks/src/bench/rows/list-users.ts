import { current, type Checkout } from "../measure/checkout.ts";
import { childArguments, runNode, startPageServer } from "../measure/processes.ts";
import { ratios } from "../measure/timing.ts";
import { type Row, roundsOf, type Size, type Work } from "../row.ts";

// Rows about `users.find()`, and the hand-written loops that it is compared with.

const API_KEY = "0123456789abcdef";

export const findLatency: Row = {
  name: "find-latency",
  what: "`find()`, 20,000 users, 50 ms latency",
  floor: "a hand-written `fetch` loop, 6 requests at a time",
  budget: { at: "most", value: 1.15, unit: "×" },
  work: (checkout, size) => findAll(checkout, { users: usersOf(size, 20_000), latency: 50 }),
  async measure(size) {
    const users = usersOf(size, 20_000);
    await using server = await startPageServer({ users, latency: 50 });
    const find = await finder(current, server.url);
    const expectAll = (rows: readonly unknown[]): void => {
      if (rows.length !== users) throw new Error(`Read ${rows.length} users instead of ${users}.`);
    };
    return await ratios(
      async () => {
        expectAll(await find());
      },
      async () => {
        expectAll(await readConcurrently(server.url, 6));
      },
      { rounds: roundsOf(size, 11) },
    );
  },
};

export const findSequential: Row = {
  name: "find-sequential",
  what: "page after page, 20,000 users, 50 ms latency",
  floor: "`find()`",
  budget: { at: "least", value: 3.5, unit: "×" },
  async measure(size) {
    await using server = await startPageServer({ users: usersOf(size, 20_000), latency: 50 });
    const find = await finder(current, server.url);
    return await ratios(() => readSequentially(server.url), find, { rounds: roundsOf(size, 5), warmUps: 1 });
  },
};

export const findThroughput: Row = {
  name: "find-throughput",
  what: "`find()`, 100,000 users, no latency",
  floor: "`fetch` and `JSON.parse` alone, 6 requests at a time",
  budget: { at: "most", value: 1.25, unit: "×" },
  work: (checkout, size) => findAll(checkout, { users: usersOf(size, 100_000), latency: 0 }),
  async measure(size) {
    await using server = await startPageServer({ users: usersOf(size, 100_000) });
    const find = await finder(current, server.url);
    return await ratios(find, () => readConcurrently(server.url, 6), { rounds: roundsOf(size, 15) });
  },
};

/** Bytes to add to each record: the memory of a stream must not depend on their size. */
const WEIGHTS = [0, 2_000];

/** With memory to spare, Node keeps garbage around, even that of a bare `fetch` loop. This heap only fits what is needed. */
const LIMITS = ["--max-old-space-size=40", "--max-semi-space-size=4"];

export const streamMemory: Row = {
  name: "stream-memory",
  what: "`for await` over 200,000 users, light and heavy records",
  floor: "resident memory above the idle process; the heap limited to 40 MB, so that garbage does not count",
  budget: { at: "most", value: 64, unit: "MB" },
  async measure(size) {
    const users = usersOf(size, 200_000);
    const found: number[] = [];
    for (const weight of WEIGHTS) {
      await using server = await startPageServer({ users, weight });
      for (let run = 0; run < roundsOf(size, 3); run++) found.push(streamInChild(server.url, users));
    }
    // The figure is the worst run, because the limit must hold in every run.
    return [Math.max(...found)];
  },
};

function streamInChild(url: string, users: number): number {
  // Printed by `children/users.ts`.
  const report = JSON.parse(runNode([...LIMITS, ...childArguments("users", ["stream", url])])) as {
    count: number;
    resident: number;
  };
  if (report.count !== users) throw new Error(`Read ${report.count} users instead of ${users}.`);
  return report.resident / 1e6;
}

async function findAll(checkout: Checkout, options: { users: number; latency: number }): Promise<Work> {
  const server = await startPageServer(options);
  const run = await finder(checkout, server.url);
  return { run, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

async function finder(checkout: Checkout, url: string): Promise<() => PromiseLike<readonly unknown[]>> {
  const { connect } = await checkout.load("users");
  const { users } = connect({ url, apiKey: API_KEY });
  return () => users.find();
}

function usersOf(size: Size, full: number): number {
  return size === "small" ? 1_200 : full;
}

const PAGE_SIZE = 500;

interface Page {
  readonly results: readonly unknown[];
  readonly total: number;
}

/** Reads all pages with `fetch` and `JSON.parse` and checks nothing: the shortest correct loop with a fixed concurrency. */
async function readConcurrently(url: string, concurrency: number): Promise<unknown[]> {
  const first = await readPage(url, 1);
  const count = Math.ceil(first.total / PAGE_SIZE);
  const pages: Page[] = [first];
  let next = 2;
  const work = async (): Promise<void> => {
    for (let page = next++; page <= count; page = next++) pages[page - 1] = await readPage(url, page);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return pages.flatMap(({ results }) => results);
}

/** Reads one page after another, as other clients of Connect do. */
async function readSequentially(url: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let page = 1; ; page++) {
    const { results, total } = await readPage(url, page);
    rows.push(...results);
    if (results.length === 0 || rows.length >= total) return rows;
  }
}

async function readPage(url: string, page: number): Promise<Page> {
  const response = await fetch(`${url}/__api__/v1/users?page_number=${page}&page_size=${PAGE_SIZE}`, {
    headers: { authorization: `Key ${API_KEY}` },
  });
  // Sent by `children/servers.ts`.
  return (await response.json()) as Page;
}
