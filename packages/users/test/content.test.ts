import { NotFoundError } from "@connect-sdk/api";
import { describe, expect, test } from "vitest";
import { open, openAs } from "./support/open.ts";

/** Creates a user that owns two items, on a server where others own items, too. */
async function owner() {
  const opened = open();
  const { fake, add } = opened;
  const user = await add({ username: "jo", user_role: "publisher" });
  const stranger = fake.addUser();
  const reports = ["report", "dashboard"].map((name) => fake.addContent({ name, owner_guid: user.guid }));
  const foreign = fake.addContent({ name: "report", owner_guid: stranger.guid });
  fake.addContent({ name: "another" });
  return { ...opened, user, reports, foreign };
}

describe("user.content", () => {
  test("finds the items that the user owns and no others, with one request", async () => {
    const { user, reports, fake, sent } = await owner();
    const found = await user.content.find();
    expect(found.map(({ guid }) => guid).sort()).toEqual(reports.map(({ guid }) => guid).sort());
    expect(sent()).toEqual(["getContents"]);
    expect(fake.requests.at(-1)?.query).toEqual({ owner_guid: user.guid });
  });

  test("finds no items of other users on a server that ignores the owner", async () => {
    const { user, reports, foreign, fake } = await owner();
    fake.fault({ operationId: "getContents", status: 200, body: [...reports, foreign] });
    expect(await user.content.find()).toEqual(reports);
    expect(await user.content.count()).toBe(2);
  });

  test("finds by exact name", async () => {
    const { user, reports } = await owner();
    expect((await user.content.find({ name: "report" })).map(({ guid }) => guid)).toEqual([reports[0]?.guid]);
    expect(await user.content.find({ name: "rep" })).toEqual([]);
  });

  test("includes requested details", async () => {
    const { user, fake } = await owner();
    const [item] = await user.content.find({ include: ["owner", "tags"] });
    expect(item?.owner).toMatchObject({ guid: user.guid, username: "jo" });
    expect(fake.requests.at(-1)?.query).toEqual({ owner_guid: user.guid, include: "owner,tags" });
    await user.content.find({ include: [], name: undefined });
    expect(fake.requests.at(-1)?.query).toEqual({ owner_guid: user.guid });
  });

  test("findOne() returns the first item, or undefined", async () => {
    const { user, connection } = await owner();
    const [first] = await user.content.find();
    expect(await user.content.findOne()).toEqual(first);
    expect((await user.content.findOne({ name: "report", include: ["owner"] }))?.owner?.username).toBe("jo");
    expect(await (await connection.users.lookup("jo")).content.findOne({ name: "nothing" })).toBeUndefined();
  });

  test("get() returns one item", async () => {
    const { user, reports, sent } = await owner();
    const guid = reports[0]?.guid ?? "";
    expect(await user.content.get(guid)).toMatchObject({ guid, name: "report" });
    expect((await user.content.get(guid, { include: ["owner"] })).owner?.guid).toBe(user.guid);
    expect(sent()).toEqual(["getContent", "getContent"]);
  });

  test("get() throws a NotFoundError for an item of another user and for an unknown guid", async () => {
    const { user, foreign } = await owner();
    const missing = user.content.get(foreign.guid);
    await expect(missing).rejects.toThrow(NotFoundError);
    await expect(missing).rejects.toThrow(`Get the user ${foreign.owner_guid}, who owns it.`);
    await expect(user.content.get("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ code: 4 });
  });

  test("count() returns their number", async () => {
    const { user, connection } = await owner();
    expect(await user.content.count()).toBe(2);
    expect(await (await connection.me()).content.count()).toBe(1);
  });

  test("returns only items that the caller may see", async () => {
    const { user, fake } = await owner();
    const viewer = openAs(fake, fake.addUser());
    expect(await (await viewer.users.get(user.guid)).content.find()).toEqual([]);
  });
});
