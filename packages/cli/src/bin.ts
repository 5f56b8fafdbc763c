/* Entry of the `connect-users` program: connects `main` to the streams, environment and signals of this process. */
import { closeSync, openSync } from "node:fs";
import { ReadStream, WriteStream } from "node:tty";
import { setFlagsFromString } from "node:v8";
import { main } from "./main.ts";
import type { Io, Output, Terminal } from "./terminal/io.ts";

// Their output is as long as the list of users.
if (["list", "export"].includes(process.argv[2] ?? "")) saveMemory();
const input = { isOpen: false };
process.exitCode = await main(process.argv.slice(2), processIo());
// An input that was not read to its end, such as a pipe that stays open, would keep the process alive.
if (input.isOpen) process.stdin.destroy();

/**
 * Collects garbage early. While memory is free, V8 keeps 40 MB of users that were printed already. Only for versions of V8 whose
 * flags are known: Node 20 to 24.
 */
function saveMemory(): void {
  if (!/^1[123]\./.test(process.versions.v8)) return;
  setFlagsFromString("--optimize-for-size");
  setFlagsFromString("--semi-space-growth-factor=1");
}

/** Returns the streams, environment and Ctrl-C of this process. */
function processIo(): Io {
  const interruption = new AbortController();
  const interrupt = (): void => {
    // With the listeners gone, a second Ctrl-C ends the process immediately. SIGHUP: the terminal was closed.
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt).off("SIGHUP", interrupt);
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt).on("SIGHUP", interrupt);
  return {
    stdout: output(process.stdout),
    stderr: quiet(output(process.stderr)),
    // A getter, because opening standard input is slow and most commands never read it.
    get stdin() {
      input.isOpen = true;
      return process.stdin;
    },
    env: process.env,
    signal: interruption.signal,
    openTerminal,
  };
}

/** Opens the terminal that controls this process; `undefined` for a cron job, and on Windows. */
function openTerminal(): Terminal | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync("/dev/tty", "r+");
    // Two streams on two descriptors: each closes its own.
    const input = new ReadStream(descriptor);
    const screen = new WriteStream(openSync("/dev/tty", "r+"));
    return {
      input,
      output: output(screen),
      close() {
        input.destroy();
        screen.destroy();
      },
    };
  } catch {
    if (descriptor !== undefined) closeSync(descriptor);
    return undefined;
  }
}

/** An output whose writes can be awaited. */
interface AwaitedOutput extends Output {
  write(text: string): Promise<void>;
}

/** Returns an output whose failures are ignored: messages that nobody can read must not end a command halfway. */
function quiet(messages: AwaitedOutput): Output {
  return {
    write: (text) => messages.write(text).catch(() => undefined),
    isTTY: messages.isTTY,
    get columns() {
      return messages.columns;
    },
  };
}

function output(stream: NodeJS.WriteStream): AwaitedOutput {
  // The writer gets the error through its promise. Without a listener it would also end the process.
  stream.on("error", () => undefined);
  return {
    write: (text) =>
      new Promise<void>((resolve, reject) => {
        stream.write(text, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
    isTTY: stream.isTTY,
    // A getter, because the terminal can be resized.
    get columns() {
      return stream.columns;
    },
  };
}
