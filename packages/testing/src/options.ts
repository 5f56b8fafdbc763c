import type { UserRole } from "@connect-sdk/api";
import type { DirectoryOptions } from "./state/directory.ts";

/** How people sign in to the server. */
export type Provider = (typeof PROVIDERS)[number];

/** Switches of a server's configuration. */
export interface FakeSettings {
  /** Only administrators, and everyone for themselves, see e-mail addresses. Off by default. */
  hideEmails?: boolean;
  /** Viewers find nobody but themselves. Off by default. */
  viewersSeeOnlyThemselves?: boolean;
  /** The role of a user who is created without one; `"viewer"` by default. */
  defaultUserRole?: "viewer" | "publisher";
  /** Publishers, too, may create groups. Off by default. */
  publishersCanOwnGroups?: boolean;
  /** Whether there are groups at all. On by default. */
  groupsEnabled?: boolean;
  /** Who may change names, usernames and e-mail addresses; `"adminandself"` by default. */
  userInfoEditableBy?: "adminandself" | "admin";
  /** Days without activity after which a user no longer counts for the licence; 365 by default. */
  userActivityDays?: number;
  /** With proxied authentication: whether users are told apart by a unique id. Off by default. */
  proxyUniqueId?: boolean;
  /** Leaves the version out of the server settings. Off by default. */
  hideVersion?: boolean;
}

/** What a fake server is like. Everything can be left out. */
export interface FakeConnectOptions {
  /** How many users there are in all, the administrator first; 1 by default. */
  users?: number;
  /** No user at all, and no key, as on a server that was just installed. Off by default. */
  empty?: boolean;
  /** Decides on everything that is made up: guids, names, times, keys. 1 by default. */
  seed?: number;
  /** How people sign in; `"password"` by default. */
  provider?: Provider;
  /** The server's address, perhaps with a path prefix; `http://connect.test` by default. */
  url?: string;
  /** How many active users the licence covers; no limit by default. */
  licence?: { users: number };
  /** The version of Connect to behave like; `2026.01.0` by default. */
  version?: string;
  settings?: FakeSettings;
  /** What the clock shows at first, or `"system"` for a clock that runs; 2 February 2026, 9:00 UTC by default. */
  now?: Date | string;
  /** How many requests are remembered, the newest; 10,000 by default. */
  journalLimit?: number;
  /** Who can be found by remote search with the providers `ldap` and `oauth2-google`; 25 people and 5 groups by default. */
  directory?: DirectoryOptions;
  /** The secret that bootstrap tokens are signed with, in base64. By default any signature is accepted. */
  bootstrapSecret?: string;
  /** Answers cross-origin requests of browsers. Off by default. */
  cors?: boolean;
  /** Called if the fake itself fails, which is a bug in it. By default a warning of the process says so. */
  onInternalError?: (error: unknown) => void;
}

/** The options with everything filled in. */
export interface ResolvedOptions {
  users: number;
  seed: number;
  provider: Provider;
  origin: string;
  prefix: string;
  licensedUsers: number | undefined;
  version: string;
  settings: Required<FakeSettings>;
  now: Date | "system";
  journalLimit: number;
  directory: DirectoryOptions;
  bootstrapSecret: string | undefined;
  cors: boolean;
  onInternalError: (error: unknown) => void;
}

export const PROVIDERS = ["password", "pam", "saml", "oauth2", "oauth2-google", "ldap", "proxy"] as const;

const MOST_USERS = 10_000_000;

/** Checks the options and fills in what was left out. Throws a `TypeError` that names the option and what it may be. */
export function resolveOptions(options: FakeConnectOptions): ResolvedOptions {
  refuseUnknown("option", options, OPTION_NAMES);
  refuseUnknown("setting", options.settings ?? {}, Object.keys(DEFAULT_SETTINGS));
  const { users = 1, empty = false, seed = 1, provider = "password", version = "2026.01.0" } = options;
  if (!PROVIDERS.includes(provider)) refuse("provider", provider, `one of ${PROVIDERS.join(", ")}`);
  if (!/^\d{4}\.\d{1,2}\.\d+/.test(version)) refuse("version", version, "a version such as 2026.01.0");
  const url = parseUrl(options.url ?? "http://connect.test");
  return {
    users: empty ? 0 : wholeNumber("users", users, 1, MOST_USERS),
    seed: wholeNumber("seed", seed, 0, 0xffff_ffff),
    provider,
    origin: url.origin,
    prefix: url.pathname.replace(/\/+$/, ""),
    licensedUsers: options.licence && wholeNumber("licence.users", options.licence.users, 0, Number.MAX_SAFE_INTEGER),
    version,
    settings: resolveSettings(options.settings ?? {}),
    now: parseNow(options.now ?? "2026-02-02T09:00:00Z"),
    journalLimit: wholeNumber("journalLimit", options.journalLimit ?? 10_000, 0, Number.MAX_SAFE_INTEGER),
    directory: options.directory ?? {},
    bootstrapSecret: options.bootstrapSecret,
    cors: options.cors ?? false,
    onInternalError: options.onInternalError ?? warn,
  };
}

const OPTION_NAMES: readonly string[] = [
  "users",
  "empty",
  "seed",
  "provider",
  "url",
  "licence",
  "version",
  "settings",
  "now",
  "journalLimit",
  "directory",
  "bootstrapSecret",
  "cors",
  "onInternalError",
] satisfies (keyof FakeConnectOptions)[];

const DEFAULT_SETTINGS: Required<FakeSettings> = {
  hideEmails: false,
  viewersSeeOnlyThemselves: false,
  defaultUserRole: "viewer",
  publishersCanOwnGroups: false,
  groupsEnabled: true,
  userInfoEditableBy: "adminandself",
  userActivityDays: 365,
  proxyUniqueId: false,
  hideVersion: false,
};

const DEFAULT_ROLES: readonly UserRole[] = ["viewer", "publisher"];

function resolveSettings(given: FakeSettings): Required<FakeSettings> {
  const settings = { ...DEFAULT_SETTINGS, ...given };
  const { defaultUserRole, userInfoEditableBy, userActivityDays } = settings;
  if (!DEFAULT_ROLES.includes(defaultUserRole))
    refuse("settings.defaultUserRole", defaultUserRole, "viewer or publisher");
  if (!["adminandself", "admin"].includes(userInfoEditableBy)) {
    refuse("settings.userInfoEditableBy", userInfoEditableBy, "adminandself or admin");
  }
  wholeNumber("settings.userActivityDays", userActivityDays, 1, 36_500);
  return settings;
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    return refuse("url", text, "an address that begins with http:// or https://");
  return url;
}

function parseNow(now: Date | string): Date | "system" {
  if (now === "system") return now;
  const date = new Date(now);
  return Number.isNaN(date.getTime()) ? refuse("now", String(now), 'a date, an RFC 3339 time, or "system"') : date;
}

function wholeNumber(name: string, value: number, minimum: number, maximum: number): number {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return value;
  return refuse(name, value, `a whole number from ${minimum} to ${maximum}`);
}

function refuseUnknown(kind: string, given: object, known: readonly string[]): void {
  for (const name of Object.keys(given)) {
    if (!known.includes(name))
      throw new TypeError(`Unknown ${kind} ${JSON.stringify(name)}. Known are: ${known.join(", ")}.`);
  }
}

function refuse(name: string, value: unknown, expected: string): never {
  throw new TypeError(`${name} is ${JSON.stringify(value)}, but must be ${expected}.`);
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : new Error(String(error)), { code: "FAKE_CONNECT_FAILED" });
}
