import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Changes } from "../../src/inspector/changes.ts";
import type { ClockPreview } from "../../src/inspector/clock.ts";
import { controlOf, type CallControl } from "../support/control-client.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

async function changesOf(call: CallControl, query = ""): Promise<Changes> {
  return (await call(`GET /changes${query}`)).body as Changes;
}

describe("the changes of a fake", () => {
  it("begin with an overview and the requests so far", async () => {
    const fake = testFake({ users: 20, seed: 5, license: { users: 30 } });
    fake.addGroup();
    await clientOf(fake).get("/v1/user");
    const call = await controlOf(fake);
    const { overview, requests, newest, oldest } = await changesOf(call);
    expect(overview).toMatchObject({
      version: "2026.07.0",
      provider: "password",
      seed: 5,
      initial_users: 20,
      administrator_guid: fake.users[0]?.guid,
      running: false,
      licensed_users: 30,
      groups: 1,
      content: 0,
      faults: 0,
    });
    const { total, administrator, publisher, viewer, licensed, inactive, locked } = overview.users;
    expect([total, administrator + publisher + viewer, licensed + inactive + locked]).toEqual([20, 20, 20]);
    expect(requests).toMatchObject([{ number: 1, operationId: "getCurrentUser" }]);
    expect([newest, oldest]).toEqual([1, 1]);
  });

  it.each<[string, (fake: ReturnType<typeof testFake>) => unknown]>([
    ["a request", (fake) => clientOf(fake).get("/v1/user")],
    ["a new user", (fake) => fake.addUser()],
    ["a new group", (fake) => fake.addGroup()],
    ["new content", (fake) => fake.addContent()],
    ["a new key", (fake) => fake.keyFor("admin", { user_role: "viewer" })],
    ["a fault", (fake) => fake.fault({ status: 500 })],
    ["the clock", (fake) => fake.clock.advance({ days: 1 })],
    ["a reset", (fake) => fake.reset()],
    ["a restored snapshot", (fake) => fake.restore(fake.snapshot())],
  ])("are awaited until there is %s", async (_what, change) => {
    const fake = testFake();
    const call = await controlOf(fake);
    const { revision } = await changesOf(call);
    let settled = false;
    const waiting = changesOf(call, `?revision=${revision}`).finally(() => (settled = true));
    // The waiting request has arrived when the response to a later one is here.
    await changesOf(call);
    expect(settled).toBe(false);
    await change(fake);
    const { revision: next } = await waiting;
    expect(next).not.toBe(revision);
  });

  it("have each request once, in order, and forget requests that are no longer recorded", async () => {
    const fake = testFake({ journalLimit: 5 });
    const client = clientOf(fake);
    const call = await controlOf(fake);
    await client.get("/v1/user");
    await client.get("/v1/groups");
    const first = await changesOf(call);
    expect(first.requests.map(({ number }) => number)).toEqual([1, 2]);
    await client.get("/v1/content");
    const second = await changesOf(call, `?after=${String(first.newest)}`);
    expect(second.requests.map(({ number, operationId }) => [number, operationId])).toEqual([[3, "getContents"]]);
    for (let count = 0; count < 9; count++) await client.get("/v1/user");
    const third = await changesOf(call, "?after=3&limit=3");
    expect(third).toMatchObject({ newest: 12, oldest: 8, requests: [{ number: 10 }, { number: 11 }, { number: 12 }] });
    fake.reset();
    await expect(changesOf(call)).resolves.toMatchObject({ newest: 12, oldest: 13, requests: [] });
  });

  it("tell changes of the state from requests", async () => {
    const fake = testFake();
    const call = await controlOf(fake);
    await clientOf(fake).get("/v1/user");
    const first = await changesOf(call);
    await clientOf(fake).get("/v1/groups");
    const second = await changesOf(call);
    expect(second.revision).not.toBe(first.revision);
    expect(second.state_revision).toBe(first.state_revision);
    fake.addUser();
    expect((await changesOf(call)).state_revision).not.toBe(first.state_revision);
  });

  it("are not recorded as requests and not hit by faults", async () => {
    const fake = testFake();
    fake.fault({ reset: true });
    const call = await controlOf(fake);
    await changesOf(call);
    expect(fake.requests).toEqual([]);
  });
});

describe("faults", () => {
  it("injected in-process are listed, and removed one by one", async () => {
    const fake = testFake();
    fake.fault({ path: /^\/v1\/users/, status: 503 });
    const call = await controlOf(fake);
    const { body } = await call("POST /faults", { operationId: "getGroups", status: 500 });
    expect(body).toEqual({ id: 1, fault: { operationId: "getGroups", status: 500 }, hits: 0 });
    const status = async (path: string) => {
      const headers = { authorization: `Key ${fake.apiKey}` };
      return (await fake.fetch(`${fake.url}/__api__${path}`, { headers })).status;
    };
    await expect(status("/v1/users")).resolves.toBe(503);
    await expect(call("GET /faults")).resolves.toMatchObject({
      body: [{ id: 0, fault: { path: "/^\\/v1\\/users/", status: 503 }, hits: 1 }, { id: 1 }],
    });
    await expect(call("DELETE /faults/0")).resolves.toMatchObject({ status: 204 });
    await expect(status("/v1/users")).resolves.toBe(200);
    await expect(status("/v1/groups")).resolves.toBe(500);
  });
});

