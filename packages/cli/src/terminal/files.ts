import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Io } from "./io.ts";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { CliError } from "../errors.ts";

/** Files by the names that the user gave. */
export interface Files {
  /** The text of a file, or of standard input for `-`. */
  readonly read: (name: string) => Promise<string>;
  /** The text in chunks, for what may be large. */
  readonly stream: (name: string) => AsyncIterable<string>;
  /** What a file or standard input holds, not yet taken for text. */
  readonly bytes: (name: string) => Promise<Uint8Array>;
  /** Writes a file in one step: nobody ever sees half of it, also when the program is ended in the middle. */
  readonly write: (name: string, text: string) => Promise<void>;
}

/** Reads and writes the files that the user names; `-` is standard input. */
export function createFiles(io: Io): Files {
  const { cwd = "." } = io;
  async function* chunks(name: string): AsyncGenerator<string | Buffer, void, void> {
    const source: AsyncIterable<string | Buffer> = name === "-" ? io.stdin : createReadStream(resolve(cwd, name));
    try {
      yield* source;
    } catch (error) {
      throw fileError("read", shown(name), error);
    }
  }
  async function* stream(name: string): AsyncGenerator<string, void, void> {
    const decoder = new TextDecoder();
    for await (const chunk of chunks(name)) {
      yield typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }
  return {
    stream,
    async read(name) {
      let text = "";
      for await (const chunk of stream(name)) text += chunk;
      return text;
    },
    async bytes(name) {
      const parts: Buffer[] = [];
      for await (const chunk of chunks(name)) parts.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
      return Buffer.concat(parts);
    },
    async write(name, text) {
      await replaceFile(resolve(cwd, name), text).catch((error: unknown) => {
        throw fileError("written", shown(name), error);
      });
    },
  };
}

function shown(name: string): string {
  return name === "-" ? "Standard input" : name;
}

/**
 * Writes a file in one step: it holds either what it held before, or all of the text. A link stays a link, and a file keeps
 * its mode.
 *
 * @param mode - that of a new file. Default: what the process's umask leaves of 0666.
 */
export async function replaceFile(file: string, text: string, { mode: newMode = 0o666 } = {}): Promise<void> {
  const found = await look(file);
  if (found?.replaceable === false) {
    await writeFile(file, text);
    return;
  }
  const { target = file, mode = newMode } = found ?? {};
  const draft = `${target}.${crypto.randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { flag: "wx", mode });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

interface Found {
  /** A terminal, a pipe or `/dev/null` is written to, not replaced. */
  readonly replaceable: boolean;
  /** Where links lead to. */
  readonly target: string;
  readonly mode: number;
}

async function look(file: string): Promise<Found | undefined> {
  try {
    const [stats, target] = await Promise.all([stat(file), realpath(file)]);
    return { replaceable: stats.isFile(), target, mode: stats.mode & 0o777 };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The error for a file that could not be `read` or `written`; what is no failure of the file system comes back as it is. */
export function fileError(verb: "read" | "written", file: string, cause: unknown): unknown {
  if (cause instanceof CliError) return cause;
  if (!(cause instanceof Error) || !("code" in cause) || typeof cause.code !== "string") return cause;
  return new CliError(
    "file",
    `${file} cannot be ${verb}: ${reasonOf(cause.code, verb)}.`,
    "Check the name and who may use it.",
    { cause },
  );
}

function reasonOf(code: string, verb: "read" | "written"): string {
  if (code === "ENOENT" && verb === "written") return "its folder does not exist";
  return REASONS[code] ?? code;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you are not allowed to",
  EPERM: "you are not allowed to",
  EISDIR: "it is a folder",
  ENOTDIR: "a file is where a folder should be",
  EEXIST: "a file is where a folder should be",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};
