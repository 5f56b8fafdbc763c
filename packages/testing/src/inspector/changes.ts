import { setTimeout as wait } from "node:timers/promises";
import type { JournalEntry } from "../journal.ts";
import type { Provider } from "../options.ts";
import type { FakeState } from "../state/fake-state.ts";
import { readQuery, type Inspection } from "./inspection.ts";

/** The fake at a glance. */
export interface Overview {
  readonly version: string;
  readonly provider: Provider;
  readonly seed: number;
  /** Number of users of a new fake with the same options. */
  readonly initial_users: number;
  readonly empty: boolean;
  /** The administrator whose key is `fake.apiKey`; null on an empty server. */
  readonly administrator_guid: string | null;
  readonly now: string;
  /** Whether the clock follows the system clock. */
  readonly running: boolean;
  readonly user_activity_days: number;
  readonly users: {
    readonly total: number;
    readonly administrator: number;
    readonly publisher: number;
    readonly viewer: number;
    readonly licensed: number;
    readonly inactive: number;
    readonly locked: number;
  };
  /** Number of users that the license covers; null if it is not limited. */
  readonly licensed_users: number | null;
  readonly groups: number;
  readonly content: number;
  readonly faults: number;
  /** Number of sign-ins that wait for approval. */
  readonly sign_ins: number;
  /** Number of entries in the audit log. */
  readonly audit: number;
}

/** A recorded request with its number, counted from 1 since the server started. */
export type NumberedRequest = JournalEntry & { readonly number: number };

/** What has changed. */
export interface Changes {
  /** Changes with the fake. Send it with the next request to wait for a change. */
  readonly revision: string;
  /** Changes with the state and the clock, but not with requests and the hits of faults. */
  readonly state_revision: string;
  readonly overview: Overview;
  /** Requests recorded since, oldest first. */
  readonly requests: readonly NumberedRequest[];
  /** Number of the newest request. */
  readonly newest: number;
  /** Number of the oldest request that is still recorded. */
  readonly oldest: number;
}

/** Milliseconds after which a request that waits for a change gets a response anyway. Proxies cut longer ones. */
const MAXIMUM_WAIT = 25_000;

/**
 * Milliseconds between two comparisons, which are only made while a page waits. The first one waits too, so that a page sees
 * the changes of a busy server a few times a second, not one by one.
 */
const INTERVAL = 120;

/**
 * After so many requests within an interval, a page waits longer, which costs it nothing: it keeps the newest requests only, and
 * gets them all the same. Sending each request to a page would take a third of the time that the request itself takes.
 */
const BUSY = 200;

/** Milliseconds that a page waits longer on a busy server. */
const BUSY_INTERVAL = 880;

const DEFAULT_LIMIT = 500;

/** Returns a route that waits until the fake differs from a revision, and returns what has changed. */
export function watchChanges(inspection: Inspection): (query: string, signal: AbortSignal) => Promise<Changes> {
  const revisionOf = revisions(inspection);
  return async (text, signal) => {
    const { revision, after = 0, limit = DEFAULT_LIMIT } = readQuery("ChangesQuery", text);
    const ended = AbortSignal.any([signal, inspection.closing]);
    const deadline = performance.now() + MAXIMUM_WAIT;
    const { journal } = inspection;
    const before = journal.recorded;
    if (revision !== undefined) await pause(INTERVAL, ended);
    if (journal.recorded - before > BUSY) await pause(BUSY_INTERVAL, ended);
    while (revision === joined(revisionOf()) && !ended.aborted && performance.now() < deadline)
      await pause(INTERVAL, ended);
    const { recorded: newest, oldest } = journal;
    const first = Math.max(after + 1, oldest, newest - limit + 1);
    const requests = journal.from(first).map((entry, index) => ({ ...entry, number: first + index }));
    const now = revisionOf();
    return {
      revision: joined(now),
      state_revision: now.state,
      overview: overviewOf(inspection),
      requests,
      newest,
      oldest,
    };
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // A page that waits must not keep the process running.
  await wait(milliseconds, undefined, { ref: false, signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

interface Revision {
  readonly state: string;
  readonly traffic: string;
}

function joined({ state, traffic }: Revision): string {
  return `${state}_${traffic}`;
}

/** Returns a function that describes the fake by strings that differ after each change. */
function revisions({ state: current, journal, faults }: Inspection): () => Revision {
  let known: FakeState | undefined;
  let replaced = 0;
  return () => {
    const state = current();
    if (state !== known) {
      known = state;
      replaced++;
    }
    const { users, groups, content, permissions, keys, clock, audit, authorizations } = state;
    const stores = [users, groups, content, permissions, keys, clock, authorizations].map(({ revision }) => revision);
    const hits = faults.list().map((fault) => fault.hits);
    return {
      state: [replaced, ...stores].join("."),
      traffic: [journal.recorded, audit.revision, faults.revision, ...hits].join("."),
    };
  };
}

function overviewOf({ state: current, faults }: Inspection): Overview {
  const state = current();
  const { options, users, clock } = state;
  const [first] = users.all();
  return {
    version: options.version,
    provider: options.provider,
    seed: options.seed,
    initial_users: options.users,
    empty: options.users === 0,
    administrator_guid: first?.serial === 0 && options.users > 0 ? first.record.guid : null,
    now: clock.now().toISOString(),
    running: options.now === "system",
    user_activity_days: options.settings.userActivityDays,
    users: {
      total: users.size,
      administrator: users.count(["administrator"]),
      publisher: users.count(["publisher"]),
      viewer: users.count(["viewer"]),
      licensed: users.count(undefined, ["licensed"]),
      inactive: users.count(undefined, ["inactive"]),
      locked: users.count(undefined, ["locked"]),
    },
    licensed_users: options.licensedUsers ?? null,
    groups: [...state.groups.all()].length,
    content: [...state.content.all()].length,
    faults: faults.list().length,
    sign_ins: state.authorizations.pending().length,
    audit: state.audit.all().length,
  };
}
