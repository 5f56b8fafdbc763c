/** In which version of Connect each difference that the fake knows of came in. */
const SINCE = {
  /** Content can be locked. */
  contentLock: "2024.08.0",
  /** Groups have a `gid`. */
  groupGid: "2025.01.0",
  /** Administrators and users themselves see a user's `external_id`. */
  externalId: "2025.01.0",
  /** Every answer has an `X-Correlation-ID`. */
  correlationId: "2025.01.0",
  /** A search for groups has further pages. */
  groupSearchPages: "2025.04.0",
  /** Lists of users and members can be sorted by other fields. */
  userSort: "2026.01.0",
  /** Administrators can get the list of users as CSV. */
  userCsv: "2026.01.0",
  /** A prefix search also looks at the beginnings of provider ids. */
  providerKeyPrefix: "2026.01.0",
  /** Real server: the restriction disappeared from the documentation at some time, assumed in 2026. */
  statusFilterForEveryone: "2026.01.0",
  /** E-mail addresses and names are checked for their form. */
  userFieldFormats: "2026.01.0",
  /** PATCH on groups. */
  groupPatch: "2026.01.0",
  /** `bookmarked` and `schedule` can be included with content. */
  newIncludes: "2026.01.0",
  /** Giving access twice changes the permission instead of being refused. Real server: unknown since when. */
  permissionUpsert: "2026.01.0",
  /** `GET /v1/server_settings/public`. */
  publicSettings: "2026.01.0",
  /** `POST /v1/bootstrap`; older servers only have the experimental path. */
  bootstrap: "2026.01.0",
  /** An unknown path is answered with the error envelope instead of plain text. Real server: unknown since when. */
  jsonNotFound: "2026.01.0",
  /** Real server: documented for 2026.06, assumed that the year's first version can do it so that the default can be used. */
  keyExpiry: "2026.01.0",
  /** Groups have a `member_count`. */
  groupMemberCount: "2026.02.0",
  /** `GET /v1/server_settings/nodejs`. */
  nodejs: "2026.04.0",
  /** `Authorization: Bearer`. */
  bearerTokens: "2026.06.0",
} as const;

/** Something that a server can do since some version. */
export type Feature = keyof typeof SINCE;

/** The version that the fake behaves like. */
export class ServerVersion {
  readonly text: string;
  readonly #features: ReadonlySet<string>;

  constructor(text: string) {
    this.text = text;
    const number = toNumber(text);
    const known = Object.entries(SINCE).filter(([, since]) => number >= toNumber(since));
    this.#features = new Set(known.map(([feature]) => feature));
  }

  has(feature: Feature): boolean {
    return this.#features.has(feature);
  }
}

/** Versions as numbers that compare as the versions do. */
function toNumber(version: string): number {
  const [year = 0, month = 0, patch = 0] = version.split(/[.-]/).map(Number);
  return (year * 100 + month) * 1000 + patch;
}
