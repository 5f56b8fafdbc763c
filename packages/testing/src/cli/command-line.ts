import {
  type ApplicationText,
  ArgumentScannerError,
  buildApplication,
  buildCommand,
  type CommandContext,
  formatMessageForArgumentScannerError,
  run,
  text_en,
  type TypedCommandParameters,
} from "@stricli/core";
import { suggest } from "../validate.ts";

/** The flags of all commands. */
export type Flags = Readonly<{
  host?: string;
  port?: number;
  users?: number;
  empty?: boolean;
  seed?: number;
  apiKey?: string;
  data?: string;
  options?: string;
  provider?: string;
  groups?: string;
  roleMapping?: readonly string[];
  setting?: readonly string[];
  assume?: readonly string[];
  autoApprove?: string;
  bootstrapSecret?: string;
  license?: number;
  licence?: number;
  connectVersion?: string;
  now?: string;
  prefix?: string;
  latency?: number;
  journalLimit?: number;
  maxRequestBytes?: number;
  control?: boolean;
  ui?: boolean;
  cors?: boolean;
  json?: boolean;
  server?: string;
  out?: string;
  apiKeyFile?: string;
  keepNames?: boolean;
}>;

/** A parsed command line. */
export interface CommandLine {
  /** The first word that is not a flag. */
  readonly command?: string;
  readonly flags: Flags;
  /** The words after `--`; undefined without a `--`. */
  readonly rest?: readonly string[];
  readonly help?: boolean;
  readonly version?: boolean;
}

/** The command line, or a file that it names, is invalid. The message is one line that says what is allowed. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Parses a command line.
 *
 * @throws UsageError for an unknown flag, or a missing or invalid value.
 */
export async function parseCommandLine(argv: readonly string[]): Promise<CommandLine> {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  if (own.includes("--help") || own.includes("-h")) return { flags: {}, help: true };
  if (own.includes("--version")) return { flags: {}, version: true };
  const { flags, words } = await parseWithStricli(own);
  const [command, unexpected, ...others] = words;
  if (unexpected !== undefined) {
    const hint = `; put -- in front of the command: fake-connect exec -- ${[unexpected, ...others].join(" ")}`;
    throw new UsageError(`unexpected argument "${unexpected}"${command === "exec" ? hint : ""}`);
  }
  return { flags, ...(command !== undefined && { command }), ...(end >= 0 && { rest: argv.slice(end + 1) }) };
}

const parameters: TypedCommandParameters<Flags, string[], CommandContext> = {
  flags: {
    host: string("HOST", "address to listen on (127.0.0.1)"),
    port: wholeNumber("PORT", [0, 65_535], "port to listen on, 0 for any free one (serve: 3939, exec: 0)"),
    users: wholeNumber("N", [1, 10_000_000], "number of users, including the administrator (1)"),
    empty: toggle("start without users; CONNECT_API_KEY is valid after bootstrapping"),
    seed: wholeNumber("N", [0, 0xffff_ffff], "determines guids, names, times and keys (1, but random keys)"),
    apiKey: string("KEY", "the administrator's key (random, or determined by --seed)"),
    data: string("FILE", "JSON with users, groups and content, or a snapshot"),
    options: string("FILE", "JSON with options of createFakeConnect(); flags override them"),
    provider: string("NAME", "how users sign in (password)"),
    groups: string("SOURCE", "where groups are managed: local, provider or provisioned (local, ldap: provider)"),
    roleMapping: strings("ROLE=GROUP", "role of the members of a provider's group; repeatable"),
    setting: strings("NAME=VALUE", "setting of the server, such as hideEmails=true; repeatable"),
    assume: strings("NAME=VALUE", "what to assume about real servers, such as keyUse=sign-in; repeatable"),
    autoApprove: string("USER", "approve every OAuth sign-in as this user (ask on a page)"),
    bootstrapSecret: string("SECRET", "secret of bootstrap tokens, in base64 (any signature is accepted)"),
    license: wholeNumber("N", [0, 10_000_000], "active users that the license covers (no limit)"),
    licence: { ...wholeNumber("N", [0, 10_000_000], "former name of --license"), hidden: true },
    connectVersion: string("VERSION", "version of Connect to behave like (2026.07.0)"),
    now: string("TIME", "time at which the clock stands still (the machine's clock, running)"),
    prefix: string("PATH", "path prefix of the server, such as /rsc"),
    latency: wholeNumber("MS", [0, 3_600_000], "milliseconds by which to delay every response (0)"),
    journalLimit: wholeNumber("N", [0, 10_000_000], "number of requests to record, the newest (10000)"),
    maxRequestBytes: wholeNumber("N", [0, 268_435_456], "size of the largest request body that is accepted (8388608)"),
    control: toggle("open the control routes under /__fake__/"),
    ui: toggle("serve the inspector, a web page, and print its URL"),
    cors: toggle("support cross-origin requests of browsers"),
    json: toggle("serve: print one line of JSON when ready"),
    server: string("URL", "record: server to read (CONNECT_SERVER)"),
    out: string("FILE", "record: data file to write"),
    apiKeyFile: string("FILE", "record: file with the API key (CONNECT_API_KEY)"),
    keepNames: toggle("record: keep names, e-mail addresses and guids"),
  },
  positional: { kind: "array", parameter: { parse: String, placeholder: "COMMAND", brief: "serve, exec or record" } },
};