describe("the preview of the clock", () => {
  it("names exactly the users whose status changes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -400, max: 500 }), fc.integer({ min: 0, max: 50 }), async (days, seed) => {
        const fake = testFake({ users: 100, seed });
        const call = await controlOf(fake);
        const statuses = async () => {
          const { body } = await call("GET /users?page_size=500");
          const { results } = body as { results: { guid: string; account_status: string }[] };
          return new Map(results.map(({ guid, account_status }) => [guid, account_status]));
        };
        const before = await statuses();
        const preview = (await call("POST /clock/preview", { advance: { days } })).body as ClockPreview;
        await expect(statuses()).resolves.toEqual(before);
        await call("POST /clock", { advance: { days } });
        expect(fake.clock.now().toISOString()).toBe(preview.then);
        const after = await statuses();
        const changed = [...after].filter(([guid, status]) => before.get(guid) !== status);
        expect(preview.total).toBe(changed.length);
        const expected = changed.map(([guid, to]) => [guid, before.get(guid), to].join());
        expect(preview.users.map(({ guid, from, to }) => [guid, from, to].join()).toSorted()).toEqual(
          expected.toSorted(),
        );
      }),
      { numRuns: 20 },
    );
  });

  it("names the keys that expire", async () => {
    const fake = testFake({ now: "2026-02-02T09:00:00Z", version: "2026.07.0" });
    const guid = fake.users[0]?.guid ?? "";
    await clientOf(fake).post(`/v1/users/${guid}/keys`, { name: "ci", expires_at: "2026-03-01T00:00:00Z" });
    const call = await controlOf(fake);
    const expiring = async (days: number) =>
      ((await call("POST /clock/preview", { advance: { days } })).body as ClockPreview).keys;
    await expect(expiring(10)).resolves.toEqual([]);
    await expect(expiring(30)).resolves.toEqual([{ user_guid: guid, name: "ci", expires_at: "2026-03-01T00:00:00Z" }]);
  });

  it("refuses what the clock refuses", async () => {
    const call = await controlOf(testFake());
    await expect(call("POST /clock/preview", { advance: { days: 1e12 } })).resolves.toMatchObject({ status: 400 });
    await expect(call("POST /clock/preview", { advance: { day: 1 } })).resolves.toMatchObject({ status: 400 });
  });
});

describe("groups and content", () => {
  it("are listed with their owners, searched and paged", async () => {
    const fake = testFake();
    const mira = fake.addUser({ username: "mira", user_role: "publisher" });
    for (const name of ["delta", "alpha", "beta"]) fake.addGroup({ name, owner_guid: mira.guid, members: [mira] });
    for (const name of ["one", "two"]) fake.addContent({ name, title: `Report ${name}`, owner_guid: mira.guid });
    const call = await controlOf(fake);
    const owner = { guid: mira.guid, username: "mira" };
    await expect(call("GET /groups?page_size=2")).resolves.toMatchObject({
      body: { total: 3, page: 1, results: [{ name: "alpha", owner, members: 1 }, { name: "beta" }] },
    });
    await expect(call("GET /groups?search=ELT")).resolves.toMatchObject({
      body: { total: 1, results: [{ name: "delta" }] },
    });
    await expect(call("GET /content")).resolves.toMatchObject({
      body: { total: 2, results: [{ name: "two", owner }, { name: "one" }] },
    });
    await expect(call("GET /content?search=report%20one")).resolves.toMatchObject({ body: { total: 1 } });
  });

  it("are shown with members and permissions", async () => {
    const fake = testFake();
    const mira = fake.addUser({ username: "mira" });
    const group = fake.addGroup({ name: "analysts", members: [mira] });
    const item = fake.addContent({ name: "report" });
    await clientOf(fake).post(`/v1/content/${item.guid}/permissions`, {
      principal_guid: group.guid,
      principal_type: "group",
      role: "viewer",
    });
    const call = await controlOf(fake);
    await expect(call(`GET /groups/${group.guid}`)).resolves.toMatchObject({
      body: { group: { name: "analysts" }, members: [{ username: "mira" }] },
    });
    await expect(call(`GET /content/${item.guid}`)).resolves.toMatchObject({
      body: {
        content: { name: "report" },
        access: [{ type: "group", guid: group.guid, name: "analysts", role: "viewer" }],
      },
    });
  });

  it("come with the operations that the fake knows", async () => {
    const call = await controlOf(testFake());
    const { body } = await call("GET /operations");
    expect(body).toContainEqual({ id: "lockUser", method: "POST", path: "/v1/users/{guid}/lock" });
  });
});
