import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";
import { textLike } from "../support/matchers.ts";

test("null for an optional field is ignored", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const user = {
    username: "mira",
    password: "correct horse",
    email: null,
    first_name: null,
    user_must_set_password: null,
  };
  const created = await client.post("/v1/users", user);
  expect(created.body).toMatchObject({ username: "mira", email: "", first_name: "" });

  await client.put(`/v1/users/${String(created.body["guid"])}`, { first_name: "Mira", user_role: "publisher" });
  const changed = await client.put(`/v1/users/${String(created.body["guid"])}`, { first_name: null, user_role: null });
  expect(changed.body).toMatchObject({ first_name: "Mira", user_role: "publisher" });

  expect((await client.post("/v1/groups", { name: "analysts", unique_id: null })).status).toBe(200);
  const item = await client.post("/v1/content", { name: null, access_type: null });
  expect(item.body).toMatchObject({ name: textLike(/./), access_type: "acl" });
});

test("null for a required field is refused", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  expect((await client.post("/v1/users", { username: null, password: "correct horse" })).refusal).toEqual([400, 25]);
  expect((await client.post("/v1/groups", { name: null })).refusal).toEqual([400, 25]);
  const { guid } = fake.addGroup();
  expect((await client.patch(`/v1/groups/${guid}`, { name: null })).refusal).toEqual([400, 25]);
});

test("null is a value where the document allows it", async () => {
  const fake = testFake();
  const item = fake.addContent({ title: "Weekly" });
  const changed = await clientOf(fake).patch(`/v1/content/${item.guid}`, { title: null });
  expect(changed.body).toMatchObject({ title: null });
});
