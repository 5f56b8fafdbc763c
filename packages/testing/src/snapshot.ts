import type { PermissionRecord } from "@connect-sdk/api";
import type { StoredContent } from "./state/content-store.ts";
import type { UsedTickets } from "./state/directory.ts";
import type { FakeState } from "./state/fake-state.ts";
import type { SavedGroup } from "./state/group-store.ts";
import type { IdCounters } from "./state/ids.ts";
import type { StoredKey } from "./state/key-store.ts";
import type { SavedUser } from "./state/user-search/user-store.ts";

/** What is written into a snapshot to know it by. */
const FORMAT = "fake-connect/1";

/** Everything that a fake knows, as plain JSON. The texts of API keys are not in it: they follow from the seed. */
export interface FakeSnapshot {
  readonly format: typeof FORMAT;
  readonly seed: number;
  /** What the clock showed. */
  readonly now: string;
  readonly counters: IdCounters;
  readonly users: readonly SavedUser[];
  readonly keys: readonly StoredKey[];
  readonly groups: readonly SavedGroup[];
  readonly content: readonly StoredContent[];
  readonly permissions: readonly PermissionRecord[];
  /** What the environment variables of content are called. */
  readonly environments: readonly { readonly content_guid: string; readonly names: readonly string[] }[];
  readonly usedTickets: UsedTickets;
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
    usedTickets: state.directory.usedTickets,
  });
}

/** Fills a new state with what a snapshot holds. Throws a `TypeError` for something that is no snapshot of this fake's. */
export function loadSnapshot(state: FakeState, snapshot: FakeSnapshot): void {
  checkSnapshot(state, snapshot);
  const saved = structuredClone(snapshot);
  state.clock.milliseconds = Date.parse(saved.now);
  state.ids.load(saved.counters);
  state.users.load(saved.users);
  state.keys.load(saved.keys);
  for (const group of saved.groups) state.groups.add(group);
  for (const item of saved.content) state.content.put(item);
  for (const permission of saved.permissions) state.permissions.add(permission);
  for (const { content_guid, names } of saved.environments) state.environments.set(content_guid, names);
  state.directory.load(saved.usedTickets);
}

function checkSnapshot(state: FakeState, snapshot: FakeSnapshot): void {
  const given: unknown = snapshot;
  if (typeof given !== "object" || given === null || !("format" in given) || given.format !== FORMAT) {
    throw new TypeError(`This is not a snapshot of a fake: its format must be ${JSON.stringify(FORMAT)}.`);
  }
  const { seed } = state.options;
  if (snapshot.seed !== seed) {
    throw new TypeError(`The snapshot was taken with the seed ${snapshot.seed}, and this fake has the seed ${seed}.`);
  }
  for (const name of ["users", "keys", "groups", "content", "permissions", "environments"] as const) {
    if (!Array.isArray(snapshot[name])) throw new TypeError(`The snapshot is damaged: ${name} must be an array.`);
  }
  if (Number.isNaN(Date.parse(snapshot.now))) throw new TypeError("The snapshot is damaged: now must be a time.");
}
