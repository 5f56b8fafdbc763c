import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";
import { disturbedNetwork } from "./support/network.ts";
import { userNamed } from "./support/user-named.ts";

describe("an import on a server with a directory", () => {
  const directory = {
    people: [
      { username: "mira", email: "mira@x.example", first_name: "Mira", last_name: "Okafor", external_id: "cn=mira" },
      { username: "Lin", email: "lin@x.example", first_name: "Lin", last_name: "Wei", external_id: "cn=lin" },
    ],
  };

  test("adds people from the directory, and gives them their role", async () => {
    const fake = createFakeConnect({ provider: "ldap", directory, settings: { userRoleEditableBy: "adminandself" } });
    const stdin = "username,user_role\nmira,publisher\n";
    const { code } = await run(fake, ["import", "-", "--yes"], { stdin });

    expect(code).toBe(0);
    expect(userNamed(fake, "mira")).toMatchObject({ first_name: "Mira", user_role: "publisher" });
  });

  test.each([
    ["is not there", "username\nnobody\n", "the directory has no `nobody`"],
    ["is spelled differently", "username\nlin\n", "but has `Lin`"],
    ["has other values", "username,email\nmira,other@x.example\n", "not `other@x.example`"],
    ["has a password", "username,password\nmira,a long password\n", "password of the directory"],
  ])("a person that %s is invalid in the plan", async (_what, stdin, message) => {
    const fake = createFakeConnect({ provider: "ldap", directory });
    const planned = await run(fake, ["import", "-", "--dry-run", "--json"], { stdin });

    expect(JSON.parse(planned.stdout)).toMatchObject([{ status: "invalid", message: containing(message) }]);
    expect(planned.code).not.toBe(0);
    expect((await run(fake, ["import", "-", "--yes"], { stdin })).code).toBe(planned.code);
    expect(changesOf(fake)).toEqual([]);
  });
});

describe("a row that the server would refuse is invalid in the plan", () => {
  test.each([
    ["an e-mail address with a name", "password", "username,email\nzoe,Zoe <zoe@x.example>\n", "email"],
    ["an e-mail address in brackets", "password", "username,email\nzoe,<zoe@x.example>\n", "email"],
    ["a link to an e-mail address", "password", "username,email\nzoe,mailto:zoe@x.example\n", "email"],
    ["two e-mail addresses", "password", "username,email\nzoe,zoe@x.example;z@x.example\n", "email"],
    ["an e-mail address with a separator", "password", "username,email\nzoe,zoe@x.example;\n", "email"],
    ["a domain with two dots", "password", "username,email\nzoe,zoe@x..example\n", "email"],
    ["an e-mail address", "password", "username,email\nzoe,not-an-email\n", "email"],
    ["the length of a username", "password", `username,email\n${"z".repeat(300)},z@x.example\n`, "username"],
    ["a name that the server keeps", "password", "username,email\nconnect,z@x.example\n", "username"],
    ["no id at the provider", "saml", "username,email\nzoe,z@x.example\n", "external_id"],
    ["no id at the provider", "oauth2", "username,email\nzoe,z@x.example\n", "external_id"],
  ] as const)("%s (%s)", async (_what, provider, stdin, field) => {
    const fake = createFakeConnect({ provider });
    const { code, stdout } = await run(fake, ["import", "-", "--dry-run", "--json"], { stdin });

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ status: "invalid", action: "create", field }]);
  });

  test("a field of the provider", async () => {
    const fake = createFakeConnect({ provider: "saml", settings: { userInfoEditableBy: "provider" } });
    fake.addUser({ username: "zoe", email: "z@x.example" });
    const { code, stdout } = await run(fake, ["update", "--file", "-", "--dry-run", "--json"], {
      stdin: "username,first_name\nzoe,Zoë\n",
    });

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ status: "invalid", field: "first_name" }]);
  });
});

test("a dry run that skips invalid rows has the exit code of the run", async () => {
  const stdin = "username,email\nzoe,z@x.example\namy,nothing\n";
  const argv = ["import", "-", "--skip-invalid"];
  const planned = await run(createFakeConnect(), [...argv, "--dry-run"], { stdin });

  expect(planned.code).toBe(5);
  expect(planned.stderr).toContain("1 of 2 rows would fail.");
  expect((await run(createFakeConnect(), [...argv, "--yes"], { stdin })).code).toBe(5);
});

