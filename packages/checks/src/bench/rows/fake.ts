import type { FakeConnect } from "@connect-sdk/testing";
import { current, type Checkout, type Modules } from "../measure/checkout.ts";
import { drive } from "../measure/drive.ts";
import { openInspector, runNode, startBareServer, startFakeServer, type FakeProcess } from "../measure/processes.ts";
import { collectGarbage, meteredRatios, quantile, ratios, times } from "../measure/timing.ts";
import { inProcess, type Row, roundsOf, type Size, type Work } from "../row.ts";

// Rows about the fake server.

export const fakeOverPort: Row = {
  name: "fake-over-port",
  what: "the fake over a port, GET one user",
  floor: "bare `node:http` sending the same bytes",
  budget: { at: "least", value: 0.7, unit: "×" },
  async work(checkout, size) {
    const fake = await startFakeServer(checkout);
    return { run: () => driveFake(fake, fake.url, size), [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose]() };
  },
  async measure(size) {
    await using fake = await startFakeServer();
    await using bare = await startBareServer(fake.user);
    // Requests per second are the inverse of the time they take.
    return await ratios(
      () => driveFake(fake, bare.url, size),
      () => driveFake(fake, fake.url, size),
      { rounds: roundsOf(size, 11) },
    );
  },
};

/** In processor time: the page is a program of its own, and what it takes itself must not count. */
export const inspectedFakeOverPort: Row = {
  name: "fake-over-port-inspected",
  what: "the fake over a port with its inspector open, GET one user",
  floor: "processor time of a bare `node:http` sending the same bytes",
  budget: { at: "least", value: 0.7, unit: "×" },
  async measure(size) {
    await using fake = await startFakeServer(current, { ui: true });
    await using bare = await startBareServer(fake.user);
    const page = await openInspector(fake.inspectorUrl);
    try {
      return await meteredRatios(
        { run: () => driveFake(fake, bare.url, size), processorTime: bare.processorTime },
        { run: () => driveFake(fake, fake.url, size), processorTime: fake.processorTime },
        { rounds: roundsOf(size, 11) },
      );
    } finally {
      await page.close();
    }
  },
};

function driveFake({ apiKey, user }: FakeProcess, url: string, size: Size): Promise<void> {
  const headers = { authorization: `Key ${apiKey}`, accept: "application/json" };
  const requests = size === "small" ? 100 : 8_000;
  return drive({ url, path: `/__api__/v1/users/${user.guid}`, headers, requests });
}

const FAKES = 100;

export const createFake: Row = {
  name: "create-fake",
  what: "`createFakeConnect()`",
  floor: "one fake, on average of 100",
  budget: { at: "most", value: 1, unit: "ms" },
  work: async (checkout) => creating(await checkout.load("testing"), FAKES, {}),
  async measure(size) {
    const work = creating(await current.load("testing"), FAKES, {});
    const milliseconds = await times(() => work.run(), { rounds: roundsOf(size, 15) });
    return milliseconds.map((each) => each / FAKES);
  },
};

export const seedFake: Row = {
  name: "seed-fake",
  what: "seeding a fake with 100,000 users",
  floor: "`createFakeConnect({ users: 100_000 })`, ready for requests",
  budget: { at: "most", value: 1_000, unit: "ms" },
  work: async (checkout, size) => creating(await checkout.load("testing"), 1, { users: usersOf(size) }),
  async measure(size) {
    const work = creating(await current.load("testing"), 1, { users: usersOf(size) });
    return times(() => work.run(), { rounds: roundsOf(size, 7), warmUps: 1 });
  },
};

function creating({ createFakeConnect }: Modules["testing"], count: number, options: { users?: number }): Work {
  return inProcess(() => {
    for (let index = 0; index < count; index++) createFakeConnect(options);
  });
}

/** The first round is slower than the others, and its weight is less among five. */
const ROUNDS = 5;
const WARM_UPS = 60;
/** Of 400 queries, four decide about the 99th percentile, and the slowest of five kinds is then the unluckiest one. */
const TURNS = 2_000;

export const queryFake: Row = {
  name: "query-fake",
  what: "any page, prefix or filter of 100,000 users on the fake",
  floor: "the 99th percentile of the slowest kind of query, 500 rows each",
  budget: { at: "most", value: 5, unit: "ms" },
  async work(checkout, size) {
    const { fake, send } = await openFake(checkout, usersOf(size));
    let turn = 0;
    return inProcess(async () => {
      for (const query of Object.values(queries))
        for (let repeat = 0; repeat < turnsOf(size) / 50; repeat++) await send(query(turn++, fake));
    });
  },
  measure: (size) => measureQueries(size, false),
};

export const inspectedQueryFake: Row = {
  name: "query-fake-inspected",
  what: "any page, prefix or filter of 100,000 users on the fake, with its inspector open",
  floor: "the 99th percentile of the slowest kind of query, 500 rows each",
  budget: { at: "most", value: 5, unit: "ms" },
  measure: (size) => measureQueries(size, true),
};

