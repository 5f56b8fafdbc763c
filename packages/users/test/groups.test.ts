import { ConflictError, InvalidArgumentError, NotFoundError, PermissionError } from "@connect-sdk/api";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open, openAs } from "./support/open.ts";

const UNKNOWN = "00000000-0000-4000-8000-000000000000";

/** Connects to a fake, and counts the requests in progress. */
function countInFlight(fake: FakeConnect) {
  let [inFlight, most] = [0, 0];
  const { users } = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    async fetch(request) {
      most = Math.max(most, ++inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      const response = await fake.fetch(request);
      inFlight--;
      return response;
    },
  });
  return { users, mostInFlight: () => most };
}

describe("user.groups.find()", () => {
  test("returns the user's groups in the server's order", async () => {
    const { fake, add } = open();
    const [jo, mira] = [await add(), await add()];
    for (const name of ["zebra", "apple", "mango"]) fake.addGroup({ name, members: [jo] });
    fake.addGroup({ name: "banana", members: [mira] });
    const groups = await jo.groups.find();
    expect(groups.map(({ name }) => name)).toEqual(["apple", "mango", "zebra"]);
    expect(groups).toEqual(expect.arrayContaining([...fake.groups.filter(({ name }) => name !== "banana")]));
    expect(await (await add()).groups.find()).toEqual([]);
  });

  test("takes one request for the groups and one for each group, 6 at a time", async () => {
    const fake = createFakeConnect();
    const jo = fake.addUser();
    for (let number = 0; number < 20; number++) fake.addGroup({ members: [jo] });
    const { users, mostInFlight } = countInFlight(fake);
    const user = await users.get(jo.guid);
    expect(await user.groups.find()).toHaveLength(20);
    expect(fake.requests.map(({ operationId }) => operationId)).toEqual([
      "getUser",
      "getGroups",
      ...Array.from({ length: 20 }, () => "getGroupMembers"),
    ]);
    expect(mostInFlight()).toBe(6);
  });

  test("takes 6 requests at a time even for groups of several pages", async () => {
    const fake = createFakeConnect({ users: 1_100 });
    for (let number = 0; number < 8; number++) fake.addGroup({ members: fake.users });
    const { users, mostInFlight } = countInFlight(fake);
    expect((await users.groupIndex()).of(fake.users[0]?.guid ?? "")).toHaveLength(8);
    expect(mostInFlight()).toBe(6);
  });

  test("misses no group that moves to an earlier page because another is deleted", async () => {
    const fake = createFakeConnect();
    const groups = Array.from({ length: 1_100 }, (_, at) => fake.addGroup({ name: `group ${10_000 + at}` }));
    let isDeleted = false;
    const { users } = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      async fetch(request) {
        const response = await fake.fetch(request);
        if (isDeleted || !request.url.includes("/groups?")) return response;
        isDeleted = true;
        const headers = { authorization: `Key ${fake.apiKey}` };
        const gone = `${fake.url}/__api__/v1/groups/${groups[0]?.guid ?? ""}`;
        expect((await fake.fetch(gone, { method: "DELETE", headers })).ok).toBe(true);
        // As many as before.
        fake.addGroup({ name: "zebra" });
        return response;
      },
    });
    const found = new Set((await users.groupIndex()).groups.map(({ name }) => name));
    expect([...groups.slice(1).map(({ name }) => name), "zebra"].filter((name) => !found.has(name))).toEqual([]);
  });

  test("does not request the members of an empty group", async () => {
    const { fake, add, sent } = open({ version: "2026.06.0" });
    const jo = await add();
    fake.addGroup({ name: "empty" });
    fake.addGroup({ name: "analysts", members: [jo] });
    expect(await jo.groups.find()).toMatchObject([{ name: "analysts", member_count: 1 }]);
    expect(sent()).toEqual(["getGroups", "getGroupMembers"]);
  });

  test("reads groups of more than one page", async () => {
    const { fake, users } = open({ users: 1_201 });
    const allUsers = await users.find();
    fake.addGroup({ name: "everyone", members: allUsers });
    const index = await users.groupIndex();
    expect(allUsers.every((user) => index.of(user).length === 1)).toBe(true);
    expect(index.of(UNKNOWN)).toEqual([]);
  });

  test("misses no member who moves to an earlier page because another leaves, even if somebody else joins", async () => {
    const { fake } = open();
    const members = Array.from({ length: 1_200 }, (_, at) => fake.addUser({ first_name: `Member ${10_000 + at}` }));
    const joining = fake.addUser({ first_name: "Zz" });
    const everyone = fake.addGroup({ name: "everyone", members });
    let hasChanged = false;
    const { users } = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      async fetch(request) {
        const response = await fake.fetch(request);
        if (hasChanged || !request.url.includes("/members")) return response;
        hasChanged = true;
        const admin = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
        await (await admin.users.get(members[0]?.guid ?? "")).groups.remove(everyone);
        await (await admin.users.get(joining.guid)).groups.add(everyone);
        return response;
      },
    });
    const index = await users.groupIndex();
    const found = [...members.slice(1), joining].filter((member) => index.of(member.guid).length === 1);
    expect(found).toHaveLength(1_200);
  });

  test("leaves out a group that is deleted during the read", async () => {
    const { fake, add } = open();
    const jo = await add();
    const gone = fake.addGroup({ name: "gone", members: [jo] });
    fake.addGroup({ name: "analysts", members: [jo] });
    fake.fault({ path: `/v1/groups/${gone.guid}/members`, status: 404 });
    expect(await jo.groups.find()).toMatchObject([{ name: "analysts" }]);
  });

  test("fails if the members of a group cannot be read", async () => {
    const { fake, add } = open();
    const jo = await add();
    fake.addGroup({ members: [jo] });
    fake.fault({ operationId: "getGroupMembers", times: 1, status: 500 });
    await expect(jo.groups.find()).rejects.toMatchObject({ name: "ServerError" });
    expect(await jo.groups.find()).toHaveLength(1);
  });

  test("fails if groups are disabled", async () => {
    const { add } = open({ settings: { groupsEnabled: false } });
    await expect((await add()).groups.find()).rejects.toMatchObject({ name: "InvalidRequestError", status: 400 });
  });
});

