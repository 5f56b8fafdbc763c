/* Entry of the `connect-users` program: connects `main` to the streams, environment and signals of this process. */
import { main } from "./main.ts";
import type { Io, Output } from "./terminal/io.ts";

process.exitCode = await main(process.argv.slice(2), processIo());

/** Returns the streams, environment and Ctrl-C of this process. */
function processIo(): Io {
  const interruption = new AbortController();
  const interrupt = (): void => {
    // With the listeners gone, a second Ctrl-C ends the process immediately.
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    // A getter, because opening standard input is slow and most commands never read it.
    get stdin() {
      return process.stdin;
    },
    env: process.env,
    signal: interruption.signal,
  };
}

function output(stream: NodeJS.WriteStream): Output {
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
