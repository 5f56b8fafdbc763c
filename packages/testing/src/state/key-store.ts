import type { UserRole } from "@connect-sdk/api";
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
}

/** The API keys of a server. */
export class KeyStore {
  readonly #ids: Ids;
  readonly #bySecret = new Map<string, StoredKey>();
  readonly #byUser = new Map<string, StoredKey[]>();

  revision = 0;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /** Returns every key, in no particular order. */
  all(): Iterable<StoredKey> {
    return this.#bySecret.values();
  }

  bySecret(secret: string): StoredKey | undefined {
    return this.#bySecret.get(secret);
  }

  ofUser(guid: string): readonly StoredKey[] {
    return this.#byUser.get(guid) ?? [];
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
    const others = this.ofUser(key.userGuid).filter(({ id }) => id !== key.id);
    this.#byUser.set(key.userGuid, others);
  }
}
