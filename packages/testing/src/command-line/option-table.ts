/** An option of the command line. */
export interface OptionDescription {
  /** What stands for its value in `--help`; an option without a placeholder takes no value. */
  readonly placeholder?: string;
  /** What is allowed, for an option that takes a whole number. */
  readonly range?: readonly [minimum: number, maximum: number];
  /** One line for `--help`. */
  readonly help: string;
  readonly short?: string;
}

/** Every option of the program. */
export const OPTIONS = {
  host: { placeholder: "HOST", help: "address to listen on (127.0.0.1)" },
  port: {
    placeholder: "PORT",
    range: [0, 65_535],
    help: "port to listen on, 0 for any free one (serve: 3939, exec: 0)",
  },
  users: { placeholder: "N", range: [1, 10_000_000], help: "users in all, the administrator first (1)" },
  empty: { help: "no users yet; CONNECT_API_KEY is valid once someone was bootstrapped" },
  seed: { placeholder: "N", range: [0, 0xffff_ffff], help: "decides on guids, names, times and keys (1)" },
  data: { placeholder: "FILE", help: "JSON with users, groups and content, or a snapshot" },
  provider: { placeholder: "NAME", help: "how people sign in (password)" },
  licence: { placeholder: "N", range: [0, 10_000_000], help: "active users that the licence covers (no limit)" },
  "connect-version": { placeholder: "VERSION", help: "version of Connect to behave like (2026.01.0)" },
  now: { placeholder: "TIME", help: "time at which the clock stands still (the machine's own clock, running)" },
  prefix: { placeholder: "PATH", help: "path that the server lives under, such as /rsc" },
  latency: { placeholder: "MS", range: [0, 3_600_000], help: "milliseconds to hold back every answer (0)" },
  "journal-limit": { placeholder: "N", range: [0, 10_000_000], help: "requests to remember, the newest (10000)" },
  control: { help: "open the control routes under /__fake__/" },
  cors: { help: "answer cross-origin requests of browsers" },
  json: { help: "serve: print one line of JSON when ready" },
  help: { short: "h", help: "show this text" },
  version: { help: "show the version of fake-connect" },
} as const satisfies Record<string, OptionDescription>;

/** The name of an option, without its dashes. */
export type OptionName = keyof typeof OPTIONS;

/** What is known of the option of this name, if there is one. */
export function describeOption(name: string): OptionDescription | undefined {
  return new Map<string, OptionDescription>(Object.entries(OPTIONS)).get(name);
}
