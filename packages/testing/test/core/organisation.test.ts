import { expect, test } from "vitest";
import { testFake } from "../support/fake-client.ts";

test("users is the total number of users, the administrator first", () => {
  const { users } = testFake({ users: 1200 });
  expect(users).toHaveLength(1200);
  expect(users[0]).toMatchObject({ username: "admin", user_role: "administrator" });
});

test("generated users are realistic: mostly viewers, few administrators, some locked, some never active", () => {
  const { users } = testFake({ users: 5000 });
  const share = (condition: (user: (typeof users)[number]) => boolean): number =>
    users.filter(condition).length / users.length;
  expect(share(({ user_role }) => user_role === "viewer")).toBeGreaterThan(0.7);
  expect(share(({ user_role }) => user_role === "publisher")).toBeGreaterThan(0.1);
  expect(share(({ user_role }) => user_role === "administrator")).toBeLessThan(0.03);
  expect(share(({ locked }) => locked)).toBeGreaterThan(0.03);
  expect(share(({ locked }) => locked)).toBeLessThan(0.1);
  expect(share(({ active_time }) => active_time === null)).toBeGreaterThan(0.05);
  expect(share(({ first_name }) => /[^ -~]/.test(first_name))).toBeGreaterThan(0.05);
});

test("guids and usernames are unique, addresses are at example.com, timestamps are in order", () => {
  const { users } = testFake({ users: 40_000, seed: 3 });
  expect(new Set(users.map(({ guid }) => guid)).size).toBe(40_000);
  expect(new Set(users.map(({ username }) => username)).size).toBe(40_000);
  const isInOrder = (user: (typeof users)[number]): boolean =>
    user.created_time <= user.updated_time && user.updated_time <= "2026-02-02T09:00:00Z";
  const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(users.filter((user) => !guid.test(user.guid))).toEqual([]);
  expect(users.filter((user) => !/^[a-z0-9.]+$/.test(user.username))).toEqual([]);
  expect(users.filter((user) => !user.email.endsWith("@example.com"))).toEqual([]);
  expect(users.filter((user) => !isInOrder(user))).toEqual([]);
});

test("a larger number of users with the same seed starts with the same users", () => {
  const small = testFake({ users: 10, seed: 9 });
  const large = testFake({ users: 100, seed: 9 });
  expect(large.users.slice(0, 10)).toEqual(small.users);
});

test("users have an external id if the provider has ids", () => {
  const [, user] = testFake({ users: 2, provider: "ldap" }).users;
  expect(user?.external_id).toBe(`uid=${String(user?.username)},ou=people,dc=example,dc=com`);
});
