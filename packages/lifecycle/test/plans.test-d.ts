import type { Connection, User } from "@connect-sdk/users";
import { expectTypeOf, test } from "vitest";
import { planMerge, planOffboard, type Plan, planRoles, planSync, planTransfer } from "@connect-sdk/lifecycle";

declare const connection: Connection;
declare const user: User;

test("a person is a string or a user", () => {
  expectTypeOf(planOffboard(connection, { user, to: "ann" })).resolves.toEqualTypeOf<Plan>();
  expectTypeOf(planTransfer).parameter(1).toHaveProperty("to").toEqualTypeOf<string | User>();
  // @ts-expect-error: a transfer needs somebody who gets it
  void planTransfer(connection, { user });
  // @ts-expect-error: a number is nobody
  void planOffboard(connection, { user: 7 });
});

test("one pair or many", () => {
  void planMerge(connection, { from: user, into: "ann", role: "keep" });
  void planMerge(connection, { pairs: [{ from: "a", into: "b" }], lock: "never" });
  // @ts-expect-error: half a pair
  void planMerge(connection, { from: "a" });
});

test("caps are numbers or percentages, roles are roles", () => {
  void planSync(connection, [{ username: "jdoe", locked: false }], { maxLock: "7.5%" });
  // @ts-expect-error: not a percentage
  void planSync(connection, [], { maxLock: "many" });
  // @ts-expect-error: not a role
  void planRoles(connection, { map: { analysts: "boss" } });
});
