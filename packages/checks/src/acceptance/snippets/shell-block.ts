import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { GROUPS, NEWCOMER, PEOPLE, REPORT } from "./people.mjs";
import { expectSuccess } from "../run-command.ts";
import { folderOf, inTemporaryFolder } from "../workspace.ts";
import { type CodeBlock, placeOf } from "./code-block.ts";

/** Returns the commands of a shell block. In a `console` block they follow `$`, and the other lines are output. */
function shellCommands({ language, code }: CodeBlock): string {
  if (language !== "console") return code;
  return code
    .split("\n")
    .flatMap((line) => (line.startsWith("$ ") ? [line.slice(2)] : []))
    .join("\n");
}

/** Checks the syntax of a block. */
export async function expectShellSyntax(block: CodeBlock): Promise<void> {
  await expectSuccess("bash", ["-n"], { cwd: folderOf("cli"), input: shellCommands(block) });
}

/** Returns whether a block consists of our commands and common shell commands, and none of them waits for input. */
export function canRun(block: CodeBlock): boolean {
  const commands = shellCommands(block).replaceAll(/\\\n|'[^']*'|"[^"]*"|#.*$/gm, " ");
  if (/…|\b(serve|login)\b/.test(commands)) return false;
  const words = commands.split(/\n|\||&&|;|--(?= )/).flatMap((command) => command.trim().split(/\s/)[0] ?? []);
  return words.some((word) => OURS.has(word)) && words.every((word) => OURS.has(word) || SHELL.test(word));
}

/** Runs a block against a new fake server, in a folder with the files that the documents mention. Throws when a command fails. */
export async function expectShellRuns(block: CodeBlock): Promise<void> {
  await inTemporaryFolder("shell", async (folder) => {
    const bin = join(folder, "bin");
    const work = join(folder, "work");
    mkdirSync(bin);
    cpSync(join(import.meta.dirname, "files"), work, { recursive: true });
    for (const [name, script] of Object.entries(COMMANDS)) writeFileSync(join(bin, name), script, { mode: 0o755 });
    const people = join(folder, "people.json");
    writeFileSync(people, JSON.stringify({ users: [...PEOPLE, NEWCOMER], groups: GROUPS, content: [REPORT] }));
    // The fake takes the place of the server that readers put there.
    const script = shellCommands(block)
      .replaceAll(/^export CONNECT_(SERVER|API_KEY)=.*$/gm, "")
      .replaceAll(/\bGUID\b/g, REPORT.guid);
    try {
      await expectSuccess(
        "fake-connect",
        ["exec", "--users", "40", "--data", people, "--", "bash", "-euo", "pipefail", "-c", script],
        {
          cwd: work,
          env: { PATH: [bin, process.env["PATH"]].join(delimiter), NO_COLOR: "1" },
          timeout: 30_000,
        },
      );
    } catch (error) {
      throw new Error(`${placeOf(block)} does not run: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
}

const OURS = new Set(["connect-users", "fake-connect", "npx"]);
const SHELL = /^(|cat|cd|cut|date|echo|export|grep|head|jq|mkdir|printf|set|sort|tail|wc|[\w]+=\S*)$/;

const start = (program: string): string => `exec "${process.execPath}" "${program}" "$@"\n`;

const COMMANDS: Record<string, string> = {
  // Confirms where a reader would be prompted.
  "connect-users": `#!/bin/sh
case " $* " in
  *" --yes "* | *" --dry-run "* | *" --help "*) ;;
  " import "* | " lock "* | " unlock "* | " update --file"* | " stale "*" --lock "*) set -- "$@" --yes ;;
esac
${start(join(folderOf("cli"), "bin", "connect-users.js"))}`,
  "fake-connect": `#!/bin/sh\n${start(join(folderOf("testing"), "bin", "fake-connect.js"))}`,
  // Runs the packages of this checkout, as npx would run installed ones.
  npx: `#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in
    --package | -p) shift 2 ;;
    --yes | --package=* | --) shift ;;
    @connect-sdk/cli) shift; exec connect-users "$@" ;;
    @connect-sdk/testing) shift; exec fake-connect "$@" ;;
    *) exec "$@" ;;
  esac
done
`,
};
