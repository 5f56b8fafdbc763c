// The behavior of `@connect-sdk/users` on any runtime, against a server on a port.
import { connect, SelfLockError, User } from "@connect-sdk/users";
import { equal, ok, rejects } from "./check.mjs";

/** @param {import("./server.mjs").Server} server */
const usersOf = ({ url, apiKey }) => connect({ url, apiKey }).users;

/** @param {import("./server.mjs").Server} server @param {string} username */
const createNewcomer = (server, username) =>
  usersOf(server).create({ username, email: `${username}@example.com`, user_must_set_password: true });

/** @type {import("./server.mjs").Suite} */
export const users = {
  "find() returns every user once": async (server) => {
    const found = await usersOf(server).find();
    equal(found.length, await usersOf(server).count(), "users");
    equal(new Set(found.map((user) => user.guid)).size, found.length, "different users");
  },
  "a loop yields the same users": async (server) => {
    const guids = [];
    for await (const user of usersOf(server).find()) guids.push(user.guid);
    equal(
      guids,
      (await usersOf(server).find()).map((user) => user.guid),
      "users in order",
    );
  },
  "a loop can be left": async (server) => {
    for await (const user of usersOf(server).find()) {
      ok(user instanceof User, "it is a User");
      break;
    }
  },
  "findOne() and get() agree": async (server) => {
    const publisher = await usersOf(server).findOne({ user_role: "publisher" });
    ok(publisher, "there is a publisher");
    const again = await usersOf(server).get(publisher?.guid ?? "");
    equal(again, publisher, "the record");
  },
  "lookup() matches exactly": async (server) => {
    const ada = await createNewcomer(server, "ada.lovelace");
    equal((await usersOf(server).lookup("ada.lovelace@example.com")).guid, ada.guid, "guid");
    await rejects(usersOf(server).lookup("ada.lovelac"), "NotFoundError");
  },
  "lock(), unlock() and update() update the object": async (server) => {
    const user = await createNewcomer(server, "grace.hopper");
    await user.lock();
    ok(user.locked, "locked");
    await user.unlock();
    ok(!user.locked, "unlocked");
    await user.update({ user_role: "publisher" });
    equal((await usersOf(server).get(user.guid)).user_role, "publisher", "role on the server");
    equal(user.user_role, "publisher", "role of the object");
  },
  "the own account is not locked": async (server) => {
    const me = await connect({ url: server.url, apiKey: server.apiKey }).me();
    const error = await rejects(me.lock(), "SelfLockError");
    ok(error instanceof SelfLockError, "it is an instance of its class");
    await me.refresh();
    ok(!me.locked, "still unlocked");
  },
  "a loop can lock the users that it yields": async (server) => {
    const newcomers = ["loop.one", "loop.two", "loop.three"];
    for (const username of newcomers) await createNewcomer(server, username);
    for await (const user of usersOf(server).find({ prefix: "loop." })) await user.lock();
    const locked = await usersOf(server).find({ prefix: "loop.", account_status: "locked" });
    equal(locked.map((user) => user.username).sort(), [...newcomers].sort(), "locked users");
  },
  "a user can join and leave a group": async (server) => {
    const { api } = connect({ url: server.url, apiKey: server.apiKey });
    const { data: group } = await api.POST("/v1/groups", { body: { name: "analysts" } });
    const user = await createNewcomer(server, "group.member");
    await user.groups.add(group);
    equal(
      (await user.groups.find()).map(({ name }) => name),
      ["analysts"],
      "groups",
    );
    await user.groups.remove("analysts");
    equal(await user.groups.find(), [], "groups");
  },
  "content belongs to its owner": async (server) => {
    const { api, users } = connect({ url: server.url, apiKey: server.apiKey });
    const { data: created } = await api.POST("/v1/content", { body: { name: "report" } });
    const owner = await users.get(created.owner_guid);
    ok(
      (await owner.content.find()).some(({ guid }) => guid === created.guid),
      "the item is found",
    );
    equal(await (await createNewcomer(server, "owns.nothing")).content.count(), 0, "items of another user");
  },
  "the JSON of a user is its record": async (server) => {
    const [user] = await usersOf(server).find({}, { limit: 1 });
    const record = JSON.parse(JSON.stringify(user));
    equal(record.guid, user?.guid, "guid");
    ok(!JSON.stringify(user).includes(server.apiKey), "no key in it");
  },
  "a viewer may not create users": async (server) => {
    const { api } = connect({ url: server.url, apiKey: server.apiKey });
    const me = await connect({ url: server.url, apiKey: server.apiKey }).me();
    const { data: key } = await api.POST("/v1/users/{guid}/keys", {
      params: { path: { guid: me.guid } },
      body: { name: "weak", user_role: "viewer" },
    });
    const weak = { ...server, apiKey: key.key };
    await rejects(createNewcomer(weak, "not.allowed"), "PermissionError");
  },
  "a wrong filter is rejected before it is sent": async (server) => {
    const call = async () => usersOf(server).find(JSON.parse('{"user_role":"viewer|publsher"}'));
    const error = await call().then(
      () => undefined,
      (/** @type {unknown} */ error) => error,
    );
    ok(error instanceof Error && error.message.includes("publsher"), `an error that names it, not ${String(error)}`);
  },
};
