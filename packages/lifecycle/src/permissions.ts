/** Steps about the access of users to content that others own. */
import { isApiError, type PermissionRecord } from "@connect-sdk/api";
import { forEachParallel, isSameGuid, normalizeGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { CONCURRENCY } from "./people.ts";
import { PlanStep, type StepExecution, type WorkResult } from "./step.ts";

/** What is kept of a content item: a plan may hold 20,000 of them. */
export interface Item {
  readonly guid: string;
  readonly name: string;
}

/** An item and its owner. */
export interface OwnedItem extends Item {
  readonly ownerGuid: string;
}

/** What a user may do with content that somebody else owns. */
export type ContentRole = "viewer" | "collaborator";

/** Access of one user to one item. */
export interface Access {
  readonly item: OwnedItem;
  readonly permissionId: string;
  readonly userGuid: string;
  readonly role: ContentRole;
}

/**
 * Finds the access of users to all content of the server. Connect has no list per user, so this takes one request per item.
 *
 * @param items - the content of the server, or the items to look at.
 */
export async function findAccess(
  { api }: Connection,
  items: readonly OwnedItem[],
  users: readonly User[],
  { signal }: CallOptions,
): Promise<Access[]> {
  const guids = new Set(users.map(({ guid }) => normalizeGuid(guid)));
  const found = new Map<string, Access[]>();
  await forEachParallel(items, CONCURRENCY, async (item) => {
    const rows: Access[] = [];
    for (const { id, principal_type, principal_guid, role } of await readPermissions(api, item.guid, signal)) {
      const userGuid = normalizeGuid(principal_guid);
      if (principal_type !== "user" || !guids.has(userGuid)) continue;
      rows.push({ item, permissionId: id, userGuid, role: fromWire(role) });
    }
    if (rows.length > 0) found.set(item.guid, rows);
  });
  // In the order of the items, whatever the order of the responses.
  return items.flatMap(({ guid }) => found.get(guid) ?? []);
}

async function readPermissions(api: Connection["api"], guid: string, signal: AbortSignal | undefined) {
  try {
    return (await api.GET("/v1/content/{guid}/permissions", { params: { path: { guid } }, signal })).data;
  } catch (error) {
    // Deleted after the content was listed.
    if (isApiError(error, { status: 404 })) return [];
    throw error;
  }
}

/** Lists all content of the server with its owners. Takes one request. */
export async function listAllItems({ api }: Connection, { signal }: CallOptions): Promise<OwnedItem[]> {
  const { data } = await api.GET("/v1/content", { signal });
  return data.map(({ guid, name, owner_guid }) => ({ guid, name, ownerGuid: owner_guid }));
}

/** Returns the step that takes the access of a user to an item away. Done if somebody else has taken it away. */
export function revokeStep(
  { api }: Connection,
  { item, permissionId, role }: Access,
  user: User,
  { reason, phase, needs }: { readonly reason: string; readonly phase: number; readonly needs?: readonly string[] },
): PlanStep {
  const work: StepExecution["work"] = async () => {
    const path = { guid: item.guid, id: permissionId };
    try {
      await api.DELETE("/v1/content/{guid}/permissions/{id}", { params: { path } });
    } catch (error) {
      if (isApiError(error, { status: 404 })) return { status: "unchanged" };
      throw error;
    }
    return undefined;
  };
  return new PlanStep(
    {
      id: `remove-permission:${item.guid}:${user.guid}`,
      action: "remove-permission",
      target: { kind: "permission", guid: item.guid, name: item.name },
      from: role,
      to: null,
      reason,
      ...(needs !== undefined && { needs }),
      state: "planned",
    },
    { work, phase },
  );
}

/** Gives a user access to an item. Newer servers change access that the user has already, older ones need another request. */
export async function grantAccess(
  { api }: Connection,
  guid: string,
  user: User,
  role: ContentRole,
): Promise<WorkResult> {
  const body = { principal_guid: user.guid, principal_type: "user", role: toWire(role) } as const;
  try {
    await api.POST("/v1/content/{guid}/permissions", { params: { path: { guid } }, body });
  } catch (error) {
    // Owners have all rights.
    if (isApiError(error, { code: 34 })) return { status: "unchanged" };
    if (!isApiError(error, { code: 154 })) throw error;
    const existing = await readAccess(api, guid, user);
    if (existing !== undefined && existing.role !== body.role) {
      const path = { guid, id: existing.id };
      await api.PUT("/v1/content/{guid}/permissions/{id}", { params: { path }, body });
    }
  }
  return {};
}

/** Returns the permission that a user has for an item. */
export async function readAccess(
  api: Connection["api"],
  guid: string,
  user: User,
  signal?: AbortSignal,
): Promise<PermissionRecord | undefined> {
  const { data } = await api.GET("/v1/content/{guid}/permissions", { params: { path: { guid } }, signal });
  return data.find((row) => row.principal_type === "user" && isSameGuid(row.principal_guid, user.guid));
}

/** Returns the step that gives a user access to an item. Done if the user has as much. Takes two requests. */
export function grantStep(
  connection: Connection,
  item: Item,
  user: User,
  { from, to, reason, phase, needs }: GrantOptions,
): PlanStep {
  const work: StepExecution["work"] = async () => {
    try {
      const existing = await readAccess(connection.api, item.guid, user);
      const isEnough = existing !== undefined && (to === "viewer" || fromWire(existing.role) === to);
      return isEnough ? { status: "unchanged" } : await grantAccess(connection, item.guid, user, to);
    } catch (error) {
      if (isApiError(error, { status: 404 })) return { status: "unchanged", note: "deleted meanwhile" };
      throw error;
    }
  };
  return new PlanStep(
    {
      id: `add-permission:${item.guid}:${user.guid}`,
      action: "add-permission",
      target: { kind: "permission", guid: item.guid, name: item.name },
      from,
      to,
      reason,
      ...(needs !== undefined && { needs }),
      state: "planned",
    },
    { work, phase },
  );
}

/** What access to give, and when. */
export interface GrantOptions {
  readonly from: ContentRole | null;
  readonly to: ContentRole;
  readonly reason: string;
  readonly phase: number;
  readonly needs?: readonly string[] | undefined;
}

/** On the wire, a collaborator is called `owner`. */
function toWire(role: ContentRole): PermissionRecord["role"] {
  return role === "collaborator" ? "owner" : "viewer";
}

function fromWire(role: PermissionRecord["role"]): ContentRole {
  return role === "owner" ? "collaborator" : "viewer";
}
