import type { UserRole } from "@connect-sdk/api";
import { PROVIDERS, type FakeConnectOptions, type FakeSettings, type Provider } from "./options.ts";
import type { DirectoryOptions } from "./state/directory.ts";

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

/** Taken apart already: most fakes have it, and making one should cost next to nothing. */
const DEFAULT_URL = { origin: "http://connect.test", pathname: "/" };
const MOST_USERS = 10_000_000;

/** Checks the options and fills in what was left out. Throws a `TypeError` that names the option and what it may be. */
export function resolveOptions(options: FakeConnectOptions): ResolvedOptions {
  refuseUnknown("option", options, OPTION_NAMES);
  refuseUnknown("setting", options.settings ?? {}, Object.keys(DEFAULT_SETTINGS));
  const { users = 1, empty = false, seed = 1, provider = "password", version = "2026.01.0" } = options;
  if (!PROVIDERS.includes(provider)) refuse("provider", provider, `one of ${PROVIDERS.join(", ")}`);
  if (!/^\d{4}\.\d{1,2}\.\d+/.test(version)) refuse("version", version, "a version such as 2026.01.0");
  const url = options.url === undefined ? DEFAULT_URL : parseUrl(options.url);
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
