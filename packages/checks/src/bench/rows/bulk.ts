import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { current } from "../measure/checkout.ts";
import { type FakeProcess, startFakeServer, startPageServer } from "../measure/processes.ts";
import { type Row, roundsOf, type Size } from "../row.ts";

// Rows about `connect-users` with many users, over a port, in processes of their own: start-up and planning included.

const PYTHON = "a Python loop, one request after the other (`requests` where it is installed, otherwise `http.client`)";

export const importThroughput = importRow({
  name: "cli-import",
  what: "`connect-users import`, 20,000 new users, no latency",
  latency: 0,
  value: 2,
  users: 20_000,
  peerUsers: 20_000,
});

export const importLatency = importRow({
  name: "cli-import-latency",
  what: "`connect-users import`, 3,000 new users, 20 ms latency",
  latency: 20,
  value: 5,
  users: 3_000,
  // A loop that takes as long for each user: the time of 300 tells that of 3,000.
  peerUsers: 300,
});

interface ImportOptions extends Pick<Row, "name" | "what"> {
  readonly latency: number;
  readonly value: number;
  readonly users: number;
  readonly peerUsers: number;
}

function importRow({ name, what, latency, value, users, peerUsers }: ImportOptions): Row {
  return {
    name,
    what,
    floor: PYTHON,
    budget: { at: "least", value, unit: "×" },
    unavailable: () => (hasPython() ? undefined : "python3 is not installed"),
    async measure(size) {
      const [count, peerCount] = [usersOf(size, users), usersOf(size, peerUsers)];
      const found: number[] = [];
      for (let round = 0; round < roundsOf(size, 3); round++) {
        const perUser = (await onServer(latency, (server) => importWithPython(server, peerCount))) / peerCount;
        const ownPerUser = (await onServer(latency, (server) => importFile(server, count))) / count;
        found.push(perUser / ownPerUser);
      }
      return found;
    },
  };
}

export const updateRate: Row = {
  name: "cli-update",
  what: "`connect-users update --file`, 2,000 users: updates per second",
  floor: "its own import of the same users, just before",
  budget: { at: "least", value: 1, unit: "×" },
  async measure(size) {
    const count = usersOf(size, 2_000);
    const found: number[] = [];
    for (let round = 0; round < roundsOf(size, 7); round++) {
      found.push(await onServer(0, (server) => importFile(server, count) / updateFile(server, count)));
    }
    return found;
  },
};

export const listMemory: Row = {
  name: "cli-list-memory",
  what: "`connect-users list --ndjson`, 100,000 users",
  floor: "resident memory of the whole process, the worst run",
  budget: { at: "most", value: 100, unit: "MB" },
  async measure(size) {
    const users = size === "small" ? 1_200 : 100_000;
    await using server = await startPageServer({ users });
    const found: number[] = [];
    for (let run = 0; run < roundsOf(size, 3); run++) found.push(listUsers(server.url, users));
    return [Math.max(...found)];
  },
};

function usersOf(size: Size, full: number): number {
  return size === "small" ? 30 : full;
}

function hasPython(): boolean {
  return spawnSync("python3", ["--version"]).status === 0;
}

/** Runs work on a fake with one user. Each gets its own, because reading its users is part of the work. */
async function onServer(latency: number, work: (server: FakeProcess) => number): Promise<number> {
  await using server = await startFakeServer(current, { users: 1, latency });
  return work(server);
}

/** Returns the seconds that the loop takes, without the start of Python. */
function importWithPython({ url, apiKey }: FakeProcess, count: number): number {
  const script = fileURLToPath(new URL("../children/import.py", import.meta.url));
  return Number(execFileSync("python3", [script, url, apiKey, String(count)], { encoding: "utf8" }));
}

function importFile(server: FakeProcess, count: number): number {
  const rows = numbers(count).map((number) => `new${number},new${number}@example.com,viewer,true`);
  return runOnFile(["import"], ["username,email,user_role,user_must_set_password", ...rows], server);
}

function updateFile(server: FakeProcess, count: number): number {
  const rows = numbers(count).map((number) => `new${number},First ${number}`);
  return runOnFile(["update", "--file"], ["username,first_name", ...rows], server);
}

/** Returns the seconds that a command takes from start to exit. */
function runOnFile(command: readonly string[], lines: readonly string[], { url, apiKey }: FakeProcess): number {
  const folder = mkdtempSync(join(tmpdir(), "connect-sdk-bench-"));
  try {
    const file = join(folder, "users.csv");
    writeFileSync(file, `${lines.join("\n")}\n`);
    const start = performance.now();
    execFileSync(process.execPath, [current.connectUsers, ...command, file, "--yes"], {
      env: environment(url, apiKey),
      stdio: ["ignore", "ignore", "pipe"],
    });
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Prints the peak of resident memory, in MB, behind everything else that a process writes to standard error. On Linux,
 * `resourceUsage().maxRSS` would include the memory that this benchmark had when it started the process, so the peak of the
 * program alone is read from the kernel.
 */
const REPORT = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync, writeSync } from "node:fs";
  const kernel = () => Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  const peak = () => (process.platform === "linux" ? kernel() : process.resourceUsage().maxRSS);
  process.on("exit", () => writeSync(2, "\\n" + (peak() * 1.024) / 1000));
`)}`;

function listUsers(url: string, users: number): number {
  const args = ["--import", REPORT, current.connectUsers, "list", "--ndjson"];
  const options = { env: environment(url, "0123456789abcdef"), encoding: "utf8", maxBuffer: 2 ** 30 } as const;
  const { stdout, stderr } = spawnSync(process.execPath, args, options);
  const count = stdout.split("\n").length - 1;
  if (count !== users) throw new Error(`Listed ${count} users instead of ${users}: ${stderr}`);
  const peak = Number(stderr.trim().split("\n").at(-1));
  if (!(peak > 0)) throw new Error(`The process did not report its memory: ${stderr}`);
  return peak;
}

/** Without proxies and certificates of this machine, which the server on it does not need. */
function environment(url: string, apiKey: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/proxy$|^NODE_EXTRA_CA_CERTS$|^CONNECT_/i.test(name));
  return { ...Object.fromEntries(own), CONNECT_SERVER: url, CONNECT_API_KEY: apiKey };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
