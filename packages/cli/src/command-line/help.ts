import type { Style } from "../terminal/text.ts";
import type { Command, Commands } from "./command.ts";
import { connectionFlags, kebabCase, outputFlags } from "./flags.ts";

/** Returns the text of `connect-users --help`. Loads no command, so that it is fast. */
export function rootHelp(commands: Commands, style: Style): string {
  return [
    "Manage the users of a Posit Connect server.\n\n",
    section("Examples", columns(EXAMPLES), style),
    section("Usage", ["connect-users COMMAND [ARGUMENTS] [FLAGS]"], style),
    section("Commands", columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])), style),
    section("Server and key", columns(SERVER_AND_KEY), style),
    section("Exit codes", columns(EXIT_CODES), style),
    "Run `connect-users COMMAND --help` for details. USER is an exact guid, username or e-mail address.\n",
  ].join("");
}

const EXAMPLES = [
  ["connect-users whoami", "Check the server and key"],
  ["connect-users list --role administrator", "List the administrators"],
  ["connect-users list --status licensed --csv > licensed.csv", "Export the licensed users to a spreadsheet"],
  ["connect-users lock jdoe", "Lock a user who has left"],
] as const;

const SERVER_AND_KEY = [
  ["CONNECT_SERVER, CONNECT_API_KEY", "Environment variables, for shells and cron jobs"],
  ["connect-users login", "Store them as a profile, then use --profile NAME"],
  ["--server URL, --api-key-file FILE|-", "Flags, for one command"],
] as const;

const EXIT_CODES = [
  ["0", "Done"],
  ["1", "Failed"],
  ["2", "Invalid command line"],
  ["3", "Not authenticated or not permitted"],
  ["4", "Not found"],
  ["5", "Some rows failed"],
  ["6", "Refused by a guard"],
  ["10", "Differences found by --check"],
] as const;

/** Returns the text of `connect-users COMMAND --help`. */
export function commandHelp(name: string, command: Command, style: Style): string {
  const { flags = {} } = command.parser.parameters;
  const all = Object.entries(flags);
  const ofGroup = (group: object) => all.filter(([key]) => key in group).map(describeFlag);
  const own = all.filter(([key]) => !(key in outputFlags) && !(key in connectionFlags)).map(describeFlag);
  return [
    `${command.description}\n\n`,
    section("Examples", command.examples.flatMap(example), style),
    section("Usage", [`connect-users ${[name, command.usage, "[FLAGS]"].filter(Boolean).join(" ")}`], style),
    section("Flags", columns([...own, ["--help", "Show this help"]]), style),
    section("Output", columns(ofGroup(outputFlags)), style),
    section("Server and key", columns(ofGroup(connectionFlags)), style),
  ]
    .join("")
    .replace(/\n+$/, "\n");
}

type Flag = NonNullable<Command["parser"]["parameters"]["flags"]>[string];

function describeFlag([name, flag]: [string, Flag]): [string, string] {
  const value = flag.kind === "boolean" || flag.kind === "counter" ? "" : ` ${flag.placeholder ?? "VALUE"}`;
  const choices =
    flag.kind === "enum"
      ? ` (${flag.values.join(", ")}${flag.variadic === "|" ? "; separate several with |" : ""})`
      : "";
  return [`--${kebabCase(name)}${value}`, `${flag.brief}${choices}`];
}

function example([commandLine, explanation]: readonly [string, string]): string[] {
  return [`$ connect-users ${commandLine}`, `    ${explanation}`];
}

function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? "" : `${style("bold", `${title}:`)}\n${lines.map((line) => `  ${line}\n`).join("")}\n`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}
