/** Reads the groups of all users. Connect has no endpoint for the groups of one. */
import { type ConnectClient, type GroupRecord, InvalidArgumentError, type UserRecord } from "@connect-sdk/api";
import { forEachParallel, isGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import { readReference, SharedCall, withFallback } from "./call.ts";
import type { Identified, PagedList } from "./paging/pages.ts";
import { readAll } from "./paging/stable-listing.ts";
import { hide, reveal } from "./records.ts";
import type { Session } from "./session.ts";

/** The groups of all users when they were read: `await users.groupIndex()`. */
export class GroupIndex {
  /** All groups, in the server's order. */
  readonly groups: readonly GroupRecord[];

  /** Created by `users.groupIndex()`. */
  constructor(groups: readonly GroupRecord[], byMember: ReadonlyMap<string, readonly GroupRecord[]>) {
    this.groups = groups;
    hide(this, MEMBERS, byMember);
  }

  /**
   * Returns the groups of a user or a guid.
   *
   * @throws InvalidArgumentError for a string that is not a guid, such as a username.
   */
  of(user: string | Identified): GroupRecord[] {
    const byMember = reveal<ReadonlyMap<unknown, GroupRecord[]>>(this, MEMBERS, Map);
    const guid = normalizeGuid(readReference("user", user, "guid"));
    if (typeof user !== "string" || isGuid(guid)) return [...(byMember.get(guid) ?? [])];
    throw new InvalidArgumentError(`"${printable(user)}" is not a guid.`, {
      argument: "user",
      fix: "Pass a user, or the guid of one. users.lookup() finds a user by username.",
    });
  }
}

const MEMBERS = Symbol("members");

const readers = new WeakMap<Session, GroupReader>();

/** Reads the members of all groups, once for all concurrent callers. */
export async function readGroupIndex(session: Session, signal: AbortSignal | undefined): Promise<GroupIndex> {
  const reader = readers.get(session) ?? new GroupReader(session.api);
  readers.set(session, reader);
  return reader.index(signal);
}

class GroupReader {
  readonly #api: ConnectClient;
  #next: SharedCall<GroupIndex> | undefined;
  #latest: Promise<unknown> = Promise.resolve();

  constructor(api: ConnectClient) {
    this.#api = api;
  }

  /** Reads the index. Concurrent callers share the next read, so each sees every change made before its call. */
  index(signal?: AbortSignal): Promise<GroupIndex> {
    this.#next ??= this.#afterLatest();
    return this.#next.join(signal);
  }

  #afterLatest(): SharedCall<GroupIndex> {
    const latest = this.#latest;
    return new SharedCall((signal) => {
      const index = latest.then(() => {
        // Callers that come from now on might not see their own changes in this one.
        this.#next = undefined;
        return readGroups(this.#api, signal);
      });
      this.#latest = index.catch(() => undefined);
      return index;
    });
  }
}

const CONCURRENCY = 6;

async function readGroups(api: ConnectClient, signal: AbortSignal): Promise<GroupIndex> {
  const groups = await readAll(allGroups(api, signal), CONCURRENCY);
  const members = new Map<GroupRecord, readonly UserRecord[]>();
  // Newer servers return the number of members.
  const nonempty = groups.filter(({ member_count }) => member_count !== 0);
  await forEachParallel(nonempty, CONCURRENCY, async (group) => {
    // The group may have been deleted after it was listed.
    members.set(group, await withFallback(readAll(membersOf(api, group, signal), 1), { status: 404 }, []));
  });
  const byMember = new Map<string, GroupRecord[]>();
  for (const group of groups) {
    for (const member of members.get(group) ?? []) {
      const guid = normalizeGuid(member.guid);
      const known = byMember.get(guid);
      if (known === undefined) byMember.set(guid, [group]);
      else known.push(group);
    }
  }
  return new GroupIndex(groups, byMember);
}

function allGroups(api: ConnectClient, signal: AbortSignal): PagedList<GroupRecord> {
  return {
    fetchPage: (query) => api.GET("/v1/groups", { params: { query }, signal }),
    shrinks: true,
    sortedBy: ["name"],
  };
}

function membersOf(api: ConnectClient, { guid }: GroupRecord, signal: AbortSignal): PagedList<UserRecord> {
  const path = { group_guid: guid };
  return {
    fetchPage: (query) => api.GET("/v1/groups/{group_guid}/members", { params: { path, query }, signal }),
    shrinks: true,
    sortedBy: ["first_name", "last_name", "username", "email"],
  };
}
