import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";

test("administrators can list all matching users as CSV with an Accept header, without pages", async () => {
  const fake = testFake({ users: 30 });
  const answer = await clientOf(fake).get("/v1/users?page_size=5", { accept: "text/csv" });
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const lines = answer.text.split("\r\n");
  expect(lines[0]).toBe(
    "guid,email,username,first_name,last_name,user_role,created_time,updated_time,active_time,confirmed,locked",
  );
  expect(lines).toHaveLength(32);
});

test("cells with commas, quotes and line breaks are quoted", async () => {
  const fake = testFake();
  fake.addUser({ username: "u", first_name: 'Mira "M"', last_name: "Okafor, Jr." });
  const { text } = await clientOf(fake).get("/v1/users?prefix=u", { accept: "text/csv" });
  expect(text).toContain('u,"Mira ""M""","Okafor, Jr.",viewer');
});

test("other users cannot get CSV, and older servers return JSON", async () => {
  const fake = testFake();
  const client = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
  expect((await client.get("/v1/users", { accept: "text/csv" })).refusal).toEqual([403, 22]);
  const older = await clientOf(testFake({ version: "2025.09.0" })).get("/v1/users", { accept: "text/csv" });
  expect(older.body).toMatchObject({ total: 1 });
});
