import type { ContentRecord, PermissionRecord, TagRecord } from "@connect-sdk/api";

/** A content item: its record without the fields that depend on the caller and the server's address, or are kept elsewhere. */
export interface StoredContent extends Omit<
  ContentRecord,
  "app_role" | "content_url" | "dashboard_url" | "owner" | "tags" | "vanity_url" | "bookmarked"
> {
  /** Its custom path, if it has one. */
  vanity?: { readonly path: string; readonly created_time: string };
}

/** The content items of a server. */
export class ContentStore {
  readonly #byGuid = new Map<string, StoredContent>();
  readonly #byOwner = new Map<string, Map<string, StoredContent>>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #vanities = new VanityIndex();
  revision = 0;

  /** Returns every item, in order of creation. */
  all(): Iterable<StoredContent> {
    return this.#byGuid.values();
  }

  get(guid: string): StoredContent | undefined {
    return this.#byGuid.get(guid);
  }

  ofOwner(guid: string): Iterable<StoredContent> {
    return this.#byOwner.get(guid)?.values() ?? [];
  }

  /** Returns the items with exactly this name: at most one for each owner. */
  withName(name: string): StoredContent[] {
    return [...(this.#byName.get(name) ?? [])].flatMap((guid) => this.#byGuid.get(guid) ?? []);
  }

  /** Returns the item whose custom path is a path, or is above it. The path has slashes at both ends. */
  atOrAbove(path: string): StoredContent | undefined {
    return this.get(this.#vanities.atOrAbove(path)?.guid ?? "");
  }

  /** Returns the items whose custom path is below a path, with slashes at both ends, in the order of their paths. */
  *below(path: string): Iterable<StoredContent> {
    for (const { guid } of this.#vanities.below(path)) {
      const item = this.get(guid);
      if (item !== undefined) yield item;
    }
  }

  /** Adds an item, or replaces the one with the same guid. */
  put(item: StoredContent): void {
    const before = this.#byGuid.get(item.guid);
    if (before !== undefined) this.#removeFromIndexes(before);
    this.#byGuid.set(item.guid, item);
    const owned = this.#byOwner.get(item.owner_guid);
    if (owned === undefined) this.#byOwner.set(item.owner_guid, new Map([[item.guid, item]]));
    else owned.set(item.guid, item);
    const sameName = this.#byName.get(item.name);
    if (sameName === undefined) this.#byName.set(item.name, new Set([item.guid]));
    else sameName.add(item.guid);
    if (item.vanity !== undefined) this.#vanities.add(item.vanity.path, item.guid);
    this.revision++;
  }

  delete(item: StoredContent): void {
    this.#removeFromIndexes(item);
    this.#byGuid.delete(item.guid);
    this.revision++;
  }

  #removeFromIndexes({ guid, name, owner_guid, vanity }: StoredContent): void {
    this.#byOwner.get(owner_guid)?.delete(guid);
    if (vanity !== undefined) this.#vanities.remove(vanity.path, guid);
    const sameName = this.#byName.get(name);
    sameName?.delete(guid);
    if (sameName?.size === 0) this.#byName.delete(name);
  }
}

interface VanityEntry {
  readonly path: string;
  readonly guid: string;
}

/**
 * The custom paths, sorted. No path is above another one, so whatever sorts between a path and the one above it starts with the
 * latter: the neighbors of a path tell what is above and below.
 */
class VanityIndex {
  readonly #sorted: VanityEntry[] = [];

  atOrAbove(path: string): VanityEntry | undefined {
    const position = this.#positionOf(path);
    return [this.#sorted[position], this.#sorted[position - 1]].find(
      (entry) => entry !== undefined && path.startsWith(entry.path),
    );
  }

  *below(path: string): Iterable<VanityEntry> {
    for (let position = this.#positionOf(path); ; position++) {
      const entry = this.#sorted[position];
      if (entry?.path.startsWith(path) !== true) return;
      if (entry.path !== path) yield entry;
    }
  }

  add(path: string, guid: string): void {
    this.#sorted.splice(this.#positionOf(path), 0, { path, guid });
  }

  remove(path: string, guid: string): void {
    for (let position = this.#positionOf(path); this.#sorted[position]?.path === path; position++) {
      if (this.#sorted[position]?.guid === guid) this.#sorted.splice(position, 1);
    }
  }

  /** Returns the position of the first path that does not sort before this one. */
  #positionOf(path: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.path ?? "") < path) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Creates an item with the server's defaults, before anything is deployed to it. */
export function newContent(details: {
  guid: string;
  id: string;
  name: string;
  owner_guid: string;
  time: string;
}): StoredContent {
  const { guid, id, name, owner_guid, time } = details;
  return {
    guid,
    name,
    title: null,
    description: "",
    access_type: "acl",
    locked: false,
    locked_message: "",
    connection_timeout: null,
    read_timeout: null,
    init_timeout: null,
    idle_timeout: null,
    max_processes: null,
    min_processes: null,
    max_conns_per_process: null,
    load_factor: null,
    memory_request: null,
    memory_limit: null,
    cpu_request: null,
    cpu_limit: null,
    amd_gpu_limit: null,
    nvidia_gpu_limit: null,
    service_account_name: null,
    default_image_name: null,
    default_environment_guid: null,
    created_time: time,
    last_deployed_time: time,
    bundle_id: null,
    app_mode: "unknown",
    content_category: "",
    parameterized: false,
    environment_guid: null,
    cluster_name: null,
    image_name: null,
    r_version: null,
    py_version: null,
    quarto_version: null,
    node_version: null,
    r_environment_management: null,
    default_r_environment_management: null,
    py_environment_management: null,
    default_py_environment_management: null,
    run_as: null,
    run_as_current_user: false,
    owner_guid,
    id,
  };
}

/** A visit of a user to a content item. */
export interface StoredVisit {
  /** Counts visits from 1, in the order in which they were added. */
  readonly id: number;
  readonly content_guid: string;
  /** Null without a signed-in user. */
  readonly user_guid: string | null;
  readonly time: string;
  /** When the session ended; null while it lasts. Only sessions of Shiny applications have an end. */
  readonly ended: string | null;
  readonly path: string | null;
  readonly query: string | null;
  readonly user_agent: string | null;
  readonly variant_key: string | null;
  readonly rendering_id: string | null;
  readonly bundle_id: string | null;
  /** How it was recorded; null for the way in which servers record it today. */
  readonly data_version: number | null;
}

/** The visits to content, sorted by time. */
export class VisitStore {
  readonly #byId = new Map<number, StoredVisit>();
  #sorted: StoredVisit[] | undefined;

  /** Returns every visit, the oldest first. Visits at the same time are in the order in which they were added. */
  all(): readonly StoredVisit[] {
    this.#sorted ??= [...this.#byId.values()].sort(compareVisits);
    return this.#sorted;
  }

  inOrderOfCreation(): StoredVisit[] {
    return [...this.#byId.values()];
  }

  add(visit: StoredVisit): void {
    this.#byId.set(visit.id, visit);
    this.#sorted = undefined;
  }

  deleteContent(contentGuid: string): void {
    for (const { id, content_guid } of this.#byId.values()) if (content_guid === contentGuid) this.#byId.delete(id);
    this.#sorted = undefined;
  }
}

/** Compares visits by time. Their timestamps have the same format, so they sort as strings. */
export function compareVisits(a: Pick<StoredVisit, "time" | "id">, b: Pick<StoredVisit, "time" | "id">): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return a.id - b.id;
}

/** The tags of a server, which form a tree, and the content that has them. Tags at the top of the tree are categories. */
export class TagStore {
  readonly #byId = new Map<string, TagRecord>();
  readonly #ofContent = new Map<string, Set<string>>();

  /** Returns every tag, in order of creation. */
  all(): Iterable<TagRecord> {
    return this.#byId.values();
  }

  get(id: string): TagRecord | undefined {
    return this.#byId.get(id);
  }

  /** Returns the tags directly below another; the categories for null. */
  below(parentId: string | null): TagRecord[] {
    return [...this.#byId.values()].filter((tag) => tag.parent_id === parentId);
  }

  /** Returns the tags above another, the nearest first. The last one is the category. */
  above(tag: TagRecord): TagRecord[] {
    const parent = tag.parent_id === null ? undefined : this.#byId.get(tag.parent_id);
    return parent === undefined ? [] : [parent, ...this.above(parent)];
  }

  /** Returns a tag and everything below it in the tree. */
  subtree(tag: TagRecord): TagRecord[] {
    return [tag, ...this.below(tag.id).flatMap((child) => this.subtree(child))];
  }

  /** Adds a tag, or replaces the one with the same id. */
  put(tag: TagRecord): void {
    this.#byId.set(tag.id, tag);
  }

  /** Deletes a tag and everything below it. */
  delete(tag: TagRecord): void {
    const ids = this.subtree(tag).map(({ id }) => id);
    for (const assigned of this.#ofContent.values()) for (const id of ids) assigned.delete(id);
    for (const id of ids) this.#byId.delete(id);
  }

  /** Returns every item that has tags, with their ids. */
  assignments(): Iterable<readonly [contentGuid: string, tagIds: ReadonlySet<string>]> {
    return [...this.#ofContent].filter(([, ids]) => ids.size > 0);
  }

  /** Returns the tags of an item, in the order in which they were added. */
  ofContent(contentGuid: string): TagRecord[] {
    return [...(this.#ofContent.get(contentGuid) ?? [])].flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** Sets the tags of an item, as {@link assignments} returned them. */
  restore(contentGuid: string, tagIds: readonly string[]): void {
    this.#ofContent.set(contentGuid, new Set(tagIds));
  }

  /** Adds a tag to an item, and the tags above it except for the category. */
  assign(contentGuid: string, tag: TagRecord): void {
    const ids = this.#ofContent.get(contentGuid) ?? new Set();
    for (const { id, parent_id } of [...this.above(tag).reverse(), tag]) if (parent_id !== null) ids.add(id);
    this.#ofContent.set(contentGuid, ids);
  }

  /** Removes a tag from an item, and the tags below it. */
  unassign(contentGuid: string, tag: TagRecord): void {
    for (const { id } of this.subtree(tag)) this.#ofContent.get(contentGuid)?.delete(id);
  }

  deleteContent(contentGuid: string): void {
    this.#ofContent.delete(contentGuid);
  }

  /** Returns the guids of the items that have any of these tags. */
  contentWith(tags: readonly TagRecord[]): string[] {
    return [...this.#ofContent].filter(([, ids]) => tags.some(({ id }) => ids.has(id))).map(([guid]) => guid);
  }
}

/** Which users and groups were given access to which content. */
export class PermissionStore {
  readonly #byContent = new Map<string, PermissionRecord[]>();
  readonly #contentOf = new Map<string, Set<string>>();
  revision = 0;

  /** Returns every permission, grouped by content. */
  *all(): Iterable<PermissionRecord> {
    for (const permissions of this.#byContent.values()) yield* permissions;
  }

  /** Returns the permissions for one item, in order of creation. */
  ofContent(contentGuid: string): readonly PermissionRecord[] {
    return this.#byContent.get(contentGuid) ?? [];
  }

  /** Returns the guids of the items that a user or group was given access to. */
  contentOf(principalGuid: string): Iterable<string> {
    return this.#contentOf.get(principalGuid) ?? [];
  }

  get(contentGuid: string, id: string): PermissionRecord | undefined {
    return this.ofContent(contentGuid).find((permission) => permission.id === id);
  }

  forPrincipal(contentGuid: string, principalGuid: string): PermissionRecord | undefined {
    return this.ofContent(contentGuid).find((permission) => permission.principal_guid === principalGuid);
  }

  add(permission: PermissionRecord): void {
    this.revision++;
    const { content_guid, principal_guid } = permission;
    this.#byContent.set(content_guid, [...this.ofContent(content_guid), permission]);
    this.#contentOf.set(principal_guid, new Set(this.contentOf(principal_guid)).add(content_guid));
  }

  /** Replaces the permission with the same id. */
  replace(permission: PermissionRecord): void {
    this.revision++;
    const { content_guid, id } = permission;
    const before = this.get(content_guid, id);
    if (before !== undefined) this.#contentOf.get(before.principal_guid)?.delete(content_guid);
    this.#byContent.set(
      content_guid,
      this.ofContent(content_guid).map((other) => (other.id === id ? permission : other)),
    );
    this.#contentOf.set(
      permission.principal_guid,
      new Set(this.contentOf(permission.principal_guid)).add(content_guid),
    );
  }

  delete({ content_guid, principal_guid, id }: PermissionRecord): void {
    this.revision++;
    this.#byContent.set(
      content_guid,
      this.ofContent(content_guid).filter((other) => other.id !== id),
    );
    this.#contentOf.get(principal_guid)?.delete(content_guid);
  }

  /** Removes every permission of a user or group. */
  deletePrincipal(principalGuid: string): void {
    for (const contentGuid of [...this.contentOf(principalGuid)]) {
      const permission = this.forPrincipal(contentGuid, principalGuid);
      if (permission !== undefined) this.delete(permission);
    }
  }

  deleteContent(contentGuid: string): void {
    for (const permission of this.ofContent(contentGuid)) this.delete(permission);
    this.#byContent.delete(contentGuid);
  }
}
