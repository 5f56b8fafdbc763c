import type { Command, Commands } from "./command.ts";
import { connectionFlags, kebabCase, outputFlags } from "./flags.ts";
import type { Style } from "../terminal/text.ts";

/** What `connect-users COMMAND --help` prints. */
export function commandHelp(name: string, command: Command, style: Style): string {
  const { flags = {} } = command.parser.parameters;
  const all = Object.entries(flags);
  const ofGroup = (group: object) => all.filter(([key]) => key in group).map(describeFlag);
  const own = all.filter(([key]) => !(key in outputFlags) && !(key in connectionFlags)).map(describeFlag);
  return [
    `${command.description}\n\n`,
    section("Examples", command.examples.flatMap(example), style),
    section("Usage", [`connect-users ${[name, command.usage, "[FLAGS]"].filter(Boolean).join(" ")}`], style),
    section("Flags", columns([...own, ["--help", "Show this"]]), style),
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
    flag.kind === "enum" ? ` (${flag.values.join(", ")}${flag.variadic === "|" ? "; join several by |" : ""})` : "";
  return [`--${kebabCase(name)}${value}`, `${flag.brief}${choices}`];
}

function example([commandLine, explanation]: readonly [string, string]): string[] {
  return [`$ connect-users ${commandLine}`, `    ${explanation}`];
}

/** What `connect-users --help` prints. Loads no command, so that it is there at once. */
export function rootHelp(commands: Commands, style: Style): string {
  return [
    "Manage the users of a Posit Connect server.\n\n",
    section("Examples", columns(EXAMPLES), style),
    section("Usage", ["connect-users COMMAND [ARGUMENTS] [FLAGS]"], style),
    section("Commands", columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])), style),
    section("Server and key", columns(ENVIRONMENT), style),
    section("Exit codes", columns(EXIT_CODES), style),
    "`connect-users COMMAND --help` tells more. USER is a guid, a username or an e-mail address, exactly.\n",
  ].join("");
}

const EXAMPLES = [
  ["connect-users whoami", "Check that server and key work"],
  ["connect-users list --role administrator", "See who can administer the server"],
  [
    "connect-users list --status licensed --csv > seats.csv",
    "Take everyone who counts against the licence to a spreadsheet",
  ],
  ["connect-users lock jdoe", "Lock someone who has left"],
] as const;

const ENVIRONMENT = [
  ["CONNECT_SERVER, CONNECT_API_KEY", "the usual way, also in a cron job"],
  ["connect-users login", "stores them as a profile, to be used with --profile NAME"],
  ["--server URL, --api-key-file FILE|-", "for one command"],
] as const;

const EXIT_CODES = [
  ["0", "done"],
  ["1", "failed"],
  ["2", "the command line is wrong"],
  ["3", "not authenticated, or not permitted"],
  ["4", "not found"],
  ["5", "some rows failed"],
  ["6", "refused by a guard"],
] as const;

/** A heading with what belongs under it. */
export function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? "" : `${style("bold", `${title}:`)}\n${lines.map((line) => `  ${line}\n`).join("")}\n`;
}

/** Two columns, the first as wide as its widest entry. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}
