import { expect, test } from "vitest";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

test("a list has exactly results, current_page and total", async () => {
  const { text } = await clientOf(testFake()).get("/v1/users");
  expect(text).toMatch(/^\{"results":\[\{.*\}\],"current_page":1,"total":1\}$/);
});

test("the fields of a user are in the order of real servers", async () => {
  const { list } = await clientOf(testFake()).get("/v1/users");
  expect(Object.keys(list[0] ?? {})).toEqual([
    "email",
    "username",
    "first_name",
    "last_name",
    "user_role",
    "created_time",
    "updated_time",
    "active_time",
    "confirmed",
    "locked",
    "guid",
  ]);
});

test("users are sorted by first name, last name, username and e-mail address, ignoring case", async () => {
  const fake = testFake();
  fake.addUser({ username: "d", first_name: "bill", last_name: "Young" });
  fake.addUser({ username: "c", first_name: "Bill", last_name: "adams" });
  fake.addUser({ username: "b", first_name: "", last_name: "Zed" });
  fake.addUser({ username: "a2", first_name: "Cole", last_name: "Same" });
  fake.addUser({ username: "a1", first_name: "Cole", last_name: "Same" });
  const up = await clientOf(fake).get("/v1/users");
  expect(pluck(up.list, "username")).toEqual(["b", "c", "d", "a1", "a2", "admin"]);
  const down = await clientOf(fake).get("/v1/users?asc_order=false");
  expect(pluck(down.list, "username")).toEqual(["admin", "a2", "a1", "d", "c", "b"]);
});

test("a page has 20 users by default and up to 500", async () => {
  const client = clientOf(testFake({ users: 700 }));
  expect((await client.get("/v1/users")).list).toHaveLength(20);
  expect((await client.get("/v1/users?page_size=500")).list).toHaveLength(500);
  expect((await client.get("/v1/users?page_size=500&page_number=2")).list).toHaveLength(200);
});

test("a page after the last is empty and has its own number", async () => {
  const { body } = await clientOf(testFake({ users: 3 })).get("/v1/users?page_number=3");
  expect(body).toEqual({ results: [], current_page: 3, total: 3 });
});

test.each([
  "page_size=0",
  "page_size=501",
  "page_size=-1",
  "page_number=0",
  "page_number=-3",
  "page_number=3000000000",
])("%s is out of range", async (query) => {
  expect((await clientOf(testFake()).get(`/v1/users?${query}`)).refusal).toEqual([400, 13]);
});

test.each(["page_size=ten", "page_number=1.5", "asc_order=maybe", "sort=shoe_size"])(
  "%s is not valid",
  async (query) => {
    expect((await clientOf(testFake()).get(`/v1/users?${query}`)).refusal).toEqual([400, 25]);
  },
);

test("all pages together contain every user once", async () => {
  const fake = testFake({ users: 1201 });
  const client = clientOf(fake);
  const seen: unknown[] = [];
  for (let page = 1; page <= 13; page++) {
    seen.push(...pluck((await client.get(`/v1/users?page_size=100&page_number=${page}`)).list, "guid"));
  }
  expect(seen).toHaveLength(1201);
  expect(new Set(seen)).toEqual(new Set(fake.users.map(({ guid }) => guid)));
});

test("locked users are in the list and in the total", async () => {
  const fake = testFake();
  fake.addUser({ locked: true });
  expect((await clientOf(fake).get("/v1/users")).body).toMatchObject({ total: 2 });
});

test("roles joined by | are alternatives", async () => {
  const fake = testFake();
  fake.addUser({ username: "p", user_role: "publisher" });
  fake.addUser({ username: "v", user_role: "viewer" });
  const client = clientOf(fake);
  expect(pluck((await client.get("/v1/users?user_role=viewer%7Cpublisher&sort=username")).list, "username")).toEqual([
    "p",
    "v",
  ]);
  expect(pluck((await client.get("/v1/users?user_role=publisher")).list, "username")).toEqual(["p"]);
});

