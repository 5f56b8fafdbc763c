import { createFakeConnect } from "@connect-sdk/testing";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { type Outcome, run, smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

const MIXED = `username,email,user_role,locked,first_name
amara,a@new.example,viewer,,
jdoe,,administrator,true,
lin,,,false,
zoe,z@x.example,publisher,,Zoë
new,n@x.example,,true,
AMARA,q@x.example,,,
admin,,administrator,,
`;
const FIX = "Correct the row, or pass `--allow-duplicates` if these are different accounts: none can be deleted.";
const RISKY = [
  "~ amara: update (email: amara@example.com → a@new.example; user_role: publisher → viewer) — demotes from publisher to viewer",
  "~ jdoe: update (user_role: viewer → administrator; locked: no → yes) — promotes from viewer to administrator",
  `! AMARA: create refused: looks like \`amara\`. ${FIX}`,
];
const SAFE = [
  "~ lin: unlock",
  "+ zoe: create (email: z@x.example; first_name: Zoë; user_role: publisher)",
  "+ new: create (email: n@x.example; locked: yes)",
];
const REFUSED = `error: 1 row refused.\nfix: ${FIX}\n`;

/** The screen after a person has declined. */
async function decline(text: string, fake = smallServer()): Promise<string> {
  const { path } = await folder({ "in.csv": text });
  const world = { cwd: path, answer: "n\n", terminal: 300, env: { NO_COLOR: "1" } };
  const { code, stdout, stderr } = await run(fake, ["import", "in.csv"], world);
  expect([code, stdout]).toEqual([1, ""]);
  const screen = stripVTControlCharacters(stderr).replaceAll("\r", "");
  expect(screen).toMatch(/\? \[y\/N\] n\nNothing was changed\.\n$/);
  return screen.replace(/^Reading users \d+ of \d+ \(\d+%\)/, "");
}

const creations = (count: number) => Array.from({ length: count }, (_, at) => `u${at},u${at}@x.example\n`).join("");

describe("a plan of all kinds of changes", () => {
  test("shows what is risky first to a person", async () => {
    expect(await run(smallServer(), ["import", "-", "--dry-run"], { stdin: MIXED })).toEqual({
      code: 6,
      stdout: [...RISKY, ...SAFE, "= admin: unchanged", ""].join("\n"),
      stderr:
        "Plan for standard input: 2 to create, 2 to update, 1 to unlock, 1 unchanged, 1 refused. Nothing was changed.\n" +
        REFUSED,
    });
  });

  test.each([["--json"], ["--ndjson"], ["--csv"], ["--csv-raw"], ["--fields", "username"]])(
    "keeps the order of the file for a program (%s %s)",
    async (...format) => {
      const { code, stdout } = await run(smallServer(), ["import", "-", "--dry-run", ...format], { stdin: MIXED });
      const names = ["amara", "jdoe", "lin", "zoe", "new", "AMARA", "admin"];
      const found = stdout
        .split("\n")
        .flatMap((line) => new RegExp(`\\b(?:${names.join("|")})\\b`).exec(line)?.[0] ?? []);
      expect([code, found]).toEqual([6, names]);
    },
  );

  test("as CSV", async () => {
    const fake = smallServer();
    const { stdout } = await run(fake, ["import", "-", "--dry-run", "--csv"], { stdin: MIXED });
    const guidOf = (name: string) => fake.users.find(({ username }) => username === name)?.guid ?? "";
    expect(stdout.split("\n").slice(1)).toEqual([
      `2,amara,${guidOf("amara")},update,planned,email: amara@example.com → a@new.example; user_role: publisher → viewer,,,,,`,
      `3,jdoe,${guidOf("jdoe")},update,planned,user_role: viewer → administrator; locked: no → yes,,,,,`,
      `4,lin,${guidOf("lin")},unlock,planned,locked: yes → no,,,,,`,
      "5,zoe,,create,planned,email: z@x.example; first_name: Zoë; user_role: publisher,,,,,",
      "6,new,,create,planned,email: n@x.example; locked: yes,,,,,",
      `7,AMARA,,create,refused,email: q@x.example,,,refused,looks like \`amara\`,"${FIX}"`,
      `8,admin,${guidOf("admin")},update,unchanged,,,,,,`,
      "",
    ]);
  });

  test("has the kinds and the changed fields of each row in JSON", async () => {
    const { stdout } = await run(smallServer(), ["import", "-", "--dry-run", "--json"], { stdin: MIXED });
    const rows = JSON.parse(stdout) as { line: number; kinds: unknown; changes: unknown }[];
    expect(rows.map(({ line, kinds, changes }) => [line, kinds, changes])).toEqual([
      [
        2,
        ["demote publisher → viewer", "change email"],
        { email: { from: "amara@example.com", to: "a@new.example" }, user_role: { from: "publisher", to: "viewer" } },
      ],
      [
        3,
        ["promote viewer → administrator", "lock"],
        { user_role: { from: "viewer", to: "administrator" }, locked: { from: false, to: true } },
      ],
      [4, ["unlock"], { locked: { from: true, to: false } }],
      [
        5,
        ["create as publisher"],
        {
          email: { from: null, to: "z@x.example" },
          first_name: { from: null, to: "Zoë" },
          user_role: { from: null, to: "publisher" },
        },
      ],
      [
        6,
        ["create with the default role", "lock"],
        { email: { from: null, to: "n@x.example" }, locked: { from: null, to: true } },
      ],
      [7, ["create with the default role"], { email: { from: null, to: "q@x.example" } }],
      [8, [], {}],
    ]);
  });

  test("is shown before the question without what is unchanged, and the question names each kind", async () => {
    expect(await decline(MIXED)).toBe(
      [
        "Check 3 rows first:",
        ...RISKY,
        ...SAFE,
        "Plan for in.csv: 2 to create, 2 to update, 1 to unlock, 1 unchanged, 1 refused.",
        "Create 2 users, promote 1 to administrator, demote 1 to viewer, lock 2, unlock 1? [y/N] n",
        "Nothing was changed.",
        "",
      ].join("\n"),
    );
  });

  test("is in the report row by row after it was made", async () => {
    const fake = smallServer();
    const { path, rows } = await folder();
    const argv = ["import", "-", "--yes", "--concurrency", "1", "--report", "r.csv"];
    const now = () => Date.parse("2026-03-01T12:00:00Z");
    expect(await run(fake, argv, { stdin: MIXED, cwd: path, now })).toEqual({
      code: 6,
      stdout: [
        "~ amara: updated (email: amara@example.com → a@new.example; user_role: publisher → viewer)",
        "~ jdoe: updated (user_role: viewer → administrator; locked: no → yes)",
        "~ lin: unlocked",
        "+ zoe: created (email: z@x.example; first_name: Zoë; user_role: publisher)",
        "+ new: created (email: n@x.example; locked: yes)",
        RISKY[2],
        "= admin: unchanged",
        "",
      ].join("\n"),
      stderr:
        "Plan for standard input: 2 to create, 2 to update, 1 to unlock, 1 unchanged, 1 refused.\n" +
        `standard input: 2 created, 2 updated, 1 unlocked, 1 unchanged, 1 refused.\n${REFUSED}`,
    });
    const row = (line: string, username: string, action: string, status: string, changes: string, fields: object) => ({
      ...{
        time: "2026-03-01T12:00:00.000Z",
        server: fake.url,
        actor: "admin",
        line,
        username,
        action,
        status,
        changes,
      },
      ...{
        guid: fake.users.find((user) => user.username === username)?.guid ?? "",
        error: "",
        fix: "",
        command: "import",
      },
      fields: Object.keys(fields).length === 0 ? "" : JSON.stringify(fields),
      correlation_id: expect.stringMatching(status === "done" ? /^[\da-f-]{36}$/ : /^$/) as string,
    });
    expect(await rows("r.csv")).toEqual([
      {
        ...row("7", "AMARA", "create", "refused", "email: q@x.example", { email: { to: "q@x.example" } }),
        ...{ error: "looks like `amara`", fix: FIX },
      },
      row("8", "admin", "update", "unchanged", "", {}),
      row("2", "amara", "update", "done", "email: amara@example.com → a@new.example; user_role: publisher → viewer", {
        email: { from: "amara@example.com", to: "a@new.example" },
        user_role: { from: "publisher", to: "viewer" },
      }),
      row("3", "jdoe", "update", "done", "user_role: viewer → administrator; locked: no → yes", {
        user_role: { from: "viewer", to: "administrator" },
        locked: { from: false, to: true },
      }),
      row("4", "lin", "unlock", "done", "locked: yes → no", { locked: { from: true, to: false } }),
      row("5", "zoe", "create", "done", "email: z@x.example; first_name: Zoë; user_role: publisher", {
        email: { to: "z@x.example" },
        first_name: { to: "Zoë" },
        user_role: { to: "publisher" },
      }),
      row("6", "new", "create", "done", "email: n@x.example; locked: yes", {
        email: { to: "n@x.example" },
        locked: { to: true },
      }),
    ]);
  });
});

describe("before the question", () => {
  test("a single risky row needs no heading", async () => {
    expect(await decline("username,user_role\njdoe,publisher\n")).toBe(
      [
        "~ jdoe: update (user_role: viewer → publisher) — promotes from viewer to publisher",
        "Plan for in.csv: 1 to update.",
        "Promote 1 user to publisher? [y/N] n",
        "Nothing was changed.",
        "",
      ].join("\n"),
    );
  });

  test("a single risky row among others is named in the singular", async () => {
    expect(await decline("username,user_role,first_name\njdoe,publisher,\namara,,Ann\n")).toBe(
      [
        "Check 1 row first:",
        "~ jdoe: update (user_role: viewer → publisher) — promotes from viewer to publisher",
        "~ amara: update (first_name: Amara → Ann)",
        "Plan for in.csv: 2 to update.",
        "Promote 1 user to publisher, update 1? [y/N] n",
        "Nothing was changed.",
        "",
      ].join("\n"),
    );
  });

  test("20 rows are shown in full", async () => {
    const screen = await decline(`username,email\n${creations(20)}`);
    expect(screen.split("\n").slice(0, 20)).toEqual(
      Array.from({ length: 20 }, (_, at) => `+ u${at}: create (email: u${at}@x.example)`),
    );
    expect(screen.split("\n")[20]).toBe("Plan for in.csv: 20 to create.");
  });

  test("21 rows are counted by kind", async () => {
    expect(await decline(`username,email\n${creations(21)}`)).toBe(
      [
        "21 to create; --dry-run shows all of them.",
        "  21  create with the default role",
        "Plan for in.csv: 21 to create.",
        "Create 21 users? [y/N] n",
        "Nothing was changed.",
        "",
      ].join("\n"),
    );
  });

  test("risky rows are shown in full besides them", async () => {
    const screen = await decline(`username,email,user_role\njdoe,,publisher\n${creations(21).replaceAll("\n", ",\n")}`);
    expect(screen.split("\n").slice(0, 4)).toEqual([
      "Check 1 row first:",
      "~ jdoe: update (user_role: viewer → publisher) — promotes from viewer to publisher",
      "And 21 to create; --dry-run shows all of them.",
      "  21  create with the default role",
    ]);
  });

  test("the unlock of a user is asked for by that name", async () => {
    const world = { answer: "n\n", terminal: 100, env: { NO_COLOR: "1" } };
    const { stderr } = await run(smallServer(), ["unlock", "lin", "amara"], world);
    expect(stripVTControlCharacters(stderr).replaceAll("\r", "")).toBe(
      "~ lin: unlock\nPlan for 2 users: 1 to unlock, 1 unchanged.\nUnlock 1 user? [y/N] n\nNothing was changed.\n",
    );
  });
});

test.each([
  [20, []],
  [21, ["By kind:", "  21  create with the default role"]],
])("a dry run of %i rows is summarized after them: %j", async (count, summary) => {
  const stdin = `username,email\n${creations(count)}`;
  const { stderr } = await run(createFakeConnect(), ["import", "-", "--dry-run"], { stdin });
  expect(stderr.split("\n")).toEqual([
    ...summary,
    `Plan for standard input: ${count} to create. Nothing was changed.`,
    "",
  ]);
});

describe("the rows of a run that many cannot read", () => {
  const HINT = "Use --csv, --json or --report FILE to get every row.";
  const lines = ({ stdout }: Outcome) => stdout.split("\n").length - 1;

  test.each([
    [50, 50, ""],
    [51, 0, ` ${HINT}`],
  ])("of %i, a person sees %i", async (count, shown, hint) => {
    const fake = createFakeConnect();
    const outcome = await run(fake, ["import", "-", "--yes"], { stdin: `username,email\n${creations(count)}` });
    expect([outcome.code, lines(outcome)]).toEqual([0, shown]);
    expect(outcome.stderr).toBe(
      `Plan for standard input: ${count} to create.\nstandard input: ${count} created.${hint}\n`,
    );
  });

  test("are those that need attention", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", status: 400, times: 1 });
    const stdin = `username,email\n${creations(51)}admin\u0007,\nU1,x@x.example\n`;
    const argv = ["import", "-", "--yes", "--skip-invalid", "--concurrency", "1"];
    const { code, stdout, stderr } = await run(fake, argv, { stdin });
    expect(code).toBe(5);
    expect(stdout.split("\n").map((line) => line.replace(/:.*/, ""))).toEqual([
      "! u0",
      "! u1",
      "! line 53, admin\\x07",
      "! U1",
      "",
    ]);
    expect(stderr).toContain(`standard input: 49 created, 2 refused, 1 invalid, 1 failed. ${HINT}\n`);
    expect(stderr).toContain("error: 2 of 53 rows failed.\n");
  });

  test.each([
    [[], 0, true],
    [["--ndjson"], 51, false],
    [["--csv"], 52, false],
  ] as const)("are all for a program, even if there is nothing to do: %j", async (format, shown, hasHint) => {
    const fake = createFakeConnect({ users: 52 });
    const names = fake.users.flatMap(({ username, locked }, at) => (at === 0 || locked ? [] : [`${username}\n`]));
    for (let at = names.length; at < 51; at++) names.push(`${fake.addUser({ username: `more-${at}` }).username}\n`);
    const argv = ["unlock", "--file", "-", "--yes", ...format];
    const outcome = await run(fake, argv, { stdin: names.join("") });
    expect([outcome.code, lines(outcome)]).toEqual([0, shown]);
    expect(outcome.stderr).toBe(`Nothing to do for 51 users: 51 unchanged.${hasHint ? ` ${HINT}` : ""}\n`);
  });
});
