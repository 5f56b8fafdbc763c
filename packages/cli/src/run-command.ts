import type { Invocation } from "./command.ts";
import { createContext } from "./create-context.ts";
import { isBrokenPipe } from "./errors/broken-pipe.ts";
import { EXIT } from "./errors/exit-codes.ts";
import type { Io } from "./io.ts";
import { readFormat } from "./output/format.ts";
import { render } from "./output/render.ts";

/** Runs a command and prints what it returns. Gives the exit code. */
export async function runCommand(invocation: Invocation, io: Io): Promise<number> {
  const format = readFormat(invocation.flags);
  const end = new AbortController();
  const forward = (): void => {
    end.abort(io.signal?.reason);
  };
  io.signal?.addEventListener("abort", forward, { once: true });
  if (io.signal?.aborted === true) forward();
  try {
    const result = await invocation.run(createContext(invocation.flags, io, end.signal));
    await render(result, format, io).catch((error: unknown) => {
      // Who reads no further must still learn from the exit code that rows failed.
      if (!isBrokenPipe(error)) throw error;
    });
    if (result.error !== undefined) throw result.error;
    return result.exitCode ?? EXIT.done;
  } finally {
    io.signal?.removeEventListener("abort", forward);
    // Whatever is still under way, such as the next page of a list that nobody reads on, is of no use any more.
    end.abort();
  }
}
