/** Assigns content items to several successors. */
import { isGuid, isSameGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import type { Refusal } from "./errors.ts";
import type { Person } from "./people.ts";
import type { Item } from "./permissions.ts";

/** Content that goes to a successor of its own. */
export interface ContentAssignment {
  /** Name or guid of an item of the user, or `tag:NAME` for all items with this tag. An item's own row counts before its tags. */
  readonly item: string;
  readonly to: Person;
}

/** The assignments, with their users. */
export interface ContentMap {
  /** Returns the successor of an item; `undefined`: the one for the rest. */
  ownerOf(item: Item): User | undefined;
  readonly refusals: readonly Refusal[];
  readonly notes: readonly string[];
}

const TAG = "tag:";

/**
 * Assigns the items of a user. Reads the tags, and the content of those that are named.
 *
 * @param userOf - returns the user that a person is.
 */
export async function readContentMap(
  connection: Connection,
  map: readonly ContentAssignment[],
  { items, userOf, user }: { items: readonly Item[]; userOf: (person: Person) => User; user: User },
  options: CallOptions,
): Promise<ContentMap> {
  const guids = new Map<string, string>();
  for (const { guid, name } of items) {
    guids.set(name, normalizeGuid(guid));
    guids.set(normalizeGuid(guid), normalizeGuid(guid));
  }
  const own = new Map<string, User>();
  const tagged = new Map<string, User>();
  const refusals: Refusal[] = [];
  const absent: string[] = [];
  const assign = (to: Map<string, User>, guid: string, row: ContentAssignment): void => {
    const known = to.get(guid);
    const owner = userOf(row.to);
    if (known !== undefined && !isSameGuid(known.guid, owner.guid)) {
      const name = items.find((item) => normalizeGuid(item.guid) === guid)?.name ?? guid;
      refusals.push({
        guard: "map",
        reason: `the map gives ${printable(name)} to ${printable(known.username)} and to ${printable(owner.username)}`,
        fix: `Keep one of them, or add a row for ${printable(name)} itself.`,
      });
    }
    to.set(guid, owner);
  };
  for (const row of map) {
    if (row.item.startsWith(TAG)) continue;
    const guid = guids.get(isGuid(row.item) ? normalizeGuid(row.item) : row.item);
    if (guid === undefined) absent.push(printable(row.item));
    else assign(own, guid, row);
  }
  for (const { row, guid } of await readTagged(connection, map, refusals, options)) {
    if (guids.has(guid) && !own.has(guid)) assign(tagged, guid, row);
  }
  // After an interrupted run, part of the content has its new owner already.
  const are = absent.length === 1 ? "is" : "are";
  const notes =
    absent.length === 0
      ? []
      : [`${absent.join(", ")} ${are} in the map, and ${printable(user.username)} does not own it.`];
  return {
    ownerOf: ({ guid }) => own.get(normalizeGuid(guid)) ?? tagged.get(normalizeGuid(guid)),
    refusals,
    notes,
  };
}

/** Returns the content of the tags that are named. */
async function readTagged(
  { api }: Connection,
  map: readonly ContentAssignment[],
  refusals: Refusal[],
  { signal }: CallOptions,
): Promise<{ row: ContentAssignment; guid: string }[]> {
  const rows = map.filter(({ item }) => item.startsWith(TAG));
  if (rows.length === 0) return [];
  const { data: tags } = await api.GET("/v1/tags", { signal });
  const found: { row: ContentAssignment; guid: string }[] = [];
  for (const row of rows) {
    const name = row.item.slice(TAG.length);
    const named = tags.filter((tag) => tag.name === name);
    if (named.length === 0) {
      const reason = `the map names the tag ${printable(name)}, which does not exist`;
      refusals.push({ guard: "map", reason, fix: "Correct the name. Upper and lower case differ." });
    }
    for (const { id } of named) {
      const { data } = await api.GET("/v1/tags/{id}/content", { params: { path: { id } }, signal });
      for (const { guid } of data) found.push({ row, guid: normalizeGuid(guid) });
    }
  }
  return found;
}
