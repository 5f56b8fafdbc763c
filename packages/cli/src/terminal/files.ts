import { createReadStream } from "node:fs";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { CliError } from "../errors.ts";
import type { Io } from "./io.ts";

/** Files that the user names. `-` is standard input. */
export interface Files {
  /** Returns the text of a file. */
  readonly read: (name: string) => Promise<string>;
  /** Returns the text of a file with a secret. Refuses a file that other users of the computer can read. */
  readonly secret: (name: string) => Promise<string>;
  /** Yields the text of a file in chunks, for files that may be large. */
  readonly stream: (name: string) => AsyncIterable<string>;
  /** Returns the bytes of a file, before they are decoded. */
  readonly bytes: (name: string) => Promise<Uint8Array>;
  /** Writes a file atomically: it never contains half of the text, even if the program is killed. */
  readonly write: (name: string, text: string) => Promise<void>;
}

/** Creates the files of the program. Their failures are a CliError of kind `file`. */
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
  const read = async (name: string): Promise<string> => {
    let text = "";
    for await (const chunk of stream(name)) text += chunk;
    return text;
  };
  return {
    stream,
    read,
    async secret(name) {
      if (name !== "-") await refuseReadableByOthers(resolve(cwd, name), name);
      return await read(name);
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

/** @throws CliError of kind `file` for a regular file that its group or everybody can read. */
async function refuseReadableByOthers(file: string, name: string): Promise<void> {
  const stats = await stat(file).catch((error: unknown) => {
    throw fileError("read", name, error);
  });
  // Windows has no mode bits. A pipe, such as <(pass show key), has no other readers.
  if (process.platform === "win32" || !stats.isFile() || (stats.mode & 0o077) === 0) return;
  const octal = (stats.mode & 0o777).toString(8).padStart(4, "0");
  throw new CliError(
    "file",
    `${name} contains a secret and is open to other users of this computer (mode ${octal}).`,
    `Run: chmod 600 '${name}'. Where the mode cannot be changed, pass the secret on standard input: use - instead of the name.`,
  );
}

function shown(name: string): string {
  return name === "-" ? "Standard input" : name;
}

/**
 * Writes a file atomically. A symbolic link remains a link, and an existing file keeps its mode.
 *
 * @param mode - the mode of a new file. Default: 0666 without the process's umask.
 */
export async function replaceFile(file: string, text: string, { mode: newMode = 0o666 } = {}): Promise<void> {
  const existing = await inspect(file);
  if (existing?.replaceable === false) {
    await writeFile(file, text);
    return;
  }
  const { target = file, mode = newMode } = existing ?? {};
  const draft = `${target}.${crypto.randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { flag: "wx", mode });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

interface ExistingFile {
  /** False for a terminal, a pipe or `/dev/null`, which are written to instead. */
  readonly replaceable: boolean;
  /** The file behind symbolic links. */
  readonly target: string;
  readonly mode: number;
}

async function inspect(file: string): Promise<ExistingFile | undefined> {
  try {
    const [stats, target] = await Promise.all([stat(file), realpath(file)]);
    return { replaceable: stats.isFile(), target, mode: stats.mode & 0o777 };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Returns the CliError for a file that could not be read or written. Returns other errors unchanged. */
export function fileError(verb: "read" | "written", file: string, cause: unknown): unknown {
  if (cause instanceof CliError) return cause;
  if (!(cause instanceof Error) || !("code" in cause) || typeof cause.code !== "string") return cause;
  const reason =
    cause.code === "ENOENT" && verb === "written" ? "its folder does not exist" : (REASONS[cause.code] ?? cause.code);
  return new CliError("file", `${file} cannot be ${verb}: ${reason}.`, "Check the name and its permissions.", {
    cause,
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};