test("a repeated parameter means AND, so two different roles match no user", async () => {
  const fake = testFake();
  fake.addUser({ user_role: "viewer" });
  const client = clientOf(fake);
  expect((await client.get("/v1/users?user_role=viewer&user_role=publisher")).body).toMatchObject({
    total: 0,
    results: [],
  });
  expect((await client.get("/v1/users?user_role=viewer&user_role=viewer")).body).toMatchObject({ total: 1 });
});

test("an unknown role is refused with code 112, an unknown status with code 115", async () => {
  const client = clientOf(testFake());
  expect((await client.get("/v1/users?user_role=owner")).refusal).toEqual([400, 112]);
  expect((await client.get("/v1/users?user_role=viewer%7Cowner")).refusal).toEqual([400, 112]);
  expect((await client.get("/v1/users?account_status=asleep")).refusal).toEqual([400, 115]);
});

test.each([
  ["last_name", ["a", "c", "b"]],
  ["username", ["a", "b", "c"]],
  ["created_time", ["b", "c", "a"]],
  ["active_time", ["c", "a", "b"]],
  ["user_role", ["c", "b", "a"]],
])("servers since 2026 can sort by %s", async (sort, expected) => {
  const fake = testFake();
  fake.addUser({
    username: "a",
    last_name: "A",
    created_time: "2026-01-03T00:00:00Z",
    active_time: "2026-01-04T00:00:00Z",
  });
  fake.addUser({
    username: "b",
    last_name: "C",
    created_time: "2026-01-01T00:00:00Z",
    active_time: "2026-01-05T00:00:00Z",
    user_role: "publisher",
  });
  fake.addUser({ username: "c", last_name: "B", created_time: "2026-01-02T00:00:00Z", user_role: "administrator" });
  const { list } = await clientOf(fake).get(`/v1/users?sort=${sort}`);
  expect(pluck(list, "username").filter((name) => name !== "admin")).toEqual(expected);
});

test("older servers ignore the sort parameter, even if it is invalid", async () => {
  const fake = testFake({ version: "2024.09.0" });
  fake.addUser({ username: "a", first_name: "Zoe" });
  const client = clientOf(fake);
  const unsorted = (await client.get("/v1/users")).text;
  expect((await client.get("/v1/users?sort=username")).text).toBe(unsorted);
  expect((await client.get("/v1/users?sort=shoe_size")).text).toBe(unsorted);
});

test("every user has exactly one of three statuses", async () => {
  const client = clientOf(testFake({ users: 500 }));
  const totals = await Promise.all(
    ["licensed", "inactive", "locked"].map(async (status) => {
      return (await client.get(`/v1/users?account_status=${status}`)).body["total"];
    }),
  );
  expect(totals.every((total) => typeof total === "number" && total > 0)).toBe(true);
  expect(totals.reduce((sum, total) => Number(sum) + Number(total), 0)).toBe(500);
});

test("a long list in descending order is the reverse of the ascending one", async () => {
  const client = clientOf(testFake({ users: 1_700 }));
  const read = async (ascending: boolean): Promise<unknown[]> => {
    const guids: unknown[] = [];
    for (let page = 1; page <= 9; page++) {
      const { list } = await client.get(`/v1/users?page_size=200&page_number=${page}&asc_order=${ascending}`);
      guids.push(...pluck(list, "guid"));
    }
    return guids;
  };
  const forward = await read(true);
  expect(new Set(forward).size).toBe(1_700);
  expect(await read(false)).toEqual(forward.toReversed());
});

test("a list with a hundred thousand values is read in linear time", async () => {
  const client = clientOf(testFake());
  const many = (role: string): string => Array.from({ length: 100_000 }, () => role).join("|");
  const start = performance.now();
  const { status } = await client.get(`/v1/users?user_role=${many("viewer")}&user_role=${many("publisher")}`);
  expect(status).toBe(200);
  // Comparing each value with each other one takes ten billion steps.
  expect(performance.now() - start).toBeLessThan(2_000);
});
