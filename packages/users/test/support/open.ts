import type { UserRecord } from "@connect-sdk/api";
import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { connect, type Connection, type User, type Users } from "@connect-sdk/users";

/** A fake server, and a connection as its administrator. */
export interface Opened {
  readonly fake: FakeConnect;
  readonly connection: Connection;
  readonly users: Users;
  /** Returns the operations requested since the last call: `getUsers`, `lockUser` … */
  readonly sent: () => (string | null)[];
  /** Adds a user to the server. */
  readonly add: (details?: Partial<UserRecord>) => Promise<User>;
}

export function open(options: FakeConnectOptions = {}): Opened {
  const fake = createFakeConnect(options);
  const { url, apiKey } = fake;
  const connection = connect({ url, apiKey, fetch: (request) => fake.fetch(request) });
  let reported = 0;
  return {
    fake,
    connection,
    users: connection.users,
    sent: () => {
      const since = fake.requests.slice(reported);
      reported = fake.requests.length;
      return since.map(({ operationId }) => operationId);
    },
    add: async (details) => {
      const { guid } = fake.addUser(details);
      const user = await connection.users.get(guid);
      reported = fake.requests.length;
      return user;
    },
  };
}

/** Returns a connection to the same fake as another user. */
export function openAs(fake: FakeConnect, user: { guid: string }): Connection {
  return connect({ url: fake.url, apiKey: fake.keyFor(user), fetch: (request) => fake.fetch(request) });
}
