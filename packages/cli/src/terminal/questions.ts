import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { CliError, usageError } from "../errors.ts";
import type { Io } from "./io.ts";

/** Prompts for the person at the terminal. Without a terminal every prompt throws a CliError of kind `usage`. */
export interface Questions {
  /** Whether standard input and standard error are a terminal. */
  readonly possible: boolean;
  readonly text: (question: string) => Promise<string>;
  /** Reads an answer without echoing it. */
  readonly secret: (question: string) => Promise<string>;
  /** Asks for yes or no. Default: no. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/** Creates prompts that write to standard error and read from standard input. */
export function createQuestions(io: Io): Questions {
  // A function, because most commands never prompt and need not open standard input.
  const isPossible = (): boolean => io.stderr.isTTY === true && io.stdin.isTTY === true;
  const ask = async (question: string, options: AnswerOptions): Promise<string> => {
    if (!isPossible()) {
      throw usageError("Cannot prompt: not a terminal.", "Pass the answer as a flag (see --help).");
    }
    return await readAnswer(question, io, options);
  };
  return {
    get possible() {
      return isPossible();
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
  { stdin, stderr, signal }: Io,
  { echo, atEnd }: AnswerOptions,
): Promise<string> {
  // readline handles editing either way; whether the input is visible depends only on where readline writes.
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (echo) stderr.write(chunk.toString());
      done();
    },
  });
  const lines = createInterface({ input: stdin, output, terminal: true, historySize: 0 });
  // Written only after readline turned off the terminal's echo, so that a fast typist does not reveal the secret.
  if (!echo) stderr.write(question);
  try {
    return await new Promise((resolve, reject) => {
      const interrupt = (): void => {
        if (echo) stderr.write("\n");
        reject(new CliError("interrupted", "Interrupted.", "Run the command again."));
      };
      lines.once("SIGINT", interrupt);
      lines.once("close", () => {
        if (atEnd === undefined) interrupt();
        else {
          stderr.write("\n");
          resolve(atEnd);
        }
      });
      signal?.addEventListener("abort", interrupt, { once: true });
      lines.question(echo ? question : "", resolve);
    });
  } finally {
    lines.close();
    if (!echo) stderr.write("\n");
  }
}
