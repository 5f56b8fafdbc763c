/** Finds content whose owner cannot sign in: `findOrphans`. */
import type { ContentRecord } from "@connect-sdk/api";
import { checkInput, normalizeGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { checkConnection } from "./arguments.ts";

/** A content item whose owner is locked or unknown. */
export interface Orphan {
  readonly content: ContentRecord;
  /** `undefined` if the server does not list the owner. */
  readonly owner: User | undefined;
  readonly reason: "locked" | "unknown";
}

/**
 * Finds content whose owner is locked, or is not among the users of the server. It keeps running, and its schedules too. Give it to
 * somebody with `planTransfer(connection, { user: owner, to })`. Changes nothing.
 *
 * `GET /v1/content`, `GET /v1/users`. For administrators, as others do not see all content.
 *
 * @throws InvalidArgumentError for an unknown option.
 */
export async function findOrphans(connection: Connection, options: CallOptions = {}): Promise<Orphan[]> {
  const { signal } = checkInput("options", options, "signal:signal");
  checkConnection(connection);
  // Content first: an owner who was created meanwhile is then known.
  const { data: content } = await connection.api.GET("/v1/content", { signal });
  const owners = new Set(content.map(({ owner_guid }) => normalizeGuid(owner_guid)));
  const users = new Map<string, User>();
  for await (const user of connection.users.find({}, { signal })) {
    const guid = normalizeGuid(user.guid);
    if (owners.has(guid)) users.set(guid, user);
  }
  return content.flatMap((item): Orphan[] => {
    const owner = users.get(normalizeGuid(item.owner_guid));
    if (owner === undefined) return [{ content: item, owner, reason: "unknown" }];
    return owner.locked ? [{ content: item, owner, reason: "locked" }] : [];
  });
}
