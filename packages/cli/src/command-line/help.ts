import type { Style } from "../terminal/text.ts";
import type { Command, Commands } from "./command.ts";
import { connectionFlags, FLAG_LETTERS, kebabCase, outputFlags } from "./flags.ts";

/** Returns the text of `connect-users --help`. Loads no command, so that it is fast. */
export function rootHelp(commands: Commands, options: HelpOptions): string {
  const { style, width } = options;
  return [
    `${wrap("Manage the users of a Posit Connect server.", textWidth(width)).join("\n")}\n\n`,
    section("Examples", columns(EXAMPLES, width), style),
    section("Usage", ["connect-users COMMAND [ARGUMENTS] [FLAGS]"], style),
    section(
      "Commands",
      columns(
        Object.entries(commands).map(([name, { summary }]) => [name, summary]),
        width,
      ),
      style,
    ),
    section("Server and key", columns(SERVER_AND_KEY, width), style),
    section("Exit codes", columns(EXIT_CODES, width), style),
    ...wrap(
      "Run `connect-users COMMAND --help` for details, and `connect-users help environment` for all variables. USER is an exact guid, username or e-mail address.",
      textWidth(width),
    ).map((line) => `${line}\n`),
  ].join("");
}

/** How help is laid out. */
export interface HelpOptions {
  readonly style: Style;
  /** Columns of the terminal; `undefined` in a pipe, where nothing is wrapped. */
  readonly width: number | undefined;
}

const EXAMPLES = [
  ["connect-users whoami", "Check the server and key"],
  ["connect-users list --role administrator", "List the administrators"],
  ["connect-users list --status licensed --csv > licensed.csv", "Export the licensed users to a spreadsheet"],
  ["connect-users lock jdoe", "Lock a user who has left"],
] as const;

/** Environment variables and what they do. */
export const ENVIRONMENT = [
  ["CONNECT_SERVER", "URL of the server, as in the browser's address bar"],
  ["CONNECT_API_KEY", "API key for that server; it is sent to no other one"],
  ["CONNECT_REQUEST_TIMEOUT", "Time limit of one request in seconds"],
  ["CONNECT_CA_CERTIFICATE", "PEM file of an authority to trust in addition to the default ones"],
  ["NODE_EXTRA_CA_CERTS", "The same, for all programs that run on Node.js"],
  ["CONNECT_INSECURE", "1 skips the check of the server's certificate, like --insecure"],
  ["HTTPS_PROXY, HTTP_PROXY, ALL_PROXY", "Proxy, as HOST:PORT or URL with an optional name and password"],
  ["NO_PROXY", "Hosts to reach without it: *, domains, addresses or CIDR blocks, separated by commas"],
  ["NO_COLOR", "Anything switches colors off"],
  ["XDG_CONFIG_HOME", "Folder of connect-users/profiles.json (default: ~/.config)"],
] as const;

const SERVER_AND_KEY = [
  ["CONNECT_SERVER, CONNECT_API_KEY", "Environment variables, for shells and cron jobs"],
  ["connect-users login", "Store them as a profile, then use --profile NAME"],
  ["--server URL, --api-key-file FILE|-", "Flags, for one command"],
] as const;

export const EXIT_CODES = [
  ["0", "Done"],
  ["1", "Failed"],
  ["2", "Invalid command line"],
  ["3", "Not authenticated or not permitted"],
  ["4", "Not found"],
  ["5", "Some rows failed"],
  ["6", "Refused by a guard"],
  ["10", "Differences found by --check"],
  ["130", "Ended by Ctrl-C"],
] as const;

/** What `connect-users help TOPIC` knows besides the commands. */
const TOPICS: ReadonlyMap<string, readonly [title: string, rows: readonly (readonly [string, string])[]]> = new Map([
  ["environment", ["Environment variables", ENVIRONMENT]],
  ["exit-codes", ["Exit codes", EXIT_CODES]],
]);

/** Returns the text of `connect-users help TOPIC`; `undefined` for another word. */
export function topicHelp(word: string, { style, width }: HelpOptions): string | undefined {
  const topic = TOPICS.get(word);
  return topic && section(topic[0], columns(topic[1], width), style).replace(/\n+$/, "\n");
}

