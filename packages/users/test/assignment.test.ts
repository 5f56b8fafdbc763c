import { describe, expect, test } from "vitest";
import { inspect } from "node:util";
import { open } from "./support/open.ts";
import { stateLibraries } from "./support/state-libraries.ts";

const assign = (object: object, name: string): void => {
  Object.assign(object, { [name]: "changed" });
};
const frozen = ["Valtio `snapshot()`", "`Object.freeze()`"];

describe("assigning to a field", () => {
  test.for(["user_role", "locked", "guid", "email", "tenant"])(
    "is refused, as nothing would be sent: %s",
    async (name) => {
      const { fake, users, connection, add } = open();
      const { guid } = await add();
      fake.fault({ operationId: "getUser", times: 1, status: 200, body: { ...fake.users[1], tenant: 7 } });
      const user = await users.get(guid);
      const before = user.toJSON();
      expect(() => {
        assign(user, name);
      }).toThrow(/changes nothing on the server.*update\(\)/);
      expect(user.toJSON()).toEqual(before);
      if (name === "tenant") return;
      const others = [
        await connection.me(),
        await users.findOne(),
        ...(await users.find()),
        await users.create({ username: "new", user_must_set_password: true, email: "new@example.com" }),
      ];
      for (const other of others) {
        expect(() => {
          if (other) assign(other, name);
        }).toThrow(/update\(\)/);
      }
    },
  );

  test.for(Object.entries(stateLibraries).filter(([name]) => !frozen.includes(name)))(
    "is refused with the same words through %s",
    async ([, hold]) => {
      const { add } = open();
      const user = hold(await add());
      expect(() => {
        assign(user, "user_role");
      }).toThrow(/changes nothing on the server.*update\(\)/);
    },
  );

  test("leaves the object as readable as before", async () => {
    const { add } = open();
    const user = await add({ username: "jo" });
    expect(inspect(user)).toContain("username: 'jo'");
    expect(inspect(user)).not.toContain("Getter");
    await user.update({ first_name: "Jo" });
    expect(inspect(user)).toContain("first_name: 'Jo'");
    expect(structuredClone(user)).toEqual(user.toJSON());
  });

  test("is still refused after a refresh that brought a new field", async () => {
    const { fake, add } = open();
    const user = await add();
    fake.fault({ operationId: "getUser", times: 1, status: 200, body: { ...fake.users[1], tenant: 7 } });
    await user.refresh();
    expect(Reflect.get(user, "tenant")).toBe(7);
    expect(() => {
      assign(user, "tenant");
    }).toThrow(/update\(\)/);
  });
});
