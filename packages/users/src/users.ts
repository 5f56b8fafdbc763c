import type { ConnectClient, RemoteUserRecord, UserRole } from "@connect-sdk/api";
import { checkInput } from "@connect-sdk/api/internal";
import type { GroupIndex } from "./group-index.ts";
import { assignRecord, guardFields, hideWhenInspected, toRecord } from "./records.ts";
import { type CallOptions, CALL_OPTIONS, methods, Session, sessionOf } from "./session.ts";
import { createUser, type User } from "./user.ts";
import { type FindOptions, type FindUser, UserList } from "./user-list.ts";

/** The users of a Connect server. */
export class Users {
  /** Created by {@link connect}. Pass a client to create one yourself. */
  constructor(api: ConnectClient) {
    sessionOf(api).adopt(this);
  }

  /**
   * Finds users: all of them, or those that meet every condition. Await the result for an array, or iterate over it to process
   * users as they arrive. Nothing is sent before that.
   *
   * Never returns a user twice and never misses one that matched throughout, even while your own loop is locking them. Users that
   * start or stop matching during the listing may or may not be included. The README describes the limits of this guarantee, and
   * the requests it takes; the README of `src/paging` proves it.
   *
   * `GET /v1/users`: 500 users per request, the first page alone, then up to `concurrency` requests at a time. The order is the
   * server's. With `prefix` and 500 matches or more, all users of the server are read and filtered here.
   *
   * @throws InvalidArgumentError if an option or a condition is not valid; nothing is sent then.
   * @throws UnstableListError if the list grows as fast as it is read, or if its pages never add up to its length.
   * @throws PermissionError if you may not list users, or may not filter them by status.
   *
   * @example
   * ```ts
   * const publishers = await users.find({ user_role: "publisher|administrator" });
   * for await (const user of users.find({ account_status: "licensed" })) console.log(user.username);
   * ```
   */
  find(conditions: FindUser = {}, options: FindOptions = {}): UserList {
    return new UserList(Session.of(this), conditions, options);
  }

  /**
   * Returns the first user that meets every condition, or `undefined`. Requests one row. With `prefix` it is the most similar
   * user, which is not necessarily the one you mean: see {@link Users.lookup}.
   *
   * `GET /v1/users`
   *
   * @throws InvalidArgumentError if a condition is not valid; nothing is sent then.
   *
   * @example
   * ```ts
   * const admin = await users.findOne({ user_role: "administrator" });
   * ```
   */
  async findOne(conditions: FindUser = {}, options: CallOptions = {}): Promise<User | undefined> {
    return methods.call([conditions, options], ({ findOne }, ...own) => findOne(this, ...own));
  }

  /**
   * Counts the users that meet every condition; without conditions, all users. Requests one row.
   *
   * `GET /v1/users`
   *
   * @throws InvalidArgumentError if a condition is not valid; nothing is sent then.
   *
   * @example
   * ```ts
   * const licensed = await users.count({ account_status: "licensed" });
   * ```
   */
  async count(conditions: FindUser = {}, options: CallOptions = {}): Promise<number> {
    return methods.call([conditions, options], ({ count }, ...own) => count(this, ...own));
  }

  /**
   * Returns one user by guid.
   *
   * `GET /v1/users/{guid}`
   *
   * @throws NotFoundError if the user does not exist.
   * @throws InvalidRequestError (code 3) if the string is not a guid.
   */
  async get(guid: string, options: CallOptions = {}): Promise<User> {
    const session = Session.of(this);
    const { signal } = checkInput("options", options, CALL_OPTIONS);
    return createUser(session, await session.fetchUser(guid, signal), true);
  }

  /**
   * Returns the one user with exactly this guid, username or e-mail address. Usernames are case-sensitive, e-mail addresses are
   * not.
   *
   * A guid or a username takes one request, or a few more where 500 users or more match it as a prefix: see {@link Users.find}.
   * Connect cannot search for e-mail addresses, and several users may share one, so an address takes a list of all users.
   *
   * `GET /v1/users/{guid}`, `GET /v1/users`
   *
   * @throws NotFoundError if no user matches.
   * @throws AmbiguousUserError if several users match; it lists them.
   *
   * @example
   * ```ts
   * const user = await users.lookup("jdoe");
   * ```
   */
  async lookup(text: string, options: CallOptions = {}): Promise<User> {
    return methods.call([text, options], ({ lookup }, ...own) => lookup(this, ...own));
  }

  /**
   * Creates a user. For administrators.
   *
   * `POST /v1/users`
   *
   * @throws DirectoryServerError if the server takes its users from a directory: see {@link Users.findRemote}.
   * @throws ConflictError (code 8) if the username is taken.
   * @throws InvalidRequestError if a value is not acceptable, such as a weak password (code 6).
   * @throws PermissionError if you are not an administrator.
   *
   * @example
   * ```ts
   * const user = await users.create({ username: "jdoe", email: "jo@example.com", user_must_set_password: true });
   * ```
   */
  async create(user: CreateUser, options: CallOptions = {}): Promise<User> {
    return methods.call([user, options], ({ create }, ...own) => create(this, ...own));
  }

  /**
   * Searches the directory that the server takes its users from: LDAP, or OAuth2 with Google. Finds people whether they are
   * users or not; the most similar come first. For publishers and administrators.
   *
   * `GET /v1/users/remote`
   *
   * @throws InvalidRequestError (code 132) if the server has no directory: use {@link Users.create} there.
   *
   * @example
   * ```ts
   * const [person] = await users.findRemote({ prefix: "jdoe" });
   * const user = await person?.create();
   * ```
   */
  async findRemote(conditions: FindRemoteUser, options: CallOptions = {}): Promise<RemoteUser[]> {
    return methods.call([conditions, options], ({ findRemote }, ...own) => findRemote(this, ...own));
  }

  /**
   * Reads the groups of all users once, to look at many users. For one user see `user.groups.find()`. With G groups of up to 500
   * members it takes 1 + G requests, 6 at a time.
   *
   * `GET /v1/groups`, `GET /v1/groups/{guid}/members`
   *
   * @example
   * ```ts
   * const index = await users.groupIndex();
   * for await (const user of users.find()) console.log(user.username, index.of(user).length);
   * ```
   */
  async groupIndex(options: CallOptions = {}): Promise<GroupIndex> {
    return methods.call([options], ({ groupIndex }, own) => groupIndex(this, own));
  }
}

/**
 * A user to create. The fields required besides the username depend on the server's authentication: with passwords, `email` and
 * either `password` or `user_must_set_password`; with SAML or OAuth2, `external_id`.
 */
export type CreateUser = NewUser & (ChosenPassword | OwnPassword);

/** All fields but the password. */
export interface NewUser {
  /** The name to sign in with: unique and case-sensitive. */
  username: string;
  /** Need not be unique. */
  email?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  /** Default, even for null: the server's default role, which is `viewer` unless configured otherwise. */
  user_role?: UserRole | null | undefined;
  /** The id at the authentication provider. Older servers call it `unique_id`. */
  external_id?: string | undefined;
  /** The name of `external_id` on older servers. */
  unique_id?: string | undefined;
}

/** A user with a given password. */
export interface ChosenPassword {
  /** At least 6 characters, and as strong as the server requires. */
  password?: string | undefined;
  user_must_set_password?: false | undefined;
}

/** The new user chooses a password, with a link that the server sends by e-mail. */
export interface OwnPassword {
  password?: undefined;
  user_must_set_password?: boolean | undefined;
}

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
   * Returns this person's user account, or `undefined` if there is none yet.
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