/** What the rows above cannot get below: the runtime reads a body and collects garbage. */
export const readResponse: Row = {
  name: "query-floor",
  what: "reading responses like those, without the fake: `new Response(bytes).text()`",
  floor: "the 99th percentile, with the 100,000 users in memory",
  budget: { at: "most", value: 5, unit: "ms" },
  async measure(size) {
    const { fake, send } = await openFake(current, usersOf(size));
    const { apiKey, url } = fake;
    const headers = { authorization: `Key ${apiKey}` };
    const response = await fake.fetch(`${url}/__api__/v1/users?page_size=500`, { headers });
    const bytes = await response.arrayBuffer();
    // As many records are in memory as in the other rows.
    for (let turn = 0; turn < turnsOf(size); turn++) await send(pageQuery(turn, fake));
    const read = async (): Promise<void> => {
      await new Response(bytes).text();
    };
    const found: number[] = [];
    for (let round = 0; round < roundsOf(size, ROUNDS); round++) {
      found.push(await measureKind(() => "", fake, read, turnsOf(size)));
    }
    return found;
  },
};

async function measureQueries(size: Size, ui: boolean): Promise<readonly number[]> {
  const { fake, send } = await openFake(current, usersOf(size));
  await using server = ui ? await fake.listen({ ui }) : undefined;
  const page = await openInspector(server?.inspectorUrl);
  const worst: number[] = [];
  for (let round = 0; round < roundsOf(size, ROUNDS); round++) {
    const figures: number[] = [];
    for (const query of Object.values(queries)) figures.push(await measureKind(query, fake, send, turnsOf(size)));
    worst.push(Math.max(...figures));
  }
  await page.close();
  return worst;
}

/** Returns the 99th percentile of the response times of a kind of query, in milliseconds. */
async function measureKind(query: Query, fake: FakeConnect, send: SendQuery, turns: number): Promise<number> {
  const found: number[] = [];
  collectGarbage();
  for (let turn = -WARM_UPS; turn < turns; turn++) {
    const search = query(Math.abs(turn), fake);
    const start = performance.now();
    await send(search);
    if (turn >= 0) found.push(performance.now() - start);
  }
  return quantile(found, 0.99);
}

/** Requests users from a fake and drops the response. */
export type SendQuery = (query: string) => Promise<void>;

/** Returns the query for a number that counts up. */
export type Query = (turn: number, fake: FakeConnect) => string;

/** Creates a fake with so many users, and a function that queries it. */
export async function openFake(checkout: Checkout, users: number): Promise<{ fake: FakeConnect; send: SendQuery }> {
  const { createFakeConnect } = await checkout.load("testing");
  const fake = createFakeConnect({ users, journalLimit: 0 });
  const headers = { authorization: `Key ${fake.apiKey}` };
  const send = async (query: string): Promise<void> => {
    const response = await fake.fetch(`${fake.url}/__api__/v1/users?page_size=500&${query}`, { headers });
    if (response.status !== 200) throw new Error(`${query} returned status ${response.status}.`);
    await response.text();
  };
  return { fake, send };
}

const pageQuery: Query = (turn, { users }) => `page_number=${1 + ((turn * 37) % Math.ceil(users.length / 500))}`;

/** Every kind of query. Consecutive queries address different rows. */
export const queries: Readonly<Record<string, Query>> = {
  page: pageQuery,
  "short prefix": (turn) => `prefix=${"abcdefghijklmnopqrstuvwxyz".charAt(turn % 26)}`,
  "long prefix": (turn, { users }) => `prefix=${users[(turn * 7919) % users.length]?.username ?? ""}`,
  role: (turn) =>
    `user_role=${pick(["viewer", "publisher", "viewer%7Cpublisher"], turn)}&page_number=${1 + (turn % 40)}`,
  status: (turn) => `account_status=${pick(["licensed", "locked", "inactive"], turn)}&page_number=${1 + (turn % 5)}`,
};

function pick(values: readonly string[], turn: number): string {
  return values[turn % values.length] ?? "";
}

function usersOf(size: Size): number {
  return size === "small" ? 1_000 : 100_000;
}

function turnsOf(size: Size): number {
  return size === "small" ? 20 : TURNS;
}

export const importTesting: Row = {
  name: "import-testing",
  what: "importing `@connect-sdk/testing`",
  floor: "in a process that does nothing else",
  budget: { at: "most", value: 90, unit: "ms" },
  work: (checkout) => Promise.resolve(inProcess(() => importInChild(checkout))),
  measure: (size) => Promise.resolve(Array.from({ length: roundsOf(size, 21) }, () => Number(importInChild(current)))),
};

function importInChild(checkout: Checkout): string {
  const file = JSON.stringify(checkout.entry("testing"));
  const program = `const start = performance.now(); await import(${file}); console.log(performance.now() - start);`;
  return runNode(["--input-type=module", "-e", program]);
}
