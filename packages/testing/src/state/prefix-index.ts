import { compareKeys } from "./collation.ts";
import { SortedList } from "./sorted-list.ts";
import type { UserEntry } from "./user-entry.ts";

type Field = "username" | "firstName" | "lastName" | "providerKey";

const FIELDS: readonly Field[] = ["username", "firstName", "lastName", "providerKey"];

/** Finds users by how their username, first name, last name or provider id begins. */
export class PrefixIndex {
  readonly #lists: ReadonlyMap<Field, SortedList<UserEntry>>;

  constructor() {
    this.#lists = new Map(
      FIELDS.map((field) => [
        field,
        new SortedList<UserEntry>((a, b) => compareKeys(a[field], b[field]) || a.serial - b.serial),
      ]),
    );
  }

  load(users: readonly UserEntry[]): void {
    for (const [field, list] of this.#lists) list.load(users.filter((user) => user[field] !== ""));
  }

  add(user: UserEntry): void {
    for (const [field, list] of this.#lists) if (user[field] !== "") list.add(user);
  }

  delete(user: UserEntry): void {
    for (const [field, list] of this.#lists) if (user[field] !== "") list.delete(user);
  }

  /**
   * Everyone who matches, with their distance: how many more characters the closest of the matching fields has. A provider
   * id only has to begin with the prefix if `providerKeyPrefix` is set, otherwise it must be equal to it.
   */
  find(prefix: string, providerKeyPrefix: boolean): Map<UserEntry, number> {
    const start = prefix.toLowerCase();
    const distances = new Map<UserEntry, number>();
    for (const [field, list] of this.#lists) {
      list.visitFrom(
        (user) => user[field] < start,
        (user) => {
          const value = user[field];
          if (!value.startsWith(start)) return false;
          const distance = value.length - start.length;
          if (distance > 0 && field === "providerKey" && !providerKeyPrefix) return false;
          const known = distances.get(user);
          if (known === undefined || distance < known) distances.set(user, distance);
          return true;
        },
      );
    }
    return distances;
  }
}