describe("groups of many users", () => {
  test("share one read for concurrent calls", async () => {
    const { fake, users, sent } = open({ users: 50 });
    const allUsers = await users.find();
    for (let number = 0; number < 5; number++) fake.addGroup({ members: allUsers.slice(number * 10) });
    sent();
    const groups = await Promise.all(allUsers.map((user) => user.groups.find()));
    expect(groups.map(({ length }) => length)).toEqual(allUsers.map((_, index) => Math.floor(index / 10) + 1));
    expect(sent()).toHaveLength(1 + 5);
  });

  test("are read once by users.groupIndex(), without a request per user", async () => {
    const { fake, users, sent } = open({ users: 50 });
    const allUsers = await users.find();
    const analysts = fake.addGroup({ name: "analysts", members: allUsers.slice(0, 7) });
    sent();
    const index = await users.groupIndex();
    expect(index.groups).toEqual([analysts]);
    expect(allUsers.filter((user) => index.of(user).length === 1)).toEqual(allUsers.slice(0, 7));
    expect(index.of(allUsers[0]?.guid ?? "")).toEqual([analysts]);
    index.of(allUsers[0]?.guid ?? "").pop();
    expect(index.of(allUsers[0]?.guid ?? "")).toEqual([analysts]);
    expect(sent()).toEqual(["getGroups", "getGroupMembers"]);
  });

  test("are read once more for all callers that come during a read, after it", async () => {
    const fake = createFakeConnect();
    fake.addGroup({ members: fake.users });
    let [begun, goOn] = [(): void => undefined, (): void => undefined];
    const underWay = new Promise<void>((resolve) => (begun = resolve));
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const { users } = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      async fetch(request) {
        const response = await fake.fetch(request);
        if (!request.url.includes("/members")) return response;
        begun();
        await gate;
        return response;
      },
    });
    const reads = () => fake.requests.filter(({ operationId }) => operationId === "getGroups").length;
    const first = users.groupIndex();
    await underWay;
    const second = users.groupIndex();
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    const third = users.groupIndex();
    expect(reads()).toBe(1);
    goOn();
    await Promise.all([first, second, third]);
    expect(reads()).toBe(2);
  });

  test.for([
    ["jdoe", '"jdoe" is not a guid.'],
    ["", "user is an empty string."],
    [5, "user is neither a string nor an object with guid."],
    [{ id: UNKNOWN }, "user is neither a string nor an object with guid."],
  ] as const)("are not looked up for %o", async ([user, message]) => {
    const index = await open().users.groupIndex();
    // @ts-expect-error JavaScript callers may pass anything
    const find = (): unknown => index.of(user);
    expect(find).toThrow(message);
    expect(find).toThrow(expect.objectContaining({ name: "InvalidArgumentError", argument: "user" }) as Error);
  });

  test("include every change made before the call, even during an earlier read", async () => {
    const fake = createFakeConnect();
    const analysts = fake.addGroup({ name: "analysts", members: [fake.addUser({ username: "jo" })] });
    let [begun, goOn] = [(): void => undefined, (): void => undefined];
    const underWay = new Promise<void>((resolve) => (begun = resolve));
    const gate = new Promise<void>((resolve) => (goOn = resolve));
    const { users } = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      async fetch(request) {
        const response = await fake.fetch(request);
        if (request.method !== "GET" || !request.url.includes("/members")) return response;
        begun();
        await gate;
        return response;
      },
    });
    const jo = await users.lookup("jo");
    const before = jo.groups.find();
    await underWay;
    await jo.groups.remove(analysts);
    const after = jo.groups.find();
    goOn();
    expect([(await before).length, (await after).length]).toEqual([1, 0]);
  });
});

