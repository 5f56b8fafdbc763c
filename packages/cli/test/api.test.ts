import { createFakeConnect } from "@connect-sdk/testing";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run, smallServer, type World } from "./support/cli.ts";

describe("api", () => {
  test.each(["v1/user", "/v1/user", "/__api__/v1/user"])("GET %s prints the server's JSON", async (path) => {
    const fake = smallServer();
    const { code, stdout } = await run(fake, ["api", "get", path]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(fake.users[0]);
  });

  test("fields of a GET, and a query in the path, become the query", async () => {
    const fake = smallServer();
    const { stdout } = await run(fake, ["api", "GET", "v1/users?page_size=2", "--field", "prefix=jo"]);

    expect(fake.requests.at(-1)?.query).toMatchObject({ page_size: "2", prefix: "jo" });
    expect(JSON.parse(stdout)).toMatchObject({ total: 1 });
  });

  test("fields of a POST become the body, with the types of JSON literals", async () => {
    const fake = smallServer();
    const { code, stdout } = await run(fake, [
      "api",
      "POST",
      `v1/users/${guidOf(fake, "jdoe")}/lock`,
      "--field",
      "locked=true",
    ]);

    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(fake.requests.at(-1)?.body).toEqual({ locked: true });
    expect(fake.users.find((user) => user.username === "jdoe")?.locked).toBe(true);
  });

  test("quotes make a number a string", async () => {
    const fake = smallServer();
    await run(fake, ["api", "POST", "v1/groups", "--field", 'name="2026"']);

    expect(fake.requests.at(-1)?.body).toEqual({ name: "2026" });
  });

  test.each(["007", "1.", "12345678901234567890", String.raw`"a\q"`, "truly"])(
    "%s is sent as a string: it is not a JSON literal, or would lose digits",
    async (name) => {
      const fake = smallServer();
      await run(fake, ["api", "POST", "v1/groups", "--field", `name=${name}`]);

      expect(fake.requests.at(-1)?.body).toEqual({ name });
    },
  );

  test("a question mark in the query is preserved", async () => {
    const fake = smallServer();
    await run(fake, ["api", "GET", "v1/users?prefix=a?b"]);

    expect(fake.requests.at(-1)?.query).toMatchObject({ prefix: "a?b" });
  });

  test("--input sends a file or standard input", async () => {
    const fake = smallServer();
    const folder = await mkdtemp(join(tmpdir(), "connect-users-"));
    await writeFile(join(folder, "group.json"), '{"name":"from a file"}');
    await run(fake, ["api", "POST", "v1/groups", "--input", "group.json"], { cwd: folder });
    await run(fake, ["api", "POST", "v1/groups", "--input", "-"], { stdin: '{"name":"from a pipe"}' });
    await rm(folder, { recursive: true });

    expect(fake.groups.map((group) => group.name)).toEqual(["from a file", "from a pipe"]);
  });

  test("--input with invalid JSON is a usage error, and nothing is sent", async () => {
    const fake = smallServer();

    expect((await run(fake, ["api", "POST", "v1/groups", "--input", "-"], { stdin: "name: x" })).code).toBe(2);
    expect(fake.requests).toHaveLength(0);
  });

  test("--paginate gets every page once", async () => {
    const fake = createFakeConnect({ users: 47 });
    const { stdout } = await run(fake, ["api", "GET", "v1/users", "--paginate", "--field", "page_size=10", "--ndjson"]);

    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line): unknown => JSON.parse(line)),
    ).toEqual(expect.arrayContaining([...fake.users]));
    expect(fake.requests).toHaveLength(5);
  });

  test("a list is printed as JSON by default; --csv and --fields apply", async () => {
    const fake = smallServer();
    for (const name of ["one", "two"]) await run(fake, ["api", "POST", "v1/groups", "--field", `name=${name}`]);
    const argv = ["api", "GET", "v1/groups", "--paginate"];

    expect(JSON.parse((await run(fake, argv)).stdout)).toEqual(fake.groups);
    expect((await run(fake, [...argv, "--csv", "--fields", "name"])).stdout).toBe("name\none\ntwo\n");
    expect((await run(fake, [...argv, "--csv"])).stdout).toMatch(/^guid,name,owner_guid.*\n.*,one,.*\n.*,two,.*\n$/);
    expect(JSON.parse((await run(fake, ["api", "GET", "v1/user", "--fields", "username"])).stdout)).toEqual({
      username: fake.users[0]?.username,
    });
    expect((await run(fake, ["api", "GET", "v1/user", "--fields", "nme"])).code).toBe(2);
  });

  test("--paginate returns a plain array unchanged", async () => {
    const fake = smallServer();

    expect(await run(fake, ["api", "GET", "v1/content", "--paginate", "--json"])).toEqual({
      code: 0,
      stdout: "[]\n",
      stderr: "",
    });
  });

  test("--paginate follows links to the next page, and never sends the key to another server", async () => {
    const asked: string[] = [];
    const fetch: World["fetch"] = (input) => {
      const url = new URL(new Request(input).url);
      asked.push(url.href);
      const next = url.searchParams.get("next") === null ? "https://elsewhere.example.com/v1/audit_logs?next=2" : null;
      return Promise.resolve(Response.json({ results: [{ id: asked.length }], paging: { next } }));
    };
    const fake = createFakeConnect();
    const { stdout } = await run(fake, ["api", "GET", "v1/audit_logs", "--paginate", "--ndjson"], { fetch });

    expect(stdout).toBe('{"id":1}\n{"id":2}\n');
    expect(asked.every((url) => new URL(url).origin === new URL(fake.url).origin)).toBe(true);
  });

  test("--paginate fails for a list of strings instead of omitting them", async () => {
    const fetch = () => Promise.resolve(Response.json(["a", "b"]));
    const { code, stdout } = await run(smallServer(), ["api", "GET", "v1/names", "--paginate"], { fetch });

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  test("--paginate fails for a response that is not a list", async () => {
    expect(await run(smallServer(), ["api", "GET", "v1/user", "--paginate"])).toMatchObject({ code: 1, stdout: "" });
  });
});

function guidOf(fake: ReturnType<typeof smallServer>, username: string): string {
  return fake.users.find((user) => user.username === username)?.guid ?? "";
}
