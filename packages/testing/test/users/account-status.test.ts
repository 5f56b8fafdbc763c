import { expect, test } from "vitest";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

test("the initial administrator is licensed", async () => {
  const { list } = await clientOf(testFake()).get("/v1/users?account_status=licensed&user_role=administrator");
  expect(pluck(list, "username")).toEqual(["admin"]);
});

test("a user created through the API is inactive", async () => {
  const client = clientOf(testFake());
  const created = await client.post("/v1/users", { username: "mira", password: "correct horse" });
  expect(created.body).toMatchObject({ active_time: null });
  expect(pluck((await client.get("/v1/users?account_status=inactive")).list, "username")).toEqual(["mira"]);
});

test("the first request with a user's key makes them active", async () => {
  const fake = testFake();
  const user = fake.addUser();
  await clientOf(fake, fake.keyFor(user)).get("/v1/user");
  expect(fake.users.at(-1)?.active_time).toBe("2026-02-02T09:00:00Z");
  expect((await clientOf(fake).get("/v1/users?account_status=licensed")).body).toMatchObject({ total: 2 });
});

test("activity is recorded at most every five minutes", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  fake.clock.advance({ minutes: 1 });
  await client.get("/v1/user");
  expect(fake.users[0]?.active_time).toBe("2026-02-02T09:00:00Z");
  fake.clock.advance({ hours: 1 });
  await client.get("/v1/user");
  expect(fake.users[0]?.active_time).toBe("2026-02-02T10:01:00Z");
});

test("users turn inactive after 365 days without activity", async () => {
  const fake = testFake();
  fake.addUser({ username: "leaver", active_time: "2026-02-02T09:00:00Z" });
  const client = clientOf(fake);
  const licensed = async (): Promise<unknown[]> =>
    pluck((await client.get("/v1/users?account_status=licensed&sort=username")).list, "username");
  fake.clock.advance({ days: 364 });
  expect(await licensed()).toEqual(["admin", "leaver"]);
  fake.clock.advance({ days: 1 });
  expect(await licensed()).toEqual(["admin"]);
  fake.clock.advance({ days: -1 });
  expect(await licensed()).toEqual(["admin", "leaver"]);
});

test("the period of inactivity is a setting", async () => {
  const fake = testFake({ settings: { userActivityDays: 30 } });
  fake.addUser({ username: "away", active_time: "2026-01-01T00:00:00Z" });
  expect(pluck((await clientOf(fake).get("/v1/users?account_status=inactive")).list, "username")).toEqual(["away"]);
});

test("locking and unlocking changes the status of a user immediately", async () => {
  const fake = testFake();
  const { guid } = fake.addUser({ username: "mira", active_time: "2026-02-01T00:00:00Z" });
  const client = clientOf(fake);
  const statusOf = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const status of ["licensed", "inactive", "locked"]) {
      const { list } = await client.get(`/v1/users?prefix=mira&account_status=${status}`);
      if (list.length > 0) found.push(status);
    }
    return found;
  };
  expect(await statusOf()).toEqual(["licensed"]);
  await client.post(`/v1/users/${guid}/lock`, { locked: true });
  expect(await statusOf()).toEqual(["locked"]);
  await client.post(`/v1/users/${guid}/lock`, { locked: false });
  expect(await statusOf()).toEqual(["licensed"]);
});
