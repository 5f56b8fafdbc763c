import { hasDirectory, type ResolvedOptions } from "../options.ts";
import { AuditLog } from "./audit-log.ts";
import { AuthorizationStore } from "./authorization-store.ts";
import type { FakeClock } from "./clock.ts";
import { BundleStore, EnvironmentStore, JobStore, TaskStore } from "./bundle-store.ts";
import { ContentStore, PermissionStore, type StoredContent, TagStore, VisitStore } from "./content-store.ts";
import { Directory } from "./people.ts";
import { GroupStore } from "./group-store.ts";
import { Ids } from "./ids.ts";
import { KeyStore, TokenStore, type StoredServiceToken, type StoredSessionToken } from "./key-store.ts";
import { OAuthStore } from "./oauth-store.ts";
import { ServerVersion } from "./server-version.ts";
import type { UserEntry } from "./user-search/user-entry.ts";
import { UserStore } from "./user-search/user-store.ts";

/**
 * Everything that a server knows: its options, clock and version, and a store for each kind of record. Stores keep records
 * consistent and find them fast. They know neither HTTP nor permissions.
 */
export class FakeState {
  readonly options: ResolvedOptions;
  readonly version: ServerVersion;
  readonly clock: FakeClock;
  readonly ids: Ids;
  readonly users: UserStore;
  readonly keys: KeyStore;
  readonly groups: GroupStore;
  readonly content: ContentStore;
  readonly permissions: PermissionStore;
  readonly environments: EnvironmentStore;
  readonly bundles: BundleStore;
  readonly tasks: TaskStore;
  readonly jobs: JobStore;
  readonly tags: TagStore;
  readonly visits: VisitStore;
  readonly directory: Directory;
  readonly audit: AuditLog;
  readonly oauth: OAuthStore;
  readonly authorizations: AuthorizationStore;
  readonly sessionTokens: TokenStore<StoredSessionToken>;
  readonly serviceTokens: TokenStore<StoredServiceToken>;

  /** @param clock - passed in because it outlives the state when the fake is reset. */
  constructor(options: ResolvedOptions, clock: FakeClock) {
    this.options = options;
    this.version = new ServerVersion(options.version);
    this.clock = clock;
    this.ids = new Ids(options.seed, options.apiKey);
    this.users = new UserStore(clock, options.settings.userActivityDays);
    this.keys = new KeyStore(clock, this.ids);
    this.groups = new GroupStore(this.users);
    this.content = new ContentStore();
    this.permissions = new PermissionStore();
    this.environments = new EnvironmentStore();
    this.bundles = new BundleStore();
    this.tasks = new TaskStore();
    this.jobs = new JobStore();
    this.tags = new TagStore();
    this.visits = new VisitStore();
    this.directory = new Directory(options.seed, this.hasDirectory ? options.directory : { people: 0, groups: 0 });
    this.audit = new AuditLog(clock, this.ids, options.auditLimit);
    this.oauth = new OAuthStore();
    this.authorizations = new AuthorizationStore(clock, this.ids, options.oauth.tokenLifetime * 1000);
    this.sessionTokens = new TokenStore("sessionToken", clock, this.ids);
    this.serviceTokens = new TokenStore("serviceToken", clock, this.ids);
  }

  /**
   * Returns the next number of a kind, and the guid that follows from it. Skips those that are in use: records of another fake have
   * the same guids.
   */
  nextGuid(kind: "user" | "group" | "content"): { readonly number: number; readonly guid: string } {
    const store = { user: this.users, group: this.groups, content: this.content }[kind];
    for (;;) {
      const number = this.ids.next(kind);
      const guid = this.ids.guid(kind, number);
      if (store.get(guid) === undefined) return { number, guid };
    }
  }

  /** Returns whether a string is a key, token or code that the server has given to someone. */
  knowsSecret(value: string): boolean {
    const stores = [this.keys, this.sessionTokens, this.serviceTokens];
    return this.authorizations.isSecret(value) || stores.some((store) => store.bySecret(value) !== undefined);
  }

  /** Locks or unlocks a user. Locking ends the user's OAuth tokens for good. */
  setLocked(user: UserEntry, locked: boolean): void {
    this.users.change(user, { locked });
    // Real server: unknown whether tokens work again after unlocking, assumed not.
    if (locked) this.authorizations.revokeUser(user.record.guid);
  }

  /** Deletes a content item and everything that belongs to it. */
  deleteContent(item: StoredContent): void {
    const { guid } = item;
    this.permissions.deleteContent(guid);
    this.environments.set(guid, []);
    this.bundles.deleteContent(guid);
    this.jobs.deleteContent(guid);
    this.tags.deleteContent(guid);
    this.visits.deleteContent(guid);
    this.oauth.associate(guid, []);
    this.content.delete(item);
  }

  /** Whether users come from a directory: they are created from tickets instead of details. */
  get hasDirectory(): boolean {
    return hasDirectory(this.options.provider);
  }
}
