/* Entry of the `connect-users` program: connects `main` to the streams, environment and signals of this process. */
import { closeSync, openSync } from "node:fs";
import { ReadStream, WriteStream } from "node:tty";
import { main } from "./main.ts";
import type { Io, Output, Terminal } from "./terminal/io.ts";

const input = { isOpen: false };
process.exitCode = await main(process.argv.slice(2), processIo());
// An input that was not read to its end, such as a pipe that stays open, would keep the process alive.
if (input.isOpen) process.stdin.destroy();

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
