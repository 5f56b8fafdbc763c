import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

async function search(fake: FakeConnect, prefix: string, more = ""): Promise<unknown[]> {
  const { list } = await clientOf(fake).get(`/v1/users?prefix=${encodeURIComponent(prefix)}${more}`);
  return pluck(list, "username");
}

test("a prefix matches the beginning of the username, first name or last name, ignoring case", async () => {
  const fake = testFake();
  fake.addUser({ username: "Aron", first_name: "X", last_name: "X" });
  fake.addUser({ username: "b", first_name: "aron", last_name: "X" });
  fake.addUser({ username: "c", first_name: "X", last_name: "ARON" });
  expect((await search(fake, "aRoN")).toSorted()).toEqual(["Aron", "b", "c"]);
});

test("a prefix does not match in the middle", async () => {
  const fake = testFake();
  fake.addUser({ username: "permission_aron", first_name: "Permission", last_name: "McAron" });
  fake.addUser({ username: "aron" });
  expect(await search(fake, "aron")).toEqual(["aron"]);
});

test("a prefix does not match the e-mail address", async () => {
  const fake = testFake();
  fake.addUser({ username: "u", first_name: "F", last_name: "L", email: "zzz@example.com" });
  expect(await search(fake, "zzz")).toEqual([]);
});

test("the most similar users come first, equally similar ones in the default order", async () => {
  const fake = testFake();
  for (const [username, first_name] of [
    ["jonathan", "Z"],
    ["jo", "Z"],
    ["joan", "B"],
    ["jono", "A"],
  ] as const) {
    fake.addUser({ username, first_name, last_name: "L" });
  }
  expect(await search(fake, "jo")).toEqual(["jo", "jono", "joan", "jonathan"]);
});

test("sort takes precedence over similarity", async () => {
  const fake = testFake();
  fake.addUser({ username: "joachim", first_name: "A", last_name: "L" });
  fake.addUser({ username: "jo", first_name: "B", last_name: "L" });
  expect(await search(fake, "jo", "&sort=first_name")).toEqual(["joachim", "jo"]);
});

test("only the first page of a search has results; total counts all matches", async () => {
  const fake = testFake();
  for (let number = 0; number < 30; number++)
    fake.addUser({ username: `tester${number}`, first_name: "", last_name: "" });
  const client = clientOf(fake);
  const first = await client.get("/v1/users?prefix=tester&page_size=10");
  expect(first.list).toHaveLength(10);
  expect(first.body).toMatchObject({ total: 30, current_page: 1 });
  expect((await client.get("/v1/users?prefix=tester&page_size=10&page_number=2")).body).toEqual({
    results: [],
    current_page: 2,
    total: 30,
  });
});

test("filters apply to a search", async () => {
  const fake = testFake();
  fake.addUser({ username: "tom", user_role: "publisher" });
  fake.addUser({ username: "tim", user_role: "viewer", locked: true });
  expect(await search(fake, "t", "&user_role=publisher&sort=username")).toContain("tom");
  expect(await search(fake, "ti", "&user_role=publisher")).not.toContain("tim");
  expect(await search(fake, "ti", "&account_status=locked")).toContain("tim");
});

test("a user that matches in several fields is found once", async () => {
  const fake = testFake();
  fake.addUser({ username: "noor", first_name: "Noor", last_name: "Noor" });
  expect((await clientOf(fake).get("/v1/users?prefix=noor")).body).toMatchObject({ total: 1 });
});

test("punctuation and spaces are matched literally", async () => {
  const fake = testFake();
  fake.addUser({ username: "a_user", first_name: "A User", last_name: "Name" });
  fake.addUser({ username: "aXuser", first_name: "AXUser", last_name: "Name" });
  expect(await search(fake, "a_u")).toEqual(["a_user"]);
  expect(await search(fake, "a user")).toEqual(["a_user"]);
});

test("a provider id is found by its full value, and by a prefix since 2026", async () => {
  const id = "uid=mira,ou=people,dc=example,dc=com";
  const older = testFake({ provider: "ldap", version: "2024.09.0" });
  older.addUser({ username: "mira", external_id: id });
  expect(await search(older, id)).toEqual(["mira"]);
  expect(await search(older, "uid=mira")).toEqual([]);
  const newer = testFake({ provider: "ldap" });
  newer.addUser({ username: "mira", external_id: id });
  expect(await search(newer, "uid=mira")).toEqual(["mira"]);
});

test("a renamed user is found by the new name only", async () => {
  const fake = testFake();
  const { guid } = fake.addUser({ username: "before", first_name: "F", last_name: "L" });
  await clientOf(fake).put(`/v1/users/${guid}`, { username: "after" });
  expect(await search(fake, "before")).toEqual([]);
  expect(await search(fake, "after")).toEqual(["after"]);
});
