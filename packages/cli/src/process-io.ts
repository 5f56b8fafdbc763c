import type { Io, Output } from "./io.ts";

/** The real streams, environment and Ctrl-C of this process. */
export function processIo(): Io {
  const interruption = new AbortController();
  const interrupt = (): void => {
    // A second Ctrl-C finds no listener any more and ends the process at once.
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    interruption.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    // Opening standard input has a cost, and most commands never read it.
    get stdin() {
      return process.stdin;
    },
    env: process.env,
    signal: interruption.signal,
  };
}

function output(stream: NodeJS.WriteStream): Output {
  // The writer learns of a failure through its promise; without a listener the process would die of it as well.
  stream.on("error", ignore);
  return {
    write: (text) =>
      new Promise<void>((resolve, reject) => {
        stream.write(text, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
    isTTY: stream.isTTY,
    // Asked for again each time, because a window can be resized.
    get columns() {
      return stream.columns;
    },
  };
}

function ignore(): void {
  // See above.
}
