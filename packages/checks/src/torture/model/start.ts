import type { UserRole } from "@connect-sdk/api";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import type { Real } from "./call.ts";
import { type Access, ModelServer, type ModelSettings, type ModelUser } from "./model-server.ts";

/** Creates a server with four users, six keys and a little content, and the model of it. */
export function start(settings: ModelSettings, record: (outcome: string) => void): { model: ModelServer; real: Real } {
  const { license, ...switches } = settings;
  const fake = createFakeConnect({
    settings: switches,
    ...(license !== undefined && { license: { users: license } }),
  });
  fake.addUser({ username: "root2", first_name: "Root", last_name: "Two", user_role: "administrator" });
  fake.addUser({ username: "pia", first_name: "Pia", last_name: "Publisher", user_role: "publisher" });
  fake.addUser({ username: "vic", first_name: "Vic", last_name: "Viewer", user_role: "viewer" });
  const model = new ModelServer(settings);
  for (const { guid, username, email, first_name, last_name, user_role, locked, active_time } of fake.users) {
    const activeDay = active_time === null ? null : 0;
    model.users.push({ guid, username, email, first_name, last_name, user_role, locked, activeDay });
  }
  const [first, second, publisher, viewer] = model.users;
  const addKey = (owner: ModelUser | undefined, user_role: UserRole): void => {
    if (owner === undefined) throw new Error("The fake has fewer users than were added.");
    model.keys.push({ secret: fake.keyFor(owner, { user_role }), id: undefined, owner, user_role, deleted: false });
  };
  addKey(first, "administrator");
  addKey(first, "publisher");
  addKey(first, "viewer");
  addKey(second, "administrator");
  addKey(publisher, "publisher");
  addKey(viewer, "viewer");
  if (second !== undefined && publisher !== undefined && viewer !== undefined) {
    addContent(fake, model, second, "app", []);
    addContent(fake, model, publisher, "app", [[viewer, "viewer"]]);
    addContent(fake, model, publisher, "report", [[second, "collaborator"]]);
    const members = [publisher, viewer];
    const { guid } = fake.addGroup({
      name: "analysts",
      owner_guid: publisher.guid,
      members: members.map((each) => each.guid),
    });
    model.groups.push({ guid, name: "analysts", owner: publisher, members: new Set(members) });
  }
  const connections = new Map<string, Connection>();
  return {
    model,
    real: {
      fake,
      record,
      connectionOf(secret) {
        const known = connections.get(secret);
        if (known !== undefined) return known;
        const created = connect({ url: fake.url, apiKey: secret, fetch: fake.fetch, retry: false });
        connections.set(secret, created);
        return created;
      },
    },
  };
}

function addContent(
  fake: FakeConnect,
  model: ModelServer,
  owner: ModelUser,
  name: string,
  access: readonly (readonly [ModelUser, Access])[],
): void {
  const { guid } = fake.addContent({ name, owner_guid: owner.guid });
  model.content.push({ guid, name, owner, access: new Map(access) });
  for (const [user, role] of access) {
    const principal = { content_guid: guid, principal_guid: user.guid, principal_type: "user" } as const;
    fake.addPermission({ ...principal, role: role === "viewer" ? "viewer" : "owner" });
  }
}
