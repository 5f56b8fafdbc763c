import type { FakeConnect } from "@connect-sdk/testing";
import { expectEqual } from "../matrix/expect-equal.ts";
import type { ModelServer } from "./model-server.ts";

/** Throws unless the fake is in the state that the model says: nobody lost, nobody twice, nothing changed by a refusal. */
export function compareStates(model: ModelServer, fake: FakeConnect): void {
  expectEqual(
    fake.users.map(({ guid, username, email, first_name, last_name, user_role, locked }) => {
      return { guid, username, email, first_name, last_name, user_role, locked };
    }),
    model.users.map(({ guid, username, email, first_name, last_name, user_role, locked }) => {
      return { guid, username, email, first_name, last_name, user_role, locked };
    }),
    "the list of users",
  );
  if (fake.groups.length > 0 || model.groups.length > 0) compareGroups(model, fake);
  expectEqual(
    fake.content.map(({ guid, owner_guid }) => [guid, owner_guid]),
    model.content.map(({ guid, owner }) => [guid, owner.guid]),
    "the list of content",
  );
}

function compareGroups(model: ModelServer, fake: FakeConnect): void {
  const members = new Map(fake.snapshot().groups.map((group) => [group.guid, group.members]));
  expectEqual(
    fake.groups.map(({ guid, name, owner_guid }) => [guid, name, owner_guid, (members.get(guid) ?? []).toSorted()]),
    model.groups.map(({ guid, name, owner, members: all }) => [
      guid,
      name,
      owner.guid,
      [...all].map((user) => user.guid).toSorted(),
    ]),
    "the list of groups",
  );
}
