import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, it } from "vitest";
import { jsonFile } from "../support/json-file.ts";
import { runMain } from "../support/run-main.ts";
import { spawnProgram } from "../support/spawn-program.ts";

/** Serves a data file. Returns a function that sends a GET request. */
async function serveData(file: string): Promise<(path: string) => Promise<unknown>> {
  const program = spawnProgram(["serve", "--port", "0", "--json", "--data", file]);
  const { url, apiKey } = JSON.parse(await program.nextLine()) as { url: string; apiKey: string };
  return async (path) => {
    const response = await fetch(`${url}/__api__${path}`, { headers: { authorization: `Key ${apiKey}` } });
    return response.json();
  };
}

describe("fake-connect --data", () => {
  it("adds users, groups and content", async () => {
    const file = await jsonFile({
      users: [
        { username: "mira", user_role: "publisher" },
        { username: "jo", locked: true },
      ],
      groups: [{ name: "analysts", owner: "mira", members: ["mira", "jo"] }],
      content: [{ name: "weekly-report", owner: "mira", access_type: "all" }],
    });
    const get = await serveData(file);
    await expect(get("/v1/users?account_status=locked")).resolves.toMatchObject({
      total: 1,
      results: [{ username: "jo" }],
    });
    await expect(get("/v1/groups")).resolves.toMatchObject({ results: [{ name: "analysts" }] });
    await expect(get("/v1/content?include=owner")).resolves.toMatchObject([
      { name: "weekly-report", access_type: "all", owner: { username: "mira" } },
    ]);
  });

  it("accepts a snapshot and uses its seed", async () => {
    const fake = createFakeConnect({ users: 12, seed: 7 });
    const file = await jsonFile(fake.snapshot());
    const get = await serveData(file);
    await expect(get("/v1/users?page_size=500")).resolves.toMatchObject({ total: 12 });
  });

  it.each<[unknown, string]>([
    ["{ users: [] }", "is not valid JSON: "],
    [[], "the value is an array; allowed: an object"],
    [{ user: [] }, "user is unknown; did you mean users?"],
    [{ users: {} }, "users is an object; allowed: an array"],
    [
      { users: [{}, {}, {}, { user_role: "admin" }] },
      'users[3].user_role is "admin"; allowed: administrator, publisher, viewer',
    ],
    [{ users: [{ usrname: "mira" }] }, "users[0].usrname is unknown; did you mean username?"],
    [{ users: [{ username: "" }] }, 'users[0].username is ""; allowed: a non-empty string'],
    [{ users: [{ locked: "yes" }] }, 'users[0].locked is "yes"; allowed: true or false'],
    [{ users: [{ active_time: "today" }] }, 'users[0].active_time is "today"; allowed: a date and time such as'],
    [{ users: [{ guid: "1" }] }, 'users[0].guid is "1"; allowed: a UUID'],
    [
      { users: [{ username: "mira" }, { username: "mira" }] },
      'users[1]: a user with the username "mira" already exists',
    ],
    [{ groups: [{ members: ["mira"] }] }, 'groups[0].members[0] is "mira"; there is no such user'],
    [{ content: [{ owner: "mira" }] }, 'content[0].owner is "mira"; there is no such user'],
    [{ content: [{ access_type: "public" }] }, 'content[0].access_type is "public"; allowed: all, logged_in, acl'],
    [{ format: "fake-connect/1", seed: 1, users: [{}] }, "snapshot.now is missing"],
  ])("names the mistake in %j and exits with 2", async (content, message) => {
    const file = await jsonFile(content);
    const { status, stdout, stderr } = await runMain("serve", "--port", "0", "--data", file);
    expect(stderr).toContain(`fake-connect: ${file}`);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("reports a file that does not exist", async () => {
    await expect(runMain("exec", "--data", "nowhere.json", "--", "true")).resolves.toEqual({
      status: 2,
      stdout: "",
      stderr: "fake-connect: nowhere.json: there is no such file\n",
    });
  });
});
