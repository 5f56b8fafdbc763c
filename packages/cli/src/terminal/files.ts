import { untilAborted } from "@connect-sdk/api/internal";
import { closeSync, createReadStream, fstatSync, openSync, readFileSync, writeSync } from "node:fs";
import { TextDecoder } from "node:util";
import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { CliError, usageError } from "../errors.ts";
import type { Io, Output } from "./io.ts";

/** Files that the user names. `-` is standard input. */
export interface Files {
  /** Returns the text of a file. */
  readonly read: (name: string) => Promise<string>;
  /** Returns the text of a file with a secret. Refuses a file that other users of the computer can read. */
  readonly secret: (name: string) => Promise<string>;
  /** Yields the text of a file in chunks, for files that may be large. */
  readonly stream: (name: string) => AsyncIterable<string>;
  /** Returns the bytes of a file of at most 200 MB, before they are decoded. */
  readonly bytes: (name: string) => Promise<Uint8Array>;
  /**
   * Writes a file atomically: it never contains half of the text, even if the program is killed. With `isPrivate`, only the user who
   * runs the program can read it.
   */
  readonly write: (name: string, text: string, options?: { readonly isPrivate?: boolean }) => Promise<void>;
  /** Starts a file that is written in pieces. It gets its name when it is complete. */
  readonly create: (name: string) => Promise<Draft>;
  /** Opens a file to add to it, and creates it if it is missing. */
  readonly append: (name: string) => Promise<AppendedFile>;
  /** Returns whether two names are the same file, also through links. Names of missing files are compared as paths. The first can be `-`. */
  readonly isSame: (one: string, other: string) => Promise<boolean>;
}

/** A file that grows. */
export interface AppendedFile {
  /** What it contained when it was opened. */
  readonly content: string;
  /** Returns when the text is written, so that it survives the end of this process. */
  readonly write: (text: string) => void;
  readonly close: () => void;
}

/** A file that is being written. Exactly one of `finish` and `discard` ends it. */
export interface Draft {
  readonly write: (text: string) => Promise<void>;
  /** Replaces the file of this name. */
  readonly finish: () => Promise<void>;
  /** Leaves the file of this name as it was. */
  readonly discard: () => Promise<void>;
}

/**
 * Creates the files of the program. Their failures are a CliError of kind `file`.
 *
 * @param options.output - the file of `--output`. Using it for anything else is an error: the result would replace it.
 */
