import type { UserRole } from "@connect-sdk/api";
import { createFakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import type { Real } from "./call.ts";
import { ModelServer, type ModelSettings, type ModelUser } from "./model-server.ts";

/** Creates a server with four users and six keys, and the model of it. */
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
