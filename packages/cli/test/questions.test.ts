import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { type Outcome, run, smallServer, type World } from "./support/cli.ts";

const TERMINAL: World = { terminal: 100, env: { NO_COLOR: "1" } };
const LOCK = ["lock", "jdoe", "amara"] as const;
const PLAN = "- jdoe: lock\n- amara: lock\nPlan for 2 users: 2 to lock.\nLock 2 users? [y/N] ";
const INTERRUPTED = "error: Interrupted.\nfix: Run the command again.\n";

/** Runs the program. A question that nothing ends is an error, because its input may never end. */
async function start(...options: Parameters<typeof run>): Promise<Outcome> {
  const end = new AbortController();
  const late = wait(10_000, undefined, { signal: end.signal }).then(() => {
    throw new Error("The question did not end.");
  });
  try {
    return await Promise.race([run(...options), late]);
  } finally {
    end.abort();
    late.catch(() => undefined);
  }
}

/** The exit code and the screen, as a person reads it. */
function read({ code, stdout, stderr }: Outcome) {
  return { code, stdout, screen: stripVTControlCharacters(stderr).replaceAll("\r", "") };
}

/** A terminal besides the standard streams. Each time that it is opened, the next text is typed. */
function secondTerminal(...typed: readonly (string | undefined)[]) {
  const seen = { opened: 0, closed: 0, screen: "" };
  const openTerminal = () => {
    const text = typed[seen.opened++];
    if (text === undefined) return undefined;
    return {
      input: Readable.from(text === "" ? [] : [Buffer.from(text)]),
      output: {
        write(written: string) {
          seen.screen += stripVTControlCharacters(written);
        },
      },
      close() {
        seen.closed++;
      },
    };
  };
  return { seen, openTerminal };
}

describe("a confirmation", () => {
  test.each(["y", "Y", "yes", " YES "])("is given with %j", async (answer) => {
    const fake = smallServer();
    expect(read(await start(fake, LOCK, { ...TERMINAL, answer: `${answer}\n` }))).toMatchObject({
      code: 0,
      stdout: "- jdoe: locked\n- amara: locked\n",
      screen: `${PLAN}${answer}\nChanging users 0 of 2 (0%)2 users: 2 locked.\n`,
    });
    expect(changesOf(fake)).toHaveLength(2);
  });

  test.each(["", "n", "no", "yes please", "oh yes", "ye"])("is not given with %j", async (answer) => {
    const fake = smallServer();
    expect(read(await start(fake, LOCK, { ...TERMINAL, answer: `${answer}\n` }))).toEqual({
      code: 1,
      stdout: "",
      screen: `${PLAN}${answer}\nNothing was changed.\n`,
    });
    expect(changesOf(fake)).toEqual([]);
  });

  test("is not given by the end of the input", async () => {
    expect(read(await start(smallServer(), LOCK, { ...TERMINAL, answer: "" }))).toEqual({
      code: 1,
      stdout: "",
      screen: `${PLAN}\nNothing was changed.\n`,
    });
  });

  test("that is declined prints an empty list under --json, and nothing more", async () => {
    expect(read(await start(smallServer(), [...LOCK, "--json"], { ...TERMINAL, answer: "n\n" }))).toEqual({
      code: 1,
      stdout: "[]\n",
      screen: `${PLAN}n\n`,
    });
  });

  test("shows what it is about under --quiet, too", async () => {
    expect(read(await start(smallServer(), [...LOCK, "--quiet"], { ...TERMINAL, answer: "n\n" }))).toEqual({
      code: 1,
      stdout: "",
      screen: `${PLAN}n\n`,
    });
  });

  test("ends with Ctrl-C, on a new line", async () => {
    const fake = smallServer();
    expect(read(await start(fake, LOCK, { ...TERMINAL, answer: "y\u0003" }))).toEqual({
      code: 130,
      stdout: "",
      screen: `${PLAN}y\n${INTERRUPTED}`,
    });
    expect(changesOf(fake)).toEqual([]);
  });

  test.each(["while it is open", "just before it is asked"])(
    "is given by nobody after an interruption %s",
    async (when) => {
      const fake = smallServer();
      const interruption = new AbortController();
      const input = new Readable({ read: () => undefined });
      let screen = "";
      const output = {
        write(text: string) {
          screen += stripVTControlCharacters(text);
          if (!screen.includes("[y/N]")) return;
          interruption.abort();
          input.push("y\n");
        },
      };
      let opened = 0;
      const outcome = await start(fake, LOCK, {
        ...TERMINAL,
        signal: interruption.signal,
        openTerminal() {
          // Opened twice to find out whether there is one, and then for the question.
          if (++opened === 3 && when !== "while it is open") interruption.abort();
          return { input, output, close: () => undefined };
        },
      });
      expect([outcome.code, outcome.stdout]).toEqual([130, ""]);
      expect(outcome.stderr.endsWith(INTERRUPTED)).toBe(true);
      expect(screen.split("\n")).toHaveLength(2);
      expect(changesOf(fake)).toEqual([]);
    },
  );
});

