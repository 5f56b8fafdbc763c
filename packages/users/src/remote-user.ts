import type { RemoteUserRecord, UserRole } from "@connect-sdk/api";
import type { CallOptions } from "./call-options.ts";
import { hideWhenInspected } from "./hide-when-inspected.ts";
import type { Session } from "./session.ts";
import { takeOver } from "./take-over.ts";
import { User } from "./user.ts";

/** Whom to find in a directory. */
export interface FindRemoteUser {
  /** How the username, first name or last name begins. */
  prefix: string;
  /** The most people to find, 1 to 500. Default: 20. */
  limit?: number | undefined;
}

/**
 * A person in the directory, who may be a user of the server or not: the record as it is on the wire, and what can be done with it.
 *
 * Fields that this version does not know are there too. The ticket is not shown when the person is inspected or logged;
 * `JSON.stringify(person)` is the record, ticket included.
 */
export class RemoteUser implements RemoteUserRecord {
  declare readonly email: string;
  declare readonly username: string;
  declare readonly first_name: string;
  declare readonly last_name: string;
  declare readonly user_role: UserRole;
  declare readonly created_time: string;
  declare readonly updated_time: string;
  declare readonly active_time: string | null;
  declare readonly confirmed: boolean;
  declare readonly locked: boolean;
  /** The user's guid; null for someone who is not a user yet. */
  declare readonly guid: string | null;
  /** What {@link RemoteUser.create} sends. The server accepts it for a while only. */
  declare readonly temp_ticket: string;
  declare readonly external_id?: string;

  readonly #session: Session;
  /** Fields of the record that would hide a method; hardly ever are there any. */
  readonly #hidden: object | undefined;

  /** Comes from `users.findRemote()`. */
  constructor(session: Session, record: RemoteUserRecord) {
    this.#session = session;
    this.#hidden = takeOver(this, record);
    hideWhenInspected(this, { temp_ticket: "…" });
  }

  /**
   * Makes a user of this person, with the server's default role. For publishers and administrators.
   *
   * `PUT /v1/users`
   *
   * @throws ConflictError if they are a user already: see {@link RemoteUser.user}.
   * @throws InvalidRequestError (code 127) if the ticket has expired: search again.
   */
  async create({ signal }: CallOptions = {}): Promise<User> {
    const { data } = await this.#session.api.PUT("/v1/users", { body: { temp_ticket: this.temp_ticket }, signal });
    this.#session.leaveOut(data.guid);
    return new User(this.#session, data);
  }

  /**
   * The user that this person is, or `undefined` if they are none yet.
   *
   * `GET /v1/users/{guid}`
   */
  async user({ signal }: CallOptions = {}): Promise<User | undefined> {
    if (this.guid === null) return undefined;
    return new User(this.#session, await this.#session.fetchUser(this.guid, signal));
  }

  /** The record as it is on the wire, as a plain object. */
  toJSON(): RemoteUserRecord {
    return Object.assign({}, this, this.#hidden);
  }
}
