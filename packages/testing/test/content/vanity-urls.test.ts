import fc from "fast-check";
import { expect, test } from "vitest";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";
import { pluck, type ClientResponse } from "../support/response.ts";

const set = (client: Client, guid: string, path: unknown, force?: boolean): Promise<ClientResponse> =>
  client.put(`/v1/content/${guid}/vanity`, { path, ...(force !== undefined && { force }) });

test("content gets a path of its own, which its record has on request", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const client = clientOf(fake);
  const vanity = { content_guid: guid, path: "/weekly-report/", created_time: "2026-02-02T09:00:00Z" };
  expect((await set(client, guid, "/weekly-report/")).body).toEqual(vanity);
  expect((await client.get(`/v1/content/${guid}/vanity`)).body).toEqual(vanity);
  expect((await client.get("/v1/vanities")).list).toEqual([vanity]);
  expect((await client.get(`/v1/content/${guid}?include=vanity_url`)).body["vanity_url"]).toBe(
    `${fake.url}/weekly-report/`,
  );
  expect((await client.get(`/v1/content/${guid}`)).body).not.toHaveProperty("vanity_url");
  expect(fake.content[0]?.vanity_url).toBe(`${fake.url}/weekly-report/`);
});

test("content without a path has none", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const client = clientOf(fake);
  expect((await client.get(`/v1/content/${guid}/vanity`)).refusal).toEqual([404, 4]);
  expect((await client.delete(`/v1/content/${guid}/vanity`)).refusal).toEqual([404, 17]);
  expect((await client.get("/v1/vanities")).list).toEqual([]);
  expect((await client.get(`/v1/content/${guid}?include=vanity_url`)).body).not.toHaveProperty("vanity_url");
});

test("a path gets the slashes that it lacks", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  expect((await set(clientOf(fake), guid, "team/weekly")).body["path"]).toBe("/team/weekly/");
});

test.each([
  "/",
  "",
  "///",
  "/__api__/x",
  "/connect/",
  "/content",
  "/Connect/",
  "/users/ann/",
  "/oauth/",
  "/OAuth/v1/",
  "/a b/",
  "/a?b/",
  "/ä/",
  "/../x/",
])("%j cannot be a path", async (path) => {
  const fake = testFake();
  const { guid } = fake.addContent();
  expect((await set(clientOf(fake), guid, path)).refusal).toEqual([400, 52]);
});

test.each([
  [undefined, 12],
  [null, 25],
  [7, 25],
])("%j is not a path", async (path, code) => {
  const fake = testFake();
  const { guid } = fake.addContent();
  expect((await set(clientOf(fake), guid, path)).refusal).toEqual([400, code]);
});

test.each(["/a/b/", "/a/", "/a/b/c/"])("%s conflicts with /a/b/ of other content", async (path) => {
  const fake = testFake();
  const [one, other] = [fake.addContent(), fake.addContent()];
  const client = clientOf(fake);
  await set(client, one.guid, "/a/b/");
  expect((await set(client, other.guid, path)).refusal).toEqual([409, 51]);
  expect((await set(client, other.guid, "/a/bc/")).status).toBe(200);
});

test("a path is free again when its content gives it up or takes another one", async () => {
  const fake = testFake();
  const [one, other] = [fake.addContent(), fake.addContent()];
  const client = clientOf(fake);
  await set(client, one.guid, "/a/b/");
  await set(client, one.guid, "/c/");
  expect((await set(client, other.guid, "/a/")).status).toBe(200);
  await client.delete(`/v1/content/${one.guid}/vanity`);
  expect((await set(client, other.guid, "/c/d/")).status).toBe(200);
  await client.delete(`/v1/content/${other.guid}`);
  expect((await set(client, one.guid, "/c/")).status).toBe(200);
});

/** Comparing all pairs is the definition. */
test("a path is free unless other content has it or one above or below it", async () => {
  const paths = fc.array(fc.constantFrom("a", "b", "ab", "a-"), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), paths), { maxLength: 12 }), async (changes) => {
      const fake = testFake();
      const client = clientOf(fake);
      const guids = Array.from({ length: 4 }, () => fake.addContent().guid);
      const taken = new Map<number, string>();
      for (const [item, segments] of changes) {
        const path = `/${segments.join("/")}/`;
        const isFree = [...taken].every(
          ([other, held]) => other === item || !(held.startsWith(path) || path.startsWith(held)),
        );
        expect((await set(client, guids[item] ?? "", path)).status).toBe(isFree ? 200 : 409);
        if (isFree) taken.set(item, path);
      }
      expect(pluck((await client.get("/v1/vanities")).list, "path").toSorted()).toEqual([...taken.values()].toSorted());
    }),
    { numRuns: 100 },
  );
});

test("seeding paths takes time that grows with their number, not with its square", () => {
  const seconds = (count: number): number => {
    const content = Array.from({ length: count }, (_, index) => ({ vanity_url: `/team-${index}/report/` }));
    const before = process.cpuUsage();
    testFake({ data: { content } });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  seconds(500);
  // Comparing every pair takes 64 times as long.
  expect(seconds(8_000)).toBeLessThan(30 * seconds(1_000));
});

test("content can change its own path to one above or below it", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const client = clientOf(fake);
  for (const path of ["/a/b/", "/a/", "/a/b/c/"]) expect((await set(client, guid, path)).status).toBe(200);
  expect(pluck((await client.get("/v1/vanities")).list, "path")).toEqual(["/a/b/c/"]);
});

