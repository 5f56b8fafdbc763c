import type { FakeClock } from "./clock.ts";
import type { Ids } from "./ids.ts";

/** A program that has registered to sign users in. */
export interface StoredClient {
  /** Counts clients; the `id` that administrators see. */
  readonly id: number;
  readonly client_id: string;
  readonly client_name: string | null;
  readonly redirect_uris: readonly string[];
  readonly created_at: string;
  last_used_at: string | null;
}

interface SignIn {
  readonly id: number;
  readonly client_id: string;
  readonly created_time: string;
  /** Milliseconds since 1970. Approval in a browser starts a new period, that of the code. */
  expires: number;
  status: "pending" | "approved" | "denied";
  user_guid: string | null;
  /** The tokens that were issued for it; null until then. */
  family: number | null;
}

/** A sign-in in a browser that ends with a redirect. Its code follows from the id, see {@link AuthorizationStore.codeOf}. */
export interface BrowserSignIn extends SignIn {
  readonly kind: "browser";
  readonly redirect_uri: string;
  readonly state: string | null;
  readonly code_challenge: string;
  /** Whether the browser was sent back to the client. */
  redirected: boolean;
}

/** A sign-in of a program that shows a code and polls. */
export interface DeviceSignIn extends SignIn {
  readonly kind: "device";
  readonly user_code: string;
  /** Seconds between two polls. */
  interval: number;
  /** Time of the last poll in milliseconds since 1970; null before the first. */
  polled: number | null;
}

export type StoredSignIn = BrowserSignIn | DeviceSignIn;

/** The tokens of one sign-in. Secrets follow from the numbers, see `Ids.secret`. */
export interface TokenFamily {
  readonly id: number;
  readonly client_id: string;
  readonly user_guid: string;
  /** Number of the refresh token that is valid. */
  refresh: number;
  /** Numbers of the refresh tokens that were used. */
  readonly spent: number[];
  access: readonly AccessToken[];
  revoked: boolean;
}

interface AccessToken {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** A machine that may act on one content item, with the identity tokens that prove who it is. */
export interface StoredPrincipal {
  readonly guid: string;
  readonly name: string;
  readonly issuer: string;
  readonly audience: string;
  /** Claims that a token must have. */
  readonly claims: Readonly<Record<string, string>>;
  readonly content_guid: string;
  readonly app_role: "viewer" | "editor";
}

/** The state of the authorization server as it is saved. It contains no secrets: they follow from the seed. */
export interface SavedAuthorizations {
  readonly clients: readonly StoredClient[];
  readonly browserSignIns: readonly BrowserSignIn[];
  readonly deviceSignIns: readonly DeviceSignIn[];
  readonly families: readonly TokenFamily[];
  readonly principals: readonly StoredPrincipal[];
}

/** An access token and a refresh token as a client receives them. */
export interface IssuedTokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly family: TokenFamily;
}

/** Sign-ins that are kept, the newest. More would only fill the memory of a fake that runs for weeks. */
const MAXIMUM_SIGN_INS = 10_000;

/** Families that are kept, the newest. */
const MAXIMUM_FAMILIES = 10_000;

/** Used refresh tokens of a family that are kept, the newest. Older ones are refused as unknown. */
const MAXIMUM_SPENT = 1000;

/** Clients, sign-ins, the tokens that they lead to, and service principals. */
export class AuthorizationStore {
  readonly #clock: FakeClock;
  readonly #ids: Ids;
  readonly #lifetime: number;
  readonly #clients = new Map<string, StoredClient>();
  readonly #signIns = new Map<number, StoredSignIn>();
  readonly #signInsBySecret = new Map<string, StoredSignIn>();
  readonly #families = new Map<number, TokenFamily>();
  readonly #refreshTokens = new Map<string, { readonly family: TokenFamily; readonly number: number }>();
  readonly #accessTokens = new Map<string, { readonly family: TokenFamily; readonly expires: number }>();
  readonly #principals = new Map<string, StoredPrincipal>();
  /** Changes with each sign-in and its status. */
  revision = 0;

