import type { GroupRecord } from "@connect-sdk/api";
import type { CallOptions } from "./call-options.ts";
import { findGroup, type GroupReference } from "./find-group.ts";
import type { Session } from "./session.ts";

/** The groups that a user is a member of: `user.groups`. */
export class UserGroups {
  readonly #session: Session;
  readonly #guid: string;

  /** Comes with a user: `user.groups`. */
  constructor(session: Session, guid: string) {
    this.#session = session;
    this.#guid = guid;
  }

  /**
   * Finds the groups that this user is a member of, in the server's order.
   *
   * Connect cannot be asked for the groups of one user, so all groups and all their members are read: with G groups of up to
   * 500 members, 1 + G requests, 6 at a time. Calls that are made at the same time share one reading. For many users one after
   * the other, read it once yourself: `users.groupIndex()`.
   *
   * `GET /v1/groups`, `GET /v1/groups/{guid}/members`
   *
   * @throws InvalidRequestError if groups are switched off on the server.
   *
   * @example
   * ```ts
   * const names = (await user.groups.find()).map((group) => group.name);
   * ```
   */
  async find({ signal }: CallOptions = {}): Promise<GroupRecord[]> {
    return (await this.#session.groups(signal)).of(this.#guid);
  }

  /**
   * Makes the user a member of a group. For administrators and the group's owner.
   *
   * `POST /v1/groups/{guid}/members`; for a name, `GET /v1/groups` first.
   *
   * @param group - a group object, a guid, or the exact name.
   * @throws NotFoundError if there is no such group.
   * @throws ConflictError (code 16) if the user is a member already.
   * @throws PermissionError if you may not manage the group.
   *
   * @example
   * ```ts
   * await user.groups.add("data-science");
   * ```
   */
  async add(group: GroupReference, { signal }: CallOptions = {}): Promise<void> {
    const path = { group_guid: await findGroup(this.#session.api, group, signal) };
    const body = { user_guid: this.#guid };
    await this.#session.api.POST("/v1/groups/{group_guid}/members", { params: { path }, body, signal });
  }

  /**
   * Ends the user's membership of a group. For administrators, the group's owner, and the users themselves.
   *
   * `DELETE /v1/groups/{guid}/members/{user_guid}`; for a name, `GET /v1/groups` first.
   *
   * @param group - a group object, a guid, or the exact name.
   * @throws NotFoundError if there is no such group, or the user is no member of it (code 17).
   * @throws PermissionError if you may not manage the group.
   */
  async remove(group: GroupReference, { signal }: CallOptions = {}): Promise<void> {
    const path = { group_guid: await findGroup(this.#session.api, group, signal), user_guid: this.#guid };
    await this.#session.api.DELETE("/v1/groups/{group_guid}/members/{user_guid}", { params: { path }, signal });
  }
}
