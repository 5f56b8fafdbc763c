import fc from "fast-check";
import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";
import { pluck, type ClientResponse } from "../support/response.ts";

/** Adds as many entries to the audit log. */
async function record(client: Client, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await client.post("/v1/content", {});
  }
}

interface Paging {
  first: string | null;
  previous: string | null;
  next: string | null;
  last: string | null;
  cursors: { previous: string | null; next: string | null };
}

function pagingOf({ body }: ClientResponse): Paging {
  // The shape has been checked against the document.
  return body["paging"] as Paging;
}

/** Follows a link of a page. */
function follow(fake: FakeConnect, client: Client, link: string): Promise<ClientResponse> {
  return client.get(link.replace(`${fake.url}/__api__`, ""));
}

test("a page has 20 entries by default, the oldest first, and links to others", async () => {
  const fake = testFake({ url: "http://connect.test/rsc" });
  const client = clientOf(fake);
  await record(client, 45);
  const first = await client.get("/v1/audit_logs");
  expect(first.list).toHaveLength(20);
  expect(first.list[0]).toEqual(fake.audit[0]);
  expect(pagingOf(first)).toMatchObject({ first: null, previous: null, cursors: { previous: null } });
  expect(pagingOf(first).next).toMatch(/^http:\/\/connect\.test\/rsc\/__api__\/v1\/audit_logs\?/);
  const second = await follow(fake, client, String(pagingOf(first).next));
  expect(pluck(second.list, "id")).toEqual(fake.audit.slice(20, 40).map(({ id }) => id));
  const third = await follow(fake, client, String(pagingOf(second).next));
  expect(pluck(third.list, "id")).toEqual(["41", "42", "43", "44", "45"]);
  expect(pagingOf(third)).toMatchObject({ next: null, last: null, cursors: { next: null } });
  expect(pluck((await follow(fake, client, String(pagingOf(third).first))).list, "id")).toEqual(
    pluck(first.list, "id"),
  );
  const last = await follow(fake, client, String(pagingOf(first).last));
  expect(last.list.at(-1)).toEqual(fake.audit.at(-1));
  expect(pagingOf(last).next).toBeNull();
});

test("an empty log has one empty page", async () => {
  const { body } = await clientOf(testFake()).get("/v1/audit_logs");
  const cursors = { previous: null, next: null };
  expect(body).toEqual({ results: [], paging: { first: null, previous: null, next: null, last: null, cursors } });
});

test.each(["limit=0", "limit=501", "limit=-1"])("%s is out of range", async (query) => {
  expect((await clientOf(testFake()).get(`/v1/audit_logs?${query}`)).refusal).toEqual([400, 13]);
});

test.each(["next=x", "previous=-1", "next=1&previous=2", "ascOrder=maybe", "next=1e3"])(
  "%s is not valid",
  async (query) => {
    expect((await clientOf(testFake()).get(`/v1/audit_logs?${query}`)).refusal).toEqual([400, 25]);
  },
);

