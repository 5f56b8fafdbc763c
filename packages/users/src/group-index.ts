import { type ConnectClient, type GroupRecord, isApiError, type UserRecord } from "@connect-sdk/api";
import { type Identified, type Source } from "./listing/source.ts";
import { sweep } from "./listing/sweep.ts";
import { placeOf } from "./user-source.ts";

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
      if (group.member_count !== 0) members.set(group, await readMembers(api, group, signal));
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

async function readMembers(
  api: ConnectClient,
  { guid }: GroupRecord,
  signal: AbortSignal,
): Promise<readonly UserRecord[]> {
  try {
    return await readAll(memberSource(api, guid, signal), 1);
  } catch (error) {
    // The group was deleted after it was listed.
    if (isApiError(error, { status: 404 })) return [];
    throw error;
  }
}

async function readAll<Row extends Identified>(source: Source<Row>, concurrency: number): Promise<Row[]> {
  const rows: Row[] = [];
  const pace = { concurrency, ahead: Infinity };
  for await (const { fresh } of sweep(source, { limit: Infinity, pace, seen: new Set() })) rows.push(...fresh);
  return rows;
}

function groupSource(api: ConnectClient, signal: AbortSignal): Source<GroupRecord> {
  return {
    shrinks: true,
    place: ({ guid, name }) => `${guid} ${name}`,
    async read({ page, size }) {
      const query = { page_number: page, page_size: size };
      const { data } = await api.GET("/v1/groups", { params: { query }, signal });
      return { page, size, rows: data.results, total: data.total };
    },
  };
}

function memberSource(api: ConnectClient, group: string, signal: AbortSignal): Source<UserRecord> {
  return {
    shrinks: true,
    place: (member) => placeOf(member),
    async read({ page, size }) {
      const params = { path: { group_guid: group }, query: { page_number: page, page_size: size } };
      const { data } = await api.GET("/v1/groups/{group_guid}/members", { params, signal });
      return { page, size, rows: data.results, total: data.total };
    },
  };
}
