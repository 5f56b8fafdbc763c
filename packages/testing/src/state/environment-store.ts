/** The names of the environment variables of content. Nobody can read the values, so they are not kept. */
export class EnvironmentStore {
  readonly #names = new Map<string, readonly string[]>();

  /** Every item that has variables, with their names. */
  all(): Iterable<readonly [contentGuid: string, names: readonly string[]]> {
    return this.#names;
  }

  namesOf(contentGuid: string): readonly string[] {
    return this.#names.get(contentGuid) ?? [];
  }

  /** Puts names in the place of those that an item has; none take the item out. */
  set(contentGuid: string, names: Iterable<string>): void {
    const unique = [...new Set(names)];
    if (unique.length === 0) this.#names.delete(contentGuid);
    else this.#names.set(contentGuid, unique);
  }
}
