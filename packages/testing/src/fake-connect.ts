import type { ContentRecord, GroupRecord, UserRecord } from "@connect-sdk/api";
import type { ContentDetails } from "./builders/add-content.ts";
import type { GroupDetails } from "./builders/add-group.ts";
import type { UserDetails } from "./builders/add-user.ts";
import type { KeyOptions } from "./builders/key-for.ts";
import type { Fault, FaultHandle } from "./faults/fault.ts";
import { InProcessFake } from "./in-process-fake.ts";
import type { JournalEntry } from "./journal.ts";
import type { FakeServer, ListenOptions } from "./listen.ts";
import type { FakeConnectOptions } from "./options.ts";
import { resolveOptions } from "./resolve-options.ts";
import type { FakeSnapshot } from "./snapshot.ts";
import type { Duration } from "./state/clock.ts";

/** The clock that all times of a fake come from. */
export interface FakeConnectClock {
  /** What it shows. */
  now(): Date;
  /** Moves it forward, or backward for negative numbers. */
  advance(duration: Duration): void;
}

/** A Posit Connect server that exists in this process only. */
export interface FakeConnect {
  /** The address to give to a client; a path prefix is part of it. */
  readonly url: string;
  /** The key of the first administrator. A server without users has it in store for whoever is bootstrapped. */
  readonly apiKey: string;
  /** Answers requests as the server would. To be given to a client in place of the global `fetch`; it needs no `this`. */
  readonly fetch: typeof fetch;
  /** Every user, in order of creation. The array is a view of this moment: ask again for a newer one. */
  readonly users: readonly UserRecord[];
  /** Every group, in order of creation. */
  readonly groups: readonly GroupRecord[];
  /** Every content item, in order of creation, as its owner sees it. */
  readonly content: readonly ContentRecord[];
  /** The newest requests, oldest first, without secrets. */
  readonly requests: readonly JournalEntry[];
  readonly clock: FakeConnectClock;

  /**
   * Lets requests fail. Without `times` the fault lasts until it is removed. If several faults match, the oldest decides.
   *
   * @throws TypeError if the fault makes no sense, for example a probability of 2.
   */
  fault(fault: Fault): FaultHandle;
  /** Removes every fault. */
  clearFaults(): void;

  /**
   * Adds a user without asking for permission; what is left out is made up. By default they are a viewer who was never
   * active.
   *
   * @throws TypeError if the username, guid or external id is taken, or a field is unknown.
   */
  addUser(details?: UserDetails): UserRecord;
  /** Adds a group in the same way. Without an owner it belongs to the first administrator. */
  addGroup(details?: GroupDetails): GroupRecord;
  /** Adds a content item in the same way. Without an owner it belongs to the first administrator. */
  addContent(details?: ContentDetails): ContentRecord;
  /**
   * The text of an API key with which to act as someone else: a user, or their guid or username.
   *
   * @throws TypeError if there is no such user.
   */
  keyFor(user: string | Pick<UserRecord, "guid">, options?: KeyOptions): string;

  /** Back to the beginning: state, clock, journal and faults. */
  reset(): void;
  /** A copy of the state and the time, as plain JSON. */
  snapshot(): FakeSnapshot;
  /**
   * Puts a snapshot in place of the state and the time. Journal and faults stay.
   *
   * @throws TypeError if it is not a snapshot of a fake with the same seed.
   */
  restore(snapshot: FakeSnapshot): void;

  /** Serves the same state over HTTP; on a free port of this machine by default. */
  listen(options?: ListenOptions): Promise<FakeServer>;
}

/**
 * Makes a fake Posit Connect server. It starts with one administrator, whose key is `apiKey`, no groups and no content.
 * Fakes share nothing: any number of them can be used side by side.
 *
 * @throws TypeError if an option is unknown or has an impossible value.
 *
 * @example
 * ```ts
 * const fake = createFakeConnect({ users: 1_200, seed: 7 });
 * const answer = await fake.fetch(`${fake.url}/__api__/v1/users?user_role=publisher`, {
 *   headers: { authorization: `Key ${fake.apiKey}` },
 * });
 * ```
 */
export function createFakeConnect(options: FakeConnectOptions = {}): FakeConnect {
  return new InProcessFake(resolveOptions(options));
}
