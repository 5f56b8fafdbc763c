import type { ConnectClient } from "@connect-sdk/api";
import { isGuid } from "./guid.ts";
import type { Identified } from "./listing/source.ts";
import { PAGE_SIZE } from "./listing/span.ts";
import { notFound } from "./not-found.ts";

/** A group object, a guid, or the exact name of a group. */
export type GroupReference = string | Identified;

/** The guid of a group. */
export async function findGroup(api: ConnectClient, group: GroupReference, signal?: AbortSignal): Promise<string> {
  if (typeof group !== "string") return group.guid;
  if (isGuid(group)) return group;
  // Of all names that begin with a name, the name itself comes first; older servers have no further pages.
  const query = { prefix: group, page_size: PAGE_SIZE };
  const { data } = await api.GET("/v1/groups", { params: { query }, signal });
  const found = data.results.find(({ name }) => name === group);
  if (found !== undefined) return found.guid;
  const similar = data.results.slice(0, 3).map(({ name }) => `"${name}"`);
  const hint = similar.length === 0 ? "" : ` There is ${similar.join(", ")}.`;
  throw notFound(
    api,
    "/v1/groups",
    `There is no group named "${group}".${hint}`,
    "Check the name; upper and lower case differ.",
  );
}
