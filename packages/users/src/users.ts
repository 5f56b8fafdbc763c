import { type ConnectClient, isApiError } from "@connect-sdk/api";
import type { CallOptions } from "./call-options.ts";
import type { CreateUser } from "./create-user.ts";
import { defined } from "./defined.ts";
import { DirectoryServerError } from "./errors/directory-server-error.ts";
import { type FindOptions, type FindUser, toQuery } from "./find-user.ts";
import type { GroupIndex } from "./group-index.ts";
import { lookUpUser } from "./look-up-user.ts";
import { type FindRemoteUser, RemoteUser } from "./remote-user.ts";
import { type Session, sessionOf } from "./session.ts";
import { User } from "./user.ts";
import { UserList } from "./user-list.ts";

/** The users of a Connect server. */
export class Users {
  readonly #session: Session;

  /** Made for you by {@link connect}; make one yourself if you already have a client. */
  constructor(api: ConnectClient) {
    this.#session = sessionOf(api);
  }

  /**
   * Finds users: everybody, or those who meet all conditions. Await the result to get an array, or iterate over it to get users
   * while they arrive; nothing is sent before.
   *
   * `GET /v1/users`: 500 users to a request, the first page alone, then up to `concurrency` requests at a time. The order is the
   * server's. Users may be created, locked, unlocked and renamed meanwhile, by others or by your loop:
   *
   * - Nobody is found twice.
   * - Everybody who meets the conditions all the time and keeps their name is found. Up to 500 users it is one answer of the
   *   server; beyond that, a list by role or status is read in overlapping pages, and twice.
   * - Someone who meets them all the time and is renamed is found too: without conditions always, as users cannot be deleted
   *   and the server's total tells whether one is missing; by role or status if they are renamed once. More looks are taken
   *   when the list changes, ten at most; only who is renamed during each of them can be missed, and where the total tells that
   *   somebody is, that is an error.
   * - Who begins or ceases to meet the conditions meanwhile may be found or not. Users that this connection creates while a list
   *   is read are left out of that list.
   *
   * With `prefix`, the server gives one page of 500 however many match. If it is full, everybody is read (one request for each
   * 500 users of the server) and the rest is picked out here, by the names and, where you can see it, the `external_id`.
   *
   * @throws InvalidArgumentError if an option or a condition is not possible; nothing is sent then.
   * @throws UnstableListError if the list grows as fast as it is read, or the pages never add up to the total.
   * @throws PermissionError if you may not list users, or not by status.
   *
   * @example
   * ```ts
   * const publishers = await users.find({ user_role: "publisher|administrator" });
   * for await (const user of users.find({ account_status: "licensed" })) console.log(user.username);
   * ```
   */
  find(conditions: FindUser = {}, options: FindOptions = {}): UserList {
    return new UserList(this.#session, conditions, options);
  }

  /**
   * The first user who meets the conditions, or `undefined`. Asks for one row. With `prefix` it is the most similar, not
   * necessarily the one you mean: see {@link Users.lookup}.
   *
   * `GET /v1/users`
   *
   * @throws InvalidArgumentError if a condition is not possible; nothing is sent then.
   *
   * @example
   * ```ts
   * const admin = await users.findOne({ user_role: "administrator" });
   * ```
   */
  async findOne(conditions: FindUser = {}, { signal }: CallOptions = {}): Promise<User | undefined> {
    return (await this.find(conditions, { limit: 1, signal }))[0];
  }

  /**
   * One user by guid.
   *
   * `GET /v1/users/{guid}`
   *
   * @throws NotFoundError if there is no such user.
   * @throws InvalidRequestError (code 3) if the text is no guid.
   */
  async get(guid: string, { signal }: CallOptions = {}): Promise<User> {
    return new User(this.#session, await this.#session.fetchUser(guid, signal));
  }

  /**
   * The one user with exactly this guid, username or e-mail address. Usernames distinguish upper and lower case, e-mail
   * addresses do not.
   *
   * A guid or a username takes one request, or a few more: see {@link Users.find} for a prefix of which there are more than
   * 500. Connect cannot search for e-mail addresses and lets several users have the same, so everybody is read for one.
   *
   * `GET /v1/users/{guid}`, `GET /v1/users`
   *
   * @throws NotFoundError if there is nobody.
   * @throws AmbiguousUserError if there are several; it lists them.
   *
   * @example
   * ```ts
   * const user = await users.lookup("jdoe");
   * ```
   */
  lookup(text: string, options: CallOptions = {}): Promise<User> {
    return lookUpUser(this, this.#session.api, text, options);
  }

  /**
   * Creates a user. For administrators.
   *
   * `POST /v1/users`
   *
   * @throws DirectoryServerError if the server takes its users from a directory: see {@link Users.findRemote}.
   * @throws ConflictError (code 8) if the username is taken.
   * @throws InvalidRequestError if a value is not acceptable, such as a weak password (code 6).
   * @throws PermissionError if you are no administrator.
   *
   * @example
   * ```ts
   * const user = await users.create({ username: "jdoe", email: "jo@example.com", user_must_set_password: true });
   * ```
   */
  async create(user: CreateUser, { signal }: CallOptions = {}): Promise<User> {
    try {
      const { data } = await this.#session.api.POST("/v1/users", { body: defined(user), signal });
      this.#session.leaveOut(data.guid);
      return new User(this.#session, data);
    } catch (cause) {
      throw isApiError(cause, { code: 120 }) ? new DirectoryServerError({ cause }) : cause;
    }
  }

  /**
   * How many users meet the conditions; without any, how many there are. Asks for one row.
   *
   * `GET /v1/users`
   *
   * @throws InvalidArgumentError if a condition is not possible; nothing is sent then.
   *
   * @example
   * ```ts
   * const seats = await users.count({ account_status: "licensed" });
   * ```
   */
  async count(conditions: FindUser = {}, { signal }: CallOptions = {}): Promise<number> {
    const query = { ...toQuery(conditions), page_number: 1, page_size: 1 };
    return (await this.#session.api.GET("/v1/users", { params: { query }, signal })).data.total;
  }

  /**
   * Searches the directory that the server takes its users from: LDAP, or OAuth2 with Google. Finds people whether they are
   * users already or not; the most similar come first. For publishers and administrators.
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
  async findRemote({ prefix, limit }: FindRemoteUser, { signal }: CallOptions = {}): Promise<RemoteUser[]> {
    const params = { query: defined({ prefix, limit }) };
    const { data } = await this.#session.api.GET("/v1/users/remote", { params, signal });
    return data.results.map((record) => new RemoteUser(this.#session, record));
  }

  /**
   * Reads once which groups everybody is in, to ask it for many users: see `user.groups.find()` for one. With G groups of up
   * to 500 members it takes 1 + G requests, 6 at a time.
   *
   * `GET /v1/groups`, `GET /v1/groups/{guid}/members`
   *
   * @example
   * ```ts
   * const index = await users.groupIndex();
   * for await (const user of users.find()) console.log(user.username, index.of(user).length);
   * ```
   */
  groupIndex({ signal }: CallOptions = {}): Promise<GroupIndex> {
    return this.#session.groups(signal);
  }
}
