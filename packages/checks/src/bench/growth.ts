import { importUsers } from "./rows/installed.ts";
import { openFake, queries } from "./rows/fake.ts";
import { current } from "./measure/checkout.ts";
import { planGrowth } from "./plan-growth.ts";
import { startPageServer } from "./measure/processes.ts";
import { collectGarbage, exponentOf, processorTime, quantile, times } from "./measure/timing.ts";
import { inProcess, type Work } from "./row.ts";

/** Something whose cost may grow with the number of users. */
export interface GrowthSubject {
  readonly name: string;
  readonly what: string;
  /** Larger sizes are skipped because they take too much time or memory. Default: no limit. */
  readonly largest?: number;
  /** Whether a run changes what it needs. Then each run has a server of its own, and its processor time is measured. */
  readonly isChanging?: boolean;
  /** Prepares so many users and the work to measure with them. */
  prepare(size: number): Promise<Work & { readonly requests?: () => number }>;
}

/** The cost at each size. */
export interface Curve {
  readonly what: string;
  /** Milliseconds per size: of time, or of processor time. */
  readonly points: readonly CurvePoint[];
  readonly exponent: number;
}

export interface CurvePoint {
  readonly size: number;
  readonly cost: number;
  /** The number of requests, if it is counted. */
  readonly requests?: number | undefined;
}

/** Measures a subject at each size. */
export async function measureCurve(subject: GrowthSubject, sizes: readonly number[]): Promise<Curve> {
  const { what, largest = Infinity, isChanging = false } = subject;
  const points: CurvePoint[] = [];
  // Compiled code exists before the first point.
  if (isChanging) for (let run = 0; run < 3; run++) await runOnce(subject, Math.min(...sizes));
  for (const size of sizes.filter((each) => each <= largest)) {
    points.push(isChanging ? await measureChanging(subject, size) : await measurePoint(subject, size));
  }
  return { what, points, exponent: exponentOf(points) };
}

async function measurePoint(subject: GrowthSubject, size: number): Promise<CurvePoint> {
  await using work = await subject.prepare(size);
  const found = await times(() => work.run(), { rounds: size >= 100_000 ? 3 : 7, warmUps: 1 });
  return { size, cost: quantile(found, 0.5) };
}

async function measureChanging(subject: GrowthSubject, size: number): Promise<CurvePoint> {
  const runs: CurvePoint[] = [];
  for (let run = 0; run < (size >= 10_000 ? 1 : 5); run++) runs.push(await runOnce(subject, size));
  const cost = quantile(
    runs.map((run) => run.cost),
    0.5,
  );
  return { size, cost, requests: runs[0]?.requests };
}

async function runOnce(subject: GrowthSubject, size: number): Promise<CurvePoint> {
  await using work = await subject.prepare(size);
  collectGarbage();
  const cost = (await processorTime(() => work.run())) / 1_000;
  return { size, cost, requests: work.requests?.() };
}

const findGrowth: GrowthSubject = {
  name: "find-growth",
  what: "`find()`, all users",
  async prepare(size) {
    const server = await startPageServer({ users: size });
    const { connect } = await current.load("users");
    const { users } = connect({ url: server.url, apiKey: "0123456789abcdef" });
    return { run: () => users.find(), [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  },
};

const QUERIES = 200;

/** One subject per kind of query to the fake. A page has at most 500 rows, however many users there are. */
const queryGrowth: readonly GrowthSubject[] = Object.entries(queries).map(([kind, query]) => ({
  name: `query-growth-${kind.replace(" ", "-")}`,
  what: `the fake, ${QUERIES} queries: ${kind}`,
  async prepare(size) {
    const { fake, send } = await openFake(current, size);
    return inProcess(async () => {
      for (let turn = 0; turn < QUERIES; turn++) await send(query(turn, fake));
    });
  },
}));

/** Every user is in one group. */
const MEMBERS = 100;

const groupsGrowth: GrowthSubject = {
  name: "groups-growth",
  what: "`user.groups.find()`, groups of 100",
  async prepare(size) {
    const { createFakeConnect } = await current.load("testing");
    const { connect } = await current.load("users");
    const fake = createFakeConnect({ users: size, journalLimit: 0 });
    const all = fake.users;
    for (let start = 0; start < size; start += MEMBERS) fake.addGroup({ members: all.slice(start, start + MEMBERS) });
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
    const user = await users.get(all[size - 1]?.guid ?? "");
    return inProcess(() => user.groups.find());
  },
};

const importGrowth: GrowthSubject = {
  name: "import-growth",
  what: "`connect-users import`, each row a new user",
  largest: 100_000,
  prepare: (size) => Promise.resolve(inProcess(() => importUsers(current, size))),
};

/** Every subject whose growth is measured. */
export const growthSubjects: readonly GrowthSubject[] = [
  findGrowth,
  ...queryGrowth,
  groupsGrowth,
  importGrowth,
  ...planGrowth,
];
