import type { ConnectClient, UserRecord } from "@connect-sdk/api";
import { type GroupIndex, indexGroups } from "./group-index.ts";
import type { GuidSet } from "./listing/guid-set.ts";
import { SharedCall } from "./shared-call.ts";
import { withFallback } from "./with-fallback.ts";

/** What all objects of one connection share. */
export class Session {
  readonly api: ConnectClient;
  /** For each list that is being read, the guids that it will not hand out again. */
  readonly listings = new Set<GuidSet>();
  #ownGuid: string | undefined;
  readonly #fetchOwnGuid: SharedCall<string>;
  #groups: SharedCall<GroupIndex> | undefined;
  #groupsRead: Promise<unknown> = Promise.resolve();

  constructor(api: ConnectClient) {
    this.api = api;
    this.#fetchOwnGuid = new SharedCall(async (signal) => {
      const call = api.GET("/v1/user", { signal });
      return (await withFallback(call, { status: 403, code: 22 }, undefined))?.data.guid ?? "";
    });
  }

  /** The guid of the account that the credential belongs to; empty if it is a service's. Fetched once; a failure is not kept. */
  async ownGuid(signal?: AbortSignal): Promise<string> {
    return (this.#ownGuid ??= await this.#fetchOwnGuid.join(signal));
  }

  /** The record of a user. */
  async fetchUser(guid: string, signal: AbortSignal | undefined): Promise<UserRecord> {
    return (await this.api.GET("/v1/users/{guid}", { params: { path: { guid } }, signal })).data;
  }

  /** Keeps what was learnt in passing, so that it need not be fetched. */
  rememberOwnGuid(guid: string): void {
    this.#ownGuid = guid;
  }

  /** Keeps someone who was created just now out of the lists that are being read: a loop that creates users must end. */
  leaveOut(guid: string): void {
    for (const seen of this.listings) seen.add(guid);
  }

  /**
   * Everybody's groups. Whoever asks while they are being read waits and shares the next reading, which begins after that:
   * what was changed before one asked is in it.
   */
  groups(signal?: AbortSignal): Promise<GroupIndex> {
    this.#groups ??= this.#planGroups();
    return this.#groups.join(signal);
  }

  #planGroups(): SharedCall<GroupIndex> {
    const before = this.#groupsRead;
    return new SharedCall((signal) => {
      const reading = before.then(() => {
        this.#groups = undefined;
        return indexGroups(this.api, signal);
      });
      this.#groupsRead = reading.catch(() => undefined);
      return reading;
    });
  }
}

const sessions = new WeakMap<ConnectClient, Session>();

/** The one session of a client. */
export function sessionOf(api: ConnectClient): Session {
  const session = sessions.get(api) ?? new Session(api);
  sessions.set(api, session);
  return session;
}
