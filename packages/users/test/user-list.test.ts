import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { open } from "./support/open.ts";

test("a list is what a query of TanStack Query resolves to", async () => {
  const { users, fake, sent } = open({ users: 3 });
  const client = new QueryClient();
  const options = { queryKey: ["users"], queryFn: () => users.find(), staleTime: Infinity };
  const found = await client.query(options);
  expect(found.map(({ guid }) => guid).sort()).toEqual(fake.users.map(({ guid }) => guid).sort());
  await client.query(options);
  expect(sent()).toEqual(["getUsers"]);
});

test("a list works with the combinators of promises", async () => {
  const { users } = open({ users: 3 });
  const list = users.find();
  expect(Object.prototype.toString.call(list)).toBe("[object UserList]");
  const [all, count] = await Promise.all([list, users.count()]);
  expect(all).toHaveLength(count);
  expect(await list.finally(() => undefined)).toBe(await list);
  expect(await users.find({}, { limit: 1 }).catch(() => [])).toHaveLength(1);
});
