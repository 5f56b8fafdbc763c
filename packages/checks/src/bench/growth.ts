import { importUsers } from "./rows/installed.ts";
import { openFake, queries } from "./rows/fake.ts";
import { current } from "./measure/checkout.ts";
import { planGrowth } from "./plan-growth.ts";
import { startPageServer } from "./measure/processes.ts";
import type { GrowthSubject } from "./curve.ts";
import { inProcess } from "./row.ts";

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
