import type { Provider } from "@connect-sdk/testing";
import type { CallOptions, Users } from "@connect-sdk/users";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { open } from "./support/open.ts";
import { ITEM, prepareToCancel, type World } from "./support/prepare-to-cancel.ts";

interface Row {
  readonly method: string;
  readonly provider?: Provider;
  /** The number of requests that it sends. */
  readonly requests: number;
  readonly call: (world: World, options: CallOptions) => unknown;
}

const jo = { username: "jo", email: "jo@example.com", user_must_set_password: true } as const;

const rows: Row[] = [
  { method: "connection.me", requests: 1, call: ({ connection }, options) => connection.me(options) },
  { method: "users.find", requests: 3, call: ({ connection }, options) => connection.users.find({}, options) },
  {
    method: "users.find, by prefix",
    requests: 4,
    call: ({ connection }, options) => connection.users.find({ prefix: "alike" }, options),
  },
  {
    method: "users.find, in a loop",
    requests: 3,
    call: async ({ connection }, options) => {
      for await (const user of connection.users.find({}, options)) expect(user.guid).not.toBe("");
    },
  },
  {
    method: "users.find, page by page",
    requests: 3,
    call: async ({ connection }, options) => {
      for await (const page of connection.users.find({}, options).pages()) expect(page).not.toEqual([]);
    },
  },
  { method: "users.findOne", requests: 1, call: ({ connection }, options) => connection.users.findOne({}, options) },
  { method: "users.count", requests: 1, call: ({ connection }, options) => connection.users.count({}, options) },
  { method: "users.get", requests: 1, call: ({ connection, me }, options) => connection.users.get(me.guid, options) },
  {
    method: "users.lookup, by guid",
    requests: 1,
    call: ({ connection, me }, options) => connection.users.lookup(me.guid, options),
  },
  {
    method: "users.lookup, by username",
    requests: 1,
    call: ({ connection, me }, options) => connection.users.lookup(me.username, options),
  },
  {
    method: "users.lookup, by e-mail address",
    requests: 3,
    call: ({ connection }, options) => connection.users.lookup("target@example.com", options),
  },
  { method: "users.create", requests: 1, call: ({ connection }, options) => connection.users.create(jo, options) },
  {
    method: "users.findRemote",
    provider: "ldap",
    requests: 1,
    call: ({ connection }, options) => connection.users.findRemote({ prefix: "a" }, options),
  },
  {
    method: "users.groupIndex",
    requests: 3,
    call: ({ connection }, options) => connection.users.groupIndex(options),
  },
  {
    method: "remoteUser.create",
    provider: "ldap",
    requests: 1,
    call: ({ stranger }, options) => stranger?.create(options),
  },
  { method: "remoteUser.user", provider: "ldap", requests: 1, call: ({ known }, options) => known?.user(options) },
  { method: "user.lock", requests: 2, call: ({ user }, options) => user.lock(options) },
  { method: "user.lock, forced", requests: 1, call: ({ user }, options) => user.lock({ force: true, ...options }) },
  { method: "user.unlock", requests: 1, call: ({ user }, options) => user.unlock(options) },
  { method: "user.update", requests: 1, call: ({ user }, options) => user.update({ first_name: "Jo" }, options) },
  { method: "user.refresh", requests: 1, call: ({ user }, options) => user.refresh(options) },
  { method: "user.content.find", requests: 1, call: ({ user }, options) => user.content.find({}, options) },
  { method: "user.content.findOne", requests: 1, call: ({ user }, options) => user.content.findOne({}, options) },
  { method: "user.content.get", requests: 1, call: ({ user }, options) => user.content.get(ITEM, options) },
  { method: "user.content.count", requests: 1, call: ({ user }, options) => user.content.count(options) },
  { method: "user.groups.find", requests: 3, call: ({ user }, options) => user.groups.find(options) },
  { method: "user.groups.add", requests: 2, call: ({ user }, options) => user.groups.add("research", options) },
  { method: "user.groups.remove", requests: 2, call: ({ user }, options) => user.groups.remove("analysts", options) },
  { method: "user.keys.find", requests: 1, call: ({ me }, options) => me.keys.find(options) },
  { method: "user.keys.create", requests: 1, call: ({ me }, options) => me.keys.create({ name: "k" }, options) },
  { method: "user.keys.delete", requests: 1, call: ({ me, key }, options) => me.keys.delete(key, options) },
];

const reason = new Error("enough");

describe.for(rows)("$method", ({ call, requests, provider }) => {
  test("can be canceled at each of its requests", async () => {
    for (let request = 1; request <= requests; request++) {
      const { world, abortAt, sent, settle } = await prepareToCancel(reason, provider);
      const { signal } = abortAt(request);
      await expect(call(world, { signal })).rejects.toBe(reason);
      const before = sent();
      await settle();
      expect(sent()).toBe(before);
    }
  });

  test("sends exactly that many requests", async () => {
    const { world, abortAt, sent } = await prepareToCancel(reason, provider);
    const { signal } = abortAt(Infinity);
    const before = sent();
    await call(world, { signal });
    expect(sent() - before).toBe(requests);
  });

  test("sends nothing if the signal is already aborted", async () => {
    const { world, sent } = await prepareToCancel(reason, provider);
    const before = sent();
    await expect(call(world, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(sent()).toBe(before);
  });
});

describe("a loop over users", () => {
  test.for([40, 1_200])("gets no more of %i users when it is canceled at the tenth", async (count) => {
    const { users } = open({ users: count });
    const stop = new AbortController();
    const handedOut: string[] = [];
    const loop = async (): Promise<void> => {
      for await (const { guid } of users.find({}, { signal: stop.signal })) {
        if (handedOut.push(guid) === 10) stop.abort(reason);
      }
    };
    await expect(loop()).rejects.toBe(reason);
    expect(handedOut).toHaveLength(10);
  });

  test("rejects when it is canceled at the last one", async () => {
    const { users } = open({ users: 10 });
    const stop = new AbortController();
    const handedOut: string[] = [];
    const loop = async (): Promise<void> => {
      for await (const { guid } of users.find({}, { signal: stop.signal })) {
        if (handedOut.push(guid) === 10) stop.abort(reason);
      }
    };
    await expect(loop()).rejects.toBe(reason);
  });

  test.for<[string, (users: Users, signal: AbortSignal) => PromiseLike<unknown>]>([
    ["reading 20 pages at a time", (users, signal) => users.find({}, { concurrency: 20, signal })],
    [
      "locking 20 users at a time",
      async (users, signal) => {
        const found = await users.find({ user_role: "viewer" }, { limit: 20 });
        await Promise.all(found.map((user) => user.lock({ signal })));
      },
    ],
    [
      "reading 20 lists at a time",
      (users, signal) => Promise.all(Array.from({ length: 20 }, () => users.find({}, { signal, limit: 2 }))),
    ],
  ])("causes no warning of Node for %s", async ([, work]) => {
    const warning = vi.spyOn(process, "emitWarning").mockReturnValue();
    onTestFinished(() => {
      warning.mockRestore();
    });
    const { users } = open({ users: 10_000 });
    await work(users, new AbortController().signal);
    expect(warning).not.toHaveBeenCalled();
  });

  test("leaves no listener on a signal that outlives it", async () => {
    const { users } = open({ users: 3 });
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    for (let turn = 0; turn < 20; turn++) await users.find({}, { signal });
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});