  /** @param lifetime - of access tokens, in milliseconds. */
  constructor(clock: FakeClock, ids: Ids, lifetime: number) {
    this.#clock = clock;
    this.#ids = ids;
    this.#lifetime = lifetime;
  }

  /** Returns every client, in order of registration. */
  clients(): Iterable<StoredClient> {
    return this.#clients.values();
  }

  client(clientId: string): StoredClient | undefined {
    return this.#clients.get(clientId);
  }

  putClient(client: StoredClient): void {
    this.#clients.set(client.client_id, client);
  }

  /** Removes a client, its sign-ins and its tokens. */
  deleteClient({ client_id }: StoredClient): void {
    this.#clients.delete(client_id);
    for (const signIn of [...this.#signIns.values()]) if (signIn.client_id === client_id) this.#deleteSignIn(signIn);
    for (const family of this.#families.values()) if (family.client_id === client_id) this.revoke(family);
  }

  /** Returns the sign-ins that wait for approval, in order of creation. */
  pending(): StoredSignIn[] {
    return [...this.#signIns.values()].filter(
      ({ status, expires }) => status === "pending" && expires > this.#clock.milliseconds,
    );
  }

  /** Returns the sign-ins that the browser or the program does not know the end of yet. */
  unfinished(): StoredSignIn[] {
    return [...this.#signIns.values()].filter(
      (signIn) => signIn.expires > this.#clock.milliseconds && !(signIn.kind === "browser" && signIn.redirected),
    );
  }

  signIn(id: number): StoredSignIn | undefined {
    return this.#signIns.get(id);
  }

  /** Returns the sign-in with an authorization code or a device code. */
  signInBySecret(code: string): StoredSignIn | undefined {
    return this.#signInsBySecret.get(code);
  }

  /** Returns the authorization code or the device code of a sign-in. */
  codeOf({ id, kind }: StoredSignIn): string {
    return this.#ids.secret(id, kind === "browser" ? "authorizationCode" : "deviceCode");
  }

  addSignIn(signIn: StoredSignIn): void {
    this.revision++;
    this.#signIns.set(signIn.id, signIn);
    this.#signInsBySecret.set(this.codeOf(signIn), signIn);
    const [oldest] = this.#signIns.values();
    if (this.#signIns.size > MAXIMUM_SIGN_INS && oldest !== undefined) this.#deleteSignIn(oldest);
  }

  #deleteSignIn(signIn: StoredSignIn): void {
    this.revision++;
    this.#signIns.delete(signIn.id);
    this.#signInsBySecret.delete(this.codeOf(signIn));
  }

  /** Issues the first tokens of a sign-in. */
  issue(client_id: string, user_guid: string): IssuedTokens {
    const id = this.#ids.next("tokenFamily");
    const refresh = this.#ids.next("refreshToken");
    const family: TokenFamily = { id, client_id, user_guid, refresh, spent: [], access: [], revoked: false };
    this.#addFamily(family);
    const [oldest] = this.#families.values();
    if (this.#families.size > MAXIMUM_FAMILIES && oldest !== undefined) this.#deleteFamily(oldest);
    return this.#withAccessToken(family);
  }

  /** Replaces the refresh token of a family, and adds an access token. Earlier access tokens stay valid until they expire. */
  rotate(family: TokenFamily): IssuedTokens {
    family.spent.push(family.refresh);
    if (family.spent.length > MAXIMUM_SPENT) this.#refreshTokens.delete(this.#refreshToken(family.spent.shift() ?? 0));
    family.refresh = this.#ids.next("refreshToken");
    this.#refreshTokens.set(this.#refreshToken(family.refresh), { family, number: family.refresh });
    return this.#withAccessToken(family);
  }

  #withAccessToken(family: TokenFamily): IssuedTokens {
    const now = this.#clock.milliseconds;
    for (const { number, expires } of family.access) {
      if (expires <= now) this.#accessTokens.delete(this.#accessToken(number));
    }
    const token = { number: this.#ids.next("accessToken"), expires: now + this.#lifetime };
    family.access = [...family.access.filter(({ expires }) => expires > now), token];
    const access_token = this.#accessToken(token.number);
    this.#accessTokens.set(access_token, { family, expires: token.expires });
    return { access_token, refresh_token: this.#refreshToken(family.refresh), family };
  }

  #refreshToken(number: number): string {
    return this.#ids.secret(number, "refreshToken");
  }

  #accessToken(number: number): string {
    return this.#ids.secret(number, "accessToken");
  }

  /** Returns the family of a refresh token, and whether the token was used already. */
  refreshToken(secret: string): { readonly family: TokenFamily; readonly isSpent: boolean } | undefined {
    const token = this.#refreshTokens.get(secret);
    return token && { family: token.family, isSpent: token.number !== token.family.refresh };
  }

  /** Returns the family of an access token, and whether the token is valid. */
  accessToken(secret: string): { readonly family: TokenFamily; readonly isValid: boolean } | undefined {
    const token = this.#accessTokens.get(secret);
    return (
      token && { family: token.family, isValid: !token.family.revoked && token.expires > this.#clock.milliseconds }
    );
  }

  family(id: number): TokenFamily | undefined {
    return this.#families.get(id);
  }

  /** Ends all tokens of a family. */
  revoke(family: TokenFamily): void {
    family.revoked = true;
  }

  /** Ends one access token. Returns whether it existed. */
  revokeAccessToken(secret: string): boolean {
    const token = this.#accessTokens.get(secret);
    if (token === undefined) return false;
    const { family } = token;
    this.#accessTokens.delete(secret);
    family.access = family.access.filter(({ number }) => this.#accessToken(number) !== secret);
    return true;
  }

  /** Ends all tokens of a user. */
  revokeUser(guid: string): void {
    for (const family of this.#families.values()) if (family.user_guid === guid) this.revoke(family);
  }

  #addFamily(family: TokenFamily): void {
    this.#families.set(family.id, family);
    for (const number of [...family.spent, family.refresh]) {
      this.#refreshTokens.set(this.#refreshToken(number), { family, number });
    }
    for (const { number, expires } of family.access) {
      this.#accessTokens.set(this.#accessToken(number), { family, expires });
    }
  }

  #deleteFamily(family: TokenFamily): void {
    this.#families.delete(family.id);
    for (const number of [...family.spent, family.refresh]) this.#refreshTokens.delete(this.#refreshToken(number));
    for (const { number } of family.access) this.#accessTokens.delete(this.#accessToken(number));
  }

  principals(): Iterable<StoredPrincipal> {
    return this.#principals.values();
  }

  principal(guid: string): StoredPrincipal | undefined {
    return this.#principals.get(guid);
  }

  putPrincipal(principal: StoredPrincipal): void {
    this.#principals.set(principal.guid, principal);
  }

  /** Returns whether a string is a token or code that the server has issued. */
  isSecret(value: string): boolean {
    return this.#accessTokens.has(value) || this.#refreshTokens.has(value) || this.#signInsBySecret.has(value);
  }

  save(): SavedAuthorizations {
    const signIns = [...this.#signIns.values()];
    return {
      clients: [...this.#clients.values()],
      browserSignIns: signIns.filter((signIn) => signIn.kind === "browser"),
      deviceSignIns: signIns.filter((signIn) => signIn.kind === "device"),
      families: [...this.#families.values()],
      principals: [...this.#principals.values()],
    };
  }

  load({ clients, browserSignIns, deviceSignIns, families, principals }: SavedAuthorizations): void {
    for (const client of clients) this.putClient(client);
    const signIns = [...browserSignIns, ...deviceSignIns].sort((a, b) => a.id - b.id);
    for (const signIn of signIns) this.addSignIn(signIn);
    for (const family of families) this.#addFamily(family);
    for (const principal of principals) this.putPrincipal(principal);
  }
}
