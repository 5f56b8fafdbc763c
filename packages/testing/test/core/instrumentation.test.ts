import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";
import { pluck, type ClientResponse } from "../support/response.ts";

const VISITS = "/v1/instrumentation/content/visits";
const USAGE = "/v1/instrumentation/shiny/usage";
const HITS = "/v1/instrumentation/content/hits";

interface Paging {
  readonly cursors: { readonly previous: string | null; readonly next: string | null };
  readonly first: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly last: string | null;
}

const pagingOf = ({ body }: ClientResponse): Paging => body["paging"] as Paging;

/** Returns the path below the API of a link. */
const pathOf = (link: string | null): string => String(link).replace(/^.*\/__api__/, "");

test("a visit is returned with the fields that a test gives, and a hit for it", async () => {
  const fake = testFake();
  const mira = fake.addUser();
  const report = fake.addContent();
  fake.addVisit({ content_guid: report.guid, user_guid: mira.guid, time: "2026-01-31T12:00:00+01:00", path: "/logs" });
  const client = clientOf(fake);
  expect((await client.get(VISITS)).list).toEqual([
    {
      content_guid: report.guid,
      user_guid: mira.guid,
      time: "2026-01-31T11:00:00Z",
      path: "/logs",
      user_agent: null,
      variant_key: null,
      rendering_id: null,
      bundle_id: null,
      data_version: 3,
    },
  ]);
  expect((await client.get(HITS)).list).toEqual([
    {
      id: "1",
      content_guid: report.guid,
      user_guid: mira.guid,
      timestamp: "2026-01-31T11:00:00Z",
      data: { path: "/logs", query: null, user_agent: null },
    },
  ]);
});

test("visits to Shiny applications are sessions, and hits include them", async () => {
  const fake = testFake();
  const app = fake.addContent({ app_mode: "shiny" });
  fake.addVisit({ content_guid: app.guid, time: "2026-01-31T12:00:00Z", ended: "2026-01-31T12:05:00Z" });
  const client = clientOf(fake);
  expect((await client.get(USAGE)).list).toEqual([
    {
      content_guid: app.guid,
      user_guid: null,
      started: "2026-01-31T12:00:00Z",
      ended: "2026-01-31T12:05:00Z",
      data_version: 1,
    },
  ]);
  expect((await client.get(VISITS)).list).toEqual([]);
  expect((await client.get(HITS)).list).toHaveLength(1);
});

