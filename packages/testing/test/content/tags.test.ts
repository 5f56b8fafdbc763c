import fc from "fast-check";
import { expect, test } from "vitest";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";

async function create(client: Client, name: string, parent_id?: string): Promise<string> {
  const { status, body } = await client.post("/v1/tags", { name, ...(parent_id !== undefined && { parent_id }) });
  expect(status).toBe(200);
  return String(body["id"]);
}

/** A category, a tag below it, and a tag below that. */
async function tree(client: Client): Promise<[category: string, tag: string, leaf: string]> {
  const category = await create(client, "Departments");
  const tag = await create(client, "Finance", category);
  return [category, tag, await create(client, "Payroll", tag)];
}

test("a tag without a parent is a category", async () => {
  const client = clientOf(testFake());
  const { body } = await client.post("/v1/tags", { name: "Departments" });
  const time = "2026-02-02T09:00:00Z";
  expect(body).toEqual({ id: "1", name: "Departments", parent_id: null, created_time: time, updated_time: time });
  expect((await client.post("/v1/tags", { name: "Finance", parent_id: "1" })).body).toMatchObject({ parent_id: "1" });
});

test("a tag of content cannot become a category: code 79", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const [, , leaf] = await tree(client);
  await client.post(`/v1/content/${fake.addContent().guid}/tags`, { tag_id: leaf });
  expect((await client.patch(`/v1/tags/${leaf}`, { parent_id: null })).refusal).toEqual([400, 79]);
});

test("tags are listed by name and by parent", async () => {
  const client = clientOf(testFake());
  const [category, tag, leaf] = await tree(client);
  const ids = async (query: string): Promise<unknown[]> => pluck((await client.get(`/v1/tags${query}`)).list, "id");
  expect(await ids("")).toEqual([category, tag, leaf]);
  expect(await ids("?name=Finance")).toEqual([tag]);
  expect(await ids(`?parent_id=${tag}`)).toEqual([leaf]);
  expect(await ids("?name=Finance&parent_id=99")).toEqual([]);
});

test("a tag is found by its id or by the names on the way to it", async () => {
  const client = clientOf(testFake());
  const [category, , leaf] = await tree(client);
  expect((await client.get(`/v1/tags/${leaf}`)).body).toMatchObject({ name: "Payroll" });
  expect((await client.get("/v1/tags/Departments,Finance,Payroll")).body).toMatchObject({ id: leaf });
  expect((await client.get("/v1/tags/Departments")).body).toMatchObject({ id: category });
  expect((await client.get("/v1/tags/Finance")).refusal).toEqual([404, 4]);
  expect((await client.get("/v1/tags/99")).refusal).toEqual([404, 4]);
});

test.each<[string, Record<string, unknown>, number]>([
  ["no name", {}, 12],
  ["an empty name", { name: "" }, 78],
  ["a blank name", { name: "  " }, 78],
  ["256 characters", { name: "x".repeat(256) }, 77],
  ["the name of a sibling", { name: "Departments" }, 81],
  ["an unknown parent", { name: "Finance", parent_id: "99" }, 157],
])("a new tag with %s is refused", async (_what, body, code) => {
  const client = clientOf(testFake());
  await create(client, "Departments");
  expect((await client.post("/v1/tags", body)).refusal).toEqual([400, code]);
});

test("tags below different parents can have the same name", async () => {
  const client = clientOf(testFake());
  const [category] = await tree(client);
  await create(client, "Departments", category);
  expect((await client.get("/v1/tags?name=Departments")).list).toHaveLength(2);
});

test("a tag can be renamed and moved, but not below itself: code 88", async () => {
  const client = clientOf(testFake());
  const [category, tag, leaf] = await tree(client);
  expect((await client.patch(`/v1/tags/${tag}`, { name: "Money" })).body).toMatchObject({
    name: "Money",
    parent_id: category,
  });
  expect((await client.patch(`/v1/tags/${leaf}`, { parent_id: category })).body).toMatchObject({ parent_id: category });
  expect((await client.patch(`/v1/tags/${leaf}`, { parent_id: null })).body).toMatchObject({ parent_id: null });
  await client.patch(`/v1/tags/${leaf}`, { parent_id: tag });
  expect((await client.patch(`/v1/tags/${tag}`, { parent_id: leaf })).refusal).toEqual([400, 88]);
  expect((await client.patch(`/v1/tags/${tag}`, { parent_id: tag })).refusal).toEqual([400, 88]);
  expect((await client.patch(`/v1/tags/${tag}`, { parent_id: "99" })).refusal).toEqual([400, 157]);
  expect((await client.patch("/v1/tags/99", {})).refusal).toEqual([404, 4]);
});

