import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { current, type Checkout } from "./checkout.ts";

/**
 * Runs Node and returns its standard output.
 *
 * @throws Error with its standard error if it fails.
 */
export function runNode(args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${String(status)}:\n${stderr}`);
  return stdout;
}

/** Returns how many milliseconds Node takes from start to exit. */
export function timeNode(args: readonly string[]): number {
  const start = performance.now();
  runNode(args);
  return performance.now() - start;
}

/** Returns the arguments that make Node run one of the scripts in `children/`. */
export function childArguments(script: "row" | "servers" | "users", args: readonly string[]): string[] {
  const file = fileURLToPath(new URL(`../children/${script}.ts`, import.meta.url));
  return ["--expose-gc", "--import", "tsx", file, ...args];
}

/** A server in its own process. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** Returns the microseconds of processor time it has taken so far. */
  readonly processorTime: () => Promise<number>;
}

/** A fake in its own process, and one of its users. */
export interface FakeProcess extends ServerProcess {
  /** The address of the inspector's page, if it was asked for. */
  readonly inspectorUrl?: string;
  readonly apiKey: string;
  readonly user: { readonly guid: string };
}

/** Starts a fake of a checkout, with 1,000 users unless another number is given. */
export async function startFakeServer(
  checkout: Checkout = current,
  { users = 1_000, latency = 0, ui = false }: Partial<PageServerOptions> & { readonly ui?: boolean } = {},
): Promise<FakeProcess> {
  const options = [`--testing=${checkout.entry("testing")}`, `--users=${users}`, `--latency=${latency}`];
  const { line, ...server } = await startServer(["fake", ...options, ...(ui ? ["--ui"] : [])]);
  // Printed by `children/servers.ts`.
  return { ...server, ...(JSON.parse(line) as Pick<FakeProcess, "url" | "inspectorUrl" | "apiKey" | "user">) };
}

/** Starts a bare `node:http` server that sends the same JSON for each request. */
export async function startBareServer(body: unknown): Promise<ServerProcess> {
  const { line, ...server } = await startServer(["bare", `--body=${JSON.stringify(body)}`]);
  return { ...server, url: line };
}

/** The content of the pages. */
export interface PageServerOptions {
  readonly users: number;
  /** Milliseconds to delay each response. Default: 0. */
  readonly latency?: number;
  /** Bytes to add to each record. Default: 0. */
  readonly weight?: number;
}

/** Starts a server that sends prepared pages of `GET /v1/users`. */
export async function startPageServer({ users, latency = 0, weight = 0 }: PageServerOptions): Promise<ServerProcess> {
  const { line, ...server } = await startServer([
    "pages",
    `--users=${users}`,
    `--latency=${latency}`,
    `--weight=${weight}`,
  ]);
  return { ...server, url: line };
}

/** Opens the inspector of a fake in a process of its own, as in a browser. Does nothing without an address. */
export async function openInspector(url: string | undefined): Promise<{ close(): Promise<void> }> {
  if (url === undefined) return { close: () => Promise.resolve() };
  const page = await startServer(["inspector", `--url=${url}`]);
  return { close: async () => page[Symbol.asyncDispose]() };
}

/** Starts a server that prints one line when it listens, and one for each line of its standard input, and ends with that. */
async function startServer(args: readonly string[]): Promise<Omit<ServerProcess, "url"> & { readonly line: string }> {
  const child = spawn(process.execPath, childArguments("servers", args), { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`The server (${args.join(" ")}) has ended.`);
    return line.value;
  };
  return {
    line: await next(),
    async processorTime() {
      child.stdin.write("\n");
      return Number(await next());
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}
