import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";

describe("create", () => {
  test("creates a user with a password from standard input", async () => {
    const fake = createFakeConnect();
    const { code, stdout, stderr } = await run(
      fake,
      [
        "create",
        "--username",
        "jdoe",
        "--email",
        "jo@example.com",
        "--role",
        "publisher",
        "--password-file",
        "-",
        "--json",
      ],
      { stdin: "correct horse battery\n" },
    );

    expect(code).toBe(0);
    expect(stderr).toBe("Created jdoe.\n");
    expect(JSON.parse(stdout)).toEqual(fake.users.find((user) => user.username === "jdoe"));
    expect(fake.users[1]).toMatchObject({ email: "jo@example.com", user_role: "publisher" });
  });

  test("lets the user choose the password", async () => {
    const fake = createFakeConnect();
    const { code } = await run(fake, [
      "create",
      "--username",
      "jdoe",
      "--email",
      "jo@example.com",
      "--must-set-password",
    ]);

    expect(code).toBe(0);
    expect(fake.requests.at(-1)?.body).toEqual({
      username: "jdoe",
      email: "jo@example.com",
      user_must_set_password: true,
    });
  });

  test("fails for an existing username with a fix", async () => {
    const fake = smallServer();
    const { code, stdout, stderr } = await run(
      fake,
      ["create", "--username", "jdoe", "--email", "jo@example.com", "--password-file", "-"],
      { stdin: "correct horse battery" },
    );

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error: .+\nfix: .+\n$/);
    expect(fake.users).toHaveLength(4);
  });

  test.each(["", "\n", "one\ntwo\n"])(
    "%j on standard input is not a password: exit code 2, nothing sent",
    async (stdin) => {
      const fake = createFakeConnect();
      const { code } = await run(fake, ["create", "--username", "jdoe", "--password-file", "-"], { stdin });

      expect(code).toBe(2);
      expect(fake.requests).toHaveLength(0);
    },
  );

  test("a server that stores passwords requires one: exit code 2, and the flags to use", async () => {
    const fake = createFakeConnect();
    const { code, stdout, stderr } = await run(fake, ["create", "--username", "jdoe", "--email", "jo@example.com"]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--must-set-password");
    expect(fake.users).toHaveLength(1);
  });

  test.each(["pam", "saml"] as const)(
    "at a terminal, a server with %s is not asked for a password",
    async (provider) => {
      const fake = createFakeConnect({ provider });
      const argv = ["create", "jdoe", "--email", "jo@example.com", "--external-id", "42"];
      const { code, stderr } = await run(fake, argv, { answer: "", terminal: 80 });

      expect({ code, stderr: stderr.split("\n").at(-2) }).toEqual({
        code: 0,
        stderr: expect.stringContaining("Created jdoe.") as string,
      });
      expect(stderr).not.toContain("Password");
      expect(fake.users.map(({ username }) => username)).toContain("jdoe");
    },
  );

  test("a server with another provider accepts the external id", async () => {
    const fake = createFakeConnect({ provider: "saml" });
    const { code } = await run(fake, [
      "create",
      "--username",
      "jdoe",
      "--email",
      "jo@example.com",
      "--external-id",
      "42",
    ]);

    expect(code).toBe(0);
    expect(fake.requests.at(-1)?.body).toEqual({ username: "jdoe", email: "jo@example.com", external_id: "42" });
  });

  describe("on a server with a directory", () => {
    const jdoe = {
      username: "jdoe",
      email: "jo@example.com",
      first_name: "Jo",
      last_name: "Doe",
      external_id: "cn=jdoe",
    };

    test("adds the person from there, with the role", async () => {
      const fake = createFakeConnect({
        provider: "ldap",
        directory: { people: [jdoe] },
        settings: { userRoleEditableBy: "adminandself" },
      });
      const { code, stdout, stderr } = await run(fake, ["create", "jdoe", "--role", "publisher", "--json"]);

      expect(code).toBe(0);
      expect(stderr).toMatch(/^Created .*jdoe.*\.\n$/);
      expect(JSON.parse(stdout)).toMatchObject({ username: "jdoe", email: "jo@example.com", user_role: "publisher" });
    });

    test("refuses an unknown person with exit code 4 and says how to search", async () => {
      const fake = createFakeConnect({ provider: "ldap" });
      const { code, stderr } = await run(fake, ["create", "jdoe"]);

      expect(code).toBe(4);
      expect(stderr).toContain("connect-users api GET v1/users/remote --field prefix=jdoe");
    });

    test("refuses values that the directory contradicts: exit code 2, nothing sent", async () => {
      const fake = createFakeConnect({ provider: "ldap", directory: { people: [jdoe] } });
      const { code, stderr } = await run(fake, ["create", "jdoe", "--email", "other@example.com"]);

      expect(code).toBe(2);
      expect(stderr).toContain("omit --email");
      expect(fake.users).toHaveLength(1);
    });
  });

  test("a server with SAML requires the external id before anything is sent: exit code 2", async () => {
    const fake = createFakeConnect({ provider: "saml" });
    const { code, stderr } = await run(fake, ["create", "jdoe"]);

    expect(code).toBe(2);
    expect(stderr).toContain("Add --external-id ID");
    expect(fake.requests.filter(({ method }) => method !== "GET")).toHaveLength(0);
  });

  describe("refuses a user that cannot be told from another one, with exit code 6", () => {
    test.each([
      [["JDOE"], "`JDOE` looks like `jdoe`."],
      [["jdo\u0065\u0301"], "looks like"],
      [["00123"], "`00123` looks like `123`."],
      [["zed", "--email", "JO@example.com"], "`zed` has the e-mail address of `jdoe`."],
    ])("%j, unless --allow-duplicates", async (words, says) => {
      const fake = smallServer();
      for (const username of ["123", "jdo\u00e9"]) fake.addUser({ username });
      const argv = ["create", ...words, "--must-set-password"];
      const email = words.length === 1 ? ["--email", "new@example.com"] : [];
      const refused = await run(fake, [...argv, ...email]);

      expect(refused.code).toBe(6);
      expect(refused.stderr).toContain(says);
      expect(refused.stderr).toContain("--allow-duplicates");
      expect(fake.requests.filter(({ method }) => method !== "GET")).toHaveLength(0);
      expect((await run(fake, [...argv, ...email, "--allow-duplicates"])).code).toBe(0);
    });
  });

  test("a publisher's key is rejected: exit code 3", async () => {
    const fake = smallServer();
    const env = { CONNECT_API_KEY: fake.keyFor(named(fake, "amara")) };

    expect(
      await run(fake, ["create", "--username", "x", "--email", "x@example.com", "--must-set-password"], { env }),
    ).toMatchObject({ code: 3, stdout: "" });
  });
});

