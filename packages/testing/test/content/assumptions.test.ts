import { expect, test } from "vitest";
import type { FakeAssumptions } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";

/** The status and the code of a request that succeeds. */
const SUCCESS = [200, undefined];

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

/** Renames an item and hands it over in one request, while `taken` of the old owner (`jdoe`) and the new one (`ann`) are in use. */
async function renameAndHandOver(assumptions: FakeAssumptions, taken: { jdoe?: string; ann?: string }) {
  const fake = testFake({ assumptions });
  const jdoe = fake.addUser({ user_role: "publisher" });
  const ann = fake.addUser({ user_role: "publisher" });
  const item = fake.addContent({ name: "report", owner_guid: jdoe.guid });
  if (taken.jdoe !== undefined) fake.addContent({ name: taken.jdoe, owner_guid: jdoe.guid });
  if (taken.ann !== undefined) fake.addContent({ name: taken.ann, owner_guid: ann.guid });
  const { refusal } = await clientOf(fake).patch(`/v1/content/${item.guid}`, {
    name: "report-2",
    owner_guid: ann.guid,
  });
  const after = fake.content.find(({ guid }) => guid === item.guid);
  expect([after?.name, after?.owner_guid]).toEqual(refusal[0] === 200 ? ["report-2", ann.guid] : ["report", jdoe.guid]);
  return refusal;
}

test("name and owner in one request are checked together, unless the assumption is switched", async () => {
  expect(await renameAndHandOver({}, { ann: "report-2" })).toEqual([409, 26]);
  expect(await renameAndHandOver({}, { ann: "report", jdoe: "report-2" })).toEqual(SUCCESS);
  expect(await renameAndHandOver({ nameAndOwner: "owner-first" }, { ann: "report" })).toEqual([409, 26]);
  expect(await renameAndHandOver({ nameAndOwner: "owner-first" }, { ann: "report-2" })).toEqual([409, 26]);
  expect(await renameAndHandOver({ nameAndOwner: "owner-first" }, { jdoe: "report-2" })).toEqual(SUCCESS);
  expect(await renameAndHandOver({ nameAndOwner: "name-first" }, { jdoe: "report-2" })).toEqual([409, 26]);
  expect(await renameAndHandOver({ nameAndOwner: "name-first" }, { ann: "report" })).toEqual(SUCCESS);
});

test("locked content can be handed over, unless the assumption is switched", async () => {
  for (const [lockedContent, expected] of [
    ["allowed", SUCCESS],
    ["refused", [409, 222]],
  ] as const) {
    const fake = testFake({ assumptions: { lockedContent } });
    const client = clientOf(fake);
    const mira = fake.addUser({ user_role: "publisher" });
    const item = fake.addContent({ locked: true });
    expect((await client.patch(`/v1/content/${item.guid}`, { owner_guid: mira.guid })).refusal).toEqual(expected);
    // Everything else about it can change.
    expect((await client.patch(`/v1/content/${item.guid}`, { title: "T" })).status).toBe(200);
    expect((await client.patch(`/v1/content/${item.guid}`, { locked: false })).status).toBe(200);
    expect((await client.patch(`/v1/content/${item.guid}`, { owner_guid: mira.guid })).status).toBe(200);
  }
});

test("publishers can be given groups that they cannot create, unless the assumption is switched", async () => {
  const assumptions = { publisherGroupOwner: "refused" } as const;
  for (const [options, expected] of [
    [{}, SUCCESS],
    [{ assumptions }, [403, 22]],
    [{ assumptions, settings: { publishersCanOwnGroups: true } }, SUCCESS],
  ] as const) {
    const fake = testFake(options);
    const mira = fake.addUser({ user_role: "publisher" });
    const group = fake.addGroup();
    for (const method of ["post", "patch"] as const) {
      const { refusal } = await clientOf(fake)[method](`/v1/groups/${group.guid}`, { owner_guid: mira.guid });
      expect(refusal).toEqual(expected);
    }
  }
});

