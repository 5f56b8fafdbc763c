import type { FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import {
  type DesiredUser,
  type ImportRow,
  planAccessReview,
  planImport,
  planLock,
  planMerge,
  planOffboard,
  planRoles,
  planSync,
  planTransfer,
  planUndo,
} from "@connect-sdk/lifecycle";
import { PAIRS, setUp as setUpOnePerson } from "./accounts-of-one-person.ts";
import { withZoe } from "./a-leaver.ts";
import { start } from "./laws.ts";
import { shown } from "./shown.ts";

function setUp(fake: FakeConnect): void {
  const names = { first_name: "Jo", last_name: "Smith" };
  fake.addUser({ ...names, username: "jdoe", email: "jo@example.com", user_role: "viewer" });
  fake.addUser({ ...names, username: "mira", email: "mira@example.com", user_role: "publisher" });
  fake.addUser({ ...names, username: "root", email: "root@example.com", user_role: "administrator" });
  fake.addUser({ ...names, username: "gone", email: "gone@example.com", locked: true });
  for (const username of ["twin", "Twin"]) fake.addUser({ ...names, username, email: "twins@example.com" });
}

const problems = [
  { line: 20, username: "new", message: "the role is unknown", fix: "Correct it.", field: "user_role", column: 3 },
  { line: 21, username: "mira", message: "the role is unknown", fix: "Correct it.", field: "user_role", column: 3 },
  { line: 22, kind: "not_found", message: "there is no such user", fix: "Remove the row." },
  { line: 23, username: "other", kind: "not_found", message: "there is no such user", fix: "Remove the row." },
] as const;

// The words are part of the interface: a reviewer reads them, and programs compare them.
describe("a plan shows all of its steps:", () => {
  test("import", async () => {
    const { fake, connection } = start({ setUp });
    const rows: DesiredUser[] = [
      { username: "jdoe", user_role: "publisher", first_name: "Joan", last_name: "Doe", locked: true },
      { username: "mira", email: "mira@example.com" },
      { username: "lin", email: "lin@example.com", user_role: "administrator", locked: true },
      { username: " ada", email: "ada@example.com" },
      { username: "root", user_role: "viewer", locked: true },
      { guid: "00000000-0000-4000-8000-000000000000" },
      { guid: "00000000-0000-4000-8000-000000000001", username: "zed", email: "zed@example.com" },
      { email: "twins@example.com", last_name: "Twin" },
      { username: "twins@example.com", last_name: "Twin" },
      { email: "nobody@example.com" },
      { username: "gone", locked: false },
      { username: "jdoe", locked: true },
      { username: "lin", email: "lin2@example.com" },
      { last_name: "Nobody" },
    ];
    expect(shown(await planImport(connection, rows, { problems, source: "people.csv" }), fake)).toMatchInlineSnapshot(`
      "import: people.csv, 8 requests
      planned update of user jdoe: in people.csv | first_name Jo → Joan | last_name Smith → Doe | user_role viewer → publisher | locked false → true | risk promotes from viewer to publisher | line 1 | update:<jdoe>
      done update of user mira: in people.csv | line 2 | update:<mira>
      planned create of user lin: in people.csv | email undefined → lin@example.com | user_role undefined → administrator | locked undefined → true | risk creates an administrator | line 3 | create:lin
      refused create of user  ada: the username of a new user starts or ends with a space | fix Remove the space. | line 4 | problem usage username  | create: ada:line-4-username
      planned update of user root: in people.csv | user_role administrator → viewer | locked false → true | risk demotes from administrator to viewer | risk locks the administrator root | line 5 | update:<root>
      refused update of user 00000000-0000-4000-8000-000000000000: there is no user \`00000000-0000-4000-8000-000000000000\` | fix Correct the guid, or leave it out to create a user. | line 6 | problem usage   | update:00000000-0000-4000-8000-000000000000:line-6-
      refused update of user zed: there is no user \`00000000-0000-4000-8000-000000000001\` | fix Correct the guid, or leave it out to create a user. | line 7 | problem usage   | update:zed:line-7-
      refused update of user twins@example.com: \`twins@example.com\` matches 2 users: twin <twin>, Twin <Twin> | fix Use the guid. | line 8 | problem ambiguous   | update:twins@example.com:line-8-
      refused update of user twins@example.com: \`twins@example.com\` matches 2 users: twin <twin>, Twin <Twin> | fix Use the guid. | line 9 | problem ambiguous   | update:twins@example.com:line-9-
      refused update of user nobody@example.com: there is no user \`nobody@example.com\` | fix Correct the address, or add the username of a new user. | line 10 | problem usage   | update:nobody@example.com:line-10-
      planned unlock of user gone: in people.csv | locked true → false | line 11 | unlock:<gone>
      refused update of user jdoe: \`jdoe\` is already on line 1 | fix Keep one row per user. | line 12 | problem usage username  | update:jdoe:line-12-username
      refused create of user lin: \`lin\` is already on line 3 | fix Keep one row per user. | line 13 | problem usage username  | create:lin:line-13-username
      refused update of user : the row names no user | fix Add a username, a guid or an e-mail address. | line 14 | problem usage   | update::line-14-
      refused create of user new: the role is unknown | fix Correct it. | line 20 | problem usage user_role 3 | create:new:line-20-user_role
      refused update of user mira: the role is unknown | fix Correct it. | line 21 | problem usage user_role 3 | update:mira:line-21-user_role
      refused update of user : there is no such user | fix Remove the row. | line 22 | problem not_found   | update::line-22-
      refused update of user other: there is no such user | fix Remove the row. | line 23 | problem not_found   | update:other:line-23-"
    `);
    const known = await planImport(connection, rows, { create: false, problems });
    expect(shown(known, fake)).toMatchInlineSnapshot(`
      "import: the rows, 6 requests
      planned update of user jdoe: in the rows | first_name Jo → Joan | last_name Smith → Doe | user_role viewer → publisher | locked false → true | risk promotes from viewer to publisher | line 1 | update:<jdoe>
      done update of user mira: in the rows | line 2 | update:<mira>
      refused update of user lin: there is no user \`lin\` | fix Correct the username (case matters), or use \`import\`, which creates missing users. | line 3 | problem usage username  | update:lin:line-3-username
      refused update of user  ada: there is no user \` ada\` | fix Correct the username (case matters), or use \`import\`, which creates missing users. | line 4 | problem usage username  | update: ada:line-4-username
      planned update of user root: in the rows | user_role administrator → viewer | locked false → true | risk demotes from administrator to viewer | risk locks the administrator root | line 5 | update:<root>
      refused update of user 00000000-0000-4000-8000-000000000000: there is no user \`00000000-0000-4000-8000-000000000000\` | fix Correct the guid. | line 6 | problem usage   | update:00000000-0000-4000-8000-000000000000:line-6-
      refused update of user zed: there is no user \`00000000-0000-4000-8000-000000000001\` | fix Correct the guid. | line 7 | problem usage   | update:zed:line-7-
      refused update of user twins@example.com: \`twins@example.com\` matches 2 users: twin <twin>, Twin <Twin> | fix Use the guid. | line 8 | problem ambiguous   | update:twins@example.com:line-8-
      refused update of user twins@example.com: \`twins@example.com\` matches 2 users: twin <twin>, Twin <Twin> | fix Use the guid. | line 9 | problem ambiguous   | update:twins@example.com:line-9-
      refused update of user nobody@example.com: there is no user \`nobody@example.com\` | fix Correct the address. | line 10 | problem usage   | update:nobody@example.com:line-10-
      planned unlock of user gone: in the rows | locked true → false | line 11 | unlock:<gone>
      refused update of user jdoe: \`jdoe\` is already on line 1 | fix Keep one row per user. | line 12 | problem usage username  | update:jdoe:line-12-username
      refused update of user lin: \`lin\` is already on line 3 | fix Keep one row per user. | line 13 | problem usage username  | update:lin:line-13-username
      refused update of user : the row names no user | fix Add a username, a guid or an e-mail address. | line 14 | problem usage   | update::line-14-
      refused update of user new: the role is unknown | fix Correct it. | line 20 | problem usage user_role 3 | update:new:line-20-user_role
      refused update of user mira: the role is unknown | fix Correct it. | line 21 | problem usage user_role 3 | update:mira:line-21-user_role
      refused update of user : there is no such user | fix Remove the row. | line 22 | problem not_found   | update::line-22-
      refused update of user other: there is no such user | fix Remove the row. | line 23 | problem not_found   | update:other:line-23-"
    `);
  });

  test("import from a directory", async () => {
    const people = ["eve", "eva"].map((username) => ({
      username,
      email: `${username}@example.com`,
      first_name: "Eve",
      last_name: "Ng",
      external_id: `cn=${username}`,
    }));
    const { fake, connection } = start({ setUp, options: { provider: "ldap", directory: { people } } });
    const rows: ImportRow[] = [
      { username: "eve", user_role: "publisher", locked: true },
      { username: "eva", first_name: "Ava", column: 4 },
      { username: "adam", column: 4 },
      { username: "jdoe", locked: true },
    ];
    expect(shown(await planImport(connection, rows), fake)).toMatchInlineSnapshot(`
      "import: the rows, 6 requests
      note: New users are added from the directory (LDAP), with its names and e-mail addresses.
      planned create of user eve: in the rows | user_role undefined → publisher | locked undefined → true | line 1 | create:eve
      refused create of user eva: the directory has \`Eve\`, not \`Ava\` | fix Correct the row, or leave the cell empty to take the value of the directory. | line 2 | problem usage first_name  | create:eva:line-2-first_name
      refused create of user adam: the directory has no \`adam\` | fix Write the username as the directory does. | line 3 | problem not_found username 4 | create:adam:line-3-username
      planned lock of user jdoe: in the rows | locked false → true | line 4 | lock:<jdoe>"
    `);
  });

  test("lock and unlock", async () => {
    const { fake, connection } = start({ setUp });
    const rows = [{ user: "jdoe", line: 3, reason: "left in May" }, "root", "gone", "nobody", "twins@example.com"];
    expect(shown(await planLock(connection, rows, { problems }), fake)).toMatchInlineSnapshot(`
      "lock: 9 users, 3 requests
      planned lock of user jdoe: left in May | locked false → true | line 3 | lock:<jdoe>
      planned lock of user root: named | locked false → true | risk locks the administrator root | lock:<root>
      done lock of user gone: named | lock:<gone>
      refused lock of user nobody: there is no user \`nobody\` | fix Check the spelling; usernames are case-sensitive. | problem not_found   | lock:nobody:line-0-
      refused lock of user twins@example.com: \`twins@example.com\` matches 2 users: twin <twin>, Twin <Twin> | fix Use the guid. | problem ambiguous   | lock:twins@example.com:line-0-
      refused lock of user new: the role is unknown | fix Correct it. | line 20 | problem usage user_role 3 | lock:new:line-20-user_role
      refused lock of user mira: the role is unknown | fix Correct it. | line 21 | problem usage user_role 3 | lock:mira:line-21-user_role
      refused lock of user : there is no such user | fix Remove the row. | line 22 | problem not_found   | lock::line-22-
      refused lock of user other: there is no such user | fix Remove the row. | line 23 | problem not_found   | lock:other:line-23-"
    `);
    expect(shown(await planLock(connection, rows, { locked: false }), fake)).toMatchInlineSnapshot(`
      "unlock: 5 users, 2 requests
      done unlock of user jdoe: left in May | line 3 | unlock:<jdoe>
      done unlock of user root: named | unlock:<root>
      planned unlock of user gone: named | locked true → false | unlock:<gone>
      refused unlock of user nobody: there is no user \`nobody\` | fix Check the spelling; usernames are case-sensitive. | problem not_found   | unlock:nobody:line-0-
      refused unlock of user twins@example.com: \`twins@example.com\` matches 2 users: twin <twin>, Twin <Twin> | fix Use the guid. | problem ambiguous   | unlock:twins@example.com:line-0-"
    `);
  });

  test("undo", async () => {
    const { fake, connection } = start({ setUp });
    const guidOf = (name: string) => fake.users.find(({ username }) => username === name)?.guid ?? "";
    const change = (action: string, username: string, fields = {}) => ({
      action,
      guid: guidOf(username),
      username,
      fields,
    });
    const changes = [
      change("update", "jdoe", {
        first_name: { from: "Joan", to: "Jo" },
        user_role: { from: "publisher", to: "viewer" },
      }),
      change("lock", "gone"),
      change("create", "mira"),
      change("unlock", "twin"),
      change("promote", "root", { user_role: { from: "viewer", to: "administrator" } }),
      change("update", "Twin", { last_name: { from: "A", to: "B" } }),
      change("move-content", "report"),
      { ...change("lock", "lost"), guid: "00000000-0000-4000-8000-000000000000" },
    ];
    expect(shown(await planUndo(connection, changes, { source: "report.json" }), fake)).toMatchInlineSnapshot(`
      "undo: report.json, 6 requests
      planned update of user root: in report.json | user_role administrator → viewer | risk demotes from administrator to viewer | update:<root>
      planned lock of user twin: in report.json | locked false → true | lock:<twin>
      planned lock of user mira: in report.json | locked false → true | lock:<mira>
      planned unlock of user gone: in report.json | locked true → false | unlock:<gone>
      planned update of user jdoe: in report.json | first_name Jo → Joan | user_role viewer → publisher | risk promotes from viewer to publisher | update:<jdoe>
      refused undo-lock of user lost: there is no such account any more | fix Nothing is left to undo. | undo:lock:00000000-0000-4000-8000-000000000000
      manual undo-move-content of user report: \`move-content\` cannot be taken back from a report | fix Plan the opposite: \`transfer\`, \`merge\` … | undo:move-content:
      refused undo-update of user Twin: last_name was changed again since | fix Look at the account, and change it by hand. | undo:update:<Twin>"
    `);
  });

  test("sync", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        for (const username of ["left", "kept"]) {
          server.addUser({ username, last_name: "Smith", email: `${username}@example.com` });
        }
        server.addUser({ username: "far", email: "far@elsewhere.org" });
      },
    });
    const rows: DesiredUser[] = [
      { username: "jdoe", user_role: "publisher", first_name: "Joan", last_name: "Doe" },
      { username: "mira", user_role: "viewer" },
      { username: "root", last_name: "Root" },
      { username: "gone", locked: false },
      { username: "twin", locked: true },
      { username: "lin", email: "lin@example.com", user_role: "publisher", locked: true },
      { username: "kept", last_name: "Kept" },
    ];
    const options = { scope: { emailDomain: "example.com" }, maxLock: "100%", protect: ["KEPT@example.com"] } as const;
    const plan = (others: Parameters<typeof planSync>[2] = {}, more: readonly DesiredUser[] = []) =>
      planSync(connection, [...rows, ...more], { ...options, ...others });
    expect(shown(await plan(), fake)).toMatchInlineSnapshot(`
      "sync: the file, 7 requests
      note: root is left alone, and differs from the file. Pass \`allowAdministrator: true\` to change administrators.
      note: kept is left alone, and differs from the file.
      note: 2 accounts are out of scope or protected, and left alone.
      planned create of user lin: in the file | null → publisher | email undefined → lin@example.com | user_role undefined → publisher | locked undefined → true | create:lin
      planned update of user jdoe: differs from the file | first_name: Jo; last_name: Smith; user_role: viewer → first_name: Joan; last_name: Doe; user_role: publisher | first_name Jo → Joan | last_name Smith → Doe | user_role viewer → publisher | update:<jdoe>
      planned update of user mira: differs from the file | user_role: publisher → user_role: viewer | user_role publisher → viewer | update:<mira>
      planned unlock of user gone: differs from the file | locked: true → locked: false | locked true → false | unlock:<gone>
      planned lock of user twin: differs from the file | locked: false → locked: true | locked false → true | lock:<twin>
      manual missing of user left: not in the file | false → true | fix Add a row, protect the account, or pass \`missing: lock\`. | missing:<left>"
    `);
    const all = { missing: "lock", allowAdministrator: true, includeAdministrators: true, protect: [] } as const;
    expect(shown(await plan({ ...all, source: "people.csv" }), fake)).toMatchInlineSnapshot(`
      "sync: people.csv, 10 requests
      note: 2 accounts are out of scope or protected, and left alone.
      planned create of user lin: in people.csv | null → publisher | email undefined → lin@example.com | user_role undefined → publisher | locked undefined → true | create:lin
      planned update of user jdoe: differs from people.csv | first_name: Jo; last_name: Smith; user_role: viewer → first_name: Joan; last_name: Doe; user_role: publisher | first_name Jo → Joan | last_name Smith → Doe | user_role viewer → publisher | update:<jdoe>
      planned update of user mira: differs from people.csv | user_role: publisher → user_role: viewer | user_role publisher → viewer | update:<mira>
      planned update of user root: differs from people.csv | last_name: Smith → last_name: Root | last_name Smith → Root | update:<root>
      planned unlock of user gone: differs from people.csv | locked: true → locked: false | locked true → false | unlock:<gone>
      planned lock of user twin: differs from people.csv | locked: false → locked: true | locked false → true | lock:<twin>
      planned update of user kept: differs from people.csv | last_name: Smith → last_name: Kept | last_name Smith → Kept | update:<kept>
      planned lock of user left: not in people.csv | false → true | locked false → true | lock:<left>"
    `);
    const refused = [
      { username: "LEFT" },
      { username: "boss", email: "boss@example.com", user_role: "administrator" },
      { external_id: "id-1" },
      { username: "tvvin", email: "TWINS@example.com" },
    ] as const;
    expect(shown(await plan({ missing: "lock", maxCreate: 0, maxLock: 1 }, refused), fake)).toMatchInlineSnapshot(`
      "sync: the file, 7 requests
      refused by max-lock: it would lock or demote 2 of 5 users (40.0 %), and the limit is 1 | fix Check that the source is complete, then pass \`maxLock: 2\` to allow exactly that many.
      refused by max-create: it would create 2 accounts, and the limit is 0 | fix Check the file, then pass \`maxCreate: 2\` to allow exactly that many.
      note: root is left alone, and differs from the file. Pass \`allowAdministrator: true\` to change administrators.
      note: kept is left alone, and differs from the file.
      note: 2 accounts are out of scope or protected, and left alone.
      refused create of user LEFT: line 8: the server has left, which differs only in case | fix Write the username as the server does: Connect treats the two as different users. | row:8:LEFT
      refused create of user boss: line 9: it would create an administrator | fix Check it, then pass \`allowAdministrator: true\`. | row:9:boss
      refused create of user id-1: line 10: there is no such account, and a new one needs a username | fix Add the username. | row:10:id-1
      refused create of user tvvin: line 11: tvvin has the e-mail address of \`twin\`, \`Twin\` | fix Correct the row, or pass \`allowDuplicates: true\` if these are different accounts: none can be deleted. | row:11:tvvin
      planned create of user lin: in the file | null → publisher | email undefined → lin@example.com | user_role undefined → publisher | locked undefined → true | create:lin
      planned update of user jdoe: differs from the file | first_name: Jo; last_name: Smith; user_role: viewer → first_name: Joan; last_name: Doe; user_role: publisher | first_name Jo → Joan | last_name Smith → Doe | user_role viewer → publisher | update:<jdoe>
      planned update of user mira: differs from the file | user_role: publisher → user_role: viewer | user_role publisher → viewer | update:<mira>
      planned unlock of user gone: differs from the file | locked: true → locked: false | locked true → false | unlock:<gone>
      planned lock of user twin: differs from the file | locked: false → locked: true | locked false → true | lock:<twin>"
    `);
  });

  test("sync with a provider that owns what it has", async () => {
    const settings = { userInfoEditableBy: "provider", userRoleEditableBy: "provider" } as const;
    const { fake, connection } = start({ setUp, options: { provider: "saml", settings } });
    const rows: DesiredUser[] = [
      { username: "jdoe", first_name: "Joan", user_role: "publisher", locked: true },
      { username: "mira" },
    ];
    const [, ...others] = rows;
    const one = await planSync(connection, [...others, { username: "twin", last_name: "Twin" }]);
    expect(shown(one, fake)).toMatchInlineSnapshot(`
      "sync: the file, 0 requests
      note: The sign-in provider owns last_name: differences are not changed here.
      note: 1 account is not in the file. Pass a scope to list them.
      note: The sign-in provider (SAML) may own these accounts and change them back.
      note: 2 accounts are out of scope or protected, and left alone."
    `);
    expect(shown(await planSync(connection, rows, { maxLock: 1 }), fake)).toMatchInlineSnapshot(`
      "sync: the file, 2 requests
      note: The sign-in provider owns first_name, user_role: differences are not changed here.
      note: 2 accounts are not in the file. Pass a scope to list them.
      note: The sign-in provider (SAML) may own these accounts and change them back.
      note: 2 accounts are out of scope or protected, and left alone.
      planned lock of user jdoe: differs from the file | locked: false → locked: true | locked false → true | lock:<jdoe>"
    `);
  });

  test("roles", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        const named = (...names: string[]) => server.users.filter(({ username }) => names.includes(username));
        server.addGroup({ name: "readers", members: named("mira", "gone", "root") });
        server.addGroup({ name: "authors", members: named("jdoe", "Twin") });
        server.addGroup({ name: "nobody" });
      },
    });
    const map = { readers: "viewer", authors: "publisher", nobody: "viewer" } as const;
    expect(shown(await planRoles(connection, { map, maxDemotions: 1 }), fake)).toMatchInlineSnapshot(`
      "roles: readers, authors, nobody, 7 requests
      note: The group nobody has no members.
      note: 1 locked user keeps the role.
      note: root keeps the role. Pass \`allowAdministrator: true\` to demote administrators.
      planned promote of user jdoe: member of authors | viewer → publisher | user_role viewer → publisher | set-role:<jdoe>
      planned promote of user Twin: member of authors | viewer → publisher | user_role viewer → publisher | set-role:<Twin>
      planned demote of user mira: member of readers | publisher → viewer | user_role publisher → viewer | set-role:<mira>"
    `);
    const strict = { allowAdministrator: true, otherwise: "viewer", maxDemotions: 2 } as const;
    expect(shown(await planRoles(connection, { map, ...strict }), fake)).toMatchInlineSnapshot(`
      "roles: readers, authors, nobody, 9 requests
      note: The group nobody has no members.
      note: 1 locked user keeps the role.
      planned promote of user jdoe: member of authors | viewer → publisher | user_role viewer → publisher | set-role:<jdoe>
      planned promote of user Twin: member of authors | viewer → publisher | user_role viewer → publisher | set-role:<Twin>
      planned demote of user mira: member of readers | publisher → viewer | user_role publisher → viewer | set-role:<mira>
      planned demote of user root: member of readers | administrator → viewer | user_role administrator → viewer | set-role:<root>
      refused demote of user admin: in none of the groups, but your own account | administrator → viewer | user_role administrator → viewer | fix Ask another administrator to do it, or pass \`force: true\`. | set-role:<admin>"
    `);
  });

  test("an access review", async () => {
    const { fake, connection } = start({ setUp });
    const decisions: Readonly<Record<string, string>> = {
      jdoe: "lock",
      mira: "viewer",
      root: "publisher",
      gone: "lock",
      twin: "keep",
      Twin: "",
      admin: "lock",
    };
    const rows = fake.users.map(({ guid, username, user_role, locked }) => ({
      guid,
      user_role,
      locked,
      decision: decisions[username] ?? "",
    }));
    await (await connection.users.lookup("mira")).update({ user_role: "administrator" });
    expect(shown(await planAccessReview(connection, rows), fake)).toMatchInlineSnapshot(`
      "access-review: 6 decisions, 4 requests
      note: 1 row has no decision.
      refused lock of user admin: this is your own account | fix Ask another administrator to do it. | review:<admin>
      planned lock of user jdoe: the reviewer decided "lock" | false → true | locked false → true | lock:<jdoe>
      refused viewer of user mira: the role or the lock was changed since the review | fix Review the user again. | review:<mira>
      planned demote of user root: the reviewer decided "publisher" | administrator → publisher | user_role administrator → publisher | set-role:<root>
      done lock of user gone: the reviewer decided "lock" | true → true | lock:<gone>
      done keep of user twin: the reviewer decided "keep" | viewer → viewer | set-role:<twin>"
    `);
  });

  test("offboard and transfer", async () => {
    const { fake, connection } = start({ setUp: withZoe });
    const map = [{ item: "app", to: "zoe" }];
    const options = { user: "jdoe", to: "ann", map } as const;
    const all = await planOffboard(connection, { ...options, permissions: true, sessions: true, lock: "last" });
    expect(shown(all, fake)).toMatchInlineSnapshot(`
      "offboard: jdoe to ann, 16 requests
      note: Moved content keeps its environment variables: rotate the secrets that jdoe knows.
      note: API keys and tokens of others cannot be listed. Those of jdoe do not work while the account is locked, and do again when it is unlocked. By an estimate from the audit log, jdoe has none.
      planned move-content of content report: owned by jdoe | jdoe → ann | move-content:<report>:<ann>
      planned move-content of content api: owned by jdoe | jdoe → ann | move-content:<api>:<ann>
      planned move-content of content app: owned by jdoe | jdoe → zoe | move-content:<app>:<zoe>
      planned move-group of group analysts: owned by jdoe | jdoe → ann | move-group:<analysts>:<ann>
      planned remove-member of membership analysts: leaves | jdoe → null | remove-member:<analysts>:<jdoe>
      planned remove-member of membership everybody: leaves | jdoe → null | remove-member:<everybody>:<jdoe>
      planned remove-permission of permission dashboard: access of the leaver | viewer → null | remove-permission:<dashboard>:<jdoe>
      planned end-session of session OAuth session of jdoe: session of the leaver | end-session:<session>
      planned lock of user jdoe: leaves | false → true | locked false → true | needs move-content:<report>:<ann> | needs move-content:<api>:<ann> | needs move-content:<app>:<zoe> | needs move-group:<analysts>:<ann> | needs remove-member:<analysts>:<jdoe> | needs remove-member:<everybody>:<jdoe> | needs remove-permission:<dashboard>:<jdoe> | needs end-session:<session> | lock:<jdoe>
      manual usermanager-transfer of user jdoe: subscriptions and history stay with the account | jdoe → ann | fix If they matter, run on the server as root, after reading its --help: usermanager transfer --source-username jdoe --target-username ann | usermanager-transfer:<jdoe>:<ann>
      manual usermanager-delete of user jdoe: the API cannot delete accounts, and a locked one uses no license | fix If it must go, once it owns nothing, run on the server as root, after reading its --help: usermanager delete --users --user-guid <jdoe> | usermanager-delete:<jdoe>"
    `);
    expect(shown(await planOffboard(connection, { user: "jdoe" }), fake)).toMatchInlineSnapshot(`
      "offboard: jdoe, 6 requests
      refused by successor: jdoe owns 4 items, and there is no successor | fix Pass \`to: USER\`, or name the content in \`map\`.
      note: API keys and tokens of others cannot be listed. Those of jdoe do not work while the account is locked, and do again when it is unlocked. By an estimate from the audit log, jdoe has none.
      planned lock of user jdoe: leaves | false → true | locked false → true | lock:<jdoe>
      refused move-content of content report: owned by the leaver, and there is no successor | fix Pass \`to\`. | move-content:<report>
      refused move-content of content app: owned by the leaver, and there is no successor | fix Pass \`to\`. | move-content:<app>
      refused move-content of content api: owned by the leaver, and there is no successor | fix Pass \`to\`. | move-content:<api>
      refused move-group of group analysts: owned by the leaver, and there is no successor | fix Pass \`to\`. | move-group:<analysts>
      planned remove-member of membership analysts: leaves | jdoe → null | remove-member:<analysts>:<jdoe>
      planned remove-member of membership everybody: leaves | jdoe → null | remove-member:<everybody>:<jdoe>
      manual usermanager-delete of user jdoe: the API cannot delete accounts, and a locked one uses no license | fix If it must go, once it owns nothing, run on the server as root, after reading its --help: usermanager delete --users --user-guid <jdoe> | usermanager-delete:<jdoe>"
    `);
    const transfer = await planTransfer(connection, { user: "jdoe", to: "ann", keepAccess: "viewer" });
    expect(shown(transfer, fake)).toMatchInlineSnapshot(`
      "transfer: jdoe to ann, 11 requests
      note: Moved content keeps its environment variables: rotate the secrets that jdoe knows.
      planned move-content of content report: owned by jdoe | jdoe → ann | divided | move-content:<report>:<ann>
      planned move-content of content app: owned by jdoe | jdoe → ann | divided | move-content:<app>:<ann>
      planned move-content of content api: owned by jdoe | jdoe → ann | divided | move-content:<api>:<ann>
      planned move-group of group analysts: owned by jdoe | jdoe → ann | move-group:<analysts>:<ann>"
    `);
  });

  test("offboard where the provider has the members of groups", async () => {
    const { fake, connection } = start({
      setUp(server) {
        const jdoe = server.addUser({ username: "jdoe", user_role: "publisher" });
        server.addUser({ username: "ann", user_role: "publisher" });
        server.addContent({ name: "report", owner_guid: jdoe.guid });
        server.addGroup({ name: "analysts" });
      },
      options: { provider: "ldap", groups: "provider" },
    });
    expect(shown(await planOffboard(connection, { user: "jdoe", to: "ann" }), fake)).toMatchInlineSnapshot(`
      "offboard: jdoe to ann, 6 requests
      note: The members of groups are the sign-in provider's: remove jdoe from groups there.
      note: Moved content keeps its environment variables: rotate the secrets that jdoe knows.
      note: API keys and tokens of others cannot be listed. Those of jdoe do not work while the account is locked, and do again when it is unlocked. By an estimate from the audit log, jdoe has none.
      note: Deactivate jdoe at the sign-in provider (LDAP), too: a sign-in or its provisioning can revive the account.
      planned lock of user jdoe: leaves | false → true | locked false → true | lock:<jdoe>
      planned move-content of content report: owned by jdoe | jdoe → ann | move-content:<report>:<ann>
      manual usermanager-transfer of user jdoe: subscriptions and history stay with the account | jdoe → ann | fix If they matter, run on the server as root, after reading its --help: usermanager transfer --source-username jdoe --target-username ann | usermanager-transfer:<jdoe>:<ann>
      manual usermanager-delete of user jdoe: the API cannot delete accounts, and a locked one uses no license | fix If it must go, once it owns nothing, run on the server as root, after reading its --help: usermanager delete --users --user-guid <jdoe> | usermanager-delete:<jdoe>"
    `);
    expect(shown(await planOffboard(connection, { user: "jdoe", to: "ann", keepGroups: true }), fake))
      .toMatchInlineSnapshot(`
        "offboard: jdoe to ann, 6 requests
        note: Moved content keeps its environment variables: rotate the secrets that jdoe knows.
        note: API keys and tokens of others cannot be listed. Those of jdoe do not work while the account is locked, and do again when it is unlocked. By an estimate from the audit log, jdoe has none.
        note: Deactivate jdoe at the sign-in provider (LDAP), too: a sign-in or its provisioning can revive the account.
        planned lock of user jdoe: leaves | false → true | locked false → true | lock:<jdoe>
        planned move-content of content report: owned by jdoe | jdoe → ann | move-content:<report>:<ann>
        manual usermanager-transfer of user jdoe: subscriptions and history stay with the account | jdoe → ann | fix If they matter, run on the server as root, after reading its --help: usermanager transfer --source-username jdoe --target-username ann | usermanager-transfer:<jdoe>:<ann>
        manual usermanager-delete of user jdoe: the API cannot delete accounts, and a locked one uses no license | fix If it must go, once it owns nothing, run on the server as root, after reading its --help: usermanager delete --users --user-guid <jdoe> | usermanager-delete:<jdoe>"
      `);
  });

  test("merge", async () => {
    const { fake, connection } = start({ setUp: setUpOnePerson });
    expect(shown(await planMerge(connection, { pairs: PAIRS }), fake)).toMatchInlineSnapshot(`
      "merge: 2 pairs, 28 requests
      note: API keys, bookmarks and history stay with the account that is given up.
      planned promote of user new: old, old2 can do more | viewer → publisher | user_role viewer → publisher | set-role:<new>
      planned move-content of content report: owned by old | old → new | needs set-role:<new> | move-content:<report>:<new>
      planned move-content of content app: owned by old | old → new | needs set-role:<new> | move-content:<app>:<new>
      planned move-group of group analysts: owned by old | old → new | move-group:<analysts>:<new>
      planned remove-member of membership analysts: of old, merged into new | old → null | remove-member:<analysts>:<old>
      planned add-member of membership everybody: for new: old is a member | null → new | add-member:<everybody>:<new>
      planned remove-member of membership everybody: of old, merged into new | old → null | needs add-member:<everybody>:<new> | remove-member:<everybody>:<old>
      planned add-permission of permission stronger: for new: old is a collaborator | viewer → collaborator | needs set-role:<new> | add-permission:<stronger>:<new>
      planned remove-permission of permission stronger: of old, merged into new | collaborator → null | needs add-permission:<stronger>:<new> | remove-permission:<stronger>:<old>
      planned add-permission of permission weaker: for new: old is a viewer | null → viewer | add-permission:<weaker>:<new>
      planned remove-permission of permission weaker: of old, merged into new | viewer → null | needs add-permission:<weaker>:<new> | remove-permission:<weaker>:<old>
      planned remove-permission of permission own: of old, merged into new | viewer → null | remove-permission:<own>:<old>
      planned remove-member of membership everybody: of old2, merged into new | old2 → null | needs add-member:<everybody>:<new> | remove-member:<everybody>:<old2>
      planned remove-permission of permission report: of old2, merged into new | viewer → null | needs move-content:<report>:<new> | remove-permission:<report>:<old2>
      planned remove-permission of permission stronger: of old2, merged into new | viewer → null | needs add-permission:<stronger>:<new> | remove-permission:<stronger>:<old2>
      planned remove-permission of permission weaker: of old2, merged into new | viewer → null | needs add-permission:<weaker>:<new> | remove-permission:<weaker>:<old2>
      planned lock of user old: merged into new | false → true | locked false → true | needs set-role:<new> | needs move-content:<report>:<new> | needs move-content:<app>:<new> | needs move-group:<analysts>:<new> | needs remove-member:<analysts>:<old> | needs add-member:<everybody>:<new> | needs remove-member:<everybody>:<old> | needs add-permission:<stronger>:<new> | needs remove-permission:<stronger>:<old> | needs add-permission:<weaker>:<new> | needs remove-permission:<weaker>:<old> | needs remove-permission:<own>:<old> | lock:<old>
      planned lock of user old2: merged into new | false → true | locked false → true | needs set-role:<new> | needs remove-member:<everybody>:<old2> | needs remove-permission:<report>:<old2> | needs remove-permission:<stronger>:<old2> | needs remove-permission:<weaker>:<old2> | lock:<old2>
      manual usermanager-transfer of user old: subscriptions and history stay with the account | old → new | fix If they matter, run on the server as root, after reading its --help: usermanager transfer --source-username old --target-username new | usermanager-transfer:<old>:<new>
      manual usermanager-transfer of user old2: subscriptions and history stay with the account | old2 → new | fix If they matter, run on the server as root, after reading its --help: usermanager transfer --source-username old2 --target-username new | usermanager-transfer:<old2>:<new>"
    `);
    const first = await planMerge(connection, { from: "old", into: "new", lock: "first", role: "keep" });
    expect(shown(first, fake)).toMatchInlineSnapshot(`
      "merge: old into new, 13 requests
      note: API keys, bookmarks and history stay with the account that is given up.
      planned lock of user old: merged into new | false → true | locked false → true | lock:<old>
      refused move-content of content report: new is a viewer and cannot own content | old → new | fix Pass \`role: publisher\`. | move-content:<report>:<new>
      refused move-content of content app: new is a viewer and cannot own content | old → new | fix Pass \`role: publisher\`. | move-content:<app>:<new>
      planned move-group of group analysts: owned by old | old → new | move-group:<analysts>:<new>
      planned remove-member of membership analysts: of old, merged into new | old → null | remove-member:<analysts>:<old>
      planned add-member of membership everybody: for new: old is a member | null → new | add-member:<everybody>:<new>
      planned remove-member of membership everybody: of old, merged into new | old → null | needs add-member:<everybody>:<new> | remove-member:<everybody>:<old>
      refused add-permission of permission stronger: new is a viewer and cannot be a collaborator | fix Pass \`role: publisher\`. | add-permission:<stronger>:<new>
      refused remove-permission of permission stronger: needs add-permission stronger, which is refused: new is a viewer and cannot be a collaborator | collaborator → null | fix Pass \`role: publisher\`. | needs add-permission:<stronger>:<new> | remove-permission:<stronger>:<old>
      planned add-permission of permission weaker: for new: old is a viewer | null → viewer | add-permission:<weaker>:<new>
      planned remove-permission of permission weaker: of old, merged into new | viewer → null | needs add-permission:<weaker>:<new> | remove-permission:<weaker>:<old>
      planned remove-permission of permission own: of old, merged into new | viewer → null | remove-permission:<own>:<old>
      manual usermanager-transfer of user old: subscriptions and history stay with the account | old → new | fix If they matter, run on the server as root, after reading its --help: usermanager transfer --source-username old --target-username new | usermanager-transfer:<old>:<new>"
    `);
  });
});
