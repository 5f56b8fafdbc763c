import { readFile } from "node:fs/promises";
import type { FakeConnect, FakeServer } from "../fake-connect-types.ts";
import { createFakeConnect } from "../fake-connect.ts";
import { PROVIDERS, type FakeConnectOptions, type Provider } from "../options.ts";
import { isSnapshot } from "../snapshot.ts";
import { randomKey } from "../state/ids.ts";
import { InvalidInput, validate } from "../validate.ts";
import { UsageError, type Flags } from "./command-line.ts";

/** A fake that listens, and the administrator's key. */
export interface StartedServer extends FakeServer {
  readonly apiKey: string;
}

/**
 * Creates a fake from the flags, and listens.
 *
 * @throws UsageError if a flag or the data file is invalid, or the address cannot be bound.
 */
export async function startServer(flags: Flags, defaultPort: number): Promise<StartedServer> {
  const { host = "127.0.0.1", port = defaultPort, latency = 0, control = false, ui = false, data } = flags;
  const options = readOptions(flags);
  const file = data === undefined ? {} : await readDataFile(data);
  // A snapshot brings a seed of its own, but does not make the key known.
  const key = flags.apiKey ?? (flags.seed === undefined ? randomKey() : undefined);
  const fake = create({ ...file.options, ...options, ...(key !== undefined && { apiKey: key }) }, data);
  file.load?.(fake);
  checkAutoApprove(fake, flags.autoApprove);
  try {
    return { ...(await fake.listen({ host, port, latency, control, ui })), apiKey: fake.apiKey };
  } catch (error) {
    throw error instanceof Error && error.name === "ListenError"
      ? new UsageError(error.message, { cause: error })
      : error;
  }
}

/** Options that are not given are left to the defaults of the library, except for the clock. */
function readOptions(flags: Flags): FakeConnectOptions {
  const {
    users,
    empty = false,
    data,
    seed,
    journalLimit,
    maxRequestBytes,
    connectVersion: version,
    cors = false,
  } = flags;
  const license = flags.license ?? flags.licence;
  if (empty && users !== undefined) throw contradiction("empty", "users");
  if (empty && data !== undefined) throw contradiction("empty", "data");
  return {
    // Clients on a port usually cannot set the clock, and compare times with their own.
    now: flags.now ?? "system",
    cors,
    empty,
    provider: readProvider(flags.provider),
    url: `http://connect.test${readPrefix(flags.prefix)}`,
    ...(users !== undefined && { users }),
    ...(seed !== undefined && { seed }),
    ...(flags.bootstrapSecret !== undefined && { bootstrapSecret: flags.bootstrapSecret }),
    ...(flags.autoApprove !== undefined && { oauth: { autoApprove: flags.autoApprove } }),
    ...(license !== undefined && { license: { users: license } }),
    ...(journalLimit !== undefined && { journalLimit }),
    ...(maxRequestBytes !== undefined && { maxRequestBytes }),
    ...(version !== undefined && { version }),
  };
}

/** An empty server gets its users later. */
function checkAutoApprove({ users }: FakeConnect, name: string | undefined): void {
  if (name === undefined || users.length === 0) return;
  const user = users.find(({ username, guid }) => username === name || guid === name.toLowerCase());
  if (user === undefined) throw new UsageError(`--auto-approve is "${name}"; there is no such user`);
  if (user.locked) throw new UsageError(`--auto-approve is "${name}"; this user is locked`);
}

function contradiction(flag: string, other: string): UsageError {
  return new UsageError(`--${flag} and --${other} cannot be combined`);
}

function readProvider(name = "password"): Provider {
  const provider = PROVIDERS.find((candidate) => candidate === name);
  if (provider === undefined) throw new UsageError(`--provider is "${name}"; allowed: ${PROVIDERS.join(", ")}`);
  return provider;
}

function readPrefix(prefix = ""): string {
  const path = prefix.replace(/^\/*/, "/").replace(/\/+$/, "");
  if (/[?#\s\\]/.test(path)) throw new UsageError(`--prefix is "${prefix}"; allowed: a path such as /rsc`);
  return path;
}

function create(options: FakeConnectOptions, file = ""): FakeConnect {
  try {
    return createFakeConnect(options);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    // The message has the library's name of the option, which is a file here, and differs from the flag for some.
    throw new UsageError(error.message.replace(/^data\./, `${file}: `), { cause: error });
  }
}

/** What a data file makes of a fake. */
interface DataFile {
  readonly options?: Pick<FakeConnectOptions, "seed" | "data">;
  /** Fills the new fake. */
  readonly load?: (fake: FakeConnect) => void;
}

/** Reads a data file: a snapshot, or users, groups and content as described in the README. */
async function readDataFile(file: string): Promise<DataFile> {
  const data = await readJsonFile(file);
  if (isSnapshot(data)) {
    return {
      // It determines the keys.
      options: { seed: data.seed },
      load: (fake) => {
        withFileName(file, () => {
          fake.restore(data);
        });
      },
    };
  }
  return { options: { data: withFileName(file, () => validate("Seed", data)) } };
}

/** Puts the name of the file in front of error messages. */
function withFileName<T>(file: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new UsageError(`${file}: ${error.message}`, { cause: error });
  }
}

async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file}: ${reason(error)}`, { cause: error });
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${reason(error)}`, { cause: error });
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "there is no such file";
  if ("code" in error && error.code === "EISDIR") return "it is a directory; allowed: a JSON file";
  // The parser quotes the file, including its line breaks.
  return error.message.replaceAll(/\s+/g, " ");
}