test("following the pages in either direction finds every entry once, even while entries are added", async () => {
  const walk = fc.record({
    entries: fc.integer({ min: 0, max: 40 }),
    limit: fc.integer({ min: 1, max: 15 }),
    ascOrder: fc.boolean(),
    added: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(walk, async ({ entries, limit, ascOrder, added }) => {
      const fake = testFake();
      const client = clientOf(fake);
      await record(client, entries);
      const before = fake.audit.map(({ id }) => id);
      const seen: unknown[] = [];
      const additions = [...added];
      let page = await client.get(`/v1/audit_logs?limit=${limit}&ascOrder=${String(ascOrder)}`);
      for (;;) {
        expect(page.list.length).toBeLessThanOrEqual(limit);
        seen.push(...pluck(page.list, "id"));
        await record(client, additions.shift() ?? 0);
        const { next } = pagingOf(page);
        if (next === null) break;
        page = await follow(fake, client, next);
      }
      const expected = ascOrder ? before : before.toReversed();
      expect(seen.slice(0, expected.length)).toEqual(expected);
      expect(new Set(seen).size).toBe(seen.length);

      const back: unknown[] = [];
      const from = pluck(page.list, "id");
      for (let previous = pagingOf(page).previous; previous !== null;) {
        page = await follow(fake, client, previous);
        back.unshift(...pluck(page.list, "id"));
        ({ previous } = pagingOf(page));
      }
      expect([...back, ...from].slice(-seen.length)).toEqual(seen);
    }),
    { numRuns: 60 },
  );
});

test("only administrators can read the log, also with a weaker key of an administrator", async () => {
  const fake = testFake();
  const publisher = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
  const weak = clientOf(fake, fake.keyFor("admin", { user_role: "publisher" }));
  for (const path of ["/v1/audit_logs", "/v1/search/auditlogs", "/v1/audit/actions"]) {
    expect((await publisher.get(path)).refusal).toEqual([403, 22]);
    expect((await weak.get(path)).refusal).toEqual([403, 22]);
  }
});

test("search and actions came with 2026", async () => {
  const client = clientOf(testFake({ version: "2025.12.0" }));
  expect((await client.get("/v1/search/auditlogs")).status).toBe(404);
  expect((await client.get("/v1/audit/actions")).status).toBe(404);
  expect((await client.get("/v1/audit_logs")).status).toBe(200);
});

/** Returns a fake in which two users changed things on two days. */
async function history(): Promise<{ search: (q: string, more?: string) => Promise<ClientResponse> }> {
  const fake = testFake();
  const client = clientOf(fake);
  const boss = fake.addUser({
    username: "boss",
    first_name: "Jo Ann",
    last_name: "Park",
    user_role: "administrator",
    guid: "11111111-1111-4111-8111-111111111111",
  });
  await client.post("/v1/groups", { name: "Data Science" });
  await client.post("/v1/groups", { name: "analysts" });
  fake.clock.advance({ days: 1 });
  await clientOf(fake, fake.keyFor(boss)).post("/v1/content", { name: "report" });
  fake.idp(boss, { active: false });
  return {
    search: (q, more = "") => client.get(`/v1/search/auditlogs?order=asc&q=${encodeURIComponent(q)}${more}`),
  };
}

test("pages beyond the entries that are kept are empty, and lead back", async () => {
  const fake = testFake({ auditLimit: 3 });
  const client = clientOf(fake);
  await record(client, 10);
  const beyond = await client.get("/v1/audit_logs?next=10&limit=2");
  expect(beyond.list).toEqual([]);
  const back = await follow(fake, client, String(pagingOf(beyond).previous));
  expect(pluck(back.list, "id")).toEqual(["9", "10"]);
  const before = await client.get("/v1/audit_logs?previous=2&limit=2");
  expect(before.list).toEqual([]);
  const ahead = await follow(fake, client, String(pagingOf(before).next));
  expect(pluck(ahead.list, "id")).toEqual(["8", "9"]);
});

test.each<[query: string, ids: string[]]>([
  ["", ["1", "2", "3", "4"]],
  ["group", ["1", "2"]],
  ["ADDED group", ["1", "2"]],
  ["added -science", ["2", "3"]],
  ['"data science"', ["1"]],
  ["action:add_group", ["1", "2"]],
  ["action:ADD_APPLICATION,update_lock_user", ["3", "4"]],
  ["-action:add_group", ["3", "4"]],
  ["user_id:0", ["4"]],
  ["-user_id:0 -user_id:1", ["3"]],
  ["user_guid:11111111-1111-4111-8111-111111111111", ["3"]],
  ["from:2026-02-03T09:00:00Z", ["3", "4"]],
  ["to:2026-02-02T09:00:00Z analysts", ["2"]],
  ['from:"2026-02-03T10:00:00+01:00" action:"add_application"', ["3"]],
  ["nothing", []],
])("a search for %j finds %j", async (query, ids) => {
  const { search } = await history();
  const found = await search(query);
  expect(pluck(found.list, "id")).toEqual(ids);
  expect(found.body["total"]).toBe(ids.length);
});

test("a search has pages, and the newest entries first unless asked otherwise", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  await record(client, 5);
  const path = "/v1/search/auditlogs?page_size=2";
  expect(pluck((await client.get(path)).list, "id")).toEqual(["5", "4"]);
  expect(pluck((await client.get(`${path}&order=asc&page_number=3`)).list, "id")).toEqual(["5"]);
  const beyond = await client.get(`${path}&page_number=4`);
  expect(beyond.body).toEqual({ total: 5, results: [] });
});

test("a time that cannot be read is refused", async () => {
  const { search } = await history();
  expect((await search("from:yesterday")).refusal).toEqual([400, 25]);
});