const NEEDS_VALUE = "needs a value";

function nonEmpty(input: string): string {
  if (input === "") throw new Error(NEEDS_VALUE);
  return input;
}

function string(placeholder: string, brief: string) {
  return { kind: "parsed", parse: nonEmpty, optional: true, placeholder, brief } as const;
}

/** A flag that can be given several times. */
function strings(placeholder: string, brief: string) {
  return { kind: "parsed", parse: nonEmpty, optional: true, variadic: true, placeholder, brief } as const;
}

function wholeNumber(placeholder: string, [minimum, maximum]: readonly [number, number], brief: string) {
  const parse = (input: string): number => {
    if (input === "") throw new Error(NEEDS_VALUE);
    if (/^\d+$/.test(input) && Number(input) >= minimum && Number(input) <= maximum) return Number(input);
    throw new Error(`is "${input}"; allowed: whole numbers from ${minimum} to ${maximum}`);
  };
  return { kind: "parsed", parse, optional: true, placeholder, brief } as const;
}

function toggle(brief: string) {
  return { kind: "boolean", optional: true, withNegated: false, brief } as const;
}

const flagTable = Object.entries(parameters.flags).map(([name, flag]) => ({
  name: kebabCase(name),
  placeholder: flag.kind === "parsed" ? (flag.placeholder ?? "") : "",
  hidden: "hidden" in flag && flag.hidden,
  brief: flag.brief,
}));

/** Returns the name of a flag as it is typed. */
export function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Stricli parses; the messages and the help are ours. */
async function parseWithStricli(own: readonly string[]): Promise<{ flags: Flags; words: string[] }> {
  let parsed: { flags: Flags; words: string[] } | undefined;
  const complaints: string[] = [];
  const command = buildCommand<Flags, string[]>({
    parameters,
    docs: { brief: "" },
    func(flags, ...words) {
      parsed = { flags, words };
    },
  });
  const application = buildApplication(command, {
    name: "fake-connect",
    scanner: { caseStyle: "allow-kebab-for-camel" },
    documentation: { disableAnsiColor: true },
    localization: { text: messages },
  });
  await run(application, own.flatMap(withSeparateValue), {
    process: {
      stdout: { write: () => undefined },
      stderr: { write: (text: string) => complaints.push(text.trim()) },
    },
  });
  if (parsed !== undefined) return parsed;
  throw new UsageError(complaints[0]?.split("\n")[0] ?? "this command line is invalid; --help lists the options");
}

/** Splits `--users=` into two words, because Stricli reads it as the name of a flag. Refuses values of flags without one. */
function withSeparateValue(word: string): string[] {
  const [, name, value] = /^--([a-z-]+)=(.*)$/s.exec(word) ?? [];
  const flag = flagTable.find((known) => known.name === name);
  if (flag?.placeholder === "") throw new UsageError(`--${flag.name} takes no value`);
  return value === "" ? [`--${String(name)}`, ""] : [word];
}