describe("update", () => {
  test("sends the given fields and keeps the others", async () => {
    const fake = smallServer();
    const { code, stdout, stderr } = await run(fake, ["update", "jdoe", "--role", "publisher", "--json"]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "Updated Jo Doe (jdoe).\n" });
    expect(named(fake, "jdoe")).toMatchObject({ user_role: "publisher", email: "jo@example.com", last_name: "Doe" });
    expect(JSON.parse(stdout)).toEqual(named(fake, "jdoe"));
  });

  test("a field of the sign-in provider is refused, and the fix says where to change it", async () => {
    const fake = createFakeConnect({ provider: "ldap" });
    const { code, stderr } = await run(fake, ["update", fake.users[0]?.username ?? "", "--first-name", "Rob"]);

    expect(code).toBe(1);
    expect(stderr).toContain("fix: Change it at the sign-in provider.");
  });

  test("a table of one user leaves out what has no room without a note", async () => {
    const { stderr } = await run(smallServer(), ["update", "jdoe", "--role", "publisher"], { terminal: 60 });

    expect(stderr).toBe("Updated Jo Doe (jdoe).\n");
  });

  test("an empty value clears a field", async () => {
    const fake = smallServer();

    expect((await run(fake, ["update", "jdoe", "--last-name="])).code).toBe(0);
    expect(named(fake, "jdoe").last_name).toBe("");
  });

  test("refuses to lower the caller's own role without --force: exit code 6", async () => {
    const fake = smallServer();
    const other = fake.addUser({ username: "second", user_role: "administrator" });
    const own = fake.users[0]?.username ?? "";
    const refused = await run(fake, ["update", own, "--role", "viewer"]);

    expect(refused).toMatchObject({ code: 6, stdout: "" });
    expect(refused.stderr).toContain("--force");
    expect(fake.users[0]?.user_role).toBe("administrator");

    expect((await run(fake, ["update", own, "--role", "viewer", "--force"])).code).toBe(0);
    expect(fake.users[0]?.user_role).toBe("viewer");
    expect(other.user_role).toBe("administrator");
  });

  describe("refuses to make a user that cannot be told from another one, with exit code 6", () => {
    test.each([
      [["--username", "AMARA"], "`AMARA` looks like `amara`."],
      [["--username", "00123"], "`00123` looks like `123`."],
      [["--email", "AMARA@example.com"], "`jdoe` has the e-mail address of `amara`."],
      [["--username", "l\uff49n", "--email", "amara@example.com"], "looks like `lin`, and has the e-mail address of"],
    ])("%j, unless --allow-duplicates", async (words, says) => {
      const fake = smallServer();
      fake.addUser({ username: "123" });
      const before = structuredClone(named(fake, "jdoe"));
      const refused = await run(fake, ["update", "jdoe", ...words]);

      expect(refused).toMatchObject({ code: 6, stdout: "" });
      expect(refused.stderr).toContain(says);
      expect(refused.stderr).toContain("--allow-duplicates");
      expect(named(fake, "jdoe")).toEqual(before);
      expect(fake.requests.filter(({ method }) => method !== "GET")).toHaveLength(0);
      expect((await run(fake, ["update", "jdoe", ...words, "--allow-duplicates"])).code).toBe(0);
    });

    test.each([
      [[], "There is already a user `amara`."],
      [["--allow-duplicates"], "taken"],
    ])("says that a username is taken: exit code 1, with %j", async (words, says) => {
      const fake = smallServer();
      const { code, stderr } = await run(fake, ["update", "jdoe", "--username", "amara", ...words]);

      expect(code).toBe(1);
      expect(stderr).toContain(says);
      expect(named(fake, "jdoe").email).toBe("jo@example.com");
    });

    test.each([
      ["another case of its own name", ["--username", "JDoe"], "JDoe"],
      ["another case of its own address", ["--email", "JO@example.com"], "jdoe"],
      ["an address that it shares already", ["--email", "Lin@Example.com", "--first-name", "L"], "lin2"],
    ])("but not for %s", async (_, words, name) => {
      const fake = smallServer();
      fake.addUser({ username: "lin2", email: "lin@example.com" });
      const { code, stderr } = await run(fake, ["update", name === "lin2" ? name : "jdoe", ...words]);

      expect({ code, error: stderr.includes("error") }).toEqual({ code: 0, error: false });
      expect(named(fake, name)).toBeDefined();
    });

    test("reads no list of users if neither name nor address changes", async () => {
      const fake = smallServer();
      await run(fake, ["update", "jdoe", "--role", "publisher", "--email", "jo@example.com"]);

      expect(
        fake.requests.filter(({ operationId, query }) => operationId === "getUsers" && !("prefix" in query)),
      ).toEqual([]);
    });
  });

  test("reports the server's refusal to demote the last administrator with exit code 6", async () => {
    const fake = smallServer();

    expect(await run(fake, ["update", fake.users[0]?.username ?? "", "--role", "viewer", "--force"])).toMatchObject({
      code: 6,
      stdout: "",
    });
    expect(fake.users[0]?.user_role).toBe("administrator");
  });
});

