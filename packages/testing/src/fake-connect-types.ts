import type { ContentRecord, GroupRecord, PermissionRecord, TagRecord, UserRecord } from "@connect-sdk/api";
import type {
  ContentDetails,
  ContentReference,
  GroupDetails,
  JobDetails,
  KeyOptions,
  PermissionDetails,
  TagDetails,
  UserDetails,
  UserReference,
  VisitDetails,
} from "./details.ts";
import type { Fault, FaultHandle } from "./faults.ts";
import type {
  IntegrationDetails,
  IntegrationRecord,
  OAuthSessionDetails,
  OAuthSessionRecord,
  SessionTokenOptions,
} from "./integrations.ts";
import type { JournalEntry, ReceivedRequest } from "./journal.ts";
import type {
  IdentityTokenDetails,
  PendingSignIn,
  PrincipalDetails,
  ProviderChange,
  SignInOptions,
  UserTokens,
} from "./sign-in.ts";
import type { FakeSnapshot } from "./snapshot.ts";
import type { AuditLogRecord } from "./state/audit-log.ts";
import type { Duration } from "./state/clock.ts";

/** A Posit Connect server that exists only in this process. */
export interface FakeConnect {
  /** The address to give to a client, including the path prefix. */
  readonly url: string;
  /** The key of the first administrator; random unless the option `apiKey` or `seed` is given. On an empty server, the key that bootstrapping returns. */
  readonly apiKey: string;
  /**
   * Responds as the server would. Give it to a client in place of the global `fetch`; it needs no `this`. A URL of another origin
   * is rejected with a `TypeError`, like a host that does not exist.
   */
  readonly fetch: typeof fetch;
  /**
   * All users, in order of creation. The array and its records are frozen and never change; read the property again for newer
   * ones. To change a user, send a request.
   */
  readonly users: readonly Readonly<UserRecord>[];
  /** All groups, in order of creation; frozen, too. */
  readonly groups: readonly Readonly<GroupRecord>[];
  /** All content items, in order of creation, as their owners see them; frozen, too. */
  readonly content: readonly Readonly<ContentRecord>[];
  /** The audit log, oldest entry first, up to the option `auditLimit`. What this object adds and seeds is not in it. */
  readonly audit: readonly Readonly<AuditLogRecord>[];
  /** The newest requests, oldest first, without secrets. */
  readonly requests: readonly JournalEntry[];
  readonly clock: FakeConnectClock;
  /** The sign-ins of programs with OAuth. */
  readonly oauth: FakeOAuth;

  /**
   * Injects a fault. Without `times` it stays until it is removed. If several faults match, the first one added wins.
   *
   * @throws TypeError if a field is unknown or invalid, for example a probability of 2, or if the fault has no effect.
   */
  fault(fault: Fault): FaultHandle;
  /** Removes all faults. */
  clearFaults(): void;

  /**
   * Calls a function for each request, before the fake handles it. The function may change the fake, as another administrator
   * could at that moment. What it throws is passed to the option `onInternalError`.
   *
   * @returns a function that ends the calls; `reset()` does, too.
   * @throws TypeError if it is not a function.
   */
  onRequest(listener: (request: ReceivedRequest) => void): () => void;

  /**
   * Adds a user without permission checks. Fields that are not given are generated; by default the user is a viewer that was
   * never active.
   *
   * @throws TypeError if a field is unknown or invalid, or the username, guid or external id is taken.
   */
  addUser(details?: UserDetails): Readonly<UserRecord>;
  /** Adds a group without permission checks. Without an owner it belongs to the first administrator. */
  addGroup(details?: GroupDetails): Readonly<GroupRecord>;
  /**
   * Adds a content item without permission checks. Without an owner it belongs to the first administrator. Fields that a server
   * computes are ignored.
   */
  addContent(details?: ContentDetails): Readonly<ContentRecord>;
  /**
   * Gives a user or group access to a content item, without permission checks.
   *
   * @throws TypeError if a field is invalid, something does not exist, or it has access already.
   */
  addPermission(details: PermissionDetails): Readonly<PermissionRecord>;
  /** Adds a tag without permission checks. Without a parent it is a category. */
  addTag(details: TagDetails): Readonly<TagRecord>;
  /**
   * Adds a visit to a content item, which the instrumentation endpoints return.
   *
   * @throws TypeError if a field is unknown or invalid, or the content or the user does not exist.
   */
  addVisit(details: VisitDetails): void;
  /**
   * Adds a job to a content item: a process that runs it, or has run it. Nothing runs in the fake, so content has only the jobs that
   * a test adds.
   *
   * @returns the key of the job.
   * @throws TypeError if a field is unknown or invalid, or the content does not exist.
   */
  addJob(details: JobDetails): string;
  /**
   * Returns an API key of a user, given by record, guid or username.
   *
   * @throws TypeError if there is no such user.
   */
  keyFor(user: UserReference, options?: KeyOptions): string;
  /**
   * Signs a user in, as the sign-in page does: records `user_login` in the audit log and sets `active_time` to now. Applies
   * the option `roleMapping`, and with `groups: "provider"` the user's memberships.
   *
   * @returns the user afterwards.
   * @throws TypeError if there is no such user, or the user cannot sign in: locked, or one more than the license covers.
   */
  signIn(user: UserReference, options?: SignInOptions): Readonly<UserRecord>;
  /**
   * Changes a user as the sign-in provider does with SCIM, even if the provider does not own the fields on the server: `{ active: false }` locks.
   *
   * @returns the user afterwards.
   * @throws TypeError if there is no such user, or a field is unknown or invalid.
   */
  idp(user: UserReference, change: ProviderChange): Readonly<UserRecord>;
  /**
   * Adds an OAuth integration without permission checks; by default one that gives content API keys of its visitors.
   *
   * @throws TypeError if a field is unknown or invalid, or content does not exist.
   */
  addIntegration(details?: IntegrationDetails): Readonly<IntegrationRecord>;
  /**
   * Signs a user in to the service behind an integration, so that content can get the user's credential.
   *
   * @throws TypeError if the user or the integration does not exist.
   */
  addOAuthSession(details: OAuthSessionDetails): Readonly<OAuthSessionRecord>;
  /**
   * Returns a token that Connect gives to content for a visitor, in the request header `Posit-Connect-User-Session-Token`.
   * It expires after an hour by default.
   *
   * @throws TypeError if the user or the content does not exist.
   */
  sessionTokenFor(user: UserReference, options: SessionTokenOptions): string;
  /**
   * Returns a token that Connect gives to content for itself, in its environment.
   *
   * @throws TypeError if the content does not exist.
   */
  contentSessionTokenFor(content: ContentReference, options?: Omit<SessionTokenOptions, "content">): string;

