import type { UserRecord } from "@connect-sdk/api";

/** A list of users, in pages that are put together before they are asked for. */
export class UserPages {
  readonly #records: readonly string[];
  readonly #pages = new Map<string, Buffer>();

  /** @param weight - how many bytes each record has in excess, in a field that no client knows. */
  constructor(users: number, weight: number) {
    this.#records = Array.from({ length: users }, (_, index) =>
      JSON.stringify({ ...userRecord(index), ...(weight > 0 && { biography: "x".repeat(weight) }) }),
    );
    // What every full reader asks for; other sizes are put together when they are first asked for.
    for (let page = 1; (page - 1) * 500 < users; page++) this.page(page, 500);
  }

  page(page: number, size: number): Buffer {
    const name = `${page} ${size}`;
    const known = this.#pages.get(name);
    if (known !== undefined) return known;
    const results = this.#records.slice((page - 1) * size, page * size).join(",");
    const made = Buffer.from(`{"results":[${results}],"current_page":${page},"total":${this.#records.length}}`);
    this.#pages.set(name, made);
    return made;
  }
}

/** A user as Connect sends one. */
export function userRecord(index: number): UserRecord {
  const number = String(index).padStart(8, "0");
  return {
    email: `user${number}@example.com`,
    username: `user${number}`,
    first_name: `First${number}`,
    last_name: `Last${number}`,
    user_role: "viewer",
    created_time: "2025-01-01T00:00:00Z",
    updated_time: "2025-06-01T00:00:00Z",
    active_time: "2026-01-01T00:00:00Z",
    confirmed: true,
    locked: false,
    guid: `${number}-0000-4000-8000-${number.padStart(12, "0")}`,
  };
}
