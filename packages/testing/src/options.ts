import type { SeedData } from "./details.ts";
import { randomKey } from "./state/ids.ts";
import type { UserRole } from "@connect-sdk/api";
import { copyOf, InvalidInput, notAllowed, validate } from "./validate.ts";

/** How users sign in to the server. */
export type Provider = (typeof PROVIDERS)[number];

export const PROVIDERS = ["password", "pam", "saml", "oauth2", "oauth2-google", "ldap", "proxy"] as const;

/** Settings of a server's configuration. */
export interface FakeSettings {
  /** Shows e-mail addresses only to administrators and to the users themselves. Off by default. */
  hideEmails?: boolean;
  /** Viewers find only themselves. Off by default. */
  viewersSeeOnlyThemselves?: boolean;
  /** The role of users that are created without one; `"viewer"` by default. */
  defaultUserRole?: "viewer" | "publisher";
  /** Publishers can create groups, too. Off by default. */
  publishersCanOwnGroups?: boolean;
  /** Publishers can set the vanity URLs of content that they may change. On by default. */
  publishersCanManageVanities?: boolean;
  /** Whether the server has groups. On by default. */
  groupsEnabled?: boolean;
  /**
   * Who can change names, usernames and e-mail addresses; `"provider"` by default for servers with a directory, and
   * `"adminandself"` for others.
   */
  userInfoEditableBy?: "adminandself" | "admin" | "provider";
  /** Who can change roles; `"adminandself"` by default. */
  userRoleEditableBy?: "adminandself" | "provider";
  /** Whether the license includes OAuth integrations. On by default. */
  oauthIntegrations?: boolean;
  /** Days without activity after which a user no longer counts against the license; 365 by default. */
  userActivityDays?: number;
  /** With proxied authentication: whether users are identified by a unique id. Off by default. */
  proxyUniqueId?: boolean;
  /** Leaves the version out of the server settings. Off by default. */
  hideVersion?: boolean;
}

/** A person in the directory that a server takes its users from. */
export interface DirectoryPerson {
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  /** The person's id or distinguished name in the directory. */
  external_id: string;
}

/** The content of the directory. A number generates that many entries. */
export interface DirectoryOptions {
  people?: number | readonly DirectoryPerson[];
  groups?: number | readonly string[];
}

/**
 * Where groups and their members are managed. `local`: on the server. `provider`: the sign-in provider has the members, and
 * a user's memberships are updated when the user signs in. `provisioned`: the provider creates, changes and deletes groups,
 * too, as with SCIM.
 */
export type GroupSource = "local" | "provider" | "provisioned";

/** For each role, the names of the provider's groups whose members get it. The highest role wins. */
export type RoleMapping = Readonly<Partial<Record<UserRole, readonly string[]>>>;

/**
 * What a server does where real servers are not known. The defaults are what we think most likely; switch to the alternatives
 * to test that a program copes with both.
 */
