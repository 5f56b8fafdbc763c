import { expect, test } from "vitest";
import type { FakeAssumptions } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";

/** Hands an item to a user that may be locked, may own an item of the same name, and was a collaborator. */
async function handOver(assumptions: FakeAssumptions, { locked = false, clash = false } = {}) {
  const fake = testFake({ assumptions });
  const client = clientOf(fake);
  const mira = fake.addUser({ user_role: "publisher", locked });
  const item = fake.addContent({ name: "report" });
  if (clash) fake.addContent({ name: "report", owner_guid: mira.guid });
  const grant = { principal_guid: mira.guid, principal_type: "user", role: "owner" };
  await client.post(`/v1/content/${item.guid}/permissions`, grant);
  const response = await client.patch(`/v1/content/${item.guid}`, { owner_guid: mira.guid });
  const permissions = (await client.get(`/v1/content/${item.guid}/permissions`)).list;
  return { response, mira, principals: pluck(permissions, "principal_guid") };
}

test("a locked user can become the owner, unless the assumption is switched", async () => {
  expect((await handOver({}, { locked: true })).response.status).toBe(200);
  expect((await handOver({ lockedNewOwner: "refused" }, { locked: true })).response.refusal).toEqual([403, 156]);
  expect((await handOver({ lockedNewOwner: "refused" })).response.status).toBe(200);
});

test("the new owner's permission is removed, unless the assumption is switched", async () => {
  expect((await handOver({})).principals).toEqual([]);
  const { mira, principals } = await handOver({ newOwnerPermission: "kept" });
  expect(principals).toEqual([mira.guid]);
});

test("a name that the new owner uses has code 26, unless the assumption is switched", async () => {
  expect((await handOver({}, { clash: true })).response.refusal).toEqual([409, 26]);
  expect((await handOver({ nameClashCode: 156 }, { clash: true })).response.refusal).toEqual([403, 156]);
});

test("an assumption that does not exist is refused", () => {
  // @ts-expect-error an assumption that does not exist
  expect(() => testFake({ assumptions: { lockedOwner: "refused" } })).toThrow(
    "assumptions.lockedOwner is unknown; did you mean",
  );
  // @ts-expect-error a code that is no candidate
  expect(() => testFake({ assumptions: { nameClashCode: 4 } })).toThrow(
    "assumptions.nameClashCode is 4; allowed: 5, 25",
  );
});
