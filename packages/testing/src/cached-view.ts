/** An array that is made anew only when what it shows has changed. */
export class CachedView<T> {
  #items: readonly T[] = [];
  #revision: number | undefined;

  get(revision: number, make: () => T[]): readonly T[] {
    if (revision !== this.#revision) {
      this.#items = Object.freeze(make());
      this.#revision = revision;
    }
    return this.#items;
  }
}
