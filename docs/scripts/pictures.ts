import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { main } from "@connect-sdk/cli";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { chromium } from "playwright-core";

/*
 * Draws the pictures of the READMEs as SVG: the demonstration of `npm start`, recorded in a terminal, and sessions of `connect-users` on
 * a fake server. `pnpm --filter @connect-sdk/docs pictures` writes them, with `--check` it compares them. Needs a build, and `script`. Without
 * `--check` it also takes the picture that other sites show for a link to the site, in Chromium, which draws a little differently in
 * each version.
 */

const NOW = "2026-03-02T09:00:00Z";
const COLUMNS = 100;

const root = fileURLToPath(new URL("../../", import.meta.url));

const SESSIONS: readonly { readonly file: string; readonly commands: readonly string[] }[] = [
  {
    file: "packages/cli/docs/session.svg",
    commands: [
      "connect-users list --role publisher --limit 5",
      "connect-users licenses",
      "connect-users offboard jdoe --to amara --dry-run",
    ],
  },
  { file: "packages/cli/docs/plan.svg", commands: ["connect-users import people.csv --dry-run"] },
];

const PEOPLE_CSV = `username,email,first_name,user_role,locked
jdoe,jo@example.com,Jo,administrator,
zoe,zoe@example.com,Zoë,viewer,
mira,mira.sol@example.com,,,
amara,,,publisher,
emre.tkachenko,,,,true
`;

/** Runs the commands on one server, and returns what a terminal shows. */
async function play(commands: readonly string[]): Promise<string> {
  const fake = createServer();
  let screen = "";
  for (const line of commands) {
    screen += `\u001b[1m$ ${line}\u001b[0m\n`;
    const output = { write: (text: string) => (screen += text), isTTY: true, columns: COLUMNS };
    await main(line.split(" ").slice(1), {
      stdout: output,
      stderr: output,
      stdin: new PassThrough().end(),
      env: { CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey, TERM: "xterm-256color" },
      fetch: fake.fetch,
      now: () => Date.parse(NOW),
    });
    screen += "\n";
  }
  return screen.trimEnd();
}

/** Runs the demonstration of `npm start` in a terminal, on the port and with the people of every recording. */
function record(): string {
  const options = ["--port", "3939", "--seed", "7", "--now", NOW];
  const command = `stty cols ${COLUMNS}; exec "${process.execPath}" scripts/demo.mjs ${options.join(" ")}`;
  const { stdout, status } = spawnSync("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: root,
    env: {
      ...process.env,
      TERM: "xterm-256color",
      NO_COLOR: undefined,
      CONNECT_SERVER: undefined,
      CONNECT_API_KEY: undefined,
    },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The demonstration exited with ${String(status)}:\n${stdout}`);
  const screen = stdout.replaceAll("\r\n", "\n").replaceAll(/^\$ .*$/gm, "\u001b[1m$&\u001b[0m");
  return `\u001b[1m$ npm start\u001b[0m\nInstalling and building …\n${screen.trimEnd()}`;
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

/**
 * Draws text with the usual escape sequences for weight and color. Progress lines, which a terminal overwrites, are left out. With
 * `rows`, the picture has this height and scrolls from command to command.
 */
function draw(screen: string, label: string, rows?: number): string {
  const lines = screen
    .split("\n")
    .map((line) => line.replace(/^[^]*\r(?:\u001b\[K)?/, ""))
    .flatMap(wrap);
  const width = Math.ceil(COLUMNS * LETTER + 40);
  const height = (rows ?? lines.length) * LINE + 40;
  const text = lines.map(
    (line, index) => `<text x="20" y="${30 + index * LINE}" xml:space="preserve">${spans(line)}</text>`,
  );
  const styles = `text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#e6e6ea}.b{font-weight:700}.d{fill:#a0a0aa}.red{fill:#ff8f8f}.green{fill:#8fdc9a}.yellow{fill:#f0d080}.cyan{fill:#84d8e8}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`,
    `<style>${styles}${rows === undefined ? "" : scrolling(lines, rows)}</style>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#1b1b1f"/>`,
    `<svg y="12" width="${width}" height="${height - 24}" viewBox="0 12 ${width} ${height - 24}"><g class="s">`,
    ...text,
    "</g></svg></svg>",
    "",
  ].join("\n");
}

/** Returns the animation that shows one command after another. It stands still for readers that prefer reduced motion. */
function scrolling(lines: readonly string[], rows: number): string {
  const commands = lines.flatMap((line, index) => (line.includes("$ ") && index > 0 ? [index] : []));
  const ends = [...new Set([...commands.slice(1), lines.length].map((end) => Math.max(0, end - rows)))];
  const frames = ends.map(
    (end, index) => `${((index / ends.length) * 100).toFixed(2)}%{transform:translateY(${-end * LINE}px)}`,
  );
  return `@keyframes k{${frames.join("")}}@media (prefers-reduced-motion:no-preference){.s{animation:k ${ends.length * 3}s infinite step-end}}`;
}

/** Breaks a line as a terminal does. Escape sequences take no column; they are at the start of long lines only. */
function wrap(line: string): string[] {
  const words = line.split(/(?<= )/);
  const lines = [""];
  for (const word of words) {
    const current = lines.at(-1) ?? "";
    const visible = (current + word).replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, "");
    if (visible.trimEnd().length > COLUMNS && current !== "") lines.push(word);
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

async function takeCard(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  const icon = readFileSync(join(root, "docs/public/favicon.svg"), "utf8");
  await page.setContent(
    `<body style="margin:0;padding:90px;box-sizing:border-box;height:630px;background:#1b1b1f;color:#fff;font-family:Inter,Helvetica,Arial,sans-serif">
    <div style="width:110px">${icon}</div>
    <h1 style="font-size:88px;margin:36px 0 12px">connect-sdk</h1>
    <p style="font-size:40px;line-height:1.35;margin:0;color:#d0d0d8">User management for Posit Connect in TypeScript:<br>client, plans, command line, fake server</p>`,
  );
  await page.screenshot({ path: join(root, "docs/public/card.png") });
  await browser.close();
}

// `import` reads the file from the current folder.
const folder = mkdtempSync(join(tmpdir(), "connect-sdk-pictures-"));
writeFileSync(join(folder, "people.csv"), PEOPLE_CSV);
process.chdir(folder);

const pictures = new Map([["docs/pictures/npm-start.svg", draw(record(), "npm start: a tour of connect-users", 27)]]);
for (const { file, commands } of SESSIONS) {
  pictures.set(file, draw(await play(commands), "A terminal session of connect-users"));
}
process.chdir(root);
rmSync(folder, { recursive: true });

if (!process.argv.includes("--check")) await takeCard();

for (const [file, picture] of pictures) {
  if (!process.argv.includes("--check")) writeFileSync(join(root, file), picture);
  else if (readFileSync(join(root, file), "utf8") !== picture) {
    console.error(`${file} is out of date. Run: pnpm --filter @connect-sdk/docs pictures`);
    process.exitCode = 1;
  }
}
