/** The fake as a whole: this folder has what users of the package see; `http` serves requests to it. */
import type { ContentRecord, GroupRecord, PermissionRecord, TagRecord, UserRecord } from "@connect-sdk/api";
import {
  addContent,
  addGroup,
  addJob,
  addPermission,
  addTag,
  addUser,
  addVisit,
  keyFor,
  viewOwnContent,
} from "./builders.ts";
import {
  addSeed,
  type ContentDetails,
  type ContentReference,
  type GroupDetails,
  type JobDetails,
  type KeyOptions,
  type PermissionDetails,
  type TagDetails,
  type UserDetails,
  type UserReference,
  type VisitDetails,
} from "./details.ts";
import type { FakeConnect, FakeConnectClock, FakeOAuth, FakeServer, ListenOptions } from "./fake-connect-types.ts";
import { FaultList, withFaults, type Fault, type FaultHandle } from "./faults.ts";
import { ConnectionReset, type Exchange, type Handler, type HttpRequest, type HttpResponse } from "./http/exchange.ts";
import { FetchRequest, toFetchResponse } from "./http/fetch-request.ts";
import { addResponseHeaders, handle } from "./http/handle.ts";
import { openExchange } from "./http/router.ts";
import {
  addIntegration,
  addOAuthSession,
  createSessionToken,
  type IntegrationDetails,
  type IntegrationRecord,
  type OAuthSessionDetails,
  type OAuthSessionRecord,
  type SessionTokenOptions,
} from "./integrations.ts";
import { describeRequest, Journal, type JournalEntry, type ReceivedRequest } from "./journal.ts";
import { viewGroup } from "./operations/groups.ts";
import { viewUser } from "./operations/users.ts";
import { resolveOptions, type FakeConnectOptions, type ResolvedOptions } from "./options.ts";
import {
  addPrincipal,
  approveSignIn,
  changeByProvider,
  denySignIn,
  identityToken,
  pendingSignIns,
  signIn,
  tokensFor,
  type ProviderChange,
  type SignInOptions,
} from "./sign-in.ts";
import { loadSnapshot, takeSnapshot, type FakeSnapshot } from "./snapshot.ts";
import type { AuditLogRecord } from "./state/audit-log.ts";
import { FakeClock, type Duration } from "./state/clock.ts";
import { FakeState } from "./state/fake-state.ts";
import { giveFirstKey, seedState } from "./state/seed.ts";
import { InvalidInput, notAllowed, validate, withoutUndefined } from "./validate.ts";

/**
 * Creates a fake Posit Connect server. It starts with one administrator, whose key is `apiKey`, no groups and no content.
 * Fakes share nothing, so any number of them can be used side by side.
 *
 * @throws TypeError if an option is unknown or invalid.
 *
 * @example
 * ```ts
 * const fake = createFakeConnect({ users: 1_200, seed: 7 });
 * const response = await fake.fetch(`${fake.url}/__api__/v1/users?user_role=publisher`, {
 *   headers: { authorization: `Key ${fake.apiKey}` },
 * });
 * ```
 */
export function createFakeConnect(options: FakeConnectOptions = {}): FakeConnect {
  return new InProcessFake(resolveOptions(options));
}

class InProcessFake implements FakeConnect {
  readonly url: string;
  readonly clock: FakeConnectClock;
  readonly oauth: FakeOAuth;
  readonly #options: ResolvedOptions;
  readonly #clock: FakeClock;
  readonly #journal: Journal;
  readonly #faults: FaultList;
  readonly #handle: Handler;
  readonly #listeners = new Set<{ readonly listener: (request: ReceivedRequest) => void }>();
  #state: FakeState;
  #users = new CachedView<UserRecord>();
  #groups = new CachedView<GroupRecord>();
  #content = new CachedView<ContentRecord>();
  #audit = new CachedView<AuditLogRecord>();