export interface FakeAssumptions {
  /** Whether content can be handed to a locked user; `"allowed"` by default. Refused means 403 with code 156. */
  lockedNewOwner?: "allowed" | "refused";
  /** What happens to a permission that the new owner of content had before; `"removed"` by default. */
  newOwnerPermission?: "removed" | "kept";
  /** The code for content whose new owner has an item of the same name; 26 by default. */
  nameClashCode?: 5 | 25 | 26 | 156;
  /**
   * How a request that changes both name and owner of content is checked. `"together"`, the default: only the new name with the new
   * owner. `"owner-first"`: also the old name with the new owner. `"name-first"`: also the new name with the old owner.
   */
  nameAndOwner?: "together" | "owner-first" | "name-first";
  /** Whether locked content can be handed over; `"allowed"` by default. Refused means 409 with code 222. */
  lockedContent?: "allowed" | "refused";
  /**
   * Whether a publisher can be made the owner of a group although `publishersCanOwnGroups` is off; `"allowed"` by default. Refused
   * means 403 with code 22.
   */
  publisherGroupOwner?: "allowed" | "refused";
  /** The code for changes of groups and members that belong to the sign-in provider; 95 by default. */
  providerGroupsCode?: 95 | 132;
  /** The code for roles that belong to the sign-in provider; 46 by default. */
  providerRoleCode?: 23 | 46;
  /**
   * What the server settings say about fields of users that belong to the sign-in provider; `"provider"` by default. `"other"` is a
   * value that no program knows, `"absent"` leaves them out.
   */
  providerEditableBy?: "provider" | "other" | "absent";
  /**
   * Who gets the OAuth sessions of all users with `all=true`; `"administrator"` by default. `"publisher"` also lets publishers.
   * `"ignored"` lists the caller's own sessions, whatever `all` is.
   */
  allSessions?: "administrator" | "publisher" | "ignored";
  /** Whether the audit log tells locks from unlocks; `"told"` by default. */
  lockEvents?: "told" | "untold";
  /** Whether using an API key is a sign-in for the audit log, at most once in five minutes; `"silent"` by default. */
  keyUse?: "silent" | "sign-in";
  /** The largest page of a search of the audit log; 500 by default. */
  auditSearchPage?: 100 | 500;
}

/** The authorization server, which signs users in to programs. Servers have one since 2026.02.0. */
export interface FakeOAuthOptions {
  /** Whether users can sign in with OAuth. On by default; off, its paths respond with 404, the metadata included. */
  enabled?: boolean;
  /** Whether clients can register themselves. On by default. */
  registration?: boolean;
  /** Whether there is a device flow. On by default for servers since 2026.06.0. */
  deviceFlow?: boolean;
  /** Whether identity tokens can be exchanged for keys. On by default for servers since 2026.07.0 with a license for OAuth integrations. */
  tokenExchange?: boolean;
  /** Whether tokens can be revoked. On by default. */
  revocation?: boolean;
  /** `"html"` serves a page in place of the metadata, as a proxy for single sign-on does; `"json"` by default. */
  metadata?: "json" | "html";
  /**
   * Where the metadata is on a server with a path prefix: `"appended"`, the default, to the address of the server, or
   * `"inserted"` between host and prefix, as RFC 8414 says.
   */
  metadataPath?: "appended" | "inserted";
  /** The issuer in the metadata; the address of the server by default. Another one must make clients give up. */
  issuer?: string;
  /** The `iss` parameter of redirects to clients. By default there is none. */
  redirectIssuer?: string;
  /** Redirect URIs that are allowed besides those of the client's own machine. None by default. */
  redirectUris?: readonly string[];
  /** Seconds for which access tokens are valid; 3600 by default. */
  tokenLifetime?: number;
  /** Whether token responses have `expires_in`. On by default. */
  expiresIn?: boolean;
  /** Username or guid of the user that every sign-in is approved as, at once. By default sign-ins wait for approval. */
  autoApprove?: string;
}

