import type { ConnectClient, UserRecord } from "@connect-sdk/api";
import { SharedCall } from "./call.ts";
import { withFallback } from "./errors.ts";
import { GroupReader } from "./groups.ts";

const sessions = new WeakMap<ConnectClient, Session>();

/** Returns the session of a client: always the same one. */
export function sessionOf(api: ConnectClient): Session {
  const session = sessions.get(api) ?? new Session(api);
  sessions.set(api, session);
  return session;
}

/** The state that all objects of one client share. */
export class Session {
  readonly api: ConnectClient;
  /** For each list that is being read, the guids that it leaves out. */
  readonly openLists = new Set<Set<string>>();
  #ownGuid: string | undefined;
  readonly #fetchOwnGuid: SharedCall<string>;
  #groups: GroupReader | undefined;

  constructor(api: ConnectClient) {
    this.api = api;
    this.#fetchOwnGuid = new SharedCall(async (signal) => {
      const call = api.GET("/v1/user", { signal });
      return (await withFallback(call, { status: 403, code: 22 }, undefined))?.data.guid ?? "";
    });
  }

  /** Reads who is in which groups. */
  get groups(): GroupReader {
    return (this.#groups ??= new GroupReader(this.api));
  }

  /** Returns the guid of the caller's account; empty for a service, which has none. Fetched once; a failure is not cached. */
  async ownGuid(signal?: AbortSignal): Promise<string> {
    return (this.#ownGuid ??= await this.#fetchOwnGuid.join(signal));
  }

  /** Stores the caller's guid if another call has returned it, to save the request. */
  rememberOwnGuid(guid: string): void {
    this.#ownGuid = guid;
  }

  /** Fetches the record of a user. */
  async fetchUser(guid: string, signal: AbortSignal | undefined): Promise<UserRecord> {
    return (await this.api.GET("/v1/users/{guid}", { params: { path: { guid } }, signal })).data;
  }

  /** Leaves a new user out of the lists that are being read: a loop over users that creates users has to end. */
  leaveOut(guid: string): void {
    for (const seen of this.openLists) seen.add(guid);
  }
}
