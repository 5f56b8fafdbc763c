import type { ConnectClient, UserRecord } from "@connect-sdk/api";
import { checkValue, credentialOf, isSameGuid, normalizeGuid, unlessAborted } from "@connect-sdk/api/internal";
import { SharedCall } from "./call.ts";
import { anotherGuidError, withFallback } from "./errors.ts";
import { GroupReader } from "./group-index.ts";
import { hide, hideBehind, reveal } from "./records.ts";

const sessions = new WeakMap<ConnectClient, Session>();

/** Returns the session of a client: always the same one. */
export function sessionOf(api: ConnectClient): Session {
  const session = sessions.get(api) ?? new Session(checkValue("api", api, "object"));
  sessions.set(api, session);
  return session;
}

const SESSION = Symbol("session");

/** The state that all objects of one client share. */
export class Session {
  readonly api: ConnectClient;
  /** For each list that is being read, the guids that it leaves out. */
  readonly openLists = new Set<Set<string>>();
  readonly #itself = (): this => this;
  /** The caller, and the call that reads it. Both belong to one credential. */
  #caller: { readonly credential: string; guid?: string; readonly read: SharedCall<string | undefined> } | undefined;
  #groups: GroupReader | undefined;
  readonly #writes = new Map<string, Promise<unknown>>();

  constructor(api: ConnectClient) {
    this.api = api;
  }

  /** Returns the session of an object with methods. */
  static of(object: unknown): Session {
    return reveal(object, SESSION, Session);
  }

  /** Makes an object belong to this session. */
  adopt(object: object): void {
    hideBehind(object, SESSION, this.#itself);
  }

  /** Reads the members of all groups. */
  get groups(): GroupReader {
    return (this.#groups ??= new GroupReader(this.api));
  }

  /**
   * Returns the guid of the caller's account; `undefined` for a service, which has none. Fetched once for each credential: a token
   * may come to belong to somebody else. Neither a failure nor the lack of an account is cached.
   */
  async ownGuid(signal: AbortSignal | undefined): Promise<string | undefined> {
    const credential = await unlessAborted(credentialOf(this.api), signal);
    const read = (stop?: AbortSignal) => this.#fetchOwnGuid(stop);
    // Where another plugin adds the credential, each call may have another one.
    if (credential === undefined) return read(signal);
    if (this.#caller?.credential !== credential) this.#caller = { credential, read: new SharedCall(read) };
    return this.#caller.guid ?? this.#caller.read.join(signal);
  }

  async #fetchOwnGuid(signal: AbortSignal | undefined): Promise<string | undefined> {
    return (await withFallback(this.fetchCaller(signal), { status: 403, code: 22 }, undefined))?.guid;
  }

  /** Fetches the record of the caller, and remembers whose credential it is. */
  async fetchCaller(signal: AbortSignal | undefined): Promise<UserRecord> {
    const before = await unlessAborted(credentialOf(this.api), signal);
    const { data } = await this.api.GET("/v1/user", { signal });
    if (before !== undefined && before === (await credentialOf(this.api))) {
      if (this.#caller?.credential !== before) {
        this.#caller = { credential: before, read: new SharedCall((stop) => this.#fetchOwnGuid(stop)) };
      }
      this.#caller.guid = data.guid;
    }
    return data;
  }

  /**
   * Fetches the record of a user.
   *
   * @throws UnexpectedResponseError if it is the record of another user.
   */
  async fetchUser(guid: string, signal: AbortSignal | undefined): Promise<UserRecord> {
    const path = { guid: normalizeGuid(checkValue("guid", guid, "string")) };
    const { data, response } = await this.api.GET("/v1/users/{guid}", { params: { path }, signal });
    if (isSameGuid(data.guid, guid)) return data;
    throw anotherGuidError(this.api, "GET", `/v1/users/${path.guid}`, data.guid, response);
  }

  /**
   * Makes the writes to one user one after the other, in the order of the calls: the object and the server end as the last call
   * wants it. A failure does not keep the next one from being made.
   */
  async writeInOrder<Result>(
    guid: string,
    signal: AbortSignal | undefined,
    write: () => Promise<Result>,
  ): Promise<Result> {
    const key = normalizeGuid(guid);
    const earlier = this.#writes.get(key);
    const result = earlier === undefined ? write() : unlessAborted(earlier, signal).then(write);
    const settled = Promise.allSettled([earlier, result]).then(() => {
      if (this.#writes.get(key) === settled) this.#writes.delete(key);
    });
    this.#writes.set(key, settled);
    return result;
  }

  /** Leaves a new user out of the lists that are being read: a loop over users that creates users has to end. */
  leaveOut(guid: string): void {
    for (const seen of this.openLists) seen.add(normalizeGuid(guid));
  }
}

const OWNER = Symbol("owner");

/** The user that an object such as `user.content` belongs to. */
export class Owner {
  readonly session: Session;
  readonly api: ConnectClient;
  readonly guid: string;

  constructor(session: Session, guid: string) {
    this.session = session;
    this.api = session.api;
    this.guid = guid;
  }

  /** Returns the owner of an object with methods. */
  static of(object: unknown): Owner {
    return reveal(object, OWNER, Owner);
  }

  /** Makes an object belong to this user. */
  adopt(object: object): void {
    hide(object, OWNER, this);
  }
}
