import type { RemoteUserRecord, UserRole } from "@connect-sdk/api";
import { assignRecord, guardFields, hideWhenInspected, toRecord } from "./records.ts";
import { type CallOptions, methods, type Session } from "./session.ts";
import type { User } from "./user.ts";

/** Which people to find in a directory. */
export interface FindRemoteUser {
  /** The start of the username, first name or last name. */
  prefix: string;
  /** The most people to find, 1 to 500. Default: 20. */
  limit?: number | undefined;
}

/**
 * A person in the directory, who may or may not be a user of the server: the record as it is on the wire, with methods.
 *
 * Includes fields that this version does not know. The ticket is hidden when the person is inspected or logged;
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
  /** The user's guid; null if the person is not a user yet. */
  declare readonly guid: string | null;
  /** Sent by {@link RemoteUser.create}. The server accepts it for a limited time. */
  declare readonly temp_ticket: string;
  declare readonly external_id?: string;

  /** Created by `users.findRemote()`. */
  constructor(session: Session, record: RemoteUserRecord) {
    session.adopt(this);
    assignRecord(this, record);
    guardFields(this);
    hideWhenInspected(this, { temp_ticket: "…" });
  }

  /**
   * Creates a user for this person, with the server's default role. For publishers and administrators.
   *
   * `PUT /v1/users`
   *
   * @throws ConflictError if the person is already a user: see {@link RemoteUser.user}.
   * @throws InvalidRequestError (code 127) if the ticket has expired: search again.
   */
  async create(options: CallOptions = {}): Promise<User> {
    return methods.call([options], ({ createFromTicket }, own) => createFromTicket(this, own));
  }

  /**
   * Returns the user that this person is, or `undefined` if the person is not a user yet.
   *
   * `GET /v1/users/{guid}`
   */
  async user(options: CallOptions = {}): Promise<User | undefined> {
    return methods.call([options], ({ userOf }, own) => userOf(this, own));
  }

  /** Returns the record as it is on the wire, as a plain object. */
  toJSON(): RemoteUserRecord {
    return toRecord(this);
  }
}
