import type { FakeClock } from "./clock.ts";
import type { IdKind, Ids } from "./ids.ts";

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
