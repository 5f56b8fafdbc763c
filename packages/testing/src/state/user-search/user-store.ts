import type { AccountStatus, UserRecord, UserRole } from "@connect-sdk/api";
import type { FakeClock } from "../clock.ts";
import { PrefixIndex, type UserSearch, searchUsers } from "./prefix-search.ts";
import { RecordBytes } from "./record-bytes.ts";
import { SortedList } from "./sorted-list.ts";
import {
  CLASS_COUNT,
  type UserEntry,
  type UserSort,
  classOf,
  classesOf,
  createEntry,
  refresh,
  setStatus,
  userOrders,
} from "./user-entry.ts";

/** A user as a snapshot holds it. */
export interface SavedUser {
  record: UserRecord;
  externalId?: string;
}

/** The users of a server. Knows nothing of permissions: who may do what is up to the caller. */
export class UserStore {
  readonly #bytes = new RecordBytes();
  readonly #clock: FakeClock;
  readonly #activityDays: number;
  readonly #byGuid = new Map<string, UserEntry>();
  readonly #byExternalId = new Map<string, UserEntry>();
  readonly #index = new UserIndex(() => this.#byGuid.values());
  readonly #prefixes = new PrefixIndex();
  /** At their serial numbers, which begin with 0. */
  readonly #bySerial: UserEntry[] = [];
  /** Nobody who is licensed was last active before this time. */
  #oldestActivity = "9999";
  /** The time for which the statuses were last worked out. */
  #cutoff = "";
  #nowOfCutoff = "";
  #cutoffAtNow = "";
  /** Changes whenever the contents do. */
  revision = 0;

  constructor(clock: FakeClock, activityDays: number) {
    this.#clock = clock;
    this.#activityDays = activityDays;
  }

  get size(): number {
    return this.#byGuid.size;
  }

  /** Everyone, in order of creation. */
  all(): Iterable<UserEntry> {
    return this.#byGuid.values();
  }

  get(guid: string): UserEntry | undefined {
    return this.#byGuid.get(guid.toLowerCase());
  }

  byUsername(username: string): UserEntry | undefined {
    return this.#prefixes.byUsername(username);
  }

  byExternalId(externalId: string): UserEntry | undefined {
    return this.#byExternalId.get(externalId);
  }

  add(record: UserRecord, externalId?: string): UserEntry {
    const user = this.#register(record, externalId);
    this.#index.add(user);
    this.#prefixes.add(user);
    this.revision++;
    return user;
  }

  /** Adds many at once, which is much faster than one by one. */
  load(users: Iterable<SavedUser>): void {
    for (const { record, externalId } of users) this.#register(record, externalId);
    this.#index.load();
    this.#prefixes.load([...this.#byGuid.values()]);
    this.revision++;
  }

  change(user: UserEntry, changes: Partial<UserRecord>): void {
    const record = { ...user.record, ...changes };
    const renamed = RANKED_FIELDS.some((field) => record[field] !== user.record[field]);
    this.#index.delete(user);
    if (renamed) this.#prefixes.delete(user);
    user.record = record;
    user.json = undefined;
    this.#bytes.forget(user);
    setStatus(user, this.#workOutStatus(record));
    if (renamed) refresh(user);
    this.#index.add(user);
    if (renamed) this.#prefixes.add(user);
    this.#noteActivity(user);
    this.revision++;
  }

  /** The JSON of users' records between two other texts, of which the second is not empty. */
  listBytes(before: string, users: readonly UserEntry[], after: string): Uint8Array<ArrayBuffer> {
    return this.#bytes.list(before, users, after);
  }

  count(roles?: readonly UserRole[], statuses?: readonly AccountStatus[]): number {
    this.#updateStatuses();
    return this.#index.count(roles, statuses);
  }

  find(query: UserQuery): UserSelection {
    this.#updateStatuses();
    return this.#index.find(query);
  }

  search(search: UserSearch): UserSelection {
    this.#updateStatuses();
    return searchUsers(this.#prefixes, this.#bySerial, search);
  }

  statusOf(user: UserEntry): AccountStatus {
    this.#updateStatuses();
    return user.status;
  }

  /** Whether a user who is not locked would count for the licence. */
  isActive(user: UserEntry): boolean {
    const { active_time } = user.record;
    return active_time !== null && active_time > this.#cutoffNow();
  }

  #register(record: UserRecord, externalId: string | undefined): UserEntry {
    const user = createEntry(record, externalId, this.#bySerial.length, this.#workOutStatus(record));
    this.#bySerial.push(user);
    this.#byGuid.set(record.guid, user);
    if (externalId !== undefined) this.#byExternalId.set(externalId, user);
    this.#noteActivity(user);
    return user;
  }

  #workOutStatus({ locked, active_time }: UserRecord): AccountStatus {
    if (locked) return "locked";
    return active_time !== null && active_time > this.#cutoffNow() ? "licensed" : "inactive";
  }

  #noteActivity({ status, record }: UserEntry): void {
    if (status === "licensed" && record.active_time !== null && record.active_time < this.#oldestActivity) {
      this.#oldestActivity = record.active_time;
    }
  }

