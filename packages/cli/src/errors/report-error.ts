import type { Io } from "../io.ts";
import { safeJson, safeText } from "../output/safe-text.ts";
import { styleFor } from "../output/style.ts";
import { isBrokenPipe } from "./broken-pipe.ts";
import { describeError } from "./describe-error.ts";
import { EXIT, exitCodeOf } from "./exit-codes.ts";

/** How errors are to be written. */
export interface ReportOptions {
  /** One line of JSON instead of two lines of text. */
  readonly json: boolean;
  /** Adds the stack of an error that nobody expected. */
  readonly debug: boolean;
}

/** Writes an error to standard error, without a stack trace, and returns the exit code that goes with it. */
export async function reportError(error: unknown, io: Io, options: ReportOptions): Promise<number> {
  if (isBrokenPipe(error)) return EXIT.done;

  const { kind, message, fix } = describeError(error);
  const style = styleFor(io.stderr, io.env);
  const text = options.json
    ? `${safeJson(JSON.stringify({ error: { kind, message, fix } }))}\n`
    : `${style("red", "error:")} ${safeText(message)}\n${style("bold", "fix:")} ${safeText(fix)}\n`;
  await io.stderr.write(text);
  if (kind === "bug" && options.debug && error instanceof Error) await io.stderr.write(`${error.stack ?? ""}\n`);
  return exitCodeOf(kind);
}
