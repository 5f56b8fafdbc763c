import type { UserRole } from "@connect-sdk/api";
import type { FakeClock } from "./clock.ts";
import type { Ids } from "./ids.ts";

/** An API key, without its secret: see `Ids.secret`. */
export interface StoredKey {
  readonly id: number;
  readonly userGuid: string;
  readonly name: string;
  readonly role: UserRole;
  readonly createdTime: string;
  activeTime: string | null;
  readonly expiresAt: string | null;
  /** Set for a key that content got for its visitor. Such keys are in no list. */
  readonly visitor?: true;
}

/** The API keys of a server. Those that have expired are removed. */
export class KeyStore {
  readonly #clock: FakeClock;
  readonly #ids: Ids;
  readonly #bySecret = new Map<string, StoredKey>();
  readonly #byUser = new Map<string, StoredKey[]>();

  revision = 0;

  constructor(clock: FakeClock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Returns every key, in no particular order. */
  all(): Iterable<StoredKey> {
    return [...this.#bySecret.values()].filter((key) => this.#keep(key));
  }

  bySecret(secret: string): StoredKey | undefined {
    const key = this.#bySecret.get(secret);
    return key !== undefined && this.#keep(key) ? key : undefined;
  }

  ofUser(guid: string): readonly StoredKey[] {
    return (this.#byUser.get(guid) ?? []).filter((key) => this.#keep(key));
  }

  secretOf(key: StoredKey): string {
    return this.#ids.secret(key.id);
  }

  create(details: Omit<StoredKey, "id" | "activeTime">): StoredKey {
    const key = { id: this.#ids.next("key"), activeTime: null, ...details };
    this.load([key]);
    return key;
  }

  load(keys: Iterable<StoredKey>): void {
    this.revision++;
    for (const key of keys) {
      this.#bySecret.set(this.secretOf(key), key);
      const own = this.#byUser.get(key.userGuid);
      if (own === undefined) this.#byUser.set(key.userGuid, [key]);
      else own.push(key);
    }
  }

  delete(key: StoredKey): void {
    this.revision++;
    this.#bySecret.delete(this.secretOf(key));
    const others = this.#byUser.get(key.userGuid)?.filter(({ id }) => id !== key.id) ?? [];
    this.#byUser.set(key.userGuid, others);
  }

  /** Returns whether a key is still valid, and removes it otherwise. */
  #keep(key: StoredKey): boolean {
    if (!this.#clock.hasReached(key.expiresAt)) return true;
    this.delete(key);
    return false;
  }
}
