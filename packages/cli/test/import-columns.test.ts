import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";
import { userNamed } from "./support/user-named.ts";

describe("the columns of an import", () => {
  test("set passwords of new users only, and never print them", async () => {
    const fake = smallServer();
    const { path, read } = await folder();
    const stdin = "username,email,password\nzoe,zoe@example.com,correct horse\njdoe,jo@example.com,battery staple\n";
    const { code, stdout, stderr } = await run(fake, ["import", "-", "--yes", "--json", "--report", "r.csv"], {
      stdin,
      cwd: path,
    });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ status: "done" }, { status: "unchanged" }]);
    expect(changesOf(fake)).toMatchObject([{ operationId: "createPushUser", body: { username: "zoe" } }]);
    expect(changesOf(fake)[0]?.body).toHaveProperty("password");
    for (const text of [stdout, stderr, await read("r.csv")]) expect(text).not.toMatch(/correct horse|battery staple/);
  });

  test("lock and unlock users with `locked`", async () => {
    const fake = smallServer();
    const stdin = "username,email,locked\njdoe,,TRUE\nlin,,no\nzoe,zoe@example.com,yes\namara,,\n";
    const { code, stdout } = await run(fake, ["import", "-", "--yes", "--json"], { stdin });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { username: "jdoe", action: "lock" },
      { username: "lin", action: "unlock" },
      { username: "zoe", action: "create" },
      { username: "amara", status: "unchanged" },
    ]);
    const locked = Object.fromEntries(fake.users.map((user) => [user.username, user.locked]));
    expect(locked).toMatchObject({ jdoe: true, lin: false, zoe: true, amara: false });
  });

  test("can be in any order, with a byte order mark, quotes, semicolons and Windows line ends", async () => {
    const fake = createFakeConnect();
    const stdin =
      '\uFEFF"Role"; Email ;USERNAME;last_name\r\n' + 'publisher;zoe@example.com;zoe;"Von ""der""; Mühle"\r\n';
    const { code } = await run(fake, ["import", "-", "--yes"], { stdin });

    expect(code).toBe(0);
    expect(userNamed(fake, "zoe")).toMatchObject({ user_role: "publisher", last_name: 'Von "der"; Mühle' });
  });

  test("can be NDJSON, by file name or with --format, where an empty string clears a field", async () => {
    const fake = smallServer();
    const text =
      '{"username":"jdoe","first_name":"","last_name":null,"locked":true}\n\n{"username":"zoe","email":"z@example.com"}\n';
    const { path } = await folder({ "users.ndjson": text });
    const { code } = await run(fake, ["import", "users.ndjson", "--yes"], { cwd: path });
    const again = await run(fake, ["import", "-", "--format", "ndjson", "--yes"], { stdin: text });

    expect([code, again.code]).toEqual([0, 0]);
    expect(again.stderr).toContain("Nothing to do");
    expect(userNamed(fake, "jdoe")).toMatchObject({ first_name: "", last_name: "Doe", locked: true });
  });

  test("may be read-only: they are ignored with a note", async () => {
    const fake = smallServer();
    const listed = await run(fake, ["list", "--csv"]);
    const { code, stderr } = await run(fake, ["import", "-", "--dry-run"], { stdin: listed.stdout });

    expect(code).toBe(0);
    expect(stderr).toContain("guid, confirmed, active_time, created_time, updated_time");
    expect(stderr).toContain("4 unchanged");
  });

  test("set the external id of a new user, and cannot change it", async () => {
    const fake = createFakeConnect({ provider: "saml" });
    const create = await run(fake, ["import", "-", "--yes"], { stdin: "username,external_id\nzoe,z-1\n" });
    const change = await run(fake, ["import", "-", "--yes"], { stdin: "username,external_id\nzoe,z-2\n" });

    expect(create.code).toBe(0);
    expect(userNamed(fake, "zoe")).toMatchObject({ external_id: "z-1" });
    expect(change.code).toBe(6);
    expect(change.stdout).toContain("external_id of a user cannot be changed");
  });
});
