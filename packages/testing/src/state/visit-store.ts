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

  get(id: number): StoredVisit | undefined {
    return this.#byId.get(id);
  }

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
export function compareVisits(a: StoredVisit, b: StoredVisit): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return a.id - b.id;
}
