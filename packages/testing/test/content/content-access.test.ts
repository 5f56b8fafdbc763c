import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { pluck } from "../support/response.ts";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";

interface Scene {
  fake: FakeConnect;
  guid: string;
  as: Record<"administrator" | "owner" | "editor" | "viewer" | "groupMember" | "stranger", Client>;
}

/** An item, and users with every relation to it. */
function scene(access_type: "acl" | "logged_in" | "all" = "acl"): Scene {
  const fake = testFake();
  const [owner, editor, stranger] = [1, 2, 3].map(() => fake.addUser({ user_role: "publisher" }));
  const [viewer, groupMember] = [1, 2].map(() => fake.addUser());
  if (!owner || !editor || !stranger || !viewer || !groupMember) throw new Error("The cast is incomplete.");
  const { guid } = fake.addContent({ owner_guid: owner.guid, access_type });
  const as = (user: { guid: string }): Client => clientOf(fake, fake.keyFor(user));
  return {
    fake,
    guid,
    as: {
      administrator: clientOf(fake),
      owner: as(owner),
      editor: as(editor),
      viewer: as(viewer),
      groupMember: as(groupMember),
      stranger: as(stranger),
    },
  };
}

async function castOf({ fake, guid, as }: Scene): Promise<void> {
  const [, , editor, , viewer, groupMember] = fake.users;
  const group = fake.addGroup({ members: groupMember ? [groupMember] : [] });
  const grant = (principal_guid: string | undefined, role: string, principal_type = "user"): Promise<unknown> =>
    as.owner.post(`/v1/content/${guid}/permissions`, { principal_guid, principal_type, role });
  await grant(editor?.guid, "owner");
  await grant(viewer?.guid, "viewer");
  await grant(group.guid, "viewer", "group");
}

test("app_role is the caller's role for an item", async () => {
  const play = scene();
  await castOf(play);
  const roleOf = async (client: Client): Promise<unknown> =>
    (await client.get(`/v1/content/${play.guid}`)).body["app_role"];
  expect(await roleOf(play.as.owner)).toBe("owner");
  expect(await roleOf(play.as.editor)).toBe("editor");
  expect(await roleOf(play.as.viewer)).toBe("viewer");
  expect(await roleOf(play.as.groupMember)).toBe("viewer");
  expect(await roleOf(play.as.administrator)).toBe("none");
});

test("users without access cannot view an item (code 19) or find it in lists", async () => {
  const play = scene();
  await castOf(play);
  expect((await play.as.stranger.get(`/v1/content/${play.guid}`)).refusal).toEqual([403, 19]);
  expect((await play.as.stranger.get("/v1/content")).list).toEqual([]);
  expect(pluck((await play.as.viewer.get("/v1/content")).list, "guid")).toEqual([play.guid]);
  expect(pluck((await play.as.groupMember.get("/v1/content")).list, "guid")).toEqual([play.guid]);
});

test.each(["logged_in", "all"] as const)("with access type %s everyone is a viewer", async (access) => {
  const play = scene(access);
  expect((await play.as.stranger.get(`/v1/content/${play.guid}`)).body).toMatchObject({ app_role: "viewer" });
  expect((await play.as.stranger.get("/v1/content")).list).toHaveLength(1);
});

test("owner, collaborators and administrators can change an item, viewers cannot (code 21)", async () => {
  const play = scene();
  await castOf(play);
  for (const who of ["owner", "editor", "administrator"] as const) {
    expect((await play.as[who].patch(`/v1/content/${play.guid}`, { title: who })).status).toBe(200);
  }
  expect((await play.as.viewer.patch(`/v1/content/${play.guid}`, { title: "x" })).refusal).toEqual([403, 21]);
  expect((await play.as.viewer.delete(`/v1/content/${play.guid}`)).refusal).toEqual([403, 20]);
  expect((await play.as.editor.delete(`/v1/content/${play.guid}`)).status).toBe(204);
});

test("viewers cannot create content", async () => {
  expect((await scene().as.viewer.post("/v1/content", {})).refusal).toEqual([403, 22]);
});

test("leaving a group ends the access it gave", async () => {
  const play = scene();
  await castOf(play);
  const [group] = play.fake.groups;
  const member = play.fake.users[5];
  await play.as.administrator.delete(`/v1/groups/${String(group?.guid)}/members/${String(member?.guid)}`);
  expect((await play.as.groupMember.get(`/v1/content/${play.guid}`)).refusal).toEqual([403, 19]);
});
