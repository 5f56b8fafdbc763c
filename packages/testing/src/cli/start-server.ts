import { readFile } from "node:fs/promises";
import type { FakeConnect, FakeServer } from "../fake-connect-types.ts";
import { createFakeConnect } from "../fake-connect.ts";
import type { FakeConnectOptions } from "../options.ts";
import { isSnapshot } from "../snapshot.ts";
import { randomKey } from "../state/ids.ts";
import { InvalidInput, validate } from "../validate.ts";
import { kebabCase, UsageError, type Flags } from "./command-line.ts";

/** A fake that listens, and the administrator's key. */
export interface StartedServer extends FakeServer {
  readonly apiKey: string;
}

/**
 * Creates a fake from the flags, and listens.
 *
 * @throws UsageError if a flag or a file is invalid, or the address cannot be bound.
 */
export async function startServer(flags: Flags, defaultPort: number): Promise<StartedServer> {
  const { host = "127.0.0.1", port = defaultPort, latency = 0, control = false, ui = false, data } = flags;
  const options = await readOptions(flags);
  const file = data === undefined ? {} : await readDataFile(data);
  // A snapshot brings a seed of its own, but does not make the key known.
  const key = options.apiKey ?? (options.seed === undefined ? randomKey() : undefined);
  const fake = create({ ...file.options, ...options, ...(key !== undefined && { apiKey: key }) }, flags);
  file.load?.(fake);
  checkAutoApprove(fake, options.oauth?.autoApprove, flags);
  try {
    return { ...(await fake.listen({ host, port, latency, control, ui })), apiKey: fake.apiKey };
  } catch (error) {
    throw error instanceof Error && error.name === "ListenError"
      ? new UsageError(error.message, { cause: error })
      : error;
  }
}

/** Merges the options of the file and of the flags. Others are left to the defaults of the library, except for the clock. */
async function readOptions(flags: Flags): Promise<FakeConnectOptions> {
  const { empty, users, data, options: file } = flags;
  if (empty === true && users !== undefined) throw contradiction("--empty", "--users");
  if (empty === true && data !== undefined) throw contradiction("--empty", "--data");
  const fromFile = file === undefined ? {} : await readOptionsFile(file);
  if (fromFile.empty === true && users !== undefined) throw contradiction("--users", `"empty" in ${String(file)}`);
  if (fromFile.empty === true && data !== undefined) throw contradiction("--data", `"empty" in ${String(file)}`);
  if (fromFile.data !== undefined && data !== undefined) throw contradiction("--data", `"data" in ${String(file)}`);
  const fromFlags = optionsOfFlags(flags);
  const merged = (name: "settings" | "assumptions" | "roleMapping" | "oauth") =>
    fromFlags[name] !== undefined && { [name]: { ...fromFile[name], ...fromFlags[name] } };
  return {
    // Clients on a port usually cannot set the clock, and compare times with their own.
    now: "system",
    ...fromFile,
    ...fromFlags,
    ...merged("settings"),
    ...merged("assumptions"),
    ...merged("roleMapping"),
    ...merged("oauth"),
    url: `http://connect.test${readPrefix(flags.prefix)}`,
  };
}

function optionsOfFlags(flags: Flags): FakeConnectOptions {
  const { users, empty, seed, apiKey, now, cors, journalLimit, maxRequestBytes, bootstrapSecret } = flags;
  const { autoApprove, connectVersion: version } = flags;
  const license = flags.license ?? flags.licence;
  return {
    ...checkedChoices(flags),
    ...(users !== undefined && { users }),
    ...(empty !== undefined && { empty }),
    ...(seed !== undefined && { seed }),
    ...(apiKey !== undefined && { apiKey }),
    ...(now !== undefined && { now }),
    ...(cors !== undefined && { cors }),
    ...(bootstrapSecret !== undefined && { bootstrapSecret }),
    ...(autoApprove !== undefined && { oauth: { autoApprove } }),
    ...(license !== undefined && { license: { users: license } }),
    ...(journalLimit !== undefined && { journalLimit }),
    ...(maxRequestBytes !== undefined && { maxRequestBytes }),
    ...(version !== undefined && { version }),
  };
}

type Choices = Pick<FakeConnectOptions, "provider" | "groups" | "roleMapping" | "settings" | "assumptions">;