describe("while standard input is a pipe", () => {
  test("the question goes to the terminal, which is closed again", async () => {
    const { seen, openTerminal } = secondTerminal("", "", "y\n");
    const outcome = await start(smallServer(), LOCK, { ...TERMINAL, openTerminal });

    expect(outcome.code).toBe(0);
    expect(outcome.stderr).not.toContain("[y/N]");
    expect(seen).toEqual({ opened: 3, closed: 3, screen: "Lock 2 users? [y/N] y\r\n" });
  });

  test.each([
    ["there is no terminal", TERMINAL, () => undefined],
    ["the messages go to a file", {}, () => secondTerminal("").openTerminal()],
    ["the system has no terminals", TERMINAL, undefined],
  ])("nothing can be asked where %s", async (_, world, openTerminal) => {
    const fake = smallServer();
    expect(await start(fake, LOCK, { ...world, openTerminal })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "error: This may change many users and needs confirmation, but there is no terminal to ask at.\n" +
        "fix: Review the plan with --dry-run, then add --yes.\n",
    });
    expect(fake.requests).toEqual([]);
  });

  test("a terminal that is gone when the question is asked is an error, and nothing is changed", async () => {
    const fake = smallServer();
    const { seen, openTerminal } = secondTerminal("");
    const { code, stderr } = await start(fake, LOCK, { ...TERMINAL, openTerminal });

    expect(code).toBe(2);
    expect(
      stderr.endsWith("error: Cannot prompt: not a terminal.\nfix: Pass the answer as a flag (see --help).\n"),
    ).toBe(true);
    expect(seen.closed).toBe(1);
    expect(changesOf(fake)).toEqual([]);
  });
});

test("without a terminal for the messages, a person who types is not asked either", async () => {
  const fake = smallServer();
  expect(await start(fake, LOCK, { answer: "y\n" })).toMatchObject({ code: 2, stdout: "" });
  expect(fake.requests).toEqual([]);
});

describe("a secret", () => {
  const CREATE = ["create", "zed", "--email", "z@x.example"] as const;

  test("is asked for twice and never shown, and each answer ends its line", async () => {
    const fake = smallServer();
    const { seen, openTerminal } = secondTerminal("", "", "correct horse\n", "", "correct horse\n");
    const { code } = await start(fake, CREATE, { ...TERMINAL, openTerminal });

    expect(code).toBe(0);
    expect(seen).toEqual({ opened: 5, closed: 5, screen: "Password: \nPassword again: \n" });
    expect(fake.users.at(-1)?.username).toBe("zed");
  });

  test.each([
    ["the end of the input", ""],
    ["Ctrl-C", "correct\u0003"],
  ])("that %s ends interrupts the command, and ends its line once", async (_, typed) => {
    const fake = smallServer();
    const { seen, openTerminal } = secondTerminal("", "", typed);
    const outcome = await start(fake, CREATE, { ...TERMINAL, openTerminal });

    expect([outcome.code, outcome.stdout]).toEqual([130, ""]);
    expect(outcome.stderr.endsWith(INTERRUPTED)).toBe(true);
    expect(seen).toEqual({ opened: 3, closed: 3, screen: "Password: \n" });
    expect(fake.users).toHaveLength(4);
  });
});

describe("a text", () => {
  const LOGIN = ["login", "--with-key", "--no-keyring"] as const;
  const WORLD: World = { ...TERMINAL, env: { NO_COLOR: "1", CONNECT_SERVER: undefined, CONNECT_API_KEY: undefined } };

  test("is shown while it is typed", async () => {
    const { seen, openTerminal } = secondTerminal("", "", "ftp://connect.example.com\n");
    expect(await start(smallServer(), LOGIN, { ...WORLD, openTerminal })).toMatchObject({ code: 2, stdout: "" });
    expect(seen.screen).toBe("Server URL: ftp://connect.example.com\r\n");
  });

  test("that nobody types interrupts the command, and ends its line once", async () => {
    const { seen, openTerminal } = secondTerminal("", "", "");
    expect(await start(smallServer(), LOGIN, { ...WORLD, openTerminal })).toEqual({
      code: 130,
      stdout: "",
      stderr: INTERRUPTED,
    });
    expect(seen.screen).toBe("Server URL: \n");
  });
});
