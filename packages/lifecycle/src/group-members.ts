/** Reads the members of chosen groups. A group that is missing is an error and never an empty group. */
import { ConnectError, type GroupRecord, isApiError, NotFoundError, type UserRecord } from "@connect-sdk/api";
import { forEachParallel, isGuid, isSameGuid, printable, suggest } from "@connect-sdk/api/internal";
import { type CallOptions, type Connection, UnstableListError } from "@connect-sdk/users";
import { listGroups, PAGE_SIZE } from "./memberships.ts";
import { CONCURRENCY, isSameName } from "./people.ts";

/**
 * Finds groups by their exact names or guids.
 *
 * @throws NotFoundError that names all groups that do not exist.
 */
export async function findGroups(
  connection: Connection,
  names: readonly string[],
  options: CallOptions,
): Promise<ReadonlyMap<string, GroupRecord>> {
  const groups = await listGroups(connection, options);
  const byName = new Map(groups.map((group) => [group.name, group]));
  const found = new Map<string, GroupRecord>();
  const missing: string[] = [];
  for (const name of names) {
    const group = byName.get(name) ?? (isGuid(name) ? groups.find(({ guid }) => isSameGuid(guid, name)) : undefined);
    if (group === undefined) missing.push(name);
    else found.set(name, group);
  }
  if (missing.length === 0) return found;
  const shown = missing.map((name) => `"${printable(name)}"`).join(", ");
  const [first = ""] = missing;
  const similar = groups.find(({ name }) => isSameName(name, first))?.name ?? suggest(first, [...byName.keys()]);
  throw new NotFoundError(`There is no group named ${shown}.`, {
    fix:
      similar === undefined
        ? "Check the names. Upper and lower case differ."
        : `Did you mean "${printable(similar)}"? Upper and lower case differ.`,
    status: 404,
    method: "GET",
    url: `${connection.url}/__api__/v1/groups`,
  });
}

/**
 * Reads all members of groups, to the last page.
 *
 * @throws NotFoundError if a group was deleted after it was listed.
 * @throws ConnectError if the server does not tell the members, as with LDAP.
 */
export async function readMembers(
  connection: Connection,
  groups: Iterable<GroupRecord>,
  options: CallOptions,
): Promise<ReadonlyMap<string, readonly UserRecord[]>> {
  const members = new Map<string, readonly UserRecord[]>();
  await forEachParallel(groups, CONCURRENCY, async (group) => {
    members.set(group.guid, await readGroup(connection, group, options));
  });
  return members;
}

async function readGroup(
  connection: Connection,
  { guid, name }: GroupRecord,
  options: CallOptions,
): Promise<readonly UserRecord[]> {
  try {
    let { members, pages } = await readOnce(connection, guid, options);
    // A page shows one moment. Several pages are read until two passes agree.
    for (let pass = 1; pages > 1; pass++) {
      if (pass === MAX_PASSES) throw new UnstableListError(pass * pages);
      const again = await readOnce(connection, guid, options);
      const isSame =
        again.members.size === members.size && [...again.members.keys()].every((each) => members.has(each));
      ({ members, pages } = again);
      if (isSame) break;
    }
    return [...members.values()];
  } catch (cause) {
    // Real server: the code for members that the provider has is unknown.
    if (!isApiError(cause) || (cause.status !== 400 && cause.status !== 403)) throw cause;
    throw new ConnectError(`The server does not tell the members of the group ${printable(name)}.`, {
      fix: "The sign-in provider has them: export them there, and pass them as `members`.",
      cause,
    });
  }
}

const MAX_PASSES = 10;

async function readOnce({ api }: Connection, group_guid: string, { signal }: CallOptions) {
  const members = new Map<string, UserRecord>();
  for (let page_number = 1; ; page_number++) {
    const params = { path: { group_guid }, query: { page_number, page_size: PAGE_SIZE } };
    const { results, total } = (await api.GET("/v1/groups/{group_guid}/members", { params, signal })).data;
    for (const user of results) members.set(user.guid, user);
    if (results.length === 0 || page_number * PAGE_SIZE >= total) return { members, pages: page_number };
  }
}
