import type { ResolvedOptions } from "../options.ts";
import type { FakeClock } from "./clock.ts";
import { ContentStore, EnvironmentStore } from "./content-store.ts";
import { Directory } from "./directory.ts";
import { GroupStore } from "./group-store.ts";
import { Ids } from "./ids.ts";
import { KeyStore } from "./key-store.ts";
import { PermissionStore } from "./permission-store.ts";
import { ServerVersion } from "./server-version.ts";
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
  readonly directory: Directory;

  /** @param clock - passed in because it outlives the state when the fake is reset. */
  constructor(options: ResolvedOptions, clock: FakeClock) {
    this.options = options;
    this.version = new ServerVersion(options.version);
    this.clock = clock;
    this.ids = new Ids(options.seed, options.apiKey);
    this.users = new UserStore(clock, options.settings.userActivityDays);
    this.keys = new KeyStore(this.ids);
    this.groups = new GroupStore(this.users);
    this.content = new ContentStore();
    this.permissions = new PermissionStore();
    this.environments = new EnvironmentStore();
    this.directory = new Directory(options.seed, this.hasDirectory ? options.directory : { people: 0, groups: 0 });
  }

  /** Whether users come from a directory: they are created from tickets instead of details. */
  get hasDirectory(): boolean {
    const { provider } = this.options;
    return provider === "ldap" || provider === "oauth2-google";
  }
}