  constructor(options: ResolvedOptions) {
    this.#options = options;
    this.url = `${options.origin}${options.prefix}`;
    this.#clock = new FakeClock(options.now);
    this.clock = validatedClock(this.#clock);
    this.oauth = oauthOf(() => this.#state);
    // The compiler's `readonly` ends where JavaScript begins. `fetch` stays writable for spies.
    for (const name of ["url", "clock", "oauth"]) Object.defineProperty(this, name, { writable: false });
    this.#journal = new Journal(options.journalLimit);
    this.#faults = new FaultList(options.seed);
    this.#handle = withFaults(this.#faults, handle);
    this.#state = new FakeState(options, this.#clock);
    this.#populate();
  }

  /** Fills a new state: with generated users, and with the data of the options. */
  #populate(): void {
    seedState(this.#state);
    const { data } = this.#options;
    if (data === undefined) return;
    addSeed(this, data, "data.");
    if (data.administrator !== undefined) giveFirstKey(this.#state, data.administrator);
  }

  get apiKey(): string {
    return this.#state.ids.secret(1);
  }

  get users(): readonly Readonly<UserRecord>[] {
    const { users } = this.#state;
    return this.#users.get(users.revision, () =>
      Array.from(users.all(), (user) => viewUser(this.#state, user, undefined)),
    );
  }

  get groups(): readonly Readonly<GroupRecord>[] {
    const { groups } = this.#state;
    return this.#groups.get(groups.revision, () => Array.from(groups.all(), (group) => viewGroup(this.#state, group)));
  }

  get content(): readonly Readonly<ContentRecord>[] {
    const { content } = this.#state;
    return this.#content.get(content.revision, () =>
      Array.from(content.all(), (item) => viewOwnContent(this.#state, item)),
    );
  }

  get audit(): readonly Readonly<AuditLogRecord>[] {
    const { audit } = this.#state;
    return this.#audit.get(audit.revision, () => [...audit.all()]);
  }

  get requests(): readonly JournalEntry[] {
    return this.#journal.entries;
  }

  /** An arrow function, because clients call it without its object. */
  readonly fetch: typeof fetch = async (input, init) => {
    // The second argument of `@connect-sdk/api` describes the first one again.
    const isDescribed = init !== undefined && "request" in init && init.request === input;
    const isComplete = init === undefined || isDescribed;
    const request = input instanceof Request && isComplete ? input : new Request(input, init);
    // That client sends nothing after its signal has fired, and creates the signal where it is read, which takes time.
    if (!isDescribed) request.signal.throwIfAborted();
    const received = new FetchRequest(request);
    if (received.origin !== this.#options.origin) throw unknownHost(request.url, this.url);
    return toFetchResponse(await this.#respond(received), request.method);
  };

  /** Responds at once where it can: over a port, waiting for promises would take a tenth of a request's time. */
  #respond(request: HttpRequest): HttpResponse | Promise<HttpResponse> {
    let exchange = openExchange(this.#state, request);
    if (this.#listeners.size > 0) {
      this.#announce(Object.freeze(describeRequest(exchange)));
      if (exchange.state !== this.#state) exchange = openExchange(this.#state, request);
    }
    const opened = exchange;
    try {
      const response = this.#handle(opened);
      if (!(response instanceof Promise)) return this.#finish(opened, response);
      return response.then(
        (settled) => this.#finish(opened, settled),
        (error: unknown) => this.#cut(opened, error),
      );
    } catch (error) {
      return this.#cut(opened, error);
    }
  }

  #finish(exchange: Exchange, response: HttpResponse): HttpResponse {
    addResponseHeaders(exchange, response);
    this.#journal.record(exchange, response);
    return response;
  }

  /** Records a request that gets no response. */
  #cut(exchange: Exchange, error: unknown): never {
    this.#journal.record(exchange, null);
    throw error;
  }

  #announce(request: ReceivedRequest): void {
    for (const { listener } of [...this.#listeners]) {
      try {
        listener(request);
      } catch (error) {
        this.#options.onInternalError(error);
      }
    }
  }

  onRequest(listener: (request: ReceivedRequest) => void): () => void {
    if (typeof listener !== "function") throw new InvalidInput(notAllowed("the listener", listener, "a function"));
    // An object for each call, because the same function can be given twice.
    const entry = { listener };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  fault(fault: Fault): FaultHandle {
    return this.#faults.add(fault);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  addUser(details: UserDetails = {}): Readonly<UserRecord> {
    return Object.freeze(addUser(this.#state, details));
  }

  addGroup(details: GroupDetails = {}): Readonly<GroupRecord> {
    return Object.freeze(addGroup(this.#state, details));
  }

  addContent(details: ContentDetails = {}): Readonly<ContentRecord> {
    return Object.freeze(addContent(this.#state, details));
  }

  addIntegration(details: IntegrationDetails = {}): Readonly<IntegrationRecord> {
    return addIntegration(this.#state, details);
  }

  addOAuthSession(details: OAuthSessionDetails): Readonly<OAuthSessionRecord> {
    return Object.freeze(addOAuthSession(this.#state, details));
  }

  sessionTokenFor(user: UserReference, options: SessionTokenOptions): string {
    return createSessionToken(this.#state, user, options);
  }

  contentSessionTokenFor(content: ContentReference, options: Omit<SessionTokenOptions, "content"> = {}): string {
    return createSessionToken(this.#state, null, { ...options, content });
  }

  signIn(user: UserReference, options: SignInOptions = {}): Readonly<UserRecord> {
    return Object.freeze(signIn(this.#state, user, options));
  }

  idp(user: UserReference, change: ProviderChange): Readonly<UserRecord> {
    return Object.freeze(changeByProvider(this.#state, user, change));
  }

  addPermission(details: PermissionDetails): Readonly<PermissionRecord> {
    return addPermission(this.#state, details);
  }

  addTag(details: TagDetails): Readonly<TagRecord> {
    return addTag(this.#state, details);
  }

  addVisit(details: VisitDetails): void {
    addVisit(this.#state, details);
  }

  addJob(details: JobDetails): string {
    return addJob(this.#state, details);
  }

  keyFor(user: UserReference, options: KeyOptions = {}): string {
    return keyFor(this.#state, user, options);
  }

  reset(): void {
    this.#clock.reset();
    this.#journal.clear();
    this.#faults.reset();
    this.#listeners.clear();
    this.#replaceState(new FakeState(this.#options, this.#clock));
    this.#populate();
  }

  snapshot(): FakeSnapshot {
    return takeSnapshot(this.#state);
  }

  restore(snapshot: FakeSnapshot): void {
    const state = new FakeState(this.#options, this.#clock);
    loadSnapshot(state, snapshot);
    this.#replaceState(state);
  }

  #replaceState(state: FakeState): void {
    this.#state = state;
    this.#users = new CachedView();
    this.#groups = new CachedView();
    this.#content = new CachedView();
    this.#audit = new CachedView();
  }

  async listen(options: ListenOptions = {}): Promise<FakeServer> {
    validate("ListenOptions", options);
    // Loaded on demand, which keeps importing the package cheap for fakes without a port.
    const { listen } = await import("#listen");
    return listen(options, {
      fake: this,
      prefix: this.#options.prefix,
      respond: (request) => this.#respond(request),
      state: () => this.#state,
      journal: this.#journal,
      faults: this.#faults,
    });
  }
}

/** Returns what `fetch` rejects with for a host that does not exist. */
function unknownHost(url: string, ownUrl: string): ConnectionReset {
  const { protocol, hostname } = new URL(url);
  const message = `getaddrinfo ENOTFOUND ${hostname}; this fake is ${ownUrl} and has no other ${protocol}// address`;
  const cause = Object.assign(new Error(message), { code: "ENOTFOUND", syscall: "getaddrinfo", hostname });
  return new ConnectionReset({ cause });
}

function validatedClock(clock: FakeClock): FakeConnectClock {
  return {
    now: () => clock.now(),
    advance(duration: Duration) {
      clock.advance(validate("Duration", withoutUndefined(duration)));
    },
  };
}

/** @param state - returns the current state: a reset or a restored snapshot replaces it. */
function oauthOf(state: () => FakeState): FakeOAuth {
  return {
    get pending() {
      return pendingSignIns(state());
    },
    approve: (id, user) => approveSignIn(state(), id, user),
    deny: (id) => denySignIn(state(), id),
    tokensFor: (user) => tokensFor(state(), user),
    addPrincipal: (details) => addPrincipal(state(), details),
    identityToken: (details = {}) => identityToken(state(), details),
  };
}

/** An array of frozen records that is created again only when they have changed. */
class CachedView<T> {
  #items: readonly Readonly<T>[] = [];
  #revision: number | undefined;

  get(revision: number, create: () => T[]): readonly Readonly<T>[] {
    if (revision !== this.#revision) {
      this.#items = Object.freeze(create().map((item) => Object.freeze(item)));
      this.#revision = revision;
    }
    return this.#items;
  }
}
