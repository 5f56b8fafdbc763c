import type { ConnectClient, UserRecord } from "@connect-sdk/api";
import { checkValue, isSameGuid, normalizeGuid, OnDemand } from "@connect-sdk/api/internal";
import { anotherGuidError } from "./errors.ts";
import type { GuidSet } from "./paging/stable-listing.ts";
import { hide, reveal } from "./records.ts";

/** Options of every method, passed as its last argument. */
export interface CallOptions {
  /** Cancels the call at any point: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** The options that every method has, as `checkInput` takes them. */
export const CALL_OPTIONS = "signal:signal";

/** What most methods do. Loaded beside the first request, or when one of them is called before that. */
export const methods = new OnDemand("What this call needs", () => import("./methods.ts"));

const sessions = new WeakMap<ConnectClient, Session>();

/** Returns the session of a client: always the same one. */
export function sessionOf(api: ConnectClient): Session {
  const session = sessions.get(api) ?? new Session(api);
  sessions.set(api, session);
  return session;
}

const SESSION = Symbol("session");

/** The state that all objects of one client share. */
export class Session {
  readonly api: ConnectClient;
  /** For each list that is being read, the guids that it leaves out. */
  readonly openLists = new Set<GuidSet>();

  constructor(api: ConnectClient) {
    // It may be something else, such as the connection itself.
    checkValue("api.GET", checkValue("api", api, "object").GET, "function");
    this.api = api;
  }

  /** Returns the session of an object with methods. */
  static of(object: unknown): Session {
    return reveal(object, SESSION, Session);
  }

  /** Makes an object, or all objects of a prototype, belong to this session. */
  adopt(object: object): void {
    hide(object, SESSION, this);
  }

  /**
   * Fetches the record of a user.
   *
   * @throws UnexpectedResponseError if it is the record of another user.
   */
  async fetchUser(guid: string, signal: AbortSignal | undefined): Promise<UserRecord> {
    const path = { guid: normalizeGuid(checkValue("guid", guid, "string")) };
    methods.prefetch();
    const { data, response } = await this.api.GET("/v1/users/{guid}", { params: { path }, signal });
    if (isSameGuid(data.guid, guid)) return data;
    throw await anotherGuidError(this.api, "GET", `/v1/users/${path.guid}`, data.guid, response);
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
