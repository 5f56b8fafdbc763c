import { Readable } from "node:stream";
import { main } from "@connect-sdk/cli";
import { User } from "@connect-sdk/users";
import { expectEqual, WrongResult } from "../expect-equal.ts";
import { type NamedOperations, type Operation } from "./operation.ts";

const FEW = 12;

/** The password of the created user. Like a key, it must not be exposed. */
export const CANARY_PASSWORD = "canary-Password-4711";

/** Operations that write. */
export const writingOperations: NamedOperations = {
  create: {
    class: "create",
    target: "createPushUser",
    users: FEW,
    prepare({ fake, connection }) {
      const details = { username: "newcomer", email: "new@example.com", password: CANARY_PASSWORD };
      const created = (): typeof fake.users => fake.users.filter(({ username }) => username === details.username);
      return Promise.resolve({
        run: () => connection.users.create(details),
        check(user) {
          if (!(user instanceof User)) throw new WrongResult("Expected a user.");
          expectEqual(user.toJSON(), created()[0], "the created user");
        },
        effects: () => created().length,
      });
    },
  },
  update: {
    class: "update",
    target: "updateUser",
    users: FEW,
    async prepare({ fake, connection }) {
      const { guid } = fake.addUser({ first_name: "Before" });
      const user = await connection.users.get(guid);
      const before = user.toJSON();
      const stored = (): unknown => fake.users.find((each) => each.guid === guid);
      return {
        run: async () => {
          try {
            await user.update({ first_name: "After" });
          } catch (error) {
            // The object must not show a change that the server did not confirm.
            expectEqual(user.toJSON(), before, "the object after a failure");
            throw error;
          }
        },
        check() {
          expectEqual(user.toJSON(), stored(), "the updated user");
        },
        effects: () => (fake.users.find((each) => each.guid === guid)?.first_name === "After" ? 1 : 0),
      };
    },
  },
  lock: locking("lock", true),
  unlock: locking("unlock", false),
  "groups.add": {
    class: "member",
    target: "addGroupMember",
    users: FEW,
    async prepare({ fake, connection }) {
      const group = fake.addGroup();
      const user = await connection.users.get(fake.addUser().guid);
      return {
        run: () => user.groups.add(group.guid),
        check() {
          expectEqual(membersOf(fake, group.guid), [user.guid], "the members");
        },
        effects: () => membersOf(fake, group.guid).length,
      };
    },
  },
  "groups.remove": {
    class: "member",
    target: "removeGroupMember",
    users: FEW,
    async prepare({ fake, connection }) {
      const { guid } = fake.addUser();
      const stays = fake.addUser().guid;
      const group = fake.addGroup({ members: [guid, stays] });
      const user = await connection.users.get(guid);
      return {
        run: () => user.groups.remove(group.guid),
        check() {
          expectEqual(membersOf(fake, group.guid), [stays], "the members");
        },
        effects: () => 2 - membersOf(fake, group.guid).length,
      };
    },
  },
};

function locking(name: "lock" | "unlock", locked: boolean): Omit<Operation, "name"> {
  return {
    class: "lock",
    target: "lockUser",
    users: FEW,
    async prepare({ fake, connection }) {
      const { guid } = fake.addUser({ locked: !locked });
      const user = await connection.users.get(guid);
      // Caches the own guid, so that the fault hits the only remaining request.
      await connection.me();
      const stored = (): boolean | undefined => fake.users.find((each) => each.guid === guid)?.locked;
      return {
        run: async () => {
          try {
            await user[name]();
          } catch (error) {
            expectEqual(user.locked, !locked, "`locked` of the object after a failure");
            throw error;
          }
        },
        check() {
          expectEqual({ object: user.locked, server: stored() }, { object: locked, server: locked }, "`locked`");
        },
        effects: () => (stored() === locked ? 1 : 0),
      };
    },
  };
}

function membersOf(
  fake: { snapshot(): { groups: readonly { guid: string; members: readonly string[] }[] } },
  guid: string,
) {
  return [...(fake.snapshot().groups.find((group) => group.guid === guid)?.members ?? [])];
}

const ROWS = ["import-a", "import-b", "import-c"];

/** The exit code and output of a failed program. */
export class ProgramFailed extends Error {
  readonly code: number;
  readonly output: string;

  constructor(code: number, output: string) {
    super(`connect-users import exited with ${code}: ${output}`);
    this.code = code;
    this.output = output;
  }

  override get name(): string {
    return `exit ${this.code}`;
  }
}

/** Imports a file, one row after another. */
export const importOperation: Operation = {
  name: "import",
  class: "import",
  target: "createPushUser",
  users: 12,
  prepare({ fake, url, timeout, fetch }) {
    const lines = ROWS.map((name) => `${name},${name}@example.com,${CANARY_PASSWORD}\n`);
    const csv = `username,email,password\n${lines.join("")}`;
    const imported = (): string[] =>
      fake.users.map(({ username }) => username).filter((username) => ROWS.includes(username));
    return Promise.resolve({
      async run() {
        let output = "";
        const write = (text: string): void => {
          output += text;
        };
        const code = await main(["import", "-", "--yes", "--debug", "--concurrency", "1"], {
          stdin: Readable.from([Buffer.from(csv)]),
          stdout: { write },
          stderr: { write },
          env: { CONNECT_SERVER: url, CONNECT_API_KEY: fake.apiKey, CONNECT_REQUEST_TIMEOUT: String(timeout / 1000) },
          fetch: (input, init) => fetch(new Request(input, init)),
        });
        if (code !== 0) throw new ProgramFailed(code, output);
        return output;
      },
      check() {
        expectEqual(imported().toSorted(), ROWS, "the imported users");
      },
      effects: () => imported().length,
    });
  },
};
