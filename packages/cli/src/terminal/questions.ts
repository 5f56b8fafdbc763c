import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { CliError, usageError } from "../errors.ts";
import type { Io } from "./io.ts";

/** Questions to the person at the terminal. Without a terminal they fail and say which flag to use instead. */
export interface Questions {
  /** Whether anybody is there to answer. */
  readonly possible: boolean;
  readonly text: (question: string) => Promise<string>;
  /** Reads without showing what is typed. */
  readonly secret: (question: string) => Promise<string>;
  /** Yes or no; no is the default. */
  readonly confirm: (question: string) => Promise<boolean>;
}

/** Questions on standard error, answers from standard input; only where a person sits at both. */
export function createQuestions(io: Io): Questions {
  // Looked at late: most commands ask nothing, and need not open standard input.
  const isPossible = (): boolean => io.stderr.isTTY === true && io.stdin.isTTY === true;
  const ask = async (question: string, options: { echo: boolean }): Promise<string> => {
    if (!isPossible()) {
      throw usageError(`Nobody is at a terminal to answer: ${question}`, "Say it with flags; see `--help`.");
    }
    return await readAnswer(question, io, options);
  };
  return {
    get possible() {
      return isPossible();
    },
    text: (question) => ask(`${question}: `, { echo: true }),
    secret: (question) => ask(`${question}: `, { echo: false }),
    confirm: async (question) => /^y(es)?$/i.test((await ask(`${question} [y/N] `, { echo: true })).trim()),
  };
}

async function readAnswer(
  question: string,
  { stdin, stderr, signal }: Io,
  { echo }: { echo: boolean },
): Promise<string> {
  // What is typed is edited by readline in any case; whether it is seen is only a matter of where readline writes.
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (echo) stderr.write(chunk.toString());
      done();
    },
  });
  const lines = createInterface({ input: stdin, output, terminal: true, historySize: 0 });
  // Asked only now that the terminal no longer echoes by itself: who answers at once must not see the secret either.
  if (!echo) stderr.write(question);
  try {
    return await new Promise((resolve, reject) => {
      const interrupt = (): void => {
        if (echo) stderr.write("\n");
        reject(new CliError("interrupted", "Interrupted.", "Run the command again."));
      };
      lines.once("SIGINT", interrupt);
      lines.once("close", interrupt);
      signal?.addEventListener("abort", interrupt, { once: true });
      lines.question(echo ? question : "", resolve);
    });
  } finally {
    lines.close();
    if (!echo) stderr.write("\n");
  }
}
