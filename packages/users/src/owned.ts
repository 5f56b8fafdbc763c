/** What belongs to a user: `user.content`, `user.groups` and `user.keys`. What their methods do is in `owned-methods.ts`. */
import type { ApiKeyRecord, ContentRecord, GroupRecord, UserRole } from "@connect-sdk/api";
import type { operations } from "@connect-sdk/api/schema";
import type { Identified } from "./paging/pages.ts";
import { type CallOptions, methods, Owner, type Session } from "./session.ts";

export type ContentQuery = NonNullable<operations["getContents"]["parameters"]["query"]>;

/** A detail that content items have on request only. `bookmarked` and `schedule` require a server of 2026. */
export type ContentInclude = NonNullable<ContentQuery["include"]>[number];

/** Which content items to find. */
export interface FindContent extends IncludeContent {
  /** The exact name. */
  name?: string | undefined;
}

/** Which details to include in content items. */
export interface IncludeContent {
  include?: readonly ContentInclude[] | undefined;
}

/** The content items that a user owns: `user.content`. */
export class UserContent {
  /** Created by `user.content`. */
  constructor(session: Session, guid: string) {
    new Owner(session, guid).adopt(this);
  }

  /**
   * Finds the content items that this user owns and you may see; an administrator sees all. Takes one request.
   *
   * `GET /v1/content`
   *
   * @throws InvalidRequestError (code 161) if the server does not know an included detail.
   *
   * @example
   * ```ts
   * const items = await user.content.find({ include: ["tags"] });
   * ```
   */
  async find(conditions: FindContent = {}, options: CallOptions = {}): Promise<ContentRecord[]> {
    return methods.call([conditions, options], ({ findContent }, ...own) => findContent(this, ...own));
  }

  /**
   * Returns the first item that {@link UserContent.find} finds, or `undefined`. Connect cannot limit the response to one item.
   *
   * `GET /v1/content`
   */
  async findOne(conditions: FindContent = {}, options: CallOptions = {}): Promise<ContentRecord | undefined> {
    return (await this.find(conditions, options))[0];
  }

  /**
   * Returns one content item by its guid.
   *
   * `GET /v1/content/{guid}`
   *
   * @throws NotFoundError if the item does not exist, or another user owns it.
   */
  async get(guid: string, options: IncludeContent & CallOptions = {}): Promise<ContentRecord> {
    return methods.call([guid, options], ({ getContent }, ...own) => getContent(this, ...own));
  }

  /**
   * Counts the content items that this user owns and you may see. Fetches them all: Connect does not count content.
   *
   * `GET /v1/content`
   */
  async count(options: CallOptions = {}): Promise<number> {
    return (await this.find({}, options)).length;
  }
}

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
    return methods.call([options], ({ findGroups }, own) => findGroups(this, own));
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
    return methods.call([group, options], ({ addToGroup }, ...own) => addToGroup(this, ...own));
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
    return methods.call([group, options], ({ removeFromGroup }, ...own) => removeFromGroup(this, ...own));
  }
}

/** An API key to create. */
export interface CreateKey {
  /** A name to recognize the key by. Must not be blank. */
  name: string;
  /** The most powerful role that the key may act with. Default, even for null: your own role, which it cannot exceed. */
  user_role?: UserRole | null | undefined;
  /** When the key expires (RFC 3339). Default, even for null: never. Requires a server of 2026.06 or newer. */
  expires_at?: string | null | undefined;
}

/**
 * A user's API keys: `user.keys`. Users manage their own keys only, and so do administrators: on another user each method throws
 * a `PermissionError`. Older servers have no such endpoints (`NotFoundError`).
 */
export class UserKeys {
  /** Created by `user.keys`. */
  constructor(session: Session, guid: string) {
    new Owner(session, guid).adopt(this);
  }

  /**
   * Lists your API keys. Only the last characters of each key are included.
   *
   * `GET /v1/users/{guid}/keys`
   *
   * @throws PermissionError if the user is not you.
   */
  async find(options: CallOptions = {}): Promise<ApiKeyRecord[]> {
    return methods.call([options], ({ findKeys }, own) => findKeys(this, own));
  }

  /**
   * Creates an API key. `key` of the result is the whole key, which cannot be read again. It is hidden when the result is
   * inspected or logged.
   *
   * `POST /v1/users/{guid}/keys`
   *
   * @throws PermissionError if the user is not you.
   * @throws InvalidRequestError (code 62) if the name is blank.
   *
   * @example
   * ```ts
   * const me = await connection.me();
   * const { key } = await me.keys.create({ name: "nightly report", user_role: "viewer" });
   * ```
   */
  async create(key: CreateKey, options: CallOptions = {}): Promise<ApiKeyRecord> {
    return methods.call([key, options], ({ createKey }, ...own) => createKey(this, ...own));
  }

  /**
   * Deletes an API key. Requests with this key fail from then on.
   *
   * `DELETE /v1/users/{guid}/keys/{id}`
   *
   * @param key - the key as it was found or created, or its id.
   * @throws NotFoundError if the key does not exist.
   */
  async delete(key: string | Pick<ApiKeyRecord, "id">, options: CallOptions = {}): Promise<void> {
    return methods.call([key, options], ({ deleteKey }, ...own) => deleteKey(this, ...own));
  }
}
