import { readFileSync, writeFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { main } from "@connect-sdk/cli";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";

/*
 * Draws the pictures of the READMEs: sessions of `connect-users` on a fake server, as SVG. `pnpm --filter @connect-sdk/docs pictures`
 * writes them, with `--check` it compares them.
 */

const NOW = "2026-03-02T09:00:00Z";

/** A command line, and what is typed when it asks. */
interface Command {
  readonly line: string;
  readonly argv: readonly string[];
  readonly stdin?: string;
}

const SESSIONS: readonly { readonly file: string; readonly commands: readonly Command[] }[] = [
  {
    file: "packages/cli/docs/session.svg",
    commands: [
      { line: "connect-users list --role publisher --limit 5", argv: ["list", "--role", "publisher", "--limit", "5"] },
      { line: "connect-users licenses", argv: ["licenses"] },
      {
        line: "connect-users offboard jdoe --to amara --dry-run",
        argv: ["offboard", "jdoe", "--to", "amara", "--dry-run"],
      },
    ],
  },
  {
    file: "packages/cli/docs/plan.svg",
    commands: [
      {
        line: "connect-users import people.csv --dry-run",
        argv: ["import", "-", "--dry-run"],
        stdin:
          "username,email,user_role,locked\nlin,lin@example.com,publisher,\nJDOE,j@example.com,viewer,\namara,,administrator,\nmira,mira.sol@example.com,,\n",
      },
    ],
  },
];

/** Runs the commands on one server, and returns what a terminal of 100 columns shows. */
async function play(commands: readonly Command[]): Promise<string> {
  const fake = createServer();
  let screen = "";
  for (const { line, argv, stdin = "" } of commands) {
    screen += `\u001b[1m$ ${line}\u001b[0m\n`;
    const output = { write: (text: string) => (screen += text), isTTY: true, columns: 100 };
    await main(argv, {
      stdout: output,
      stderr: output,
      stdin: new PassThrough().end(stdin),
      env: { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey, TERM: "xterm-256color" },
      fetch: fake.fetch,
      now: () => Date.parse(NOW),
    });
    screen += "\n";
  }
  return screen.trimEnd();
}

function createServer(): FakeConnect {
  const fake = createFakeConnect({ users: 60, seed: 7, now: NOW });
  const jdoe = fake.addUser({
    username: "jdoe",
    first_name: "Jo",
    last_name: "Doe",
    email: "jo@example.com",
    user_role: "publisher",
  });
  fake.addUser({
    username: "amara",
    first_name: "Amara",
    last_name: "Okafor",
    email: "amara@example.com",
    user_role: "publisher",
  });
  fake.addUser({
    username: "mira",
    first_name: "Mira",
    last_name: "Sol",
    email: "mira@example.com",
    user_role: "viewer",
  });
  fake.addGroup({ name: "analysts", members: [jdoe] });
  for (const name of ["weekly-report", "sales-dashboard"]) fake.addContent({ name, owner_guid: jdoe.guid });
  return fake;
}

const LINE = 19;
const LETTER = 8.43;

/** Draws text with the usual escape sequences for weight and color. Progress lines, which a terminal overwrites, are left out. */
function draw(screen: string): string {
  const lines = screen
    .split("\n")
    .map((line) => line.replace(/^[^]*\r(?:\u001b\[K)?/, ""))
    .flatMap(wrap);
  const width = Math.ceil(100 * LETTER + 40);
  const height = lines.length * LINE + 40;
  const rows = lines.map(
    (line, index) => `<text x="20" y="${30 + index * LINE}" xml:space="preserve">${spans(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A terminal session of connect-users">`,
    "<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#e6e6ea}.b{font-weight:700}.d{fill:#a0a0aa}.red{fill:#ff8f8f}.green{fill:#8fdc9a}.yellow{fill:#f0d080}.cyan{fill:#84d8e8}</style>",
    `<rect width="${width}" height="${height}" rx="8" fill="#1b1b1f"/>`,
    ...rows,
    "</svg>",
    "",
  ].join("\n");
}

/** Breaks a line as a terminal of 100 columns does. Escape sequences take no column; they are at the start of long lines only. */
function wrap(line: string): string[] {
  const words = line.split(/(?<= )/);
  const lines = [""];
  for (const word of words) {
    const current = lines.at(-1) ?? "";
    const visible = (current + word).replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, "");
    if (visible.trimEnd().length > 100 && current !== "") lines.push(word);
    else lines[lines.length - 1] = current + word;
  }
  return lines;
}

const STYLES: Readonly<Record<string, string>> = { 1: "b", 2: "d", 31: "red", 32: "green", 33: "yellow", 36: "cyan" };

function spans(line: string): string {
  let style = "";
  let result = "";
  for (const part of line.split(/(\u001b\[[\d;?]*[A-Za-z])/)) {
    const [, code] = /^\u001b\[(\d*)m$/.exec(part) ?? [];
    if (code !== undefined) style = STYLES[code] ?? "";
    else if (!part.startsWith("\u001b") && part !== "") {
      result += `<tspan${style === "" ? "" : ` class="${style}"`}>${escape(part)}</tspan>`;
    }
  }
  return result;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const root = fileURLToPath(new URL("../../", import.meta.url));
for (const { file, commands } of SESSIONS) {
  const picture = draw(await play(commands));
  if (!process.argv.includes("--check")) writeFileSync(`${root}${file}`, picture);
  else if (readFileSync(`${root}${file}`, "utf8") !== picture) {
    console.error(`${file} is out of date. Run: pnpm --filter @connect-sdk/docs pictures`);
    process.exitCode = 1;
  }
}
