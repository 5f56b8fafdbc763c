import { NetworkError } from "@connect-sdk/api";
import type { FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { type DocumentBlock, readBlocks } from "./support/document-blocks.ts";
import { documentServer, runBlock } from "./support/run-document-block.ts";

const readme = readBlocks("README.md");
const recipes = readBlocks("docs/recipes.md");

test.for([...readme, ...recipes])("$file runs at line $line, $heading", async (block) => {
  await runBlock(block, serverFor(block));
});

test("the README starts with a program of 15 lines that works", async () => {
  const [start] = readme;
  if (start === undefined) throw new Error("The README has no block.");
  expect(start.code.split("\n").length).toBeLessThanOrEqual(15);
  const fake = documentServer();
  const printed = await runBlock(start, fake);
  expect(named(fake, "ada")).toMatchObject({ user_role: "publisher" });
  expect(await membersOf(fake, "analysts")).toEqual(["ada", "jdoe", "mira"]);
  const locked = fake.users.filter((user) => user.locked && printed.includes(`${user.username} is locked`));
  expect(locked).toHaveLength(printed.length - 1);
  expect(locked.length).toBeGreaterThan(0);
});

describe("the recipe", () => {
  test("“Audit roles” prints all users but viewers", async () => {
    const fake = documentServer();
    const printed = await runBlock(recipe("Audit roles"), fake);
    const privileged = fake.users.filter(({ user_role }) => user_role !== "viewer");
    expect(printed.map((line) => line.split("\t").slice(0, 2)).sort()).toEqual(
      privileged.map(({ user_role, username }) => [user_role, username]).sort(),
    );
  });

  test("“Licensed users” counts licenses by role and prints the ten users inactive for longest", async () => {
    const fake = documentServer({ users: 200 });
    const printed = await runBlock(recipe("Licensed users"), fake);
    const licensed = fake.users.filter(
      ({ locked, active_time }) =>
        !locked && active_time !== null && fake.clock.now().getTime() - Date.parse(active_time) < 365 * 86_400_000,
    );
    const counts = ["administrator", "publisher", "viewer"].map(
      (role) => `${licensed.filter(({ user_role }) => user_role === role).length} ${role}`,
    );
    expect(printed.slice(0, 3)).toEqual(counts);
    const times = licensed.map(({ active_time }) => active_time).sort();
    expect(printed.slice(3).map((line) => line.split(" ")[1])).toEqual(times.slice(0, 10));
  });

  test("“Lock users inactive for a year” skips users that were invited recently", async () => {
    const fake = documentServer();
    const long = "2024-01-01T00:00:00Z";
    fake.addUser({ username: "invited" });
    fake.addUser({ username: "never", created_time: long });
    fake.addUser({ username: "gone", created_time: long, active_time: long });
    fake.addUser({ username: "here", created_time: long, active_time: "2026-01-31T00:00:00Z" });
    await runBlock(recipe("Lock users inactive for a year"), fake);
    const locked = ["invited", "never", "gone", "here"].map((username) => named(fake, username).locked);
    expect(locked).toEqual([false, true, true, false]);
  });

  test("“Lock users inactive for a year”, eight at a time, locks all", async () => {
    const fake = documentServer({ users: 700 });
    expect(await connectTo(fake).users.count({ account_status: "inactive" })).toBeGreaterThan(100);
    await runBlock(recipe("Lock users inactive for a year", 1), fake);
    expect(await connectTo(fake).users.count({ account_status: "inactive" })).toBe(0);
    expect(fake.requests.filter(({ operationId }) => operationId === "getCurrentUser").length).toBeLessThanOrEqual(2);
  });

  test("“Provision a team” creates users, roles and a group", async () => {
    const fake = documentServer();
    await runBlock(recipe("Provision a team"), fake);
    expect([named(fake, "lin").user_role, named(fake, "omar").user_role]).toEqual(["publisher", "viewer"]);
    expect(await membersOf(fake, "forecasting")).toEqual(["lin", "omar"]);
  });

  test("“Hand over the content of a leaver” prints the list and locks the leaver", async () => {
    const fake = documentServer();
    const before = fake.content;
    const [first, ...rest] = await runBlock(recipe("Hand over the content of a leaver"), fake);
    expect(first).toBe("To jo@example.com: Mira Sol is leaving and owns 2 items.");
    expect(rest.sort()).toEqual(
      before.map(({ title, dashboard_url }) => `- ${String(title)}: ${dashboard_url}`).sort(),
    );
    expect(named(fake, "mira").locked).toBe(true);
    expect(fake.content).toEqual(before);
  });

  test("“Hand over the content of a leaver” makes the manager the owner", async () => {
    const fake = documentServer();
    await runBlock(recipe("Hand over the content of a leaver", 1), fake);
    const owner = named(fake, "jdoe").guid;
    expect(fake.content.map(({ owner_guid }) => owner_guid)).toEqual([owner, owner]);
  });

  test("“Create users safely” creates each user once, even if a connection breaks", async () => {
    const fake = documentServer();
    const block = recipe("Create users safely");
    fake.fault({ operationId: "createPushUser", after: 1, times: 1, reset: "after" });
    await expect(runBlock(block, fake)).rejects.toThrow(NetworkError);
    const names = ["kim", "noor", "sam"];
    const printed = await runBlock(block, fake);
    expect(printed).toEqual(names.map((username) => `${username} ${named(fake, username).guid}`));
    expect(fake.users.filter(({ username }) => names.includes(username))).toHaveLength(3);
  });

  test("“Create users safely” does not accept another person with the username", async () => {
    const fake = documentServer();
    fake.addUser({ username: "noor", email: "another.noor@example.com" });
    await expect(runBlock(recipe("Create users safely"), fake)).rejects.toThrow("noor is another person");
  });
});

function recipe(heading: string, index = 0): DocumentBlock {
  const block = recipes.filter((each) => each.heading === heading)[index];
  if (block === undefined) throw new Error(`The recipes have no block ${index} under “${heading}”.`);
  return block;
}

/** Searching a directory requires a server with one. */
function serverFor({ code }: DocumentBlock): FakeConnect {
  if (!code.includes("findRemote")) return documentServer();
  const person = { username: "jdoering", email: "", first_name: "", last_name: "", external_id: "uid=jdoering" };
  return documentServer({ provider: "ldap", directory: { people: [person] } });
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