  #cutoffNow(): string {
    const { timestamp } = this.#clock;
    if (timestamp !== this.#nowOfCutoff) {
      this.#nowOfCutoff = timestamp;
      this.#cutoffAtNow = this.#clock.timestampBefore({ days: this.#activityDays });
    }
    return this.#cutoffAtNow;
  }

  /** Time alone turns licensed users into inactive ones. Nothing is done until it can have happened to someone. */
  #updateStatuses(): void {
    const cutoff = this.#cutoffNow();
    const turnedBack = cutoff < this.#cutoff;
    this.#cutoff = cutoff;
    if (!turnedBack && this.#oldestActivity > cutoff) return;
    this.#oldestActivity = "9999";
    for (const user of this.#byGuid.values()) {
      setStatus(user, this.#workOutStatus(user.record));
      this.#noteActivity(user);
    }
    this.#index.recount();
  }
}

/** Fields that decide on a user's place in an order or on which prefixes find them. */
const RANKED_FIELDS = ["email", "username", "first_name", "last_name"] as const;

/** Which users, in which order. */
export interface UserQuery {
  /** Undefined for all. */
  roles?: readonly UserRole[] | undefined;
  /** Undefined for all. */
  statuses?: readonly AccountStatus[] | undefined;
  sort?: UserSort | undefined;
  ascending?: boolean | undefined;
  offset: number;
  limit: number;
}

/** Some of the users that a query finds, and how many it finds in all. */
export interface UserSelection {
  users: UserEntry[];
  total: number;
}

/** Finds pages of users by role and status, in any order. */
export class UserIndex {
  /** The default order is there from the start, the others from when they are first asked for. */
  readonly #orders = new Map<UserSort, SortedList<UserEntry>>();
  readonly #all: () => Iterable<UserEntry>;

  constructor(all: () => Iterable<UserEntry>) {
    this.#all = all;
    this.#order("first_name");
  }

  load(): void {
    const users = [...this.#all()];
    for (const order of this.#orders.values()) order.load(users);
  }

  add(user: UserEntry): void {
    for (const order of this.#orders.values()) order.add(user);
  }

  delete(user: UserEntry): void {
    for (const order of this.#orders.values()) order.delete(user);
  }

  recount(): void {
    for (const order of this.#orders.values()) order.recount();
  }

  count(roles?: readonly UserRole[], statuses?: readonly AccountStatus[]): number {
    return this.#order("first_name").count(classesOf(roles, statuses));
  }

  find({ roles, statuses, sort = "first_name", ascending, offset, limit }: UserQuery): UserSelection {
    const classes = classesOf(roles, statuses);
    const order = this.#order(sort);
    return { users: order.slice(classes, offset, limit, ascending), total: order.count(classes) };
  }

  #order(sort: UserSort): SortedList<UserEntry> {
    const existing = this.#orders.get(sort);
    if (existing !== undefined) return existing;
    const order = new SortedList(userOrders[sort], { classes: CLASS_COUNT, classOf });
    order.load([...this.#all()]);
    this.#orders.set(sort, order);
    return order;
  }
}