/** Options of a fake server. All of them have defaults. */
export interface FakeConnectOptions {
  /** Number of users, including the administrator; 1 by default. */
  users?: number;
  /** Starts without users and keys, as a server that was just installed. Off by default. */
  empty?: boolean;
  /**
   * Determines everything that is generated: guids, names, times, and without `apiKey` also keys. 1 by default, except that keys
   * are random then.
   */
  seed?: number;
  /** The administrator's API key, from which all other keys follow. By default it is random, or follows from a given `seed`. */
  apiKey?: string;
  /** How users sign in; `"password"` by default. */
  provider?: Provider;
  /** The server's address, optionally with a path prefix; `http://connect.test` by default. */
  url?: string;
  /** The license. By default the number of active users is not limited. */
  license?: { users: number };
  /** Former name of `license`. */
  licence?: { users: number };
  /** The version of Connect to behave like; `2026.07.0` by default. */
  version?: string;
  settings?: FakeSettings;
  /** Where groups and their members are managed; `"provider"` by default for the provider `ldap`, and `"local"` for others. */
  groups?: GroupSource;
  /**
   * Maps the provider's groups to roles. `fake.signIn(user)` applies it, and gives users without such a group the default
   * role. Not for the providers `password` and `pam`.
   */
  roleMapping?: RoleMapping;
  /** Alternatives to what the fake assumes about real servers. */
  assumptions?: FakeAssumptions;
  /** How programs sign users in. */
  oauth?: FakeOAuthOptions;
  /** The initial time, or `"system"` for a clock that runs; 2 February 2026, 9:00 UTC by default. */
  now?: Date | string;
  /** Number of requests that are recorded, the newest; 10,000 by default. */
  journalLimit?: number;
  /** Maximum size of a request body in bytes. A larger one gets a response with status 413. 8 MiB by default. */
  maxRequestBytes?: number;
  /** Number of entries that the audit log keeps, the newest; 100,000 by default. */
  auditLimit?: number;
  /** The directory of the providers `ldap` and `oauth2-google`; 25 people and 5 groups by default. */
  directory?: DirectoryOptions;
  /** The secret that signs bootstrap tokens, in base64. By default any signature is accepted. */
  bootstrapSecret?: string;
  /** Supports cross-origin requests of browsers. Off by default. */
  cors?: boolean;
  /** Initial users, groups, content and so on: your own, or records as Connect returns them. `reset()` restores them. */
  data?: SeedData;
  /** Called if the fake itself fails because of a bug. By default the process emits a warning. */
  onInternalError?: (error: unknown) => void;
}

/** The options with all defaults filled in. */
export interface ResolvedOptions {
  users: number;
  seed: number;
  /** Undefined if keys follow from the seed. */
  apiKey: string | undefined;
  provider: Provider;
  origin: string;
  prefix: string;
  licensedUsers: number | undefined;
  version: string;
  settings: Required<FakeSettings>;
  groups: GroupSource;
  roleMapping: RoleMapping | undefined;
  assumptions: Required<FakeAssumptions>;
  oauth: ResolvedOAuthOptions;
  now: Date | "system";
  journalLimit: number;
  maxRequestBytes: number;
  auditLimit: number;
  directory: DirectoryOptions;
  bootstrapSecret: string | undefined;
  cors: boolean;
  data: SeedData | undefined;
  onInternalError: (error: unknown) => void;
}

export type ResolvedOAuthOptions = FakeOAuthOptions &
  Required<Omit<FakeOAuthOptions, "issuer" | "redirectIssuer" | "autoApprove">>;

/**
 * Validates the options and fills in the defaults.
 *
 * @throws TypeError that names the option and the allowed values.
 */
export function resolveOptions(options: FakeConnectOptions): ResolvedOptions {
  validate("Options", withoutDate(options));
  const { onInternalError = warn } = options;
  if (typeof onInternalError !== "function") {
    throw new InvalidInput(notAllowed("onInternalError", onInternalError, "a function"));
  }
  const { now = "2026-02-02T09:00:00Z", empty = false, users = 1, provider = "password" } = options;
  if (options.roleMapping !== undefined && (provider === "password" || provider === "pam")) {
    throw new InvalidInput(`roleMapping needs a provider that has groups, such as saml; the provider is ${provider}`);
  }
  if (options.license !== undefined && options.licence !== undefined) {
    throw new InvalidInput("license and licence cannot be combined: they are the same option");
  }
  if (empty && options.data !== undefined) {
    throw new InvalidInput("data cannot be combined with empty: a server with data has users");
  }
  const url = options.url === undefined ? DEFAULT_URL : parseUrl(options.url);
  // Copies, because reset() restores what was given, whatever the caller does to it later.
  return {
    users: empty ? 0 : users,
    seed: options.seed ?? 1,
    apiKey: options.apiKey ?? (options.seed === undefined ? randomKey() : undefined),
    provider,
    origin: url.origin,
    // Clients accept the address of a server with the base path of its API, too.
    prefix: url.pathname.replace(/\/+$/, "").replace(/\/__api__$/, ""),
    licensedUsers: (options.license ?? options.licence)?.users,
    version: options.version ?? "2026.07.0",
    settings: {
      ...DEFAULT_SETTINGS,
      userInfoEditableBy: hasDirectory(provider) ? "provider" : "adminandself",
      ...options.settings,
    },
    groups: options.groups ?? (provider === "ldap" ? "provider" : "local"),
    roleMapping: copyOf(options.roleMapping),
    assumptions: { ...DEFAULT_ASSUMPTIONS, ...options.assumptions },
    oauth: { ...DEFAULT_OAUTH, ...copyOf(options.oauth) },
    now: parseNow(now),
    journalLimit: options.journalLimit ?? 10_000,
    auditLimit: options.auditLimit ?? 100_000,
    maxRequestBytes: options.maxRequestBytes ?? 8 * 1024 * 1024,
    directory: copyOf(options.directory) ?? {},
    bootstrapSecret: options.bootstrapSecret,
    cors: options.cors ?? false,
    data: copyOf(options.data),
    onInternalError,
  };
}

