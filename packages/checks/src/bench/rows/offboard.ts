import { current } from "../measure/checkout.ts";
import { type Row, roundsOf, type Size } from "../row.ts";

// Rows about plans: what it takes to offboard somebody.

const WHAT = "offboarding with 40 items and 30 groups";

export const offboardSeconds: Row = {
  name: "offboard-seconds",
  what: `${WHAT}, 50 ms latency`,
  floor: "planning, applying and verifying, 6 requests at a time",
  budget: { at: "most", value: 2.5, unit: "s" },
  async measure(size) {
    const found: number[] = [];
    for (let run = 0; run < roundsOf(size, 5); run++) found.push((await offboard(size)).seconds);
    return found;
  },
};

export const offboardRequests: Row = {
  name: "offboard-requests",
  what: WHAT,
  floor: "planning, applying and verifying",
  // 5 to start with, 2 lists of content, 31 of groups and members, 1 of the audit log; 1 lock, 1 list, 40 items, 30 memberships,
  // 2 to verify.
  budget: { at: "most", value: 115, unit: "requests" },
  measure: async (size) => [(await offboard(size)).requests],
};

async function offboard(size: Size): Promise<{ readonly seconds: number; readonly requests: number }> {
  const [items, groups] = size === "small" ? [4, 3] : [40, 30];
  const { createFakeConnect } = await current.load("testing");
  const { connect } = await current.load("users");
  const { planOffboard } = await current.load("lifecycle");
  const fake = createFakeConnect({ users: 100 });
  const leaver = fake.addUser({ username: "jdoe", user_role: "publisher" });
  fake.addUser({ username: "ann", user_role: "publisher" });
  for (let number = 0; number < items; number++) fake.addContent({ name: `item-${number}`, owner_guid: leaver.guid });
  for (let number = 0; number < groups; number++) fake.addGroup({ name: `group-${number}`, members: [leaver] });
  await using server = await fake.listen({ latency: 50 });
  const connection = connect({ url: server.url, apiKey: fake.apiKey });
  const start = performance.now();
  const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
  const { complete } = await plan.apply();
  const seconds = (performance.now() - start) / 1000;
  if (!complete) throw new Error("The offboarding is not complete.");
  return { seconds, requests: fake.requests.length };
}
