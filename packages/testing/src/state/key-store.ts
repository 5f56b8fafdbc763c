import type { UserRole } from "@connect-sdk/api";
import type { FakeClock } from "./clock.ts";
import type { Ids, IdKind } from "./ids.ts";

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

/** A token, without its secret: see `Ids.secret`. */
interface StoredToken {
  readonly id: number;
  readonly expiresAt: string | null;
}

/** A token that lets a program act without a user. */
export interface StoredServiceToken extends StoredToken {
  readonly guid: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdTime: string;
  activeTime: string | null;
}

/** A token that Connect gives to running content: for a visitor, or without a user for the content itself. */
export interface StoredSessionToken extends StoredToken {
  readonly contentGuid: string;
  readonly userGuid: string | null;
}

/** Tokens of one kind. Those that have expired are removed. */
export class TokenStore<Token extends StoredToken> {
  readonly #kind: IdKind;
  readonly #clock: FakeClock;
  readonly #ids: Ids;
  readonly #bySecret = new Map<string, Token>();

  constructor(kind: IdKind, clock: FakeClock, ids: Ids) {
    this.#kind = kind;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Returns every token, in order of creation. */
  all(): Token[] {
    const tokens = [...this.#bySecret.values()];
    const expired = tokens.filter(({ expiresAt }) => this.#clock.hasReached(expiresAt));
    for (const token of expired) this.delete(token);
    return tokens.filter((token) => !expired.includes(token));
  }

  bySecret(secret: string): Token | undefined {
    const token = this.#bySecret.get(secret);
    if (token === undefined || !this.#clock.hasReached(token.expiresAt)) return token;
    this.delete(token);
    return undefined;
  }

  secretOf({ id }: Token): string {
    return this.#ids.secret(id, this.#kind);
  }

  /** Adds a token and returns it. */
  add(token: Token): Token {
    this.#bySecret.set(this.secretOf(token), token);
    return token;
  }

  delete(token: Token): void {
    this.#bySecret.delete(this.secretOf(token));
  }
}