describe("lock and unlock", () => {
  test("lock and unlock a user and print a note", async () => {
    const fake = smallServer();

    expect(await run(fake, ["lock", "jdoe"])).toMatchObject({ code: 0, stderr: "Locked Jo Doe (jdoe).\n" });
    expect(named(fake, "jdoe").locked).toBe(true);
    expect(await run(fake, ["unlock", "jo@example.com", "--json"])).toMatchObject({
      code: 0,
      stderr: "Unlocked Jo Doe (jdoe).\n",
    });
    expect(named(fake, "jdoe").locked).toBe(false);
  });

  test("send nothing if nothing changes, and print a note", async () => {
    const fake = smallServer();

    expect((await run(fake, ["lock", "lin"])).stderr).toBe("Lin Wei (lin) was already locked.\n");
    expect((await run(fake, ["unlock", "jdoe"])).stderr).toBe("Jo Doe (jdoe) was not locked.\n");
    expect(fake.requests.filter(({ operationId }) => operationId === "lockUser")).toHaveLength(0);
  });

  test("refuse the caller's own account with exit code 6 and a fix, and send nothing", async () => {
    const fake = smallServer();
    const own = fake.users[0]?.username ?? "";
    const { code, stdout, stderr } = await run(fake, ["lock", own]);

    expect({ code, stdout }).toEqual({ code: 6, stdout: "" });
    expect(stderr).toMatch(/^error: .+\nfix: .*--force.*\n$/);
    expect(fake.requests.filter(({ operationId }) => operationId === "lockUser")).toHaveLength(0);
    expect(fake.users[0]?.locked).toBe(false);
  });

  test("lock the caller's own account with --force", async () => {
    const fake = smallServer();

    expect((await run(fake, ["lock", fake.users[0]?.username ?? "", "--force"])).code).toBe(0);
    expect(fake.users[0]?.locked).toBe(true);
  });

  test("lock no user if the name does not match exactly", async () => {
    const fake = smallServer();

    expect((await run(fake, ["lock", "jdo"])).code).toBe(4);
    expect(fake.users.filter((user) => user.locked).map((user) => user.username)).toEqual(["lin"]);
  });
});

function named(fake: ReturnType<typeof smallServer>, username: string) {
  const user = fake.users.find((candidate) => candidate.username === username);
  if (user === undefined) throw new Error(`no ${username}`);
  return user;
}
