import type { FakeConnect } from "@connect-sdk/testing";
import { planOffboard, type OffboardOptions } from "@connect-sdk/lifecycle";

/** jdoe owns three items and a group, is in two groups, and can use an item of ann's. */
export function setUp(fake: FakeConnect): void {
  const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
  const ann = fake.addUser({ username: "ann", user_role: "publisher" });
  const bob = fake.addUser({ username: "bob" });
  for (const name of ["report", "app", "api"]) fake.addContent({ name, owner_guid: jdoe.guid });
  const shared = fake.addContent({ name: "dashboard", owner_guid: ann.guid });
  for (const { guid } of [jdoe, bob]) {
    fake.addPermission({ content_guid: shared.guid, principal_guid: guid, principal_type: "user", role: "viewer" });
  }
  fake.addGroup({ name: "analysts", owner_guid: jdoe.guid, members: [jdoe, bob] });
  fake.addGroup({ name: "everybody", members: [ann, bob, jdoe] });
  const { guid } = fake.addIntegration();
  fake.addOAuthSession({ user: "jdoe", integration: guid });
}

/** Offboards jdoe to ann. */
export const scenario = (options: Partial<OffboardOptions> = {}) => ({
  setUp,
  plan: (connection: Parameters<typeof planOffboard>[0]) =>
    planOffboard(connection, { user: "jdoe", to: "ann", ...options }),
});

/** The same with a second successor, zoe. */
export function withZoe(fake: FakeConnect): void {
  setUp(fake);
  fake.addUser({ username: "zoe", user_role: "publisher" });
}

/** Gives one item to zoe. */
export const MAP = [{ item: "app", to: "zoe" }];