test("adding a tag to content adds those above it except for the category", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const [category, tag, leaf] = await tree(client);
  const content = `/v1/content/${fake.addContent().guid}`;
  const added = await client.post(`${content}/tags`, { tag_id: leaf });
  expect([added.status, added.text]).toEqual([200, ""]);
  expect(pluck((await client.get(`${content}/tags`)).list, "id")).toEqual([tag, leaf]);
  expect((await client.post(`${content}/tags`, { tag_id: leaf })).status).toBe(200);
  expect((await client.post(`${content}/tags`, { tag_id: category })).refusal).toEqual([400, 79]);
  expect((await client.post(`${content}/tags`, { tag_id: "99" })).refusal).toEqual([400, 158]);
});

test("removing a tag from content removes those below it", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const [, tag, leaf] = await tree(client);
  const tags = `/v1/content/${fake.addContent().guid}/tags`;
  await client.post(tags, { tag_id: leaf });
  const removed = await client.delete(`${tags}/${tag}`);
  expect([removed.status, removed.text]).toEqual([200, ""]);
  expect((await client.get(tags)).list).toEqual([]);
  expect((await client.delete(`${tags}/${tag}`)).refusal).toEqual([404, 17]);
});

test("content includes its tags on request, if it has any", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const [, tag] = await tree(client);
  const { guid } = fake.addContent();
  expect((await client.get(`/v1/content/${guid}?include=tags`)).body).not.toHaveProperty("tags");
  await client.post(`/v1/content/${guid}/tags`, { tag_id: tag });
  expect((await client.get(`/v1/content/${guid}?include=tags`)).body).toMatchObject({ tags: [{ name: "Finance" }] });
  expect((await client.get("/v1/content?include=tags")).list).toMatchObject([{ tags: [{ id: tag }] }]);
  expect((await client.get(`/v1/content/${guid}`)).body).not.toHaveProperty("tags");
});

test("the content with a tag is listed as far as the caller can see it; a category covers all tags below it", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const [category, tag, leaf] = await tree(client);
  const [open, secret] = [fake.addContent({ access_type: "all" }), fake.addContent()];
  await client.post(`/v1/content/${open.guid}/tags`, { tag_id: leaf });
  await client.post(`/v1/content/${secret.guid}/tags`, { tag_id: tag });
  const guids = async (as: Client, id: string): Promise<unknown[]> =>
    pluck((await as.get(`/v1/tags/${id}/content`)).list, "guid");
  expect(await guids(client, category)).toEqual([open.guid, secret.guid]);
  expect(await guids(client, leaf)).toEqual([open.guid]);
  expect(await guids(clientOf(fake, fake.keyFor(fake.addUser())), tag)).toEqual([open.guid]);
});

test("deleting a tag deletes everything below it and removes it from content", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const [category, tag, leaf] = await tree(client);
  const tags = `/v1/content/${fake.addContent().guid}/tags`;
  await client.post(tags, { tag_id: leaf });
  expect((await client.delete(`/v1/tags/${tag}`)).status).toBe(204);
  expect(pluck((await client.get("/v1/tags")).list, "id")).toEqual([category]);
  expect((await client.get(tags)).list).toEqual([]);
  expect((await client.delete(`/v1/tags/${tag}`)).refusal).toEqual([404, 17]);
});

test("owners and collaborators tag content, other users that can see it do not", async () => {
  const fake = testFake();
  const [, tag] = await tree(clientOf(fake));
  const owner = fake.addUser({ user_role: "publisher" });
  const { guid } = fake.addContent({ owner_guid: owner.guid, access_type: "all" });
  const other = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
  expect((await other.post(`/v1/content/${guid}/tags`, { tag_id: tag })).refusal).toEqual([403, 21]);
  const own = clientOf(fake, fake.keyFor(owner));
  expect((await own.post(`/v1/content/${guid}/tags`, { tag_id: tag })).status).toBe(200);
  expect((await other.delete(`/v1/content/${guid}/tags/${tag}`)).refusal).toEqual([403, 21]);
});

test("however tags are created, moved, assigned and deleted, content has every tag above its own", async () => {
  const action = fc.record({
    act: fc.constantFrom("create", "move", "assign", "remove", "delete"),
    tag: fc.nat(5),
    parent: fc.nat(5),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 40 }), async (actions) => {
      const fake = testFake();
      const client = clientOf(fake);
      const item = `/v1/content/${fake.addContent().guid}/tags`;
      const category = await create(client, "Category");
      for (const [index, { act, tag, parent }] of actions.entries()) {
        const ids = pluck((await client.get("/v1/tags")).list, "id").map(String);
        const at = (position: number): string => ids[position % ids.length] ?? category;
        if (act === "create") await client.post("/v1/tags", { name: `tag ${String(index)}`, parent_id: at(parent) });
        if (act === "move") await client.patch(`/v1/tags/${at(tag)}`, { parent_id: at(parent) });
        if (act === "assign") await client.post(item, { tag_id: at(tag) });
        if (act === "remove") await client.delete(`${item}/${at(tag)}`);
        if (act === "delete" && at(tag) !== category) await client.delete(`/v1/tags/${at(tag)}`);
        const assigned = (await client.get(item)).list;
        const known = new Set(pluck(assigned, "id"));
        const parents = pluck(assigned, "parent_id").filter((id) => id !== category);
        expect(parents.filter((id) => !known.has(id))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