const messages: ApplicationText = {
  ...text_en,
  exceptionWhileParsingArguments(error) {
    if (!(error instanceof ArgumentScannerError)) throw error;
    return formatMessageForArgumentScannerError(error, {
      FlagNotFoundError({ input }) {
        const known = flagTable.map(({ name }) => name);
        const suggestion = suggest(kebabCase(input), known);
        const hint = suggestion === undefined ? "--help lists the options" : `did you mean --${suggestion}?`;
        return `unknown option --${kebabCase(input)}; ${hint}`;
      },
      AliasNotFoundError: ({ input }) => `unknown option -${input}; --help lists the options`,
      UnsatisfiedFlagError: ({ externalFlagName }) => needsValue(externalFlagName),
      UnexpectedFlagError: ({ externalFlagName }) => `--${kebabCase(externalFlagName)} can be given only once`,
      ArgumentParseError({ externalFlagNameOrPlaceholder: name, exception }) {
        const reason = exception instanceof Error ? exception.message : String(exception);
        return reason === NEEDS_VALUE ? needsValue(name) : `--${kebabCase(name)} ${reason}`;
      },
    });
  },
};

function needsValue(flag: string): string {
  const name = kebabCase(flag);
  const { placeholder = "" } = flagTable.find((known) => known.name === name) ?? {};
  return `--${name} needs a value: --${name} ${placeholder}`;
}

const RECORD_FLAGS: readonly string[] = ["server", "out", "apiKeyFile", "keepNames"] satisfies (keyof Flags)[];

/**
 * Refuses the flags that a command does not have.
 *
 * @throws UsageError that names the flag.
 */
export function checkFlags(command: string, flags: Flags): void {
  const isRecord = command === "record";
  const values: Readonly<Record<string, unknown>> = flags;
  const given = Object.keys(values).filter((name) => values[name] !== undefined);
  const foreign = given.find((name) => RECORD_FLAGS.includes(name) !== isRecord);
  if (foreign !== undefined) throw new UsageError(`${command} does not take --${kebabCase(foreign)} (see --help)`);
}

/** Returns the output of `--help`, examples first. */
export function helpText(): string {
  return `fake-connect: a Posit Connect server for tests. It starts at once and keeps everything in memory.

Examples
  fake-connect exec -- pytest                           run tests against a fresh server
  fake-connect exec --users 200 -- Rscript tests.R      … that has 200 users
  fake-connect serve --port 0 --control                 serve on any free port until interrupted
  fake-connect serve --data organization.json --json    serve the users of a file; print the address as JSON
  fake-connect record --server URL --out data.json      record the users and content of your server, without names

Usage
  fake-connect serve [options]
      Print CONNECT_SERVER=… and CONNECT_API_KEY=… when ready, and serve until interrupted.
  fake-connect exec [options] -- COMMAND ARGS…
      Start a fresh server, run COMMAND with CONNECT_SERVER and CONNECT_API_KEY set, and exit with its exit code.
  fake-connect record --server URL --out FILE [--api-key-file FILE] [--keep-names]
      Write a data file with the users, groups, content and permissions of a server. It only reads the server.

Options
${optionLines()}
`;
}

function optionLines(): string {
  const rows = [
    ...flagTable
      .filter(({ hidden }) => !hidden)
      .map(({ name, placeholder, brief }) => [`--${name} ${placeholder}`, brief]),
    ["-h, --help", "show this help"],
    ["--version", "show the version of fake-connect"],
  ];
  const width = Math.max(...rows.map(([names = ""]) => names.length)) + 2;
  return rows.map(([names = "", brief = ""]) => `  ${names.padEnd(width)}${brief}`).join("\n");
}

/** The environment of the program. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard input is a terminal, which sends its signals to child processes, too. */
  readonly interactive: boolean;
  /** Calls back when the process is asked to end, instead of ending it. Returns a function that undoes that. */
  onSignal(listener: (signal: Signal) => void): () => void;
}

type Signal = (typeof SIGNALS)[number];

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Returns the environment of this process. */
export function processIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    interactive: process.stdin.isTTY,
    onSignal(listener) {
      for (const signal of SIGNALS) process.on(signal, listener);
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener);
      };
    },
  };
}
