/** Writes `man/connect-users.1` from the data of the commands; with `--check` it writes nothing and fails when it is out of date. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { Command } from "../src/command-line/command.ts";
import { connectionFlags, outputFlags } from "../src/command-line/flags.ts";
import { describeFlag, ENVIRONMENT, EXIT_CODES } from "../src/command-line/help.ts";
import { commands } from "../src/commands.ts";

const file = new URL("../man/connect-users.1", import.meta.url);
const text = await writeManual();
const isCurrent = (await readFile(file, "utf8").catch(() => undefined)) === text;

if (process.argv.includes("--check")) {
  if (!isCurrent) {
    console.error("packages/cli/man is out of date\nRun `pnpm generate` and commit the result.");
    process.exitCode = 1;
  }
} else if (!isCurrent) {
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, text);
}

/** Returns the page in the macros of man(7). */
async function writeManual(): Promise<string> {
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, { load }]) => ({ name, command: (await load()).default })),
  );
  return [
    '.\\" Generated from the commands by `pnpm generate`. Do not edit.',
    '.TH CONNECT-USERS 1 "" "connect-users" "User Commands"',
    ".SH NAME",
    "connect-users \\- manage the users of a Posit Connect server",
    ".SH SYNOPSIS",
    ".B connect-users",
    ".I COMMAND",
    "[\\fIARGUMENTS\\fR] [\\fIFLAGS\\fR]",
    ".SH DESCRIPTION",
    paragraph(
      "Lists, audits, creates, changes and locks the users of a Posit Connect server through its API, with the key of an administrator. " +
        "Commands that change more than one user show their plan first.",
    ),
    paragraph("USER is an exact guid, username or e-mail address."),
    ".SH COMMANDS",
    ...loaded.flatMap(({ name, command }) => describeCommand(name, command)),
    ".SH FLAGS OF EVERY COMMAND",
    ...flagsOf(loaded[0]?.command, isGlobal).flatMap(term),
    ...term(["--help", "Show the help of the command"]),
    ".SH ENVIRONMENT",
    ...ENVIRONMENT.flatMap(term),
    ".SH FILES",
    ...term([
      "$XDG_CONFIG_HOME/connect-users/profiles.json",
      "The servers and keys that `connect-users login` stores, readable by their owner only",
    ]),
    ".SH EXIT STATUS",
    ...EXIT_CODES.flatMap(term),
    "",
  ].join("\n");
}

function describeCommand(name: string, command: Command): string[] {
  const { description, usage, examples } = command;
  return [
    `.SS ${name}`,
    `.B ${escape(["connect-users", name, usage].filter(Boolean).join(" "))}`,
    "[\\fIFLAGS\\fR]",
    ".PP",
    paragraph(description),
    ...flagsOf(command, (flag) => !isGlobal(flag)).flatMap(term),
    ...examples.flatMap(([commandLine, explanation]) => [
      ".PP",
      paragraph(`${explanation}:`),
      ".PP",
      ".RS 4",
      ".EX",
      paragraph(`connect-users ${commandLine}`),
      ".EE",
      ".RE",
    ]),
  ];
}

function isGlobal(flag: string): boolean {
  return flag in outputFlags || flag in connectionFlags;
}

/** Returns the flags of a command that a condition selects, with their descriptions. */
function flagsOf(command: Command | undefined, selects: (flag: string) => boolean): [string, string][] {
  const flags = Object.entries(command?.parser.parameters.flags ?? {});
  return flags.filter(([flag]) => selects(flag)).map(describeFlag);
}

function term([words, explanation]: readonly [string, string]): string[] {
  return [".TP", `.B ${escape(words)}`, paragraph(explanation)];
}

/** Returns text that no line of which is taken for a request. */
function paragraph(words: string): string {
  return escape(words).replace(/^[.']/gm, "\\&$&");
}

/** Backslashes start requests, a bare hyphen is typographic, and quotes group the words of a macro. */
function escape(words: string): string {
  return words
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll("`", "\\(ga")
    .replaceAll("'", "\\(aq")
    .replaceAll('"', "\\(dq")
    .replaceAll("…", "...");
}