  /** Restores the initial state and clock, and clears journal and faults. */
  reset(): void;
  /** Returns a copy of the state and the time as plain JSON. */
  snapshot(): FakeSnapshot;
  /**
   * Replaces the state and the time by those of a snapshot. Journal and faults stay.
   *
   * @throws TypeError if it is not a snapshot of a fake with the same seed.
   */
  restore(snapshot: FakeSnapshot): void;

  /**
   * Serves the same state over HTTP, by default on a free port of this machine. Resolves once connections are accepted. The
   * server does not keep the process running, see {@link FakeServer.ref}.
   *
   * @throws TypeError if an option is unknown or invalid.
   * @throws Error with a `code` such as `EADDRINUSE` if the address cannot be bound.
   */
  listen(options?: ListenOptions): Promise<FakeServer>;
}

/** The people and machines behind the authorization server. */
export interface FakeOAuth {
  /** The sign-ins that wait for approval, oldest first, without secrets. */
  readonly pending: readonly PendingSignIn[];
  /**
   * Approves a sign-in as a user, given by record, guid or username.
   *
   * @returns the URL to which the browser is sent; null for a program that polls.
   * @throws TypeError if no such sign-in waits, or the user does not exist or cannot sign in.
   */
  approve(id: string, user: UserReference): string | null;
  /**
   * Refuses a sign-in.
   *
   * @returns the URL to which the browser is sent; null for a program that polls.
   * @throws TypeError if no such sign-in waits.
   */
  deny(id: string): string | null;
  /**
   * Returns new tokens of a user, given by record, guid or username, without a sign-in that has to be approved.
   *
   * @throws TypeError if the user does not exist or cannot sign in.
   */
  tokensFor(user: UserReference): UserTokens;
  /**
   * Adds a service principal: a machine that exchanges its identity tokens for keys, with which it may use one content item.
   *
   * @returns the guid of the principal.
   * @throws TypeError if a field is invalid, or the content does not exist.
   */
  addPrincipal(details: PrincipalDetails): string;
  /**
   * Creates an identity token as a CI system does. The fake stands for the issuers of all principals.
   *
   * @throws TypeError if a field is invalid.
   */
  identityToken(details?: IdentityTokenDetails): Promise<string>;
}

/** The clock of a fake. */
export interface FakeConnectClock {
  /** Returns the time. */
  now(): Date;
  /**
   * Moves the clock forward, or backward by a negative duration.
   *
   * @throws TypeError if a part is unknown or not a number.
   * @throws RangeError if the time would not be within the years 1970 to 9000.
   */
  advance(duration: Duration): void;
}

/** Where and how a fake listens. */
export interface ListenOptions {
  /** The port; 0, the default, for any free one. */
  port?: number;
  /** The address; `127.0.0.1` by default, which other machines cannot reach. */
  host?: string;
  /** Milliseconds by which every response is delayed; 0 by default. */
  latency?: number;
  /**
   * Opens the control routes under `/__fake__/`, with which a test in another process can inspect and change the fake. They
   * require the administrator's key. Off by default.
   */
  control?: boolean;
  /**
   * Serves the inspector, a web page that shows and changes the fake, and opens the control routes for it. Open the
   * `inspectorUrl` of the server in a browser on this machine. Off by default.
   */
  ui?: boolean;
}

/** A fake that listens on a port. `await using server = await fake.listen()` closes it at the end of the scope. */
export interface FakeServer extends AsyncDisposable {
  /** The address to give to a client, including the path prefix: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** The port it listens on. */
  readonly port: number;
  /** The address of the inspector, with `ui`. It contains a token that gives full access to the fake. */
  readonly inspectorUrl?: string;
  /** Stops listening. Pending requests get their response, then all connections are closed. */
  close(): Promise<void>;
  /** Keeps the process running while the server listens. Without it, a process that has nothing else to do ends. */
  ref(): void;
}
