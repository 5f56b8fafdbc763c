import { type Flags, type Io, UsageError } from "./command-line.ts";
import { startServer } from "./start-server.ts";
import { spawn } from "node:child_process";
import { constants } from "node:os";

/** A port that other programs rarely use. */
const DEFAULT_PORT = 3939;

/** Serves until the process is asked to end. */
export async function serve(flags: Flags, io: Io): Promise<number> {
  await using server = await startServer(flags, DEFAULT_PORT);
  const { url, apiKey, inspectorUrl } = server;
  server.ref();
  const ended = new Promise<void>((resolve) => {
    const stopListening = io.onSignal(() => {
      // A second signal ends the process at once.
      stopListening();
      resolve();
    });
  });
  // Printed only when the server accepts connections, so that scripts need not poll.
  io.stdout.write(
    flags.json === true
      ? `${JSON.stringify({ url, apiKey, pid: process.pid, inspectorUrl })}\n`
      : `CONNECT_SERVER=${url}\nCONNECT_API_KEY=${apiKey}\n${inspectorUrl === undefined ? "" : `FAKE_CONNECT_UI=${inspectorUrl}\n`}`,
  );
  await ended;
  return 0;
}

/** Runs a command against a fresh server. Returns its exit code. */
export async function exec(flags: Flags, command: readonly string[] | undefined, io: Io): Promise<number> {
  const [program, ...args] = command ?? [];
  if (program === undefined) {
    throw new UsageError("exec needs a command to run: fake-connect exec [options] -- COMMAND ARGS…");
  }
  await using server = await startServer(flags, 0);
  if (server.inspectorUrl !== undefined) io.stderr.write(`Inspector: ${server.inspectorUrl}\n`);
  const env = {
    ...io.env,
    ...withoutProxyFor(new URL(server.url).hostname, io.env),
    CONNECT_SERVER: server.url,
    CONNECT_API_KEY: server.apiKey,
  };
  return await run(program, args, env, io);
}

/**
 * Returns variables that keep the command from asking a proxy for the fake. Programs differ in which of the two spellings they
 * read first.
 */
function withoutProxyFor(host: string, { NO_PROXY = "", no_proxy = "" }: Io["env"]): Record<string, string> {
  // For an address of IPv6, programs also differ in whether they read the brackets.
  const own = [host, host.replaceAll(/[[\]]/g, ""), "127.0.0.1", "localhost"];
  const given = [...NO_PROXY.split(","), ...no_proxy.split(",")].map((name) => name.trim());
  const hosts = new Set([...given.filter((name) => name !== ""), ...own]);
  // A star means every host only if it is alone.
  const list = hosts.has("*") ? "*" : [...hosts].join(",");
  return { NO_PROXY: list, no_proxy: list };
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv, io: Io): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: "inherit" });
    const stopListening = io.onSignal((signal) => {
      // A terminal sends SIGINT to all of its processes, so the command has already received it.
      if (signal !== "SIGINT" || !io.interactive) child.kill(signal);
    });
    child.once("error", (error: NodeJS.ErrnoException) => {
      stopListening();
      io.stderr.write(`fake-connect: cannot run ${program}: ${reason(error)}\n`);
      resolve(error.code === "ENOENT" ? 127 : 126);
    });
    child.once("exit", (code, signal) => {
      stopListening();
      // As in a shell: 128 plus the number of the signal that ended the command.
      resolve(code ?? (signal === null ? 1 : 128 + constants.signals[signal]));
    });
  });
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "command not found";
  if (code === "EACCES") return "it is not executable";
  return message;
}
