import type { UserRecord } from "@connect-sdk/api";

export /** A list of users in pages that are serialized once. */
class UserPages {
  readonly #records: readonly string[];
  readonly #pages = new Map<string, Buffer>();

  /** @param weight - bytes to add to each record, in a field that no client knows. */
  constructor(users: number, weight: number) {
    this.#records = Array.from({ length: users }, (_, index) =>
      JSON.stringify({ ...userRecord(index), ...(weight > 0 && { biography: "x".repeat(weight) }) }),
    );
    // Full readers request this size. Other sizes are serialized on first use.
    for (let page = 1; (page - 1) * 500 < users; page++) this.page(page, 500);
  }

  page(page: number, size: number): Buffer {
    const key = `${page} ${size}`;
    const known = this.#pages.get(key);
    if (known !== undefined) return known;
    const results = this.#records.slice((page - 1) * size, page * size).join(",");
    const body = Buffer.from(`{"results":[${results}],"current_page":${page},"total":${this.#records.length}}`);
    this.#pages.set(key, body);
    return body;
  }
}

/** Returns a user as Connect sends it. */
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