/** Returns the options whose names and values the library checks. Messages name the flag instead of the option. */
function checkedChoices({ provider, groups, roleMapping, setting, assume }: Flags): Choices {
  try {
    return validate("Options", {
      ...(provider !== undefined && { provider }),
      ...(groups !== undefined && { groups }),
      ...(roleMapping !== undefined && { roleMapping: groupsByRole(roleMapping) }),
      ...(setting !== undefined && { settings: valuesByName("--setting", setting, "hideEmails=true") }),
      ...(assume !== undefined && { assumptions: valuesByName("--assume", assume, "keyUse=sign-in") }),
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new UsageError(withFlagName(error.message), { cause: error });
  }
}

/** `settings.hideEmails is …` becomes `--setting hideEmails is …`. */
function withFlagName(message: string): string {
  return message
    .replace(/^(provider|groups) /, "--$1 ")
    .replace(/^roleMapping\./, "--role-mapping ")
    .replace(/^settings\./, "--setting ")
    .replace(/^assumptions\./, "--assume ");
}

function groupsByRole(words: readonly string[]): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const [role, group] = splitPair("--role-mapping", word, "ROLE=GROUP, such as publisher=analysts");
    groups.set(role, [...(groups.get(role) ?? []), group]);
  }
  return Object.fromEntries(groups);
}

function valuesByName(flag: string, words: readonly string[], example: string): Record<string, unknown> {
  const values = new Map<string, unknown>();
  for (const word of words) {
    const [name, value] = splitPair(flag, word, `NAME=VALUE, such as ${example}`);
    if (values.has(name)) throw new UsageError(`${flag} ${name} can be given only once`);
    values.set(name, parseValue(value));
  }
  return Object.fromEntries(values);
}

/** Splits at the first `=`, because names of groups can have more of them. */
function splitPair(flag: string, word: string, allowed: string): readonly [name: string, value: string] {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(word) ?? [];
  if (name === undefined || value === undefined) {
    throw new UsageError(`${flag} is ${JSON.stringify(word)}; allowed: ${allowed}`);
  }
  return [name, value];
}

/** Returns the value that the text stands for in JSON, if that is a boolean or a whole number. */
function parseValue(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}

/** An empty server gets its users later. */
function checkAutoApprove({ users }: FakeConnect, name: string | undefined, flags: Flags): void {
  if (name === undefined || users.length === 0) return;
  const place = flags.autoApprove === undefined ? `${String(flags.options)}: oauth.autoApprove` : "--auto-approve";
  const user = users.find(({ username, guid }) => username === name || guid === name.toLowerCase());
  if (user === undefined) throw new UsageError(`${place} is ${JSON.stringify(name)}; there is no such user`);
  if (user.locked) throw new UsageError(`${place} is ${JSON.stringify(name)}; this user is locked`);
}

function contradiction(one: string, other: string): UsageError {
  return new UsageError(`${one} and ${other} cannot be combined`);
}

function readPrefix(prefix = ""): string {
  const path = prefix.replace(/^\/*/, "/").replace(/\/+$/, "");
  if (/[?#\s\\]/.test(path)) throw new UsageError(`--prefix is "${prefix}"; allowed: a path such as /rsc`);
  return path;
}

function create(options: FakeConnectOptions, flags: Flags): FakeConnect {
  try {
    return createFakeConnect(options);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    // The message has the library's name of the option, which is a file here, and differs from the flag for some.
    const place = flags.data === undefined ? `${String(flags.options)}: data.` : `${flags.data}: `;
    const message = error.message
      .replace(/^data\./, () => place)
      .replace(/^\w+(?= is )/, (name) => flagOf(name, flags));
    throw new UsageError(message, { cause: error });
  }
}

/** Returns the flag that an option was given by, or its name if it comes from a file. */
function flagOf(option: string, flags: Flags): string {
  const name = option === "version" ? "connectVersion" : option;
  const given: Readonly<Record<string, unknown>> = flags;
  return given[name] === undefined ? option : `--${kebabCase(name)}`;
}

/** Reads a file of options, as `createFakeConnect()` takes them. Those that only make sense in-process are refused. */
async function readOptionsFile(file: string): Promise<Omit<FakeConnectOptions, "url" | "onInternalError">> {
  const content = await readJsonFile(file);
  const { url, onInternalError, ...options } = withFileName(file, () => validate("Options", content));
  if (url !== undefined) throw new UsageError(`${file}: url cannot be set here; use --host, --port and --prefix`);
  if (onInternalError !== undefined) throw new UsageError(`${file}: onInternalError cannot be set in a file`);
  return options;
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