test("what the provider owns has the codes 95 and 46, unless the assumption is switched", async () => {
  for (const [assumptions, groupsRefusal, roleRefusal] of [
    [{}, [403, 95], [400, 46]],
    [{ providerGroupsCode: 132, providerRoleCode: 23 }, [400, 132], [403, 23]],
  ] as const) {
    const settings = { userRoleEditableBy: "provider" } as const;
    const fake = testFake({ provider: "saml", groups: "provisioned", settings, assumptions });
    const client = clientOf(fake);
    const mira = fake.addUser();
    const group = fake.addGroup({ members: [mira] });
    const members = `/v1/groups/${group.guid}/members`;
    expect((await client.post(members, { user_guid: fake.addUser().guid })).refusal).toEqual(groupsRefusal);
    expect((await client.delete(`${members}/${mira.guid}`)).refusal).toEqual(groupsRefusal);
    expect((await client.delete(`/v1/groups/${group.guid}`)).refusal).toEqual(groupsRefusal);
    expect((await client.put(`/v1/users/${mira.guid}`, { user_role: "publisher" })).refusal).toEqual(roleRefusal);
  }
});

test("the settings say who edits what the provider owns, unless the assumption is switched", async () => {
  const settings = { userRoleEditableBy: "provider" } as const;
  const shown = async (assumptions: FakeAssumptions) =>
    (await clientOf(testFake({ settings, assumptions })).get("/server_settings")).body["authentication"];
  expect(await shown({})).toMatchObject({ role_editable_by: "provider", name_editable_by: "adminandself" });
  expect(await shown({ providerEditableBy: "other" })).toMatchObject({
    role_editable_by: "identity-provider",
    name_editable_by: "adminandself",
  });
  const absent = await shown({ providerEditableBy: "absent" });
  expect(absent).not.toHaveProperty("role_editable_by");
  expect(absent).toHaveProperty("name_editable_by", "adminandself");
});

test("all=true lists the sessions of everybody for administrators, unless the assumption is switched", async () => {
  for (const [allSessions, administrator, publisher] of [
    ["administrator", 2, [403, 22]],
    ["publisher", 2, 2],
    ["ignored", 0, 1],
  ] as const) {
    const fake = testFake({ assumptions: { allSessions } });
    const mira = fake.addUser({ user_role: "publisher" });
    const integration = fake.addIntegration();
    fake.addOAuthSession({ user: mira, integration });
    fake.addOAuthSession({ user: fake.addUser(), integration });
    const results = async (key: string) => {
      const { status, refusal, list } = await clientOf(fake, key).get("/v1/oauth/sessions?all=true");
      return status === 200 ? list.length : refusal;
    };
    expect(await results(fake.apiKey)).toBe(administrator);
    expect(await results(fake.keyFor(mira))).toEqual(publisher);
  }
});

test("the audit log tells locks from unlocks, unless the assumption is switched", async () => {
  const events = async (assumptions: FakeAssumptions) => {
    const fake = testFake({ assumptions });
    const { guid } = fake.addUser({ username: "mira", first_name: "Mira", last_name: "M" });
    for (const locked of [true, false]) await clientOf(fake).post(`/v1/users/${guid}/lock`, { locked });
    return pluck(fake.audit, "event_description");
  };
  const text = "Updated lock for user Mira M (mira)";
  expect(await events({})).toEqual([`${text}: true`, `${text}: false`]);
  expect(await events({ lockEvents: "untold" })).toEqual([text, text]);
});

test("using a key is no sign-in, unless the assumption is switched", async () => {
  const signIns = async (assumptions: FakeAssumptions) => {
    const fake = testFake({ assumptions });
    const mira = fake.addUser();
    const client = clientOf(fake, fake.keyFor(mira));
    for (const minutes of [0, 1, 10]) {
      fake.clock.advance({ minutes });
      await client.get("/v1/user");
    }
    return fake.audit.filter(({ action, user_guid }) => action === "user_login" && user_guid === mira.guid).length;
  };
  expect(await signIns({})).toBe(0);
  expect(await signIns({ keyUse: "sign-in" })).toBe(2);
});

test("a search of the audit log has pages of up to 500, unless the assumption is switched", async () => {
  const largest = async (assumptions: FakeAssumptions) => {
    const client = clientOf(testFake({ assumptions }));
    const search = async (size: number) => (await client.get(`/v1/search/auditlogs?page_size=${size}`)).status;
    return [await search(100), await search(101), await search(500)];
  };
  expect(await largest({})).toEqual([200, 200, 200]);
  expect(await largest({ auditSearchPage: 100 })).toEqual([200, 400, 400]);
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
