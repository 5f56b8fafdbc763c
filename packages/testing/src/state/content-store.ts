import type { ContentRecord } from "@connect-sdk/api";

/** A content item: its record without what depends on who looks at it and from where. */
export type StoredContent = Omit<ContentRecord, "app_role" | "content_url" | "dashboard_url">;

/** The content items of a server. */
export class ContentStore {
  readonly #byGuid = new Map<string, StoredContent>();
  readonly #byOwner = new Map<string, Map<string, StoredContent>>();
  readonly #byName = new Map<string, Set<string>>();
  revision = 0;

  /** Every item, in order of creation. */
  all(): Iterable<StoredContent> {
    return this.#byGuid.values();
  }

  get(guid: string): StoredContent | undefined {
    return this.#byGuid.get(guid);
  }

  ofOwner(guid: string): Iterable<StoredContent> {
    return this.#byOwner.get(guid)?.values() ?? [];
  }

  /** Items with exactly this name; there can be one for each owner. */
  withName(name: string): StoredContent[] {
    return [...(this.#byName.get(name) ?? [])].flatMap((guid) => this.#byGuid.get(guid) ?? []);
  }

  /** Puts an item in, or in the place of the one with the same guid. */
  put(item: StoredContent): void {
    const before = this.#byGuid.get(item.guid);
    if (before !== undefined) this.#unlist(before);
    this.#byGuid.set(item.guid, item);
    const own = this.#byOwner.get(item.owner_guid);
    if (own === undefined) this.#byOwner.set(item.owner_guid, new Map([[item.guid, item]]));
    else own.set(item.guid, item);
    const namesakes = this.#byName.get(item.name);
    if (namesakes === undefined) this.#byName.set(item.name, new Set([item.guid]));
    else namesakes.add(item.guid);
    this.revision++;
  }

  delete(item: StoredContent): void {
    this.#unlist(item);
    this.#byGuid.delete(item.guid);
    this.revision++;
  }

  #unlist({ guid, name, owner_guid }: StoredContent): void {
    this.#byOwner.get(owner_guid)?.delete(guid);
    const namesakes = this.#byName.get(name);
    namesakes?.delete(guid);
    if (namesakes?.size === 0) this.#byName.delete(name);
  }
}
