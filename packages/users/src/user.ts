import type { UserRecord, UserRole } from "@connect-sdk/api";
import type { CallOptions } from "./call-options.ts";
import { EmptyUpdateError } from "./errors/empty-update-error.ts";
import { SelfLockError } from "./errors/self-lock-error.ts";
import type { Session } from "./session.ts";
import { takeOver } from "./take-over.ts";
import { changesIn, type UpdateUser } from "./update-user.ts";
import { UserContent } from "./user-content.ts";
import { hasUsualFields } from "./user-fields.ts";
import { UserGroups } from "./user-groups.ts";
import { UserKeys } from "./user-keys.ts";

/** Options of {@link User.lock}. */
export interface LockOptions extends CallOptions {
  /** Locks even your own account. Default: false. */
  force?: boolean | undefined;
}

/**
 * A user of the server: the record as it is on the wire, and what can be done with it.
 *
 * Fields that this version does not know are there too. Times are texts as the server sends them; `new Date(user.created_time)`
 * makes a `Date`. `JSON.stringify(user)` is the record, and `structuredClone(user)` a copy of it.
 *
 * The methods keep this object up to date with what they change; {@link User.refresh} catches up with what others changed.
 */
export class User implements UserRecord {
  /** E-mail address. Empty if there is none, or if the server hides it from you. */
  declare readonly email: string;
  /** Name to sign in with. Upper case differs from lower case. */
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
  /** Whether the e-mail address has been confirmed, which only servers with passwords ask for. */
  declare readonly confirmed: boolean;
  /** Whether the user is locked and cannot sign in. */
  declare readonly locked: boolean;
  /** Identifies the user for good. */
  declare readonly guid: string;
  /** Id at the authentication provider. Newer servers only, for administrators and the users themselves. */
  declare readonly external_id?: string;

  readonly #session: Session;
  /** Fields of the record that would hide a method; hardly ever are there any. */
  #hidden: object | undefined;

  /** Users come from {@link Users}; this is for its use. */
  constructor(session: Session, record: UserRecord) {
    this.#session = session;
    if (!hasUsualFields(record)) {
      this.#merge(record);
      return;
    }
    // This runs for every user of a list. Object.assign takes several times as long.
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
    return new UserContent(this.#session.api, this.guid);
  }

  /** The groups that this user is a member of. */
  get groups(): UserGroups {
    return new UserGroups(this.#session, this.guid);
  }

  /** This user's API keys. The server shows you your own only. */
  get keys(): UserKeys {
    return new UserKeys(this.#session.api, this.guid);
  }

  /**
   * Locks the user, who can then neither sign in nor deploy, and needs no seat of the licence. Content and groups stay as they
   * are. Locking someone who is locked does nothing. For administrators.
   *
   * `POST /v1/users/{guid}/lock`, and once for each connection `GET /v1/user`, to know who you are. A
   * service has no account of its own, so with a service's key nothing has to be forced.
   *
   * @throws SelfLockError if this is your own account and `force` is not set; nothing is sent then.
   * @throws PermissionError if you are no administrator.
   *
   * @example
   * ```ts
   * for await (const user of users.find({ account_status: "inactive" })) await user.lock();
   * ```
   */
  async lock({ force = false, signal }: LockOptions = {}): Promise<void> {
    if (!force && this.guid === (await this.#session.ownGuid(signal))) throw new SelfLockError(this);
    await this.#setLocked(true, signal);
  }

  /**
   * Unlocks the user, who has everything back that was there before. Unlocking someone who is not locked does nothing. For
   * administrators.
   *
   * `POST /v1/users/{guid}/lock`
   *
   * @throws PermissionError if you are no administrator.
   * @throws InvalidRequestError (code 64) if the licence has no seat left.
   */
  async unlock({ signal }: CallOptions = {}): Promise<void> {
    await this.#setLocked(false, signal);
  }

  /**
   * Changes the fields that are named, and no others. This object gets them, and whatever else the server returns; if the
   * server refuses, it stays as it is.
   *
   * `PUT /v1/users/{guid}`
   *
   * @throws EmptyUpdateError if nothing is named; nothing is sent then.
   * @throws ConflictError (code 8) if the username is taken.
   * @throws PermissionError if you may not change this user, or not like this: nobody can raise their own role.
   * @throws InvalidRequestError if a value is not acceptable, or the last administrator (code 61) would be none.
   *
   * @example
   * ```ts
   * await user.update({ email: "jo@example.com", user_role: "publisher" });
   * ```
   */
  async update(changes: UpdateUser, { signal }: CallOptions = {}): Promise<void> {
    const body = changesIn(changes);
    if (Object.keys(body).length === 0) throw new EmptyUpdateError();
    const path = { guid: this.guid };
    this.#merge((await this.#session.api.PUT("/v1/users/{guid}", { params: { path }, body, signal })).data);
  }

  /**
   * Fetches the record again.
   *
   * `GET /v1/users/{guid}`
   *
   * @throws NotFoundError if there is no such user any more.
   */
  async refresh({ signal }: CallOptions = {}): Promise<void> {
    const record = await this.#session.fetchUser(this.guid, signal);
    for (const name of Object.keys(this)) if (!(name in record)) Reflect.deleteProperty(this, name);
    this.#hidden = undefined;
    this.#merge(record);
  }

  /** The record as it is on the wire, as a plain object. */
  toJSON(): UserRecord {
    return Object.assign({}, this, this.#hidden);
  }

  async #setLocked(locked: boolean, signal: AbortSignal | undefined): Promise<void> {
    const path = { guid: this.guid };
    await this.#session.api.POST("/v1/users/{guid}/lock", { params: { path }, body: { locked }, signal });
    // The answer is empty. It is a success, so this is how it is now.
    this.#merge({ locked });
  }

  /** Takes fields over as they are. */
  #merge(fields: Partial<UserRecord>): void {
    const hidden = takeOver(this, fields);
    if (hidden !== undefined) this.#hidden = { ...this.#hidden, ...hidden };
  }
}