describe("filters", () => {
  function scene(): { fake: FakeConnect; client: Client; report: string; other: string } {
    const fake = testFake();
    const [report, other] = [fake.addContent().guid, fake.addContent().guid];
    fake.addVisit({ content_guid: report, time: "2026-01-01T00:00:00Z", user_agent: "old", data_version: 2 });
    fake.addVisit({ content_guid: report, time: "2026-01-02T00:00:00Z", user_agent: "new" });
    fake.addVisit({ content_guid: other, time: "2026-01-03T00:00:00Z" });
    fake.addVisit({ content_guid: other, time: "2026-06-01T00:00:00Z" });
    return { fake, client: clientOf(fake), report, other };
  }

  test("the window of time includes both ends and stops at the present", async () => {
    const { client } = scene();
    const times = async (query: string): Promise<unknown[]> =>
      pluck((await client.get(`${VISITS}?min_data_version=0&${query}`)).list, "time");
    expect(await times("")).toEqual(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"]);
    expect(await times("from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z")).toHaveLength(2);
    expect(await times("from=2026-01-02T01:00:00%2B01:00&to=2026-01-02T00:00:00Z")).toEqual(["2026-01-02T00:00:00Z"]);
    expect(await times("to=2027-01-01T00:00:00Z")).toHaveLength(4);
  });

  test.each(["today", "2026-01-31", "1", "2026-13-01T00:00:00Z"])("the time %s is refused: code 136", async (time) => {
    const { client } = scene();
    for (const path of [VISITS, USAGE, HITS]) {
      expect((await client.get(`${path}?from=${time}`)).refusal).toEqual([400, 136]);
    }
  });

  test("visits are found by content, user agent and the way in which they were recorded", async () => {
    const { client, report } = scene();
    expect((await client.get(`${VISITS}?content_guid=${report}`)).list).toHaveLength(1);
    expect((await client.get(`${VISITS}?content_guid=${report.toUpperCase()}&min_data_version=0`)).list).toHaveLength(
      2,
    );
    expect((await client.get(`${VISITS}?user_agent=new`)).list).toHaveLength(1);
    expect((await client.get(`${VISITS}?content_guid=abc`)).refusal).toEqual([400, 3]);
  });

  test("publishers get the visits to what they own or collaborate on, viewers get 403", async () => {
    const { fake, client, report } = scene();
    const publisher = fake.addUser({ user_role: "publisher" });
    const as = clientOf(fake, fake.keyFor(publisher));
    expect((await as.get(HITS)).list).toEqual([]);
    const grant = { principal_guid: publisher.guid, principal_type: "user", role: "owner" };
    await client.post(`/v1/content/${report}/permissions`, grant);
    expect((await as.get(HITS)).list).toHaveLength(2);
    const viewer = clientOf(fake, fake.keyFor(fake.addUser()));
    for (const path of [VISITS, USAGE, HITS]) expect((await viewer.get(path)).refusal).toEqual([403, 22]);
  });

  test("the visits to content that is deleted are gone", async () => {
    const { client, report, fake } = scene();
    await client.delete(`/v1/content/${report}`);
    expect(fake.snapshot().visits).toHaveLength(2);
  });
});

describe("pages", () => {
  /** Adds visits at these days of January, and returns the ids of all hits in order. */
  function visits(days: readonly number[]): { fake: FakeConnect; client: Client } {
    const fake = testFake();
    const { guid } = fake.addContent();
    for (const day of days) {
      fake.addVisit({ content_guid: guid, time: `2026-01-${String(day).padStart(2, "0")}T00:00:00Z`, path: `/${day}` });
    }
    return { fake, client: clientOf(fake) };
  }

  test("the links lead to the first, previous, next and last page, and keep the filters", async () => {
    const { client } = visits([1, 2, 3, 4, 5]);
    const first = await client.get(`${VISITS}?limit=2&from=2026-01-01T00:00:00Z`);
    expect(pagingOf(first)).toMatchObject({ first: null, previous: null, cursors: { previous: null } });
    expect(pagingOf(first).cursors.next).not.toBeNull();
    const second = await client.get(pathOf(pagingOf(first).next));
    expect(pluck(second.list, "path")).toEqual(["/3", "/4"]);
    expect(pluck((await client.get(pathOf(pagingOf(second).previous))).list, "path")).toEqual(["/1", "/2"]);
    expect(pluck((await client.get(pathOf(pagingOf(second).first))).list, "path")).toEqual(["/1", "/2"]);
    const last = await client.get(pathOf(pagingOf(second).last));
    expect(pluck(last.list, "path")).toEqual(["/4", "/5"]);
    expect(pagingOf(last)).toMatchObject({ next: null, last: null });
    expect(pagingOf(second).next).toContain("from=2026-01-01");
  });

  test("there are at most 500 results on a page, and a wrong cursor is refused", async () => {
    const { client } = visits([1]);
    expect((await client.get(`${VISITS}?limit=501`)).refusal).toEqual([400, 13]);
    expect((await client.get(`${VISITS}?next=99`)).refusal).toEqual([400, 25]);
    expect((await client.get(`${VISITS}?previous=x`)).refusal).toEqual([400, 25]);
  });

  test("a cursor stays valid when the content of its visit is deleted", async () => {
    const { fake, client } = visits([1, 4]);
    const other = fake.addContent();
    for (const day of [2, 3])
      fake.addVisit({ content_guid: other.guid, time: `2026-01-0${day}T00:00:00Z`, path: `/${day}` });
    const first = await client.get(`${VISITS}?limit=2`);
    expect(pluck(first.list, "path")).toEqual(["/1", "/2"]);
    await client.delete(`/v1/content/${other.guid}`);
    expect(pluck((await client.get(pathOf(pagingOf(first).next))).list, "path")).toEqual(["/4"]);
  });

  test("sessions and hits as a server returns them are initial data", async () => {
    const { fake, client } = visits([1, 2]);
    const shiny = fake.addContent({ app_mode: "shiny" });
    fake.addVisit({ content_guid: shiny.guid, time: "2026-01-03T00:00:00Z", ended: "2026-01-03T01:00:00Z" });
    const [hits, usage] = [(await client.get(HITS)).list, (await client.get(USAGE)).list];
    const copyOf = (list: unknown) =>
      testFake({ data: { content: fake.content, visits: list as { content_guid: string }[] } });
    expect((await clientOf(copyOf(hits)).get(HITS)).list).toEqual(hits);
    expect((await clientOf(copyOf(usage)).get(USAGE)).list).toEqual(usage);
  });

  test("the links below a path prefix and over any address lead back to the same server", async () => {
    const fake = testFake({ url: "https://example.com/rsc" });
    const { guid } = fake.addContent();
    fake.addVisit({ content_guid: guid });
    fake.addVisit({ content_guid: guid });
    const { next } = pagingOf(await clientOf(fake).get(`${VISITS}?limit=1`));
    expect(next).toMatch(/^https:\/\/example\.com\/rsc\/__api__\/v1\/instrumentation/);
  });

  test("following next, or previous from the end, returns every visit once, although others are added meanwhile", async () => {
    const run = fc.record({
      days: fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 25 }),
      later: fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 10 }),
      limit: fc.integer({ min: 1, max: 6 }),
      asc: fc.boolean(),
      backwards: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(run, async ({ days, later, limit, asc, backwards }) => {
        const { fake, client } = visits(days);
        const content_guid = fake.content[0]?.guid ?? "";
        const start = `${VISITS}?limit=${String(limit)}&asc_order=${String(asc)}${backwards ? "&previous=end" : ""}`;
        const seen: unknown[] = [];
        const pending = [...later];
        let page = await client.get(start);
        for (;;) {
          seen.push(...pluck(page.list, "path"));
          const day = pending.pop();
          if (day !== undefined) {
            fake.addVisit({ content_guid, time: `2026-01-${String(day).padStart(2, "0")}T00:00:00Z`, path: "/later" });
          }
          const link = backwards ? pagingOf(page).previous : pagingOf(page).next;
          if (link === null) break;
          page = await client.get(pathOf(link));
        }
        const expected = days.map((day) => `/${String(day)}`);
        expect(seen.filter((path) => path !== "/later").toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

test("hits came with 2025.04.0", async () => {
  expect((await clientOf(testFake({ version: "2025.03.0" })).get(HITS)).status).toBe(404);
  expect((await clientOf(testFake({ version: "2025.04.0" })).get(HITS)).status).toBe(200);
});

test("a visit of unknown users or content, and unknown fields, are refused", () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const unknown = "11111111-1111-4111-8111-111111111111";
  expect(() => fake.addVisit({ content_guid: unknown })).toThrow("there is no content with the guid");
  expect(() => fake.addVisit({ content_guid: guid, user_guid: unknown })).toThrow("there is no user with the guid");
  // @ts-expect-error The field is called `path`.
  expect(() => fake.addVisit({ content_guid: guid, pth: "/" })).toThrow("pth is unknown; did you mean path?");
});
