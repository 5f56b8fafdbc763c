import { createFakeConnect } from "@connect-sdk/testing";
import { expect, test } from "vitest";
import { run } from "./support/cli.ts";

test("content lists the content of a user", async () => {
  const fake = createFakeConnect();
  await run(fake, ["api", "POST", "v1/content", "--field", "name=report", "--field", "title=Sales"]);
  const own = fake.users[0]?.username ?? "";
  fake.addUser({ username: "jdoe" });

  expect(JSON.parse((await run(fake, ["content", own, "--json", "--fields", "name,title"])).stdout)).toEqual([
    { name: "report", title: "Sales" },
  ]);
  expect((await run(fake, ["content", "jdoe", "--json"])).stdout).toBe("[]\n");
});

test("groups lists the groups of a user", async () => {
  const fake = createFakeConnect();
  const user = fake.addUser({ username: "jdoe" });
  for (const name of ["analysts", "others"]) await run(fake, ["api", "POST", "v1/groups", "--field", `name=${name}`]);
  const group = fake.groups.find(({ name }) => name === "analysts");
  await run(fake, ["api", "POST", `v1/groups/${group?.guid ?? ""}/members`, "--field", `user_guid=${user.guid}`]);

  expect(JSON.parse((await run(fake, ["groups", "jdoe", "--json"])).stdout)).toEqual([
    expect.objectContaining({ name: "analysts", guid: group?.guid }),
  ]);
});

test.each(["groups", "content"])("%s of an unknown user exits with 4", async (command) => {
  expect((await run(createFakeConnect(), [command, "nobody"])).code).toBe(4);
});
