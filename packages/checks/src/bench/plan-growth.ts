import type { FakeConnect } from "@connect-sdk/testing";
import type { Connection } from "@connect-sdk/users";
import type { GrowthSubject } from "./curve.ts";
import { current } from "./measure/checkout.ts";
import { inProcess, type Work } from "./row.ts";

// How the cost of plans and of reading the audit log grows, in processor time and in requests: the client and the fake together.

export const planGrowth: readonly GrowthSubject[] = [
  {
    name: "offboard-growth",
    what: "offboarding a user that owns so many items",
    isChanging: true,
    prepare: (size) =>
      onServer({
        fill(fake) {
          const leaver = fake.addUser({ username: "jdoe", user_role: "publisher" });
          fake.addUser({ username: "ann", user_role: "publisher" });
          for (let item = 0; item < size; item++) fake.addContent({ name: `item-${item}`, owner_guid: leaver.guid });
        },
        async run(connection) {
          const { planOffboard } = await current.load("lifecycle");
          await applyAll(await planOffboard(connection, { user: "jdoe", to: "ann" }));
        },
      }),
  },
  {
    name: "merge-growth",
    what: "merging two accounts on a server with so many content items",
    isChanging: true,
    prepare: (size) =>
      onServer({
        fill(fake) {
          const old = fake.addUser({ username: "jdoe-old", user_role: "publisher" });
          fake.addUser({ username: "jdoe", user_role: "publisher" });
          for (let item = 0; item < size; item++) {
            const { guid } = fake.addContent({ name: `item-${item}` });
            const principal = { content_guid: guid, principal_guid: old.guid, principal_type: "user" } as const;
            if (item % 100 === 0) fake.addPermission({ ...principal, role: "viewer" });
          }
        },
        async run(connection) {
          const { planMerge } = await current.load("lifecycle");
          await applyAll(await planMerge(connection, { from: "jdoe-old", into: "jdoe" }));
        },
      }),
  },
  {
    name: "sync-growth",
    what: "`planSync()` of so many accounts, of which one in 100 changes",
    isChanging: true,
    prepare: (size) =>
      onServer({
        users: size,
        fill: () => undefined,
        async run(connection, { users }) {
          const { planSync } = await current.load("lifecycle");
          const rows = users.map(({ username, last_name }, row) => {
            return { username, last_name: row % 100 === 1 ? "Changed" : last_name };
          });
          await applyAll(await planSync(connection, rows));
        },
      }),
  },
  {
    name: "audit-growth",
    what: "`auditEvents()`, so many events",
    isChanging: true,
    prepare: (size) =>
      onServer({
        fill(fake) {
          for (let event = 0; event < size; event++) fake.signIn("admin");
        },
        async run(connection) {
          const { auditEvents } = await current.load("lifecycle");
          let events = 0;
          for await (const { action } of auditEvents(connection)) if (action === "user_login") events++;
          if (events !== size) throw new Error(`Read ${events} events instead of ${size}.`);
        },
      }),
  },
];

interface ServerWork {
  readonly users?: number;
  fill(fake: FakeConnect): void;
  run(connection: Connection, fake: FakeConnect): Promise<void>;
}

/** Fills a server, and returns the work with it and the number of its requests. */
async function onServer(work: ServerWork): Promise<Work & { readonly requests: () => number }> {
  const { createFakeConnect } = await current.load("testing");
  const { connect } = await current.load("users");
  const fake = createFakeConnect({ users: work.users ?? 1, journalLimit: 0, auditLimit: 200_000 });
  work.fill(fake);
  let requests = 0;
  const connection = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    // The server returns all content in one response.
    maxResponseBytes: 2 ** 29,
    fetch(input, init) {
      requests++;
      return fake.fetch(input, init);
    },
  });
  return { ...inProcess(() => work.run(connection, fake)), requests: () => requests };
}

async function applyAll(plan: { apply(): Promise<{ readonly complete: boolean }> }): Promise<void> {
  const { complete } = await plan.apply();
  if (!complete) throw new Error("The plan is not complete.");
}
