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

export const PROVIDERS = ["password", "pam", "saml", "oauth2", "oauth2-google", "ldap", "proxy"] as const;
