import { kebabCase } from "../arguments.ts";
import type { Command } from "../command.ts";
import { connectionFlags, outputFlags } from "../flags/global-flags.ts";
import type { Style } from "../output/style.ts";
import { columns, section } from "./layout.ts";

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
