import type { FakeConnect } from "@connect-sdk/testing";
import { type MergeSettings, planMerge } from "@connect-sdk/lifecycle";

/** Two accounts of one person: `old` can do more, `new` is a viewer. `old2` is a third one. */
export function setUp(fake: FakeConnect): void {
  const old = fake.addUser({ username: "old", user_role: "publisher", email: "jo@example.com" });
  const next = fake.addUser({ username: "new", email: "jo@example.com" });
  const third = fake.addUser({ username: "old2", user_role: "viewer", email: "jo@example.com" });
  const ann = fake.addUser({ username: "ann", user_role: "publisher" });
  for (const name of ["report", "app"]) fake.addContent({ name, owner_guid: old.guid });
  const give = (content: { guid: string }, principal: { guid: string }, role: "viewer" | "owner") =>
    fake.addPermission({ content_guid: content.guid, principal_guid: principal.guid, principal_type: "user", role });
  const stronger = fake.addContent({ name: "stronger", owner_guid: ann.guid });
  give(stronger, old, "owner");
  give(stronger, next, "viewer");
  give(stronger, third, "viewer");
  const weaker = fake.addContent({ name: "weaker", owner_guid: ann.guid });
  give(weaker, old, "viewer");
  give(weaker, third, "viewer");
  give(fake.addContent({ name: "own", owner_guid: next.guid }), old, "viewer");
  const [report] = fake.content;
  if (report !== undefined) give(report, third, "viewer");
  fake.addGroup({ name: "analysts", owner_guid: old.guid, members: [old, next] });
  fake.addGroup({ name: "everybody", members: [old, third, ann] });
}

/** Merges two of them. */
export const scenario = (settings: MergeSettings = {}) => ({
  setUp,
  plan: (connection: Parameters<typeof planMerge>[0]) =>
    planMerge(connection, { from: "old", into: "new", ...settings }),
});

/** Merges all of them into one. */
export const PAIRS = [
  { from: "old", into: "new" },
  { from: "old2", into: "new" },
];