export function createFiles(io: Io, { output }: { readonly output?: string | undefined } = {}): Files {
  const { cwd = "." } = io;
  const isSame = async (one: string, other: string): Promise<boolean> => {
    if (one === "-") return await isStdin(other);
    const [a, b] = [resolve(cwd, one), resolve(cwd, other)];
    if (a === b) return true;
    const [first, second] = await Promise.all([identify(a), identify(b)]);
    return first !== undefined && first === second;
  };
  async function* chunks(name: string): AsyncGenerator<string | Buffer, void, void> {
    if (output !== undefined && (await isSame(name, output))) {
      throw usageError(`--output would overwrite ${shown(name)}.`, "Choose another name for the output.");
    }
    const source: AsyncIterable<string | Buffer> =
      name === "-" ? untilAborted(io.stdin, io.signal) : createReadStream(resolve(cwd, name));
    try {
      yield* source;
    } catch (error) {
      throw fileError("read", shown(name), error);
    }
  }
  const isStdin = async (name: string): Promise<boolean> => {
    const descriptor = "fd" in io.stdin && typeof io.stdin.fd === "number" ? `/dev/fd/${io.stdin.fd}` : undefined;
    if (descriptor === undefined) return false;
    const input = await identify(descriptor);
    return input !== undefined && input === (await identify(resolve(cwd, name)));
  };
  const requireOther = async (name: string): Promise<void> => {
    if (output === undefined || !(await isSame(name, output))) return;
    throw usageError(
      `--output would overwrite ${name}, which this command writes, too.`,
      "Choose another name for the output.",
    );
  };
  async function* stream(name: string): AsyncGenerator<string, void, void> {
    let decoder: TextDecoder | undefined;
    for await (const chunk of chunks(name)) {
      if (typeof chunk === "string") yield chunk;
      else yield (decoder ??= decoderFor(chunk)).decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? "";
  }
  const read = async (name: string): Promise<string> => {
    let text = "";
    for await (const chunk of stream(name)) text += chunk;
    return text;
  };
  return {
    stream,
    read,
    isSame,
    async secret(name) {
      const text = await read(name);
      if (name !== "-") await refuseReadableByOthers(resolve(cwd, name), name);
      return text;
    },
    async bytes(name) {
      const parts: Buffer[] = [];
      let length = 0;
      for await (const chunk of chunks(name)) {
        const part = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
        length += part.length;
        if (length > MAX_BYTES) throw usageError(`${shown(name)} is larger than 200 MB.`, "Split it.");
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
    async write(name, text, options) {
      await requireOther(name);
      await replaceFile(resolve(cwd, name), text, options).catch((error: unknown) => {
        throw fileError("written", shown(name), error);
      });
    },
    async append(name) {
      await requireOther(name);
      const file = resolve(cwd, name);
      const explained = <Result>(verb: "read" | "written", act: () => Result): Result => {
        try {
          return act();
        } catch (error) {
          throw fileError(verb, name, error);
        }
      };
      const descriptor = explained("written", () => openSync(file, "a+"));
      let open = true;
      const close = (): void => {
        if (open) closeSync(descriptor);
        open = false;
      };
      try {
        const isFile = fstatSync(descriptor).isFile();
        // A device such as `/dev/full` has nothing to continue.
        const content = isFile ? explained("read", () => readFileSync(descriptor, "utf8")) : "";
        return {
          content,
          write: (text) => {
            explained("written", () => writeSync(descriptor, text));
          },
          close,
        };
      } catch (error) {
        close();
        throw error;
      }
    },
    async create(name) {
      await requireOther(name);
      const explain = (error: unknown): never => {
        throw fileError("written", name, error);
      };
      const draft = await startDraft(resolve(cwd, name)).catch(explain);
      return {
        write: (text) => draft.write(text).catch(explain),
        finish: () => draft.finish().catch(explain),
        discard: draft.discard,
      };
    },
  };
}

const MAX_BYTES = 200_000_000;

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
    `Run \`chmod 600 '${name}'\`. Where the mode cannot be changed, pass the secret on standard input: use - instead of the name.`,
  );
}

/** Windows PowerShell writes UTF-16, even with `>`. */
function decoderFor(start: Uint8Array): TextDecoder {
  return new TextDecoder(start[0] === 0xff && start[1] === 0xfe ? "utf-16le" : "utf-8");
}

/** Where a command prints. */
export interface Destination {
  /** The outside world with this destination as its standard output. */
  readonly io: Io;
  /** Completes the output. */
  readonly finish: () => Promise<void>;
  /** Removes an output that is not complete. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens the file of `--output`, before the command does anything. Default: standard output.
 *
 * A failure to write is a CliError of kind `file`, except for `EPIPE`: the reader of a pipe may stop early.
 */
export async function openDestination(output: string | undefined, io: Io): Promise<Destination> {
  // Not a spread, which would open standard input.
  const printTo = (stdout: Output): Io => ({
    stdout,
    stderr: io.stderr,
    env: io.env,
    get stdin() {
      return io.stdin;
    },
  });
  if (output === undefined) {
    const { stdout } = io;
    const write = async (text: string): Promise<void> => {
      try {
        await stdout.write(text);
      } catch (error) {
        const closed = error instanceof Error && "code" in error && error.code === "EPIPE";
        throw closed ? error : fileError("written", "Standard output", error);
      }
    };
    const nothing = (): Promise<void> => Promise.resolve();
    const printed: Output = {
      write,
      isTTY: stdout.isTTY,
      get columns() {
        return stdout.columns;
      },
    };
    return { io: printTo(printed), finish: nothing, discard: nothing };
  }
  const draft = await createFiles(io).create(output);
  let open = true;
  const end = async (how: () => Promise<void>): Promise<void> => {
    if (!open) return;
    open = false;
    await how();
  };
  return { io: printTo({ write: draft.write }), finish: () => end(draft.finish), discard: () => end(draft.discard) };
}

function shown(name: string): string {
  return name === "-" ? "Standard input" : name;
}

/** Returns the identity of a regular file; `undefined` for others, which several programs can share. */
async function identify(file: string): Promise<string | undefined> {
  const stats = await stat(file, { bigint: true }).catch(() => undefined);
  return stats?.isFile() === true ? `${stats.dev}:${stats.ino}` : undefined;
}

/**
 * Writes a file atomically. A symbolic link remains a link, and an existing file keeps its mode and owner.
 *
 * @param mode - the mode of a new file. Default: 0666 without the process's umask.
 */
export async function replaceFile(file: string, text: string, options: DraftOptions = {}): Promise<void> {
  const draft = await startDraft(file, options);
  try {
    await draft.write(text);
    await draft.finish();
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

interface DraftOptions {
  /** The mode of a new file. */
  readonly mode?: number;
  /** Mode 0600, even if the file exists. */
  readonly isPrivate?: boolean;
}

async function startDraft(
  file: string,
  { mode: newMode = 0o666, isPrivate = false }: DraftOptions = {},
): Promise<Draft> {
  const found = await inspect(file);
  const existing = found !== undefined && isPrivate ? { ...found, mode: 0o600 } : found;
  if (existing?.replaceable === false) {
    const handle = await open(file, "w");
    const close = (): Promise<void> => handle.close();
    return { write: (text) => writeAll(handle, text), finish: close, discard: close };
  }
  const { target = file } = existing ?? {};
  const name = `${target}.${crypto.randomUUID()}.tmp`;
  const handle = await open(name, "wx", existing?.mode ?? (isPrivate ? 0o600 : newMode));
  const discard = async (): Promise<void> => {
    await handle.close().catch(() => undefined);
    await rm(name, { force: true });
  };
  return {
    write: (text) => writeAll(handle, text),
    discard,
    async finish() {
      try {
        if (existing !== undefined) await keepOwner(handle, existing);
        // On the disk before the name is, so that a power failure leaves no empty file.
        await handle.sync();
        await handle.close();
        await rename(name, target);
      } catch (error) {
        await discard();
        throw error;
      }
    },
  };
}

async function writeAll(handle: FileHandle, text: string): Promise<void> {
  await handle.writeFile(text);
}

/** Opening a file applies the umask, and the owner is who runs the program. Only root can give a file away. */
async function keepOwner(handle: FileHandle, { mode, uid, gid }: ExistingFile): Promise<void> {
  await handle.chown(uid, gid).catch(() => undefined);
  await handle.chmod(mode);
}

interface ExistingFile {
  /** False for a terminal, a pipe or `/dev/null`, which are written to instead. */
  readonly replaceable: boolean;
  /** The file behind symbolic links. */
  readonly target: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

async function inspect(file: string): Promise<ExistingFile | undefined> {
  try {
    const [stats, target] = await Promise.all([stat(file), realpath(file)]);
    if (stats.isDirectory()) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
    return { replaceable: stats.isFile(), target, mode: stats.mode & 0o777, uid: stats.uid, gid: stats.gid };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Creates a folder and those above it. Node's own `recursive` never returns in a file system such as /proc. */
export async function createFolder(folder: string, mode?: number): Promise<void> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  if (exists) return;
  if (dirname(folder) !== folder) await createFolder(dirname(folder), mode);
  await mkdir(folder, { mode }).catch((error: unknown) => {
    // Another process was faster.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
}

/** Returns the CliError for a file that could not be read or written. Returns other errors unchanged. */
export function fileError(verb: "read" | "written", file: string, cause: unknown): unknown {
  if (cause instanceof CliError) return cause;
  if (!(cause instanceof Error) || !("code" in cause) || typeof cause.code !== "string") return cause;
  const { code } = cause;
  const reason = code === "ENOENT" && verb === "written" ? "its folder does not exist" : (REASONS[code] ?? code);
  const fix = FULL.has(code) ? "Free some space, or write to another disk." : "Check the name and its permissions.";
  return new CliError("file", `${file} cannot be ${verb}: ${reason}.`, fix, { cause });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  ENAMETOOLONG: "its name is too long",
  EROFS: "the file system is read-only",
  EIO: "the disk or its connection failed",
  ENOSPC: "the disk is full",
  EDQUOT: "your disk quota is used up",
  EFBIG: "it would be larger than is allowed here",
};

const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
