import { collationKey, compareKeys, smallest, SortedList, type Order } from "./user-search/sorted-list.ts";
import { userOrders, type UserEntry, type UserSort } from "./user-search/user-entry.ts";
import type { UserStore } from "./user-search/user-store.ts";

/** A group of users. Only `GroupStore` changes it. */
export interface StoredGroup {
  readonly guid: string;
  name: string;
  ownerGuid: string | null;
  gid: number | null;
  /** The id at the sign-in provider, if the group comes from there. */
  readonly uniqueId: string | null;
  /** The guids of the members, in order of joining. */
  readonly members: Set<string>;
  readonly serial: number;
  /** Sorts groups by name. */
  sortKey: string;
  /** The name in lower case, for prefix searches. */
  lowerName: string;
}

/** A group as part of a snapshot. */
export interface SavedGroup {
  guid: string;
  name: string;
  ownerGuid: string | null;
  gid: number | null;
  uniqueId: string | null;
  members: readonly string[];
}

const byName: Order<StoredGroup> = {
  compare: (a, b) => compareKeys(a.sortKey, b.sortKey) || a.serial - b.serial,
};

const byLowerName: Order<StoredGroup> = {
  compare: (a, b) => compareKeys(a.lowerName, b.lowerName) || a.serial - b.serial,
};

/** The groups of a server and their members. */
export class GroupStore {
  readonly #users: UserStore;
  readonly #byGuid = new Map<string, StoredGroup>();
  readonly #byName = new Map<string, StoredGroup>();
  readonly #byUser = new Map<string, Set<StoredGroup>>();
  readonly #sorted = new SortedList<StoredGroup>(byName);
  readonly #byPrefix = new SortedList<StoredGroup>(byLowerName);
  #serial = 0;
  revision = 0;

  constructor(users: UserStore) {
    this.#users = users;
  }

  /** Returns every group, in order of creation. */
  all(): Iterable<StoredGroup> {
    return this.#byGuid.values();
  }

  get(guid: string): StoredGroup | undefined {
    return this.#byGuid.get(guid);
  }

  // Real server: unknown whether group names are case-sensitive, assumed so because usernames are.
  byName(name: string): StoredGroup | undefined {
    return this.#byName.get(name);
  }

  ofUser(guid: string): Iterable<StoredGroup> {
    return this.#byUser.get(guid) ?? [];
  }

  add({ members, ...saved }: SavedGroup): StoredGroup {
    const group = { ...saved, members: new Set<string>(), serial: ++this.#serial, ...sortFields(saved.name) };
    this.#byGuid.set(group.guid, group);
    this.#addToIndexes(group);
    for (const guid of members) this.join(group, guid);
    this.revision++;
    return group;
  }

  change(group: StoredGroup, changes: Partial<Pick<StoredGroup, "name" | "ownerGuid" | "gid">>): void {
    this.#removeFromIndexes(group);
    Object.assign(group, changes, sortFields(changes.name ?? group.name));
    this.#addToIndexes(group);
    this.revision++;
  }

  delete(group: StoredGroup): void {
    this.#removeFromIndexes(group);
    this.#byGuid.delete(group.guid);
    for (const guid of [...group.members]) this.leave(group, guid);
    this.revision++;
  }

  join(group: StoredGroup, userGuid: string): void {
    group.members.add(userGuid);
    const groups = this.#byUser.get(userGuid);
    if (groups === undefined) this.#byUser.set(userGuid, new Set([group]));
    else groups.add(group);
    this.revision++;
  }

  leave(group: StoredGroup, userGuid: string): void {
    group.members.delete(userGuid);
    this.#byUser.get(userGuid)?.delete(group);
    this.revision++;
  }

  /** Returns a page of the groups with a prefix, sorted by name, and their total number. */
  find(prefix: string, offset: number, limit: number, ascending: boolean): { groups: StoredGroup[]; total: number } {
    if (prefix === "") return { groups: this.#sorted.slice([0], offset, limit, ascending), total: this.#byGuid.size };
    const start = prefix.toLowerCase();
    const matches = this.#byPrefix.between(
      (group) => group.lowerName < start,
      (group) => group.lowerName.startsWith(start),
    );
    const direction = ascending ? 1 : -1;
    const total = matches.length;
    return {
      groups: smallest(matches, offset + limit, (a, b) => direction * byName.compare(a, b)).slice(offset),
      total,
    };
  }

  /** Returns the members of a group, sorted. */
  membersOf(group: StoredGroup, sort: UserSort, ascending: boolean): UserEntry[] {
    const members = [...group.members].flatMap((guid) => this.#users.get(guid) ?? []);
    const direction = ascending ? 1 : -1;
    return members.sort((a, b) => direction * userOrders[sort].compare(a, b));
  }

  #addToIndexes(group: StoredGroup): void {
    this.#byName.set(group.name, group);
    this.#sorted.add(group);
    this.#byPrefix.add(group);
  }

  #removeFromIndexes(group: StoredGroup): void {
    this.#byName.delete(group.name);
    this.#sorted.delete(group);
    this.#byPrefix.delete(group);
  }
}

function sortFields(name: string): Pick<StoredGroup, "sortKey" | "lowerName"> {
  const lowerName = name.toLowerCase();
  return { sortKey: [collationKey(name), lowerName, name].join("\u0000"), lowerName };
}
