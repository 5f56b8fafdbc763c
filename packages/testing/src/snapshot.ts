import type { AuditLogRecord } from "./state/audit-log.ts";
import type { SavedAuthorizations } from "./state/authorization-store.ts";
import type { PermissionRecord, TagRecord } from "@connect-sdk/api";
import type { SavedBundle, StoredJob, StoredTask } from "./state/bundle-store.ts";
import type { StoredContent, StoredVisit } from "./state/content-store.ts";
import type { UsedTickets } from "./state/people.ts";
import type { FakeState } from "./state/fake-state.ts";
import type { SavedGroup } from "./state/group-store.ts";
import type { IdCounters } from "./state/ids.ts";
import type { StoredKey, StoredServiceToken, StoredSessionToken } from "./state/key-store.ts";
import type { StoredAssociation, StoredIntegration, StoredOAuthSession } from "./state/oauth-store.ts";
import type { SavedUser } from "./state/user-search/user-store.ts";
import { InvalidInput, validate } from "./validate.ts";

/** Identifies a snapshot and its version. */
const FORMAT = "fake-connect/1";

/** The complete state of a fake as plain JSON. It contains no API keys and tokens: they follow from the seed. */
export interface FakeSnapshot {
  readonly format: typeof FORMAT;
  readonly seed: number;
  /** The time shown by the clock. */
  readonly now: string;
  readonly counters: IdCounters;
  readonly users: readonly SavedUser[];
  readonly keys: readonly StoredKey[];
  readonly groups: readonly SavedGroup[];
  readonly content: readonly StoredContent[];
  readonly permissions: readonly PermissionRecord[];
  /** The names of the environment variables of content. */
  readonly environments: readonly { readonly content_guid: string; readonly names: readonly string[] }[];
  readonly bundles: readonly SavedBundle[];
  readonly tasks: readonly StoredTask[];
  readonly jobs?: readonly StoredJob[];
  readonly tags: readonly TagRecord[];
  readonly contentTags: readonly { readonly content_guid: string; readonly tag_ids: readonly string[] }[];
  readonly visits: readonly StoredVisit[];
  readonly usedTickets: UsedTickets;
  readonly audit?: readonly AuditLogRecord[];
  readonly integrations?: readonly StoredIntegration[];
  readonly associations?: readonly StoredAssociation[];
  readonly oauthSessions?: readonly StoredOAuthSession[];
  readonly sessionTokens?: readonly StoredSessionToken[];
  readonly serviceTokens?: readonly StoredServiceToken[];
  readonly authorizations?: SavedAuthorizations;
}

/** Copies the state. */
export function takeSnapshot(state: FakeState): FakeSnapshot {
  return structuredClone({
    format: FORMAT,
    seed: state.options.seed,
    now: state.clock.now().toISOString(),
    counters: state.ids.counters,
    users: [...state.users.all()].map(({ record, externalId }) =>
      externalId === undefined ? { record } : { record, externalId },
    ),
    keys: [...state.keys.all()],
    groups: [...state.groups.all()].map(({ guid, name, ownerGuid, gid, uniqueId, members }) => {
      return { guid, name, ownerGuid, gid, uniqueId, members: [...members] };
    }),
    content: [...state.content.all()],
    permissions: [...state.permissions.all()],
    environments: Array.from(state.environments.all(), ([content_guid, names]) => ({ content_guid, names })),
    bundles: state.bundles.save(),
    tasks: [...state.tasks.all()],
    jobs: [...state.jobs.all()],
    tags: [...state.tags.all()],
    contentTags: Array.from(state.tags.assignments(), ([content_guid, ids]) => ({ content_guid, tag_ids: [...ids] })),
    visits: state.visits.inOrderOfCreation(),
    usedTickets: state.directory.usedTickets,
    audit: state.audit.all(),
    integrations: [...state.oauth.integrations()],
    associations: state.oauth.associations(),
    oauthSessions: [...state.oauth.sessions()],
    sessionTokens: state.sessionTokens.all(),
    serviceTokens: state.serviceTokens.all(),
    authorizations: state.authorizations.save(),
  });
}

/**
 * Fills a new state with a snapshot.
 *
 * @throws InvalidInput if it is not a snapshot of a fake with the same seed.
 */
export function loadSnapshot(state: FakeState, snapshot: FakeSnapshot): void {
  readSnapshot(snapshot);
  const { seed } = state.options;
  if (snapshot.seed !== seed) {
    throw new InvalidInput(`the snapshot was taken with the seed ${snapshot.seed}, but this fake has the seed ${seed}`);
  }
  const saved = structuredClone(snapshot);
  state.clock.milliseconds = Date.parse(saved.now);
  state.ids.load(saved.counters);
  state.users.load(saved.users);
  state.keys.load(saved.keys);
  for (const group of saved.groups) state.groups.add(group);
  for (const item of saved.content) state.content.put(item);
  for (const permission of saved.permissions) state.permissions.add(permission);
  for (const { content_guid, names } of saved.environments) state.environments.set(content_guid, names);
  state.bundles.load(saved.bundles);
  for (const task of saved.tasks) state.tasks.add(task);
  for (const job of saved.jobs ?? []) state.jobs.put(job);
  for (const tag of saved.tags) state.tags.put(tag);
  for (const { content_guid, tag_ids } of saved.contentTags) state.tags.restore(content_guid, tag_ids);
  for (const visit of saved.visits) state.visits.add(visit);
  state.directory.load(saved.usedTickets);
  state.audit.load(saved.audit ?? []);
  for (const integration of saved.integrations ?? []) state.oauth.putIntegration(integration);
  for (const association of saved.associations ?? []) {
    const { content_guid } = association;
    state.oauth.associate(content_guid, [...state.oauth.associationsOf(content_guid), association]);
  }
  for (const session of saved.oauthSessions ?? []) state.oauth.putSession(session);
  for (const token of saved.sessionTokens ?? []) state.sessionTokens.add(token);
  for (const token of saved.serviceTokens ?? []) state.serviceTokens.add(token);
  if (saved.authorizations !== undefined) state.authorizations.load(saved.authorizations);
}

/**
 * Validates a snapshot.
 *
 * @throws InvalidInput if it is not one, or is damaged.
 */
export function readSnapshot(value: unknown): FakeSnapshot {
  if (!isSnapshot(value)) throw new InvalidInput(`not a snapshot: its format must be ${JSON.stringify(FORMAT)}`);
  validate("Snapshot", value, "snapshot");
  return value;
}

/** Returns whether a value claims to be a snapshot. */
export function isSnapshot(value: unknown): value is FakeSnapshot {
  return typeof value === "object" && value !== null && "format" in value && value.format === FORMAT;
}
