import type { ConnectClient, GroupRecord, UserRecord } from "@connect-sdk/api";
import { GuidSet } from "./listing/guid-set.ts";
import type { Identified, Source } from "./listing/source.ts";
import { sweep } from "./listing/sweep.ts";
import { placeOf } from "./user-source.ts";
import { withFallback } from "./with-fallback.ts";

const CONCURRENCY = 6;

/** Which groups everybody is in, at the time it was read: `await users.groupIndex()`. */
export class GroupIndex {
  /** All groups, in the server's order. */
  readonly groups: readonly GroupRecord[];
  readonly #byMember: ReadonlyMap<string, readonly GroupRecord[]>;

  /** Read by `users.groupIndex()`. */
  constructor(groups: readonly GroupRecord[], byMember: ReadonlyMap<string, readonly GroupRecord[]>) {
    this.groups = groups;
    this.#byMember = byMember;
  }

  /** The groups of a user or a guid. */
  of(user: string | Identified): GroupRecord[] {
    return [...(this.#byMember.get(typeof user === "string" ? user : user.guid) ?? [])];
  }
}

/** Reads all groups and all their members. */
export async function indexGroups(api: ConnectClient, signal: AbortSignal): Promise<GroupIndex> {
  const groups = await readAll(groupSource(api, signal), CONCURRENCY);
  const members = new Map<GroupRecord, readonly UserRecord[]>();
  const todo = groups.values();
  const work = async (): Promise<void> => {
    for (const group of todo) {
      // Newer servers say how many members a group has.
      if (group.member_count === 0) continue;
      // The group may have been deleted after it was listed.
      members.set(group, await withFallback(readAll(memberSource(api, group, signal), 1), { status: 404 }, []));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
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

async function readAll<Row extends Identified>(source: Source<Row>, concurrency: number): Promise<Row[]> {
  const rows: Row[] = [];
  const pace = { concurrency, ahead: Infinity };
  for await (const { fresh } of sweep(source, { limit: Infinity, pace, seen: new GuidSet() })) rows.push(...fresh);
  return rows;
}

function groupSource(api: ConnectClient, signal: AbortSignal): Source<GroupRecord> {
  return {
    shrinks: true,
    place: ({ guid, name }) => `${guid} ${name}`,
    fetchPage: (query) => api.GET("/v1/groups", { params: { query }, signal }),
  };
}

function memberSource(api: ConnectClient, { guid }: GroupRecord, signal: AbortSignal): Source<UserRecord> {
  const path = { group_guid: guid };
  return {
    shrinks: true,
    place: (member) => placeOf(member),
    fetchPage: (query) => api.GET("/v1/groups/{group_guid}/members", { params: { path, query }, signal }),
  };
}
