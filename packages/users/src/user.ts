import type { UserRecord, UserRole } from "@connect-sdk/api";
import { UserContent, UserGroups, UserKeys } from "./owned.ts";
import { assignRecord, guardFields, guardRecord, toRecord } from "./records.ts";
import { type CallOptions, methods, Session } from "./session.ts";

/** Changes to a user. Fields that are missing or `undefined` stay the same. The server may allow fewer, depending on its authentication. */
export interface UpdateUser {
  /** Must not be empty on servers with passwords (code 128). */
  email?: string | undefined;
  /** The name to sign in with. Cannot be changed on some servers (code 36). */
  username?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  /** For administrators. All users may lower their own role. */
  user_role?: UserRole | undefined;
}

/** Options of {@link User.lock}. */
export interface LockOptions extends CallOptions {
  /** Locks even your own account. Default: false. */
  force?: boolean | undefined;
}

/**
 * A user of the server: the record as it is on the wire, with methods.
 *
 * Includes fields that this version does not know. Timestamps are strings as the server sends them; `new Date(user.created_time)`
 * converts one. `JSON.stringify(user)` is the record, and `structuredClone(user)` is a copy of it.
 *
 * Methods update this object with what they change. {@link User.refresh} fetches changes by others. Concurrent writes to one user
 * are sent in the order of the calls. State libraries may hold it behind a proxy. A frozen user stays as it is: methods change
 * the server only.
 */
export class User implements UserRecord {
  /** E-mail address. Empty if the user has none, or if the server hides it from you. */
  declare readonly email: string;
  /** Name to sign in with. Case-sensitive. */
  declare readonly username: string;
  /** First name; may be empty. */
  declare readonly first_name: string;
  /** Last name; may be empty. */
  declare readonly last_name: string;
  declare readonly user_role: UserRole;
  /** When the user was created (RFC 3339). */
  declare readonly created_time: string;
  /** When the details were last changed (RFC 3339). Locking and unlocking do not count. */
  declare readonly updated_time: string;
  /** Roughly when the user was last active (RFC 3339); null if never. */
  declare readonly active_time: string | null;
  /** Whether the e-mail address has been confirmed. Only servers with passwords require that. */
  declare readonly confirmed: boolean;
  /** Whether the user is locked and cannot sign in. */
  declare readonly locked: boolean;
  /** Identifies the user permanently. */
  declare readonly guid: string;
  /** Id at the authentication provider. Newer servers only, for administrators and the users themselves. */
  declare readonly external_id?: string;

  /** Created by {@link Users}. */
  constructor(record: UserRecord, isGuarded: boolean) {
    if (!hasUsualFields(record)) {
      assignRecord(this, record);
      if (isGuarded) guardFields(this);
      return;
    }
    if (isGuarded) {
      guardRecord(this, record);
      return;
    }
    // This runs for each user of a list: budget "find() of 100,000 users". Object.assign takes several times as long.
    this.email = record.email;
    this.username = record.username;
    this.first_name = record.first_name;
    this.last_name = record.last_name;
    this.user_role = record.user_role;
    this.created_time = record.created_time;
    this.updated_time = record.updated_time;
    this.active_time = record.active_time;
    this.confirmed = record.confirmed;
    this.locked = record.locked;
    this.guid = record.guid;
    if (record.external_id !== undefined) this.external_id = record.external_id;
  }

  /** The content items that this user owns. */
  get content(): UserContent {
    return new UserContent(Session.of(this), this.guid);
  }

  /** The groups that this user is a member of. */
  get groups(): UserGroups {
    return new UserGroups(Session.of(this), this.guid);
  }

  /** This user's API keys. The server returns only your own. */
  get keys(): UserKeys {
    return new UserKeys(Session.of(this), this.guid);
  }

