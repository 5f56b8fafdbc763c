import type { ConnectClient, GroupRecord } from "@connect-sdk/api";
import { checkInput, isGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import { type CallOptions, CALL_OPTIONS, readReference } from "./call.ts";
import { notFoundError } from "./errors.ts";
import { type Identified, PAGE_SIZE } from "./paging/pages.ts";
import { Owner, type Session } from "./session.ts";

/** A group object, a guid, or the exact name of a group. */
export type GroupReference = string | Identified;

/** The groups that a user is a member of: `user.groups`. */
export class UserGroups {
  /** Created by `user.groups`. */
  constructor(session: Session, guid: string) {
    new Owner(session, guid).adopt(this);
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
  async find(options: CallOptions = {}): Promise<GroupRecord[]> {
    const { session, guid } = Owner.of(this);
    const { signal } = checkInput("options", options, CALL_OPTIONS);
    return (await session.groups.index(signal)).of(guid);
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
  async add(group: GroupReference, options: CallOptions = {}): Promise<void> {
    const { api, guid } = Owner.of(this);
    const reference = readReference("group", group, "guid");
    const { signal } = checkInput("options", options, CALL_OPTIONS);
    const path = { group_guid: await findGroup(api, reference, typeof group === "string", signal) };
    await api.POST("/v1/groups/{group_guid}/members", { params: { path }, body: { user_guid: guid }, signal });
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
  async remove(group: GroupReference, options: CallOptions = {}): Promise<void> {
    const { api, guid } = Owner.of(this);
    const reference = readReference("group", group, "guid");
    const { signal } = checkInput("options", options, CALL_OPTIONS);
    const path = { group_guid: await findGroup(api, reference, typeof group === "string", signal), user_guid: guid };
    await api.DELETE("/v1/groups/{group_guid}/members/{user_guid}", { params: { path }, signal });
  }
}

/** Returns the guid of a group; `mayBeName` if the reference is a string of the caller. */
async function findGroup(
  api: ConnectClient,
  reference: string,
  mayBeName: boolean,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (isGuid(reference) || !mayBeName) return normalizeGuid(reference);
  // Among the names that start with a name, the name itself comes first. Older servers have no further pages.
  const query = { prefix: reference, page_size: PAGE_SIZE };
  const { data } = await api.GET("/v1/groups", { params: { query }, signal });
  const found = data.results.find(({ name }) => name === reference);
  if (found !== undefined) return found.guid;
  const similar = data.results.slice(0, 3).map(({ name }) => `"${printable(name)}"`);
  const hint = similar.length === 0 ? "" : ` There is ${similar.join(", ")}.`;
  const message = `There is no group named "${printable(reference)}".${hint}`;
  throw notFoundError(api, "/v1/groups", message, "Check the name. Upper and lower case differ.");
}
