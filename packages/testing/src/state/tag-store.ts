import type { TagRecord } from "@connect-sdk/api";

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