  /**
   * Locks the user, who can then neither sign in nor deploy, and does not count against the license. Content and groups stay the
   * same. Does nothing if the user is already locked. For administrators.
   *
   * `POST /v1/users/{guid}/lock`, and once for each credential `GET /v1/user`, to compare the user with the caller. A service has
   * no account of its own, so its key can lock any user without `force`.
   *
   * @throws SelfLockError if this is your own account and `force` is not set; nothing is locked then.
   * @throws PermissionError if you are not an administrator.
   *
   * @example
   * ```ts
   * for await (const user of users.find({ account_status: "inactive" })) await user.lock();
   * ```
   */
  async lock(options: LockOptions = {}): Promise<void> {
    return methods.call([options], ({ lock }, own) => lock(this, own));
  }

  /**
   * Unlocks the user, who regains everything as it was before. Does nothing if the user is not locked. For administrators.
   *
   * `POST /v1/users/{guid}/lock`
   *
   * @throws PermissionError if you are not an administrator.
   * @throws InvalidRequestError (code 64) if all licenses are in use.
   */
  async unlock(options: CallOptions = {}): Promise<void> {
    return methods.call([options], ({ unlock }, own) => unlock(this, own));
  }

  /**
   * Changes the given fields and no others. This object is updated with the server's response; it stays the same if the server
   * refuses. The argument may be a whole record, as long as the fields that cannot be changed are as they are.
   *
   * `PUT /v1/users/{guid}`
   *
   * @throws EmptyUpdateError if there is nothing to change; nothing is sent then.
   * @throws InvalidArgumentError for an unknown field, or one that cannot be changed; nothing is sent then.
   * @throws ConflictError (code 8) if the username is taken.
   * @throws PermissionError if you may not make this change. No user can raise their own role.
   * @throws InvalidRequestError if a value is not acceptable, or if it would leave the server without an administrator (code 61).
   *
   * @example
   * ```ts
   * await user.update({ email: "jo@example.com", user_role: "publisher" });
   * ```
   */
  async update(changes: UpdateUser, options: CallOptions = {}): Promise<void> {
    return methods.call([changes, options], ({ update }, ...own) => update(this, ...own));
  }

  /**
   * Fetches the record again and updates this object with it. Keeps changes made after this call started.
   *
   * `GET /v1/users/{guid}`
   *
   * @throws InvalidArgumentError if this object is frozen; nothing is sent then.
   * @throws NotFoundError if the user no longer exists.
   */
  async refresh(options: CallOptions = {}): Promise<void> {
    return methods.call([options], ({ refresh }, own) => refresh(this, own));
  }

  /** Returns the record as it is on the wire, as a plain object. */
  toJSON(): UserRecord {
    return toRecord(this);
  }
}

const classes = new WeakMap<Session, typeof User>();

/** Creates a user of a session. */
export function createUser(session: Session, record: UserRecord, isGuarded: boolean): User {
  return new (classOfUsers(session))(record, isGuarded);
}

/**
 * Returns the class of a session's users, whose prototype hides the session: to hide it in each of them takes several times as long
 * as all their fields. The budget is that of {@link User}'s constructor.
 */
export function classOfUsers(session: Session): typeof User {
  let SessionUser = classes.get(session);
  if (SessionUser === undefined) {
    SessionUser = class extends User {};
    // Nobody notices the class: users have the constructor and the name of User.
    Object.assign(SessionUser.prototype, { constructor: User });
    session.adopt(SessionUser.prototype);
    classes.set(session, SessionUser);
  }
  return SessionUser;
}

/** The fields of a user that servers return, in their order. Only some servers return the last one. */
const USUAL_FIELDS: readonly string[] =
  "email username first_name last_name user_role created_time updated_time active_time confirmed locked guid external_id".split(
    " ",
  );

/** Returns whether a record has the usual fields, no others, and in the same order. */
function hasUsualFields(record: UserRecord): boolean {
  let index = 0;
  for (const name in record) if (name !== USUAL_FIELDS[index++]) return false;
  // Every record has a guid, so no field before that is missing.
  return true;
}
