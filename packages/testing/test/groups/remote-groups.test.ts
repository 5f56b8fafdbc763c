import { expect, test } from "vitest";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

test("a ticket creates a group from LDAP, without an owner", async () => {
  const client = clientOf(testFake({ provider: "ldap", directory: { groups: ["staff", "students"] } }));
  const found = await client.get("/v1/groups/remote?prefix=ST");
  expect(found.body).toMatchObject({ current_page: 1, total: 2 });
  expect(pluck(found.list, "guid")).toEqual([null, null]);
  const temp_ticket = found.list[0]?.["temp_ticket"];
  const created = await client.put("/v1/groups", { temp_ticket });
  expect(created.body).toMatchObject({ name: "staff", owner_guid: null });
  expect((await client.put("/v1/groups", { temp_ticket })).refusal).toEqual([400, 127]);
  const again = await client.get("/v1/groups/remote?prefix=staff");
  expect(pluck(again.list, "guid")).toEqual([created.body["guid"]]);
  expect((await client.put("/v1/groups", { temp_ticket: again.list[0]?.["temp_ticket"] })).refusal).toEqual([409, 15]);
});

test("without a prefix, every group of the directory matches", async () => {
  const client = clientOf(testFake({ provider: "ldap", directory: { groups: ["staff", "students", "visitors"] } }));
  expect(pluck((await client.get("/v1/groups/remote")).list, "name")).toEqual(["staff", "students", "visitors"]);
});

test("with LDAP, groups cannot be created from details: code 120", async () => {
  expect((await clientOf(testFake({ provider: "ldap" })).post("/v1/groups", { name: "x" })).refusal).toEqual([
    400, 120,
  ]);
});

test.each(["password", "pam", "saml", "oauth2", "oauth2-google", "proxy"] as const)(
  "%s has no groups to search (code 132) or to take over (code 119)",
  async (provider) => {
    const client = clientOf(testFake({ provider }));
    expect((await client.get("/v1/groups/remote?prefix=x")).refusal).toEqual([400, 132]);
    expect((await client.put("/v1/groups", { temp_ticket: "x" })).refusal).toEqual([400, 119]);
  },
);

test("a server without groups has no groups in the directory either", async () => {
  const client = clientOf(testFake({ provider: "ldap", settings: { groupsEnabled: false } }));
  expect((await client.get("/v1/groups/remote?prefix=x")).refusal).toEqual([400, 25]);
  expect((await client.put("/v1/groups", { temp_ticket: "x" })).refusal).toEqual([400, 25]);
});