/** Returns the text of `connect-users COMMAND --help`. */
export function commandHelp(name: string, command: Command, { style, width }: HelpOptions): string {
  const { flags = {} } = command.parser.parameters;
  const all = Object.entries(flags);
  const ofGroup = (group: object) => all.filter(([key]) => key in group).map(describeFlag);
  const own = all.filter(([key]) => !(key in outputFlags) && !(key in connectionFlags)).map(describeFlag);
  return [
    `${wrap(command.description, textWidth(width)).join("\n")}\n\n`,
    section(
      "Examples",
      command.examples.flatMap((each) => example(each, textWidth(width) - INDENT.length)),
      style,
    ),
    section("Usage", [`connect-users ${[name, command.usage, "[FLAGS]"].filter(Boolean).join(" ")}`], style),
    section("Flags", columns([...own, ["--help", "Show this help"]], width), style),
    section("Output", columns(ofGroup(outputFlags), width), style),
    section("Server and key", columns(ofGroup(connectionFlags), width), style),
  ]
    .join("")
    .replace(/\n+$/, "\n");
}

type Flag = NonNullable<Command["parser"]["parameters"]["flags"]>[string];

/** Returns a flag as it is typed, with its value, and what it does. */
export function describeFlag([name, flag]: [string, Flag]): [string, string] {
  const value = flag.kind === "boolean" || flag.kind === "counter" ? "" : ` ${flag.placeholder ?? "VALUE"}`;
  const [, text = "", byDefault] = /^(.*?)(?:(?:; | \()default: (.*?)\)?)?$/.exec(flag.brief) ?? [];
  const notes = [...choicesOf(flag, text), ...(byDefault === undefined ? [] : [`default: ${byDefault}`])];
  const letter = Object.entries(FLAG_LETTERS).find(([, long]) => long === name)?.[0];
  const short = letter === undefined ? "" : `-${letter}, `;
  return [`${short}--${kebabCase(name)}${value}`, `${text}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`];
}

/** Returns the values of a flag, unless its text explains each, and how to give several. */
function choicesOf(flag: Flag, text: string): string[] {
  if (flag.kind !== "enum") return [];
  const isExplained = flag.values.every((value) => new RegExp(`\\b${value}\\b`).test(text));
  const several = flag.variadic === "|" ? ["separate several with | or a comma"] : [];
  return [...(isExplained ? [] : [flag.values.join(", ")]), ...several];
}

function example([commandLine, explanation]: readonly [string, string], width: number): string[] {
  return [
    ...wrapCommand(`$ connect-users ${commandLine}`, width),
    ...wrap(explanation, width - 4).map((line) => `    ${line}`),
  ];
}

function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0
    ? ""
    : `${style("bold", `${title}:`)}\n${lines.map((line) => `${INDENT}${line}\n`).join("")}\n`;
}

const INDENT = "  ";

/** Longer lines are hard to read, however wide the terminal is. */
function textWidth(terminal: number | undefined): number {
  return terminal === undefined ? Infinity : Math.max(20, Math.min(terminal, 120));
}

/** Lays out two columns. Where the right one would be too narrow, its text is put below the left one. */
function columns(rows: readonly (readonly [string, string])[], terminal: number | undefined): string[] {
  const available = textWidth(terminal) - INDENT.length;
  const widest = Math.max(0, ...rows.map(([left]) => left.length));
  const isNarrow = available - widest - GAP < 30;
  const indent = isNarrow ? 6 : widest + GAP;
  return rows.flatMap(([left, right]) => {
    const [first = "", ...rest] = wrap(right, available - indent);
    const others = rest.map((line) => " ".repeat(indent) + line);
    return isNarrow ? [left, " ".repeat(indent) + first, ...others] : [left.padEnd(indent) + first, ...others];
  });
}

const GAP = 2;

/** Breaks text into lines between words. A word that is longer than a line stays whole. */
function wrap(text: string, width: number): string[] {
  return fillLines(text.split(" "), width, 0);
}

/** Breaks a command line between its words, so that it can still be pasted into a shell. */
function wrapCommand(commandLine: string, width: number): string[] {
  if (commandLine.length <= width) return [commandLine];
  // Not within quotes.
  const words = commandLine.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [commandLine];
  const lines = fillLines(words, width - " \\".length, 4);
  return lines.map((line, at) => `${at === 0 ? "" : "    "}${line}${at < lines.length - 1 ? " \\" : ""}`);
}

function fillLines(words: readonly string[], width: number, indent: number): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of words) {
    const room = width - (lines.length === 0 ? 0 : indent);
    if (line === undefined) line = word;
    else if (line.length + 1 + word.length <= room) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line ?? ""];
}