describe("what needs a look is shown first, in full", () => {
  test("one promotion among 101 changes, and what will happen is in the question", async () => {
    const fake = createFakeConnect();
    const names = Array.from({ length: 101 }, (_, at) => `user-${at}`);
    for (const username of names) fake.addUser({ username, email: `${username}@x.example` });
    const lines = names.map((name, at) => `${name},${name}@y.example,${at === 60 ? "administrator" : ""}\n`);
    const { path } = await folder({
      "in.csv": `username,email,user_role\n${lines.join("")}`,
    });
    const { stderr } = await run(fake, ["import", "in.csv"], { answer: "n\n", terminal: 200, cwd: path });

    expect(stderr).toContain("~ user-60: update (email: user-60@x.example → user-60@y.example; user_role:");
    expect(stderr).toContain("promotes from viewer to administrator");
    expect(stderr).toContain("100 to update; --dry-run shows all of them.");
    expect(stderr).toContain("Promote 1 user to administrator, update 100? [y/N]");
  });

  test.each([
    ["case", "username,email\nJDOE,new@x.example\n", "looks like `jdoe`"],
    ["two rows", "username,email\nzoe,z@x.example\nZOE,y@x.example\n", "looks like `ZOE` on line 3"],
    ["a shared e-mail address", "username,email\nzoe,JO@example.com\n", "has the e-mail address of `jdoe`"],
  ])("new accounts that could be mistakes are refused unless allowed: %s", async (_what, stdin, reason) => {
    const fake = smallServer();
    const refused = await run(fake, ["import", "-", "--yes"], { stdin });
    expect(refused.code).toBe(6);
    expect(refused.stdout).toContain(reason);
    expect(refused.stderr).toContain("--allow-duplicates");
    expect(changesOf(fake)).toEqual([]);

    expect((await run(fake, ["import", "-", "--yes", "--allow-duplicates"], { stdin })).code).toBe(0);
  });
});

describe("a new account", () => {
  test("that another administrator has created with the same values meanwhile is unchanged", async () => {
    const fake = createFakeConnect();
    const fetch = disturbedNetwork(
      fake,
      async (request) => request.method === "POST" && (await request.text()).includes('"zoe"'),
      async (request) => {
        fake.addUser({ username: "zoe", email: "z@x.example" });
        return await fake.fetch(request);
      },
    );
    const { code, stdout } = await run(fake, ["import", "-", "--yes", "--json"], {
      stdin: "username,email\nzoe,z@x.example\namy,a@x.example\n",
      fetch,
    });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ username: "zoe", status: "unchanged" }, { status: "done" }]);
  });

  test("whose connection was reset before it arrived is sent once more", async () => {
    const fake = createFakeConnect();
    const reset = new Set<string>();
    const fetch = disturbedNetwork(
      fake,
      async (request) => {
        const username = /"user-\d*[05]"/.exec(request.method === "POST" ? await request.text() : "")?.[0];
        if (username === undefined || reset.has(username)) return false;
        reset.add(username);
        return true;
      },
      () => Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } })),
    );
    const rows = Array.from({ length: 60 }, (_, at) => `user-${at},u${at}@x.example\n`).join("");
    const { code } = await run(fake, ["import", "-", "--yes"], { stdin: `username,email\n${rows}`, fetch });

    expect(reset.size).toBe(12);
    expect(code).toBe(0);
    expect(fake.users).toHaveLength(61);
  });

  test("of `create` is looked up when the response is lost", async () => {
    const fake = createFakeConnect();
    const fetch = disturbedNetwork(
      fake,
      (request) => request.method === "POST",
      async (request) => {
        await fake.fetch(request);
        throw Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } });
      },
    );
    const argv = ["create", "zed", "--email", "z@x.example", "--must-set-password"];
    const { code, stderr } = await run(fake, argv, { fetch });

    expect(code).toBe(0);
    expect(stderr).toContain("Created zed (the response was lost, but the account exists).");
    expect((await run(fake, argv)).code).toBe(1);
  });
});

test("`create` takes the username as an argument or as a flag, once", async () => {
  const fake = createFakeConnect();
  const rest = ["--must-set-password"];
  expect((await run(fake, ["create", "zed", ...rest])).code).toBe(0);
  expect((await run(fake, ["create", "--username", "amy", ...rest])).code).toBe(0);
  expect((await run(fake, ["create", "a", "--username", "b", ...rest])).code).toBe(2);
  expect((await run(fake, ["create", ...rest])).code).toBe(2);
});
