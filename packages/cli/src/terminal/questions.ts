import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { CliError, usageError } from "../errors.ts";
import type { Input, Io, Output } from "./io.ts";

/** Prompts for the person at the terminal. Without a terminal every prompt throws a CliError of kind `usage`. */
export interface Questions {
  /** Whether standard error is a terminal, and so is standard input or, if that is a pipe, the terminal can be opened. */
  readonly possible: boolean;
  /** Whether standard input is a terminal, so that nothing but answers can be read from it. */
  readonly isDirect: boolean;
  readonly text: (question: string) => Promise<string>;
  /** Reads an answer without echoing it. */
  readonly secret: (question: string) => Promise<string>;
  /** Asks for yes or no. Default: no. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/**
 * Creates prompts that write to standard error and read from standard input. While standard input is a pipe or a file, they
 * write to the terminal itself and read from it.
 */
export function createQuestions(io: Io): Questions {
  // Functions, because most commands never prompt and need not open standard input.
  const isDirect = (): boolean => io.stdin.isTTY === true;
  const isPossible = (): boolean => {
    // Without it, nobody has seen what the question is about.
    if (io.stderr.isTTY !== true) return false;
    if (isDirect()) return true;
    const terminal = io.openTerminal?.();
    terminal?.close();
    return terminal !== undefined;
  };
  const ask = async (question: string, options: AnswerOptions): Promise<string> => {
    const terminal = !isPossible() || isDirect() ? undefined : io.openTerminal?.();
    if (terminal === undefined && !isPossible()) {
      throw usageError("Cannot prompt: not a terminal.", "Pass the answer as a flag (see --help).");
    }
    try {
      const streams = { input: terminal?.input ?? io.stdin, output: terminal?.output ?? io.stderr, signal: io.signal };
      return await readAnswer(question, streams, options);
    } finally {
      terminal?.close();
    }
  };
  return {
    get possible() {
      return isPossible();
    },
    get isDirect() {
      return isDirect();
    },
    text: (question) => ask(`${question}: `, { echo: true }),
    secret: (question) => ask(`${question}: `, { echo: false }),
    confirm: async (question) => {
      const answer = await ask(`${question} [y/N] `, { echo: true, atEnd: "" });
      return /^y(es)?$/i.test(answer.trim());
    },
  };
}

interface AnswerOptions {
  readonly echo: boolean;
  /** The answer of a person who ends the input (Ctrl-D). Without it, that interrupts the command. */
  readonly atEnd?: string;
}

async function readAnswer(
  question: string,
  { input, output: screen, signal }: { input: Input; output: Output; signal: AbortSignal | undefined },
  { echo, atEnd }: AnswerOptions,
): Promise<string> {
  // readline handles editing either way; whether the input is visible depends only on where readline writes.
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (echo) screen.write(chunk.toString());
      done();
    },
  });
  const lines = createInterface({ input, output, terminal: true, historySize: 0 });
  // Written only after readline turned off the terminal's echo, so that a fast typist does not reveal the secret.
  if (!echo) screen.write(question);
  try {
    return await new Promise((resolve, reject) => {
      let isSettled = false;
      const interrupt = (): void => {
        if (isSettled) return;
        isSettled = true;
        if (echo) screen.write("\n");
        reject(new CliError("interrupted", "Interrupted.", "Run the command again."));
      };
      lines.once("SIGINT", interrupt);
      lines.once("close", () => {
        if (atEnd === undefined) interrupt();
        else if (!isSettled) {
          screen.write("\n");
          resolve(atEnd);
        }
      });
      signal?.addEventListener("abort", interrupt, { once: true });
      if (signal?.aborted === true) interrupt();
      lines.question(echo ? question : "", (answer) => {
        isSettled = true;
        resolve(answer);
      });
    });
  } finally {
    lines.close();
    if (!echo) screen.write("\n");
  }
}
