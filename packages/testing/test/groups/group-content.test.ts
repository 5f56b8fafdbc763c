import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";

test("the content that a group can access is listed with the group's role", async () => {
  const fake = testFake();
  const group = fake.addGroup({ name: "analysts" });
  const client = clientOf(fake);
  const path = `/v1/experimental/groups/${group.guid}/content`;
  expect((await client.get(path)).text).toBe("[]");

  const item = fake.addContent({ name: "report", title: "Weekly report" });
  fake.addContent({ name: "another" });
  const grant = { principal_guid: group.guid, principal_type: "group", role: "owner" };
  await client.post(`/v1/content/${item.guid}/permissions`, grant);
  expect((await client.get(path)).list).toEqual([
    {
      content_guid: item.guid,
      content_name: "report",
      content_title: "Weekly report",
      access_type: "acl",
      permissions: [
        {
          principal_guid: group.guid,
          principal_name: "analysts",
          principal_type: "group",
          principal_role: "publisher",
        },
      ],
    },
  ]);

  expect((await clientOf(fake, fake.keyFor(fake.addUser())).get(path)).text).toBe("[]");
  expect((await clientOf(fake, null).get(path)).refusal).toEqual([401, 24]);
  await client.delete(`/v1/groups/${group.guid}`);
  expect((await client.get(path)).refusal).toEqual([404, 4]);
});