/** Returns the options without what JSON cannot say: a date is checked when it is parsed. Without users, their number is ignored. */
function withoutDate(options: FakeConnectOptions): unknown {
  if (!isRecord(options)) return options;
  const { now, users, ...others } = options;
  return {
    ...others,
    ...(now !== undefined && !(now instanceof Date) && { now }),
    ...(users !== undefined && others.empty !== true && { users }),
  };
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Already parsed: creating a fake with default options must take less than a millisecond. */
const DEFAULT_URL = { origin: "http://connect.test", pathname: "/" };

/** Returns whether users come from a directory: they are created from tickets instead of details. */
export function hasDirectory(provider: Provider): boolean {
  return provider === "ldap" || provider === "oauth2-google";
}

const DEFAULT_ASSUMPTIONS: Required<FakeAssumptions> = {
  lockedNewOwner: "allowed",
  newOwnerPermission: "removed",
  nameClashCode: 26,
  nameAndOwner: "together",
  lockedContent: "allowed",
  publisherGroupOwner: "allowed",
  providerGroupsCode: 95,
  providerRoleCode: 46,
  providerEditableBy: "provider",
  allSessions: "administrator",
  lockEvents: "told",
  keyUse: "silent",
  auditSearchPage: 500,
};

const DEFAULT_OAUTH: ResolvedOAuthOptions = {
  enabled: true,
  registration: true,
  deviceFlow: true,
  tokenExchange: true,
  revocation: true,
  metadata: "json",
  metadataPath: "appended",
  redirectUris: [],
  // Real server: "short-lived" is all that is documented.
  tokenLifetime: 3600,
  expiresIn: true,
};

const DEFAULT_SETTINGS: Omit<Required<FakeSettings>, "userInfoEditableBy"> = {
  hideEmails: false,
  viewersSeeOnlyThemselves: false,
  defaultUserRole: "viewer",
  publishersCanOwnGroups: false,
  publishersCanManageVanities: true,
  groupsEnabled: true,
  userRoleEditableBy: "adminandself",
  oauthIntegrations: true,
  userActivityDays: 365,
  proxyUniqueId: false,
  hideVersion: false,
};

function parseUrl(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new InvalidInput(notAllowed("url", text, "an address that starts with http:// or https://"));
}

function parseNow(now: Date | string): Date | "system" {
  if (now === "system") return now;
  const date = new Date(now);
  if (!Number.isNaN(date.getTime())) return date;
  throw new InvalidInput(notAllowed("now", String(now), 'a date, an RFC 3339 timestamp, or "system"'));
}

function warn(error: unknown): void {
  const failure = error instanceof Error ? error : new Error(String(error));
  // A browser has no process.
  if (typeof process === "object") process.emitWarning(failure, { code: "FAKE_CONNECT_FAILED" });
  else console.warn(failure);
}
