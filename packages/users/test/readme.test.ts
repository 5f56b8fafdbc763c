import { NetworkError } from "@connect-sdk/api";
import type { FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { type ReadmeBlock, readReadmeBlocks } from "./support/readme-blocks.ts";
import { readmeServer, runReadmeBlock } from "./support/run-readme-block.ts";

const blocks = readReadmeBlocks();

describe("the README", () => {
  test.for(blocks)("runs at line $line, $heading", async (block) => {
    await runReadmeBlock(block, serverFor(block));
  });

  test("begins with a program of 15 lines that works", async () => {
    const [start] = blocks;
    expect(start?.code.split("\n").length).toBeLessThanOrEqual(15);
    const fake = readmeServer();
    const printed = await runReadmeBlock(blockOf("@connect-sdk/users"), fake);
    expect(named(fake, "ada")).toMatchObject({ user_role: "publisher" });
    expect(await membersOf(fake, "analysts")).toEqual(["ada", "jdoe", "mira"]);
    const locked = fake.users.filter((user) => user.locked && printed.includes(`${user.username} is locked`));
    expect(locked).toHaveLength(printed.length - 1);
    expect(locked.length).toBeGreaterThan(0);
  });
});

describe("the recipe", () => {
  test("“Audit roles” prints everybody but viewers", async () => {
    const fake = readmeServer();
    const printed = await runReadmeBlock(blockOf("Audit roles"), fake);
    const privileged = fake.users.filter(({ user_role }) => user_role !== "viewer");
    expect(printed.map((line) => line.split("\t").slice(0, 2)).sort()).toEqual(
      privileged.map(({ user_role, username }) => [user_role, username]).sort(),
    );
  });

  test("“Licensed users” counts the seats and prints who was away for longest", async () => {
    const fake = readmeServer({ users: 200 });
    const printed = await runReadmeBlock(blockOf("Licensed users"), fake);
    const licensed = fake.users.filter(
      ({ locked, active_time }) =>
        !locked && active_time !== null && fake.clock.now().getTime() - Date.parse(active_time) < 365 * 86_400_000,
    );
    const seats = ["administrator", "publisher", "viewer"].map(
      (role) => `${licensed.filter(({ user_role }) => user_role === role).length} ${role}`,
    );
    expect(printed.slice(0, 3)).toEqual(seats);
    const times = licensed.map(({ active_time }) => active_time).sort();
    expect(printed.slice(3).map((line) => line.split(" ")[1])).toEqual(times.slice(0, 10));
  });

  test("“Lock everyone inactive for a year” spares who was invited lately", async () => {
    const fake = readmeServer();
    const long = "2024-01-01T00:00:00Z";
    fake.addUser({ username: "invited" });
    fake.addUser({ username: "never", created_time: long });
    fake.addUser({ username: "gone", created_time: long, active_time: long });
    fake.addUser({ username: "here", created_time: long, active_time: "2026-01-31T00:00:00Z" });
    await runReadmeBlock(blockOf("Lock everyone inactive for a year"), fake);
    const locked = ["invited", "never", "gone", "here"].map((username) => named(fake, username).locked);
    expect(locked).toEqual([false, true, true, false]);
  });

  test("“Lock everyone inactive for a year”, eight at a time, locks all", async () => {
    const fake = readmeServer({ users: 700 });
    expect(await connectTo(fake).users.count({ account_status: "inactive" })).toBeGreaterThan(100);
    await runReadmeBlock(blockOf("Lock everyone inactive for a year", 1), fake);
    expect(await connectTo(fake).users.count({ account_status: "inactive" })).toBe(0);
    expect(fake.requests.filter(({ operationId }) => operationId === "getCurrentUser").length).toBeLessThanOrEqual(2);
  });

  test("“Provision a team” creates users, roles and a group", async () => {
    const fake = readmeServer();
    await runReadmeBlock(blockOf("Provision a team"), fake);
    expect([named(fake, "lin").user_role, named(fake, "omar").user_role]).toEqual(["publisher", "viewer"]);
    expect(await membersOf(fake, "forecasting")).toEqual(["lin", "omar"]);
  });

  test("“Hand a leaver's content list to a manager” prints the list and locks the leaver", async () => {
    const fake = readmeServer();
    const before = fake.content;
    const [first, ...rest] = await runReadmeBlock(blockOf("Hand a leaver's content list to a manager"), fake);
    expect(first).toBe("To jo@example.com: Mira Sol leaves, and owns 2 items.");
    expect(rest.sort()).toEqual(
      before.map(({ title, dashboard_url }) => `- ${String(title)}: ${dashboard_url}`).sort(),
    );
    expect(named(fake, "mira").locked).toBe(true);
    expect(fake.content).toEqual(before);
  });

  test("“Hand a leaver's content list to a manager” can make the manager the owner", async () => {
    const fake = readmeServer();
    await runReadmeBlock(blockOf("Hand a leaver's content list to a manager", 1), fake);
    const owner = named(fake, "jdoe").guid;
    expect(fake.content.map(({ owner_guid }) => owner_guid)).toEqual([owner, owner]);
  });

  test("“Replay-safe creation” creates each user once, however often it breaks", async () => {
    const fake = readmeServer();
    const recipe = blockOf("Replay-safe creation");
    fake.fault({ operationId: "createPushUser", after: 1, times: 1, reset: "after" });
    await expect(runReadmeBlock(recipe, fake)).rejects.toThrow(NetworkError);
    const names = ["kim", "noor", "sam"];
    const printed = await runReadmeBlock(recipe, fake);
    expect(printed).toEqual(names.map((username) => `${username} ${named(fake, username).guid}`));
    expect(fake.users.filter(({ username }) => names.includes(username))).toHaveLength(3);
  });

  test("“Replay-safe creation” takes nobody else for whom it has created", async () => {
    const fake = readmeServer();
    fake.addUser({ username: "noor", email: "another.noor@example.com" });
    await expect(runReadmeBlock(blockOf("Replay-safe creation"), fake)).rejects.toThrow("noor is somebody else");
  });
});

function blockOf(heading: string, index = 0): ReadmeBlock {
  const block = blocks.filter((each) => each.heading === heading)[index];
  if (block === undefined) throw new Error(`The README has no block ${index} under “${heading}”.`);
  return block;
}

/** Where people are searched in a directory, there has to be one. */
function serverFor({ code }: ReadmeBlock): FakeConnect {
  if (!code.includes("findRemote")) return readmeServer();
  const person = { username: "jdoering", email: "", first_name: "", last_name: "", external_id: "uid=jdoering" };
  return readmeServer({ provider: "ldap", directory: { people: [person] } });
}

function named(fake: FakeConnect, username: string): FakeConnect["users"][number] {
  const user = fake.users.find((each) => each.username === username);
  if (user === undefined) throw new Error(`There is no user named ${username}.`);
  return user;
}

async function membersOf(fake: FakeConnect, name: string): Promise<string[]> {
  const path = { group_guid: fake.groups.find((group) => group.name === name)?.guid ?? "" };
  const { data } = await connectTo(fake).api.GET("/v1/groups/{group_guid}/members", { params: { path } });
  return data.results.map(({ username }) => username).sort();
}

function connectTo({ url, apiKey, fetch }: FakeConnect): Connection {
  return connect({ url, apiKey, fetch });
}