describe("user.groups.add() and remove()", () => {
  test.for([
    ["a group object", true, ["addGroupMember", "removeGroupMember"]],
    ["a guid", false, ["addGroupMember", "removeGroupMember"]],
  ] as const)("accept %s and send one request", async ([, asObject, requests]) => {
    const { fake, add, sent } = open();
    const jo = await add();
    const analysts = fake.addGroup({ name: "analysts" });
    const group = asObject ? analysts : analysts.guid;
    expect(await jo.groups.add(group)).toBeUndefined();
    expect(await jo.groups.remove(group)).toBeUndefined();
    expect(sent()).toEqual(requests);
  });

  test("accept an exact name, for one more request", async () => {
    const { fake, add, sent } = open();
    const jo = await add();
    for (const name of ["analysts", "Analysts", "analysts-emea", "AN"]) fake.addGroup({ name });
    await jo.groups.add("analysts");
    expect(sent()).toEqual(["getGroups", "addGroupMember"]);
    expect(await jo.groups.find()).toMatchObject([{ name: "analysts" }]);
    sent();
    await jo.groups.remove("analysts");
    expect(sent()).toEqual(["getGroups", "removeGroupMember"]);
    expect(await jo.groups.find()).toEqual([]);
  });

  test.for(["Analysts", "analyst", "nothing like it", "%"])("throw a NotFoundError for the name %o", async (name) => {
    const { fake, add } = open();
    const jo = await add();
    fake.addGroup({ name: "analysts" });
    await expect(jo.groups.add(name)).rejects.toThrow(NotFoundError);
    await expect(jo.groups.remove(name)).rejects.toThrow(`There is no group named "${name}"`);
    expect(fake.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  test("refuse an empty name before a request", async () => {
    const { add, sent } = open();
    const jo = await add();
    for (const group of ["", { guid: "" }]) {
      await expect(jo.groups.add(group)).rejects.toThrow("group is an empty string. Nothing was sent.");
      await expect(jo.groups.remove(group)).rejects.toThrow(InvalidArgumentError);
    }
    expect(sent()).toEqual([]);
  });

  test("suggest groups with a similar name", async () => {
    const { fake, add } = open();
    fake.addGroup({ name: "Analysts" });
    await expect((await add()).groups.add("analysts")).rejects.toThrow('There is "Analysts".');
  });

  test("throw if the group does not exist, or the membership does not change", async () => {
    const { fake, add } = open();
    const jo = await add();
    const analysts = fake.addGroup();
    await expect(jo.groups.remove(analysts)).rejects.toMatchObject({ name: "NotFoundError", code: 17 });
    await jo.groups.add(analysts);
    await expect(jo.groups.add(analysts)).rejects.toThrow(ConflictError);
    await expect(jo.groups.add(UNKNOWN)).rejects.toThrow(NotFoundError);
  });

  test("are refused to members, who may only leave", async () => {
    const { fake } = open();
    const jo = fake.addUser();
    const analysts = fake.addGroup({ members: [jo] });
    const me = await openAs(fake, jo).me();
    await me.groups.remove(analysts);
    await expect(me.groups.add(analysts)).rejects.toThrow(PermissionError);
  });
});
