import { collationKey, compareKeys } from "./user-search/user-entry.ts";
import { smallest } from "./user-search/sorted-list.ts";
import type { Order } from "./user-search/sorted-list.ts";
import { SortedList } from "./user-search/sorted-list.ts";
import type { UserEntry } from "./user-search/user-entry.ts";
import { userOrders, type UserSort } from "./user-search/user-entry.ts";
import type { UserStore } from "./user-search/user-store.ts";

/** A group of users. Only the store changes it. */
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
  order: string;
  /** The name in lower case, for prefix searches. */
  folded: string;
}

/** A group as a snapshot holds it. */
export interface SavedGroup {
  guid: string;
  name: string;
  ownerGuid: string | null;
  gid: number | null;
  uniqueId: string | null;
  members: readonly string[];
}

const byName: Order<StoredGroup> = {
  compare: (a, b) => compareKeys(a.order, b.order) || a.serial - b.serial,
};

const byFoldedName: Order<StoredGroup> = {
  compare: (a, b) => compareKeys(a.folded, b.folded) || a.serial - b.serial,
};

/** The groups of a server, and who is in them. */
export class GroupStore {
  readonly #users: UserStore;
  readonly #byGuid = new Map<string, StoredGroup>();
  readonly #byName = new Map<string, StoredGroup>();
  readonly #byUser = new Map<string, Set<StoredGroup>>();
  readonly #order = new SortedList<StoredGroup>(byName);
  readonly #prefixes = new SortedList<StoredGroup>(byFoldedName);
  #serial = 0;
  revision = 0;

  constructor(users: UserStore) {
    this.#users = users;
  }

  /** Every group, in order of creation. */
  all(): Iterable<StoredGroup> {
    return this.#byGuid.values();
  }

  get(guid: string): StoredGroup | undefined {
    return this.#byGuid.get(guid);
  }

  /** Real server: unknown whether upper and lower case matter in group names, assumed as in usernames. */
  byName(name: string): StoredGroup | undefined {
    return this.#byName.get(name);
  }

  ofUser(guid: string): Iterable<StoredGroup> {
    return this.#byUser.get(guid) ?? [];
  }

  add({ members, ...saved }: SavedGroup): StoredGroup {
    const group = { ...saved, members: new Set<string>(), serial: ++this.#serial, ...derive(saved.name) };
    this.#byGuid.set(group.guid, group);
    this.#list(group);
    for (const guid of members) this.join(group, guid);
    this.revision++;
    return group;
  }

  change(group: StoredGroup, changes: Partial<Pick<StoredGroup, "name" | "ownerGuid" | "gid">>): void {
    this.#unlist(group);
    Object.assign(group, changes, derive(changes.name ?? group.name));
    this.#list(group);
    this.revision++;
  }

  delete(group: StoredGroup): void {
    this.#unlist(group);
    this.#byGuid.delete(group.guid);
    for (const guid of [...group.members]) this.leave(group, guid);
  }

  join(group: StoredGroup, userGuid: string): void {
    group.members.add(userGuid);
    const own = this.#byUser.get(userGuid);
    if (own === undefined) this.#byUser.set(userGuid, new Set([group]));
    else own.add(group);
    this.revision++;
  }

  leave(group: StoredGroup, userGuid: string): void {
    group.members.delete(userGuid);
    this.#byUser.get(userGuid)?.delete(group);
    this.revision++;
  }

  /** Groups by name, those with this prefix only if there is one; and how many there are in all. */
  find(prefix: string, offset: number, limit: number, ascending: boolean): { groups: StoredGroup[]; total: number } {
    if (prefix === "") return { groups: this.#order.slice([0], offset, limit, ascending), total: this.#byGuid.size };
    const start = prefix.toLowerCase();
    const matches = this.#prefixes.between(
      (group) => group.folded < start,
      (group) => group.folded.startsWith(start),
    );
    const direction = ascending ? 1 : -1;
    const total = matches.length;
    return {
      groups: smallest(matches, offset + limit, (a, b) => direction * byName.compare(a, b)).slice(offset),
      total,
    };
  }

  /** The members of a group in some order. */
  membersOf(group: StoredGroup, sort: UserSort, ascending: boolean): UserEntry[] {
    const members = [...group.members].flatMap((guid) => this.#users.get(guid) ?? []);
    const direction = ascending ? 1 : -1;
    return members.sort((a, b) => direction * userOrders[sort].compare(a, b));
  }

  #list(group: StoredGroup): void {
    this.#byName.set(group.name, group);
    this.#order.add(group);
    this.#prefixes.add(group);
  }

  #unlist(group: StoredGroup): void {
    this.#byName.delete(group.name);
    this.#order.delete(group);
    this.#prefixes.delete(group);
  }
}

function derive(name: string): Pick<StoredGroup, "order" | "folded"> {
  const folded = name.toLowerCase();
  return { order: [collationKey(name), folded, name].join("\u0000"), folded };
}
