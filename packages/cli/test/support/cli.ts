import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { Readable } from "node:stream";
import { emptyEnvironment } from "./environment.ts";
import { memoryKeyring } from "./keyring.ts";
import { type Io, type Keyring, main, type Output } from "../../src/main.ts";

/** The result of a run of the program. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The world around the program, as far as a test sets it. */
export interface World {
  readonly env?: Record<string, string | undefined>;
  /** What standard input contains. A promise that is never resolved: an input that nobody writes to or closes. */
  readonly stdin?: string | Uint8Array | Promise<never>;
  /** Typed input. Makes standard input a terminal. */
  readonly answer?: string;
  /** Makes standard output and error a terminal of this many columns. */
  readonly terminal?: number;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  readonly cwd?: string;
  readonly keyring?: Keyring;
  readonly sleep?: Io["sleep"];
  readonly openBrowser?: Io["openBrowser"];
  /** Opens the terminal while standard input is a pipe. */
  readonly openTerminal?: Io["openTerminal"];
  /** Replaces the recorded standard output. */
  readonly stdout?: Output;
}

/** Runs `connect-users` in this process against a fake server. */
export async function run(fake: FakeConnect, argv: readonly string[], world: World = {}): Promise<Outcome> {
  const stdout = recorder(world.terminal);
  const stderr = recorder(world.terminal);
  const io: Io = {
    stdout: world.stdout ?? stdout,
    stderr,
    stdin: input(world),
    env: { ...emptyEnvironment, CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey, ...world.env },
    fetch: world.fetch ?? fake.fetch,
    signal: world.signal,
    now: world.now,
    cwd: world.cwd,
    sleep: world.sleep,
    openBrowser: world.openBrowser,
    openTerminal: world.openTerminal,
    keyring: world.keyring ?? memoryKeyring({ fails: "this test has no keyring" }),
  };
  const code = await main(argv, io);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** Runs `connect-users` in this process with its own network code. */
export async function runOnNetwork(
  argv: readonly string[],
  env: Record<string, string>,
  { sleep }: Pick<World, "sleep"> = {},
): Promise<Outcome> {
  const [stdout, stderr] = [recorder(undefined), recorder(undefined)];
  const keyring = memoryKeyring({ fails: "this test has no keyring" });
  const code = await main(argv, {
    stdout,
    stderr,
    stdin: Readable.from([]),
    env: { ...emptyEnvironment, ...env },
    keyring,
    sleep,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** Returns the error that `--json` printed. Throws when standard error contains anything else. */
export function jsonError({ stderr }: Outcome): { kind: string; message: string; fix: string } {
  const lines = stderr.trimEnd().split("\n");
  if (lines.length !== 1) throw new Error(`${lines.length} lines instead of one: ${stderr}`);
  const { error, ...others } = JSON.parse(stderr) as { error: { kind: string; message: string; fix: string } };
  if (Object.keys(others).length > 0) throw new Error(`more than an error: ${stderr}`);
  return error;
}

/** Creates a server with an administrator and three other users. */
export function smallServer(options?: FakeConnectOptions): FakeConnect {
  const fake = createFakeConnect(options);
  fake.addUser({
    username: "amara",
    first_name: "Amara",
    last_name: "Okafor",
    user_role: "publisher",
    email: "amara@example.com",
  });
  fake.addUser({ username: "jdoe", first_name: "Jo", last_name: "Doe", user_role: "viewer", email: "jo@example.com" });
  fake.addUser({
    username: "lin",
    first_name: "Lin",
    last_name: "Wei",
    user_role: "viewer",
    email: "lin@example.com",
    locked: true,
  });
  return fake;
}

function input({ stdin = "", answer }: World): Io["stdin"] {
  if (answer !== undefined) return Object.assign(Readable.from([Buffer.from(answer)]), { isTTY: true });
  if (stdin instanceof Promise) return new Readable({ read: () => undefined });
  return Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)]);
}

function recorder(columns: number | undefined) {
  const parts: string[] = [];
  return {
    write: (text: string) => parts.push(text),
    text: () => parts.join(""),
    ...(columns !== undefined && { isTTY: true, columns }),
  };
}
