import { importUsers } from "./rows/installed.ts";
import { openFake, queries } from "./rows/fake.ts";
import { current } from "./measure/checkout.ts";
import { startPageServer } from "./measure/processes.ts";
import { exponentOf, quantile, times } from "./measure/timing.ts";
import { inProcess, type Work } from "./row.ts";

/** Something whose cost may grow with the number of users. */
export interface GrowthSubject {
  readonly name: string;
  readonly what: string;
  /** Larger sizes are skipped because they take too much time or memory. Default: no limit. */
  readonly largest?: number;
  /** Prepares so many users and the work to measure with them. */
  prepare(size: number): Promise<Work>;
}

/** The cost at each size. */
export interface Curve {
  readonly what: string;
  /** Milliseconds per size. */
  readonly points: readonly { readonly size: number; readonly cost: number }[];
  readonly exponent: number;
}

/** Measures a subject at each size. */
export async function measureCurve(subject: GrowthSubject, sizes: readonly number[]): Promise<Curve> {
  const { what, largest = Infinity } = subject;
  const points: { size: number; cost: number }[] = [];
  for (const size of sizes.filter((each) => each <= largest)) {
    await using work = await subject.prepare(size);
    const found = await times(() => work.run(), { rounds: size >= 100_000 ? 3 : 7, warmUps: 1 });
    points.push({ size, cost: quantile(found, 0.5) });
  }
  return { what, points, exponent: exponentOf(points) };
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
export const growthSubjects: readonly GrowthSubject[] = [findGrowth, ...queryGrowth, groupsGrowth, importGrowth];
