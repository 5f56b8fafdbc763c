import type { ConnectClient, GroupRecord, UserRecord } from "@connect-sdk/api";
import { forEachParallel, isGuid } from "@connect-sdk/api/internal";
import { type CallOptions, SharedCall } from "./call.ts";
import { notFoundError, withFallback } from "./errors.ts";
import { type Identified, PAGE_SIZE, type PagedList } from "./paging/page.ts";
import { readAll } from "./paging/stable-listing.ts";

/** A group object, a guid, or the exact name of a group. */
export type GroupReference = string | Identified;

/** The groups that a user is a member of: `user.groups`. */
export class UserGroups {
  readonly #api: ConnectClient;
  readonly #reader: GroupReader;
  readonly #guid: string;

  /** Created by `user.groups`. */
  constructor(api: ConnectClient, reader: GroupReader, guid: string) {
    this.#api = api;
    this.#reader = reader;
    this.#guid = guid;
  }

  /**
   * Finds the groups that this user is a member of, in the server's order.
   *
   * Connect has no endpoint for the groups of one user, so this reads all groups and all their members: with G groups of up to
   * 500 members, 1 + G requests, 6 at a time. Concurrent calls share one read. To look at many users one after the other, call
   * `users.groupIndex()` once.
   *
   * `GET /v1/groups`, `GET /v1/groups/{guid}/members`
   *
   * @throws InvalidRequestError if groups are disabled on the server.
   *
   * @example
   * ```ts
   * const names = (await user.groups.find()).map((group) => group.name);
   * ```
   */
  async find({ signal }: CallOptions = {}): Promise<GroupRecord[]> {
    return (await this.#reader.index(signal)).of(this.#guid);
  }

  /**
   * Adds the user to a group. For administrators and the group's owner.
   *
   * `POST /v1/groups/{guid}/members`; for a name, `GET /v1/groups` first.
   *
   * @param group - a group object, a guid, or the exact name.
   * @throws NotFoundError if the group does not exist.
   * @throws ConflictError (code 16) if the user is already a member.
   * @throws PermissionError if you may not manage the group.
   *
   * @example
   * ```ts
   * await user.groups.add("data-science");
   * ```
   */
  async add(group: GroupReference, { signal }: CallOptions = {}): Promise<void> {
    const path = { group_guid: await findGroup(this.#api, group, signal) };
    const body = { user_guid: this.#guid };
    await this.#api.POST("/v1/groups/{group_guid}/members", { params: { path }, body, signal });
  }

  /**
   * Removes the user from a group. For administrators, the group's owner, and the users themselves.
   *
   * `DELETE /v1/groups/{guid}/members/{user_guid}`; for a name, `GET /v1/groups` first.
   *
   * @param group - a group object, a guid, or the exact name.
   * @throws NotFoundError if the group does not exist, or the user is not a member (code 17).
   * @throws PermissionError if you may not manage the group.
   */
  async remove(group: GroupReference, { signal }: CallOptions = {}): Promise<void> {
    const path = { group_guid: await findGroup(this.#api, group, signal), user_guid: this.#guid };
    await this.#api.DELETE("/v1/groups/{group_guid}/members/{user_guid}", { params: { path }, signal });
  }
}

/** Returns the guid of a group. */
async function findGroup(api: ConnectClient, group: GroupReference, signal?: AbortSignal): Promise<string> {
  if (typeof group !== "string") return group.guid;
  if (isGuid(group)) return group;
  // Among the names that start with a name, the name itself comes first. Older servers have no further pages.
  const query = { prefix: group, page_size: PAGE_SIZE };
  const { data } = await api.GET("/v1/groups", { params: { query }, signal });
  const found = data.results.find(({ name }) => name === group);
  if (found !== undefined) return found.guid;
  const similar = data.results.slice(0, 3).map(({ name }) => `"${name}"`);
  const hint = similar.length === 0 ? "" : ` There is ${similar.join(", ")}.`;
  throw notFoundError(
    api,
    "/v1/groups",
    `There is no group named "${group}".${hint}`,
    "Check the name. Upper and lower case differ.",
  );
}

/** The groups of all users when they were read: `await users.groupIndex()`. */
export class GroupIndex {
  /** All groups, in the server's order. */
  readonly groups: readonly GroupRecord[];
  readonly #byMember: ReadonlyMap<string, readonly GroupRecord[]>;

  /** Created by `users.groupIndex()`. */
  constructor(groups: readonly GroupRecord[], byMember: ReadonlyMap<string, readonly GroupRecord[]>) {
    this.groups = groups;
    this.#byMember = byMember;
  }

  /** Returns the groups of a user or a guid. */
  of(user: string | Identified): GroupRecord[] {
    return [...(this.#byMember.get(typeof user === "string" ? user : user.guid) ?? [])];
  }
}

/** Reads the groups of all users, once for all concurrent callers. */
export class GroupReader {
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
        return readGroupIndex(this.#api, signal);
      });
      this.#latest = index.catch(() => undefined);
      return index;
    });
  }
}

const CONCURRENCY = 6;

async function readGroupIndex(api: ConnectClient, signal: AbortSignal): Promise<GroupIndex> {
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
    for (const { guid } of members.get(group) ?? []) {
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
