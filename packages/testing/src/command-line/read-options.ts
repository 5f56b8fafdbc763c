import type { FakeConnectOptions } from "../options.ts";
import { PROVIDERS } from "../options.ts";
import type { OptionName } from "./option-table.ts";
import type { Options } from "./parse-command-line.ts";
import { UsageError } from "./usage-error.ts";

/** The fake that the command line asks for. What was not given is left to the library's defaults. */
export function readOptions(options: Options): FakeConnectOptions {
  const users = options.number("users");
  const seed = options.number("seed");
  const licence = options.number("licence");
  const journalLimit = options.number("journal-limit");
  const version = options.text("connect-version");
  refuseTogether(options, "empty", "users");
  refuseTogether(options, "empty", "data");
  return {
    // Whoever calls over a port usually has no way to set the clock, and compares times with their own.
    now: options.text("now") ?? "system",
    cors: options.has("cors"),
    empty: options.has("empty"),
    provider: readProvider(options.text("provider")),
    url: `http://connect.test${readPrefix(options.text("prefix"))}`,
    ...(users !== undefined && { users }),
    ...(seed !== undefined && { seed }),
    ...(licence !== undefined && { licence: { users: licence } }),
    ...(journalLimit !== undefined && { journalLimit }),
    ...(version !== undefined && { version }),
  };
}

function refuseTogether(options: Options, name: OptionName, other: OptionName): void {
  if (options.has(name) && options.has(other)) {
    throw new UsageError(`--${name} and --${other} contradict each other; leave out one of them`);
  }
}

function readProvider(name = "password"): (typeof PROVIDERS)[number] {
  const provider = PROVIDERS.find((candidate) => candidate === name);
  if (provider === undefined) throw new UsageError(`--provider is "${name}"; allowed: ${PROVIDERS.join(", ")}`);
  return provider;
}

function readPrefix(prefix = ""): string {
  const path = prefix.replace(/^\/*/, "/").replace(/\/+$/, "");
  if (/[?#\s\\]/.test(path)) throw new UsageError(`--prefix is "${prefix}"; allowed: a path such as /rsc`);
  return path;
}
