import type { ApiKeyRecord } from "@connect-sdk/api";
import { createFakeConnect, type Provider } from "@connect-sdk/testing";
import { connect, type Connection, type RemoteUser, type User } from "@connect-sdk/users";

/** The objects with methods. */
export interface World {
  readonly connection: Connection;
  readonly user: User;
  /** The same user, connected with their own key. */
  readonly me: User;
  /** A key of that user. */
  readonly key: ApiKeyRecord;
  /** A person in the directory that is a user; undefined without a directory. */
  readonly known: RemoteUser | undefined;
  /** A person in the directory that is not a user. */
  readonly stranger: RemoteUser | undefined;
}

export interface Prepared {
  readonly world: World;
  /** Returns a controller that aborts at the nth request from now. That request gets no response. */
  readonly abortAt: (request: number) => AbortController;
  /** Returns how many requests were sent. */
  readonly sent: () => number;
  /** Resolves when nothing more can happen without another response. */
  readonly settle: () => Promise<void>;
}

/** A content item of {@link World.user}. */
export const ITEM = "0c0ffee0-0000-4000-8000-000000000001";

const fakes = new Map<Provider, ReturnType<typeof populate>>();

/** Creates a server with 1,200 users on which calls can be canceled at any request. */
export async function prepareToCancel(reason: Error, provider: Provider = "password"): Promise<Prepared> {
  const { fake, snapshot } = fakes.get(provider) ?? populate(provider);
  fakes.set(provider, { fake, snapshot });
  fake.restore(snapshot);
  let left = Infinity;
  let count = 0;
  const controller = new AbortController();
  const settings = {
    url: fake.url,
    async fetch(request: Request): Promise<Response> {
      count++;
      if (--left !== 0) return fake.fetch(request);
      controller.abort(reason);
      return new Promise((_, reject) => {
        const fail = (): void => {
          reject(new DOMException("aborted", "AbortError"));
        };
        if (request.signal.aborted) fail();
        else request.signal.addEventListener("abort", fail);
      });
    },
  };
  const connection = connect({ ...settings, apiKey: fake.apiKey });
  const user = await connection.users.lookup("target");
  const me = await connect({ ...settings, apiKey: fake.keyFor("target") }).me();
  const key = await me.keys.create({ name: "to be deleted" });
  const [known, stranger] =
    provider === "ldap"
      ? [
          (await connection.users.findRemote({ prefix: "target" }))[0],
          (await connection.users.findRemote({ prefix: "str" }))[0],
        ]
      : [];
  return {
    world: { connection, user, me, key, known, stranger },
    abortAt(request: number) {
      left = request;
      return controller;
    },
    sent: () => count,
    settle: () => new Promise((resolve) => setImmediate(() => setImmediate(() => setImmediate(resolve)))),
  };
}

function populate(provider: Provider) {
  const people = ["target", "stranger"].map((username) => ({
    username,
    email: `${username}@example.com`,
    first_name: "",
    last_name: "",
    external_id: `uid=${username}`,
  }));
  const fake = createFakeConnect({ provider, directory: { people } });
  for (let number = 1; number < 1_199; number++) fake.addUser({ username: `alike${number}` });
  const target = fake.addUser({ username: "target", user_role: "publisher" });
  fake.addGroup({ name: "analysts", members: [target] });
  // Not empty: the members of an empty group are not requested.
  fake.addGroup({ name: "research", members: fake.users.slice(0, 1) });
  fake.addContent({ guid: ITEM, owner_guid: target.guid });
  fake.keyFor("target");
  return { fake, snapshot: fake.snapshot() };
}