test("force takes the path from the content that has it, but not one above or below", async () => {
  const fake = testFake();
  const [one, other] = [fake.addContent(), fake.addContent()];
  const client = clientOf(fake);
  await set(client, one.guid, "/a/b/");
  expect((await set(client, other.guid, "/a/", true)).refusal).toEqual([409, 51]);
  expect((await set(client, other.guid, "/a/b/", true)).status).toBe(200);
  expect(pluck((await client.get("/v1/vanities")).list, "content_guid")).toEqual([other.guid]);
  expect((await client.get(`/v1/content/${one.guid}/vanity`)).status).toBe(404);
});

test("a publisher can take a path only from content that they may change", async () => {
  const fake = testFake();
  const ann = fake.addUser({ user_role: "publisher" });
  const [foreign, own] = [fake.addContent(), fake.addContent({ owner_guid: ann.guid })];
  await set(clientOf(fake), foreign.guid, "/a/");
  const asAnn = clientOf(fake, fake.keyFor(ann));
  expect((await set(asAnn, own.guid, "/a/", true)).refusal).toEqual([403, 19]);
  expect((await set(asAnn, own.guid, "/b/")).status).toBe(200);
  expect((await asAnn.get("/v1/vanities")).refusal).toEqual([403, 22]);
});

test("viewers of content see its path, and cannot change it", async () => {
  const fake = testFake();
  const viewer = fake.addUser();
  const { guid } = fake.addContent({ access_type: "logged_in" });
  await set(clientOf(fake), guid, "/a/");
  const client = clientOf(fake, fake.keyFor(viewer));
  expect((await client.get(`/v1/content/${guid}/vanity`)).status).toBe(200);
  expect((await set(client, guid, "/b/")).refusal).toEqual([403, 22]);
  expect((await client.delete(`/v1/content/${guid}/vanity`)).refusal).toEqual([403, 22]);
});

test("a server can leave paths to administrators", async () => {
  const fake = testFake({ settings: { publishersCanManageVanities: false } });
  const ann = fake.addUser({ user_role: "publisher" });
  const { guid } = fake.addContent({ owner_guid: ann.guid });
  expect((await set(clientOf(fake, fake.keyFor(ann)), guid, "/a/")).refusal).toEqual([403, 22]);
  expect((await set(clientOf(fake), guid, "/a/")).status).toBe(200);
});

test("a path stays when the owner changes, and ends with the content", async () => {
  const fake = testFake();
  const ann = fake.addUser({ user_role: "publisher" });
  const { guid } = fake.addContent();
  const client = clientOf(fake);
  await set(client, guid, "/a/");
  await client.patch(`/v1/content/${guid}`, { owner_guid: ann.guid });
  expect((await client.get(`/v1/content/${guid}/vanity`)).body["path"]).toBe("/a/");
  fake.restore(fake.snapshot());
  expect((await client.get(`/v1/content/${guid}/vanity`)).body["path"]).toBe("/a/");
  await client.delete(`/v1/content/${guid}`);
  expect((await client.get("/v1/vanities")).list).toEqual([]);
});

test("a path leads to the page of the content", async () => {
  const fake = testFake({ url: "https://connect.test/rsc" });
  const { guid } = fake.addContent({ title: "Weekly report", access_type: "all" });
  await set(clientOf(fake), guid, "/weekly/");
  for (const path of ["/weekly/", "/weekly", "/weekly/charts/1"]) {
    expect(await (await fake.fetch(`${fake.url}${path}`)).text()).toContain("<h1>Weekly report</h1>");
  }
  expect((await fake.fetch(`${fake.url}/weeklyx/`)).status).toBe(404);
  expect((await fake.fetch("https://connect.test/weekly/")).status).toBe(404);
  expect((await fake.fetch(`${fake.url}/weekly/`, { method: "POST" })).status).toBe(404);
});

test.each([
  ["/weekly/", undefined],
  ["weekly", undefined],
  ["https://connect.example.com/weekly/", undefined],
  ["https://connect.example.com/rsc/weekly/", "https://connect.example.com/rsc/content/1/"],
])("initial data can have the path as %s", async (vanity_url, content_url) => {
  const fake = testFake({ data: { content: [{ vanity_url, ...(content_url !== undefined && { content_url }) }] } });
  expect(pluck((await clientOf(fake).get("/v1/vanities")).list, "path")).toEqual(["/weekly/"]);
});

test.each(["content", "connect-news", "oauth"])("/team/%s/ can be a path, although /%s/ cannot", async (name) => {
  const fake = testFake();
  const { guid } = fake.addContent();
  expect((await set(clientOf(fake), guid, `/team/${name}/`)).status).toBe(200);
});

test("the address of a server with a path prefix is not part of the path", async () => {
  const fake = testFake({ url: "https://connect.test/rsc" });
  const { guid } = fake.addContent({ vanity_url: `${fake.url}/weekly/` });
  expect((await clientOf(fake).get(`/v1/content/${guid}/vanity`)).body["path"]).toBe("/weekly/");
  const [item] = fake.content;
  expect(testFake({ url: "https://connect.test/rsc", data: { content: [{ ...item }] } }).content[0]?.vanity_url).toBe(
    `${fake.url}/weekly/`,
  );
});

test("initial data cannot have a path twice, or one that is not allowed", () => {
  const content = (vanity_url: string) => ({ vanity_url });
  expect(() => testFake({ data: { content: [content("/a/"), content("/a/")] } })).toThrow(
    'data.content[1]: a content item with the vanity_url "/a/" already exists',
  );
  expect(() => testFake({ data: { content: [content("/connect/")] } })).toThrow(
    'data.content[0]: vanity_url is "/connect/": This path is not allowed.',
  );
});
