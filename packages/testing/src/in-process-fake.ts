import type { ContentRecord, GroupRecord, UserRecord } from "@connect-sdk/api";
import { addContent, recordOf, type ContentDetails } from "./builders/add-content.ts";
import { addGroup, type GroupDetails } from "./builders/add-group.ts";
import { addUser, type UserDetails } from "./builders/add-user.ts";
import { keyFor, type KeyOptions } from "./builders/key-for.ts";
import type { FakeConnect } from "./fake-connect.ts";
import { FaultList } from "./faults/fault-list.ts";
import type { Fault, FaultHandle } from "./faults/fault.ts";
import { viewGroup } from "./operations/groups.ts";
import { viewUser } from "./operations/users.ts";
import { answer } from "./http/answer.ts";
import { FetchRequest } from "./http/fetch-request.ts";
import { toResponse, type WireReply } from "./http/wire-reply.ts";
import type { WireRequest } from "./http/wire-request.ts";
import { Journal, type JournalEntry } from "./journal.ts";
import type { FakeServer, ListenOptions } from "./listen.ts";
import type { ResolvedOptions } from "./resolve-options.ts";
import { loadSnapshot, takeSnapshot, type FakeSnapshot } from "./snapshot.ts";
import { CachedView } from "./cached-view.ts";
import { FakeClock } from "./state/clock.ts";
import { FakeState } from "./state/fake-state.ts";
import { seedState } from "./state/seed.ts";

/** Owns a state, and lends it to the application for each request. */
export class InProcessFake implements FakeConnect {
  readonly url: string;
  readonly clock: FakeClock;
  readonly #options: ResolvedOptions;
  readonly #journal: Journal;
  #faults: FaultList;
  #state: FakeState;
  #users = new CachedView<UserRecord>();
  #groups = new CachedView<GroupRecord>();
  #content = new CachedView<ContentRecord>();

  constructor(options: ResolvedOptions) {
    this.#options = options;
    this.url = `${options.origin}${options.prefix}`;
    this.clock = new FakeClock(options.now);
    this.#journal = new Journal(options.journalLimit);
    this.#faults = new FaultList(options.seed);
    this.#state = new FakeState(options, this.clock);
    seedState(this.#state);
  }

  get apiKey(): string {
    return this.#state.ids.secret(1);
  }

  get users(): readonly UserRecord[] {
    const { users } = this.#state;
    return this.#users.get(users.revision, () =>
      Array.from(users.all(), (user) => viewUser(this.#state, user, undefined)),
    );
  }

  get groups(): readonly GroupRecord[] {
    const { groups } = this.#state;
    return this.#groups.get(groups.revision, () => Array.from(groups.all(), (group) => viewGroup(this.#state, group)));
  }

  get content(): readonly ContentRecord[] {
    const { content } = this.#state;
    return this.#content.get(content.revision, () => Array.from(content.all(), (item) => recordOf(this.#state, item)));
  }

  get requests(): readonly JournalEntry[] {
    return this.#journal.entries;
  }

  /** An arrow function, because clients call it without its object. */
  readonly fetch: typeof fetch = async (input, init) => {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    request.signal.throwIfAborted();
    return toResponse(await this.#answer(new FetchRequest(request)), request.method);
  };

  fault(fault: Fault): FaultHandle {
    return this.#faults.add(fault);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  addUser(details: UserDetails = {}): UserRecord {
    return addUser(this.#state, details);
  }

  addGroup(details: GroupDetails = {}): GroupRecord {
    return addGroup(this.#state, details);
  }

  addContent(details: ContentDetails = {}): ContentRecord {
    return addContent(this.#state, details);
  }

  keyFor(user: string | Pick<UserRecord, "guid">, options: KeyOptions = {}): string {
    return keyFor(this.#state, user, options);
  }

  reset(): void {
    this.clock.reset();
    this.#journal.clear();
    this.#faults = new FaultList(this.#options.seed);
    this.#replaceState(new FakeState(this.#options, this.clock));
    seedState(this.#state);
  }

  snapshot(): FakeSnapshot {
    return takeSnapshot(this.#state);
  }

  restore(snapshot: FakeSnapshot): void {
    const state = new FakeState(this.#options, this.clock);
    loadSnapshot(state, snapshot);
    this.#replaceState(state);
  }

  /** The server is loaded when it is first wanted, so that a fake without a port stays cheap to import. */
  async listen(options?: ListenOptions): Promise<FakeServer> {
    const { listen } = await import("./listen.ts");
    return listen(this, (request) => this.#answer(request), options);
  }

  #answer(request: WireRequest): Promise<WireReply> {
    return answer({ state: this.#state, journal: this.#journal, faults: this.#faults }, request);
  }

  #replaceState(state: FakeState): void {
    this.#state = state;
    this.#users = new CachedView();
    this.#groups = new CachedView();
    this.#content = new CachedView();
  }
}
