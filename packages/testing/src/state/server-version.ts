/**
 * The features that depend on the version of Connect and are not an operation or a query parameter: the document states
 * `x-connect-since` for those.
 */
const SINCE = {
  /** Content can be locked. */
  contentLock: "2024.08.0",
  /** Groups have a `gid`. */
  groupGid: "2025.01.0",
  /** Administrators, and users themselves, see a user's `external_id`. */
  externalId: "2025.01.0",
  /** Every response has an `X-Correlation-ID`. */
  correlationId: "2025.01.0",
  /** A search for groups has more than one page. */
  groupSearchPages: "2025.04.0",
  /** Administrators can get the list of users as CSV. */
  userCsv: "2026.01.0",
  /** A prefix search also matches the beginning of provider ids. */
  providerKeyPrefix: "2026.01.0",
  /** Everyone can filter by account status. Real server: no longer documented as restricted, assumed since 2026. */
  statusFilterForEveryone: "2026.01.0",
  /** The format of e-mail addresses and names is checked. */
  userFieldFormats: "2026.01.0",
  /** `bookmarked` and `schedule` can be included with content. */
  newIncludes: "2026.01.0",
  /** Adding a permission twice changes it instead of being refused. Real server: unknown since when. */
  permissionUpsert: "2026.01.0",
  /** Content can get a credential for itself. */
  contentSessionTokens: "2024.12.0",
  /** Content can get an API key of its visitor. */
  visitorKeys: "2025.01.0",
  /** An empty `requested_token_type` means the same as none. */
  emptyRequestedTokenType: "2025.03.0",
  /** Content can use several integrations, and names one as `audience`. */
  severalIntegrations: "2025.07.0",
  /** Integrations have `permissions`, `environment_variables` and `content_count`. Real server: unknown since when. */
  integrationPermissions: "2026.01.0",
  /** Bundles say who created them. Real server: unknown since when. */
  bundleCreator: "2026.01.0",
  /** Groups have a `member_count`. */
  groupMemberCount: "2026.02.0",
  /** API keys can expire. */
  keyExpiry: "2026.06.0",
  /** Programs can sign users in with OAuth, and send the tokens as `Authorization: Bearer`. */
  authorizationServer: "2026.02.0",
  /** Programs without a browser can sign users in. */
  deviceFlow: "2026.06.0",
  /** Identity tokens of other servers can be exchanged for keys. */
  trustedPublishing: "2026.07.0",
  /** Content has a `draft_marker_enabled`. Real server: recorded in August 2026, unknown since when. */
  draftMarker: "2026.07.0",
} as const;

/** A feature that servers have since some version. */
export type Feature = keyof typeof SINCE;

/** The version of Connect that the fake behaves like. */
export class ServerVersion {
  readonly text: string;
  readonly #number: number;
  readonly #features: ReadonlySet<string>;

  constructor(text: string) {
    this.text = text;
    this.#number = toNumber(text);
    const available = Object.entries(SINCE).filter(([, since]) => this.covers({ since }));
    this.#features = new Set(available.map(([feature]) => feature));
  }

  has(feature: Feature): boolean {
    return this.#features.has(feature);
  }

  /** Returns whether this version lies between the first and the last version of an operation or parameter. */
  covers({ since, until }: { readonly since?: string | null; readonly until?: string | null }): boolean {
    return (
      (typeof since !== "string" || this.#number >= toNumber(since)) &&
      (typeof until !== "string" || this.#number <= toNumber(until))
    );
  }
}

/** Returns versions as numbers with the same order. */
function toNumber(version: string): number {
  const [year = 0, month = 0, patch = 0] = version.split(/[.-]/).map(Number);
  return (year * 100 + month) * 1000 + patch;
}
