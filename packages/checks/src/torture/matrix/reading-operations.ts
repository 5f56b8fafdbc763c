import type { UserRecord } from "@connect-sdk/api";
import { auditEvents } from "@connect-sdk/lifecycle";
import { User } from "@connect-sdk/users";
import { expectEqual, WrongResult } from "../expect-equal.ts";
import { type NamedOperations, type Prepared } from "./operation.ts";
import type { World } from "./world.ts";

/** More than one page. */
const MANY = 520;

const FEW = 12;

/** Operations that only read. */
export const readingOperations: NamedOperations = {
  find: {
    class: "list",
    target: "getUsers",
    users: MANY,
    prepare(world) {
      const all = guidsOf(world);
      return reading(
        () => world.connection.users.find().then((users) => users),
        (users) => {
          expectAllOnce(users, all);
        },
      );
    },
  },
  "find by role": {
    class: "list",
    target: "getUsers",
    users: MANY + 400,
    prepare(world) {
      const expected = world.fake.users.filter((user) => user.user_role === "viewer").map((user) => user.guid);
      if (expected.length <= 500) throw new Error("All viewers fit on one page.");
      return reading(
        () => world.connection.users.find({ user_role: "viewer" }).then((users) => users),
        (users) => {
          expectAllOnce(users, expected);
        },
      );
    },
  },
  "lookup by e-mail": {
    class: "list",
    target: "getUsers",
    users: MANY,
    prepare(world) {
      const user = world.fake.addUser({ first_name: "Zz", last_name: "Last", email: "last@example.org" });
      return readingOne(() => world.connection.users.lookup("last@example.org"), user);
    },
  },
  "groups.find": {
    class: "list",
    target: "getGroupMembers",
    users: MANY,
    async prepare(world) {
      // The last member: one on the first page would be found even if other pages fail.
      const { guid } = world.fake.addUser({ first_name: "Zzzz" });
      const group = world.fake.addGroup({ name: "everyone", members: world.fake.users });
      const user = await world.connection.users.get(guid);
      return reading(
        () => user.groups.find(),
        (groups) => {
          expectEqual(groups, [group], "groups.find()");
        },
      );
    },
  },
  auditEvents: {
    class: "log",
    target: "getAuditLogs",
    users: FEW,
    async prepare(world) {
      // More than two parts.
      const { fake, connection } = world;
      const people = fake.users.filter(({ locked }) => !locked);
      for (let turn = 0; turn < 1_100; turn++) fake.signIn(people[turn % people.length]?.guid ?? "");
      const expected = fake.audit.map(({ id }) => id).toReversed();
      return reading(
        async () => {
          const found: string[] = [];
          for await (const { id } of auditEvents(connection, { since: "2000-01-01" })) found.push(id);
          return found;
        },
        (found) => {
          expectEqual(found, expected, "the log");
        },
      );
    },
  },
  findOne: {
    class: "read",
    target: "getUsers",
    users: FEW,
    prepare(world) {
      const user = world.fake.addUser({ username: "only-one", user_role: "publisher" });
      return readingOne(() => world.connection.users.findOne({ prefix: "only-one" }), user);
    },
  },
  get: {
    class: "read",
    target: "getUser",
    users: FEW,
    prepare(world) {
      const user = world.fake.addUser();
      return readingOne(() => world.connection.users.get(user.guid), user);
    },
  },
  lookup: {
    class: "read",
    target: "getUsers",
    users: FEW,
    prepare(world) {
      const user = world.fake.addUser({ username: "jo" });
      world.fake.addUser({ username: "jo-anne" });
      return readingOne(() => world.connection.users.lookup("jo"), user);
    },
  },
  count: {
    class: "read",
    target: "getUsers",
    users: FEW,
    prepare(world) {
      return reading(
        () => world.connection.users.count(),
        (count) => {
          expectEqual(count, FEW, "count()");
        },
      );
    },
  },
  "content.find": {
    class: "read",
    target: "getContents",
    users: FEW,
    async prepare(world) {
      const owner = world.fake.addUser({ user_role: "publisher" });
      const own = world.fake.addContent({ owner_guid: owner.guid, name: "report" });
      world.fake.addContent({ name: "of-another-user" });
      const user = await world.connection.users.get(owner.guid);
      return reading(
        () => user.content.find(),
        (items) => {
          expectEqual(guids(items), [own.guid], "content.find()");
        },
      );
    },
  },
};

function reading(run: () => PromiseLike<unknown>, check: (result: unknown) => void): Promise<Prepared> {
  return Promise.resolve({ run: async () => run(), check, effects: () => 0 });
}

function readingOne(run: () => Promise<User | undefined>, { guid, username }: UserRecord): Promise<Prepared> {
  return reading(run, (found) => {
    if (!(found instanceof User)) throw new WrongResult("Expected a user.");
    expectEqual({ guid: found.guid, username: found.username }, { guid, username }, "the user");
  });
}

function guidsOf({ fake }: World): string[] {
  return fake.users.map(({ guid }) => guid);
}

/** Every user of the start must be in the list once. Users that were added during the call may be in it. */
function expectAllOnce(users: unknown, all: readonly string[]): void {
  const found = guids(users);
  const once = new Set(found);
  expectEqual(found.length, once.size, "the number of users");
  expectEqual(all.filter((guid) => !once.has(guid)).length, 0, "the number of missing users");
}

function guids(records: unknown): string[] {
  if (!Array.isArray(records)) throw new WrongResult("Expected a list.");
  return records.map((record: { guid?: unknown }) => String(record.guid));
}
