/**
 * What the methods of `users`, `user` and the people of a directory do. They are described at the classes that have them. Loaded as
 * one part together with the files that it exports from: see `methods` in `session.ts`.
 */
import { type ConnectClient, ConnectError, InvalidArgumentError, isApiError, type UserRecord } from "@connect-sdk/api";
import {
  checkInput,
  checkValue,
  type Defined,
  endpoints,
  internalsOf,
  isGuid,
  isSameGuid,
  normalizeGuid,
  printable,
  sleep,
  unlessAborted,
} from "@connect-sdk/api/internal";
import { notFoundError, SharedCall, withFallback } from "./call.ts";
import {
  AmbiguousUserError,
  anotherGuidError,
  DirectoryServerError,
  EmptyUpdateError,
  SelfLockError,
} from "./errors.ts";
import { type GroupIndex, readGroupIndex } from "./group-index.ts";
import { assignRecord, replaceRecord, startOfRead, toRecord } from "./records.ts";
import { Search, toQuery } from "./search.ts";
import { type CallOptions, CALL_OPTIONS, Session } from "./session.ts";
import { createUser, type LockOptions, type UpdateUser, type User } from "./user.ts";
import type { FindUser } from "./user-list.ts";
import { type CreateUser, type FindRemoteUser, RemoteUser, type Users } from "./users.ts";

export * from "./owned-methods.ts";
export { Search } from "./search.ts";

export async function lock(user: User, options: LockOptions): Promise<void> {
  const session = Session.of(user);
  const { force = false, signal } = checkInput("options", options, "signal:signal force:boolean");
  await writeInOrder(session, user.guid, signal, async () => {
    const own = force ? undefined : await ownGuid(session, signal);
    if (own !== undefined && isSameGuid(own, user.guid)) throw selfLockError(user);
    await setLocked(session, user, true, signal);
  });
}

export async function unlock(user: User, options: CallOptions): Promise<void> {
  const session = Session.of(user);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  await writeInOrder(session, user.guid, signal, () => setLocked(session, user, false, signal));
}

function selfLockError({ guid, username }: User): SelfLockError {
  const message = `"${printable(username)}" is your own account. Locking it would shut you out, so nothing was locked.`;
  const fix = "Leave it out, or call lock({ force: true }) if another administrator can unlock it.";
  return new SelfLockError(message, { guid, fix });
}

async function setLocked(
  session: Session,
  user: User,
  locked: boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  const params = { path: { guid: user.guid } };
  await session.api.POST("/v1/users/{guid}/lock", { params, body: { locked }, signal });
  // The response has no body.
  assignRecord(user, { locked });
}

export async function update(user: User, changes: UpdateUser, options: CallOptions): Promise<void> {
  const session = Session.of(user);
  const body = readChanges(user, changes);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  const path = { guid: user.guid };
  await writeInOrder(session, user.guid, signal, async () => {
    const { data, response } = await session.api.PUT("/v1/users/{guid}", { params: { path }, body, signal });
    // The response of real servers has no guid.
    const received: unknown = Reflect.get(data, "guid") ?? path.guid;
    if (typeof received !== "string" || !isSameGuid(received, path.guid)) {
      throw await anotherGuidError(session.api, "PUT", `/v1/users/${path.guid}`, String(received), response);
    }
    assignRecord(user, data);
  });
}

/**
 * Returns the fields to send. The argument may be a whole user with some fields changed: fields that cannot be changed are
 * accepted as long as they are the user's own.
 *
 * @throws InvalidArgumentError for any other field. @throws EmptyUpdateError if there is nothing to send.
 */
function readChanges(user: User, changes: UpdateUser): Defined<UpdateUser> {
  const record = new Map<string, unknown>(Object.entries(toRecord(user)));
  let refused: string | undefined;
  const body = checkInput("changes", changes, endpoints["/v1/users/{guid}"]?.PUT?.fields ?? "", (name, value) => {
    if (!record.has(name)) return undefined;
    if (record.get(name) !== value) refused = name;
    return true;
  });
  if (Object.keys(body).length === 0) {
    throw new EmptyUpdateError("The update contains no field that can be changed, so nothing was sent.", {
      fix: "Pass at least one of email, username, first_name, last_name and user_role; use lock() and unlock() for the rest.",
    });
  }
  if (refused === undefined) return body;
  throw new InvalidArgumentError(`update() cannot change "${refused}". Nothing was sent.`, {
    argument: refused,
    fix: "Leave it out; lock() and unlock() change whether a user is locked.",
  });
}

export async function refresh(user: User, options: CallOptions): Promise<void> {
  const session = Session.of(user);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  if (isReadOnly(user)) {
    throw new InvalidArgumentError("This user is frozen, so it cannot be refreshed. Nothing was sent.", {
      argument: "this",
      fix: "Get a new object with users.get(user.guid).",
    });
  }
  const start = startOfRead(user);
  replaceRecord(user, await session.fetchUser(user.guid, signal), start);
}

/** Returns whether an object cannot be changed: it is frozen, or a snapshot that a state library made. */
function isReadOnly(object: object): boolean {
  return Object.isFrozen(object) || Reflect.getOwnPropertyDescriptor(object, "guid")?.writable === false;
}

/** Returns the record of the caller, and remembers whose credential it is. */
export async function me(session: Session, options: CallOptions): Promise<UserRecord> {
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  return fetchCaller(session, signal);
}

/** The caller of a session, and the call that reads it. Both belong to one credential. */
interface Caller {
  readonly credential: string;
  readonly read: SharedCall<string | undefined>;
  guid?: string;
}

const callers = new WeakMap<Session, Caller>();

/** Returns what is remembered about the caller with this credential. */
function callerOf(session: Session, credential: string): Caller {
  let caller = callers.get(session);
  if (caller?.credential !== credential) {
    caller = { credential, read: new SharedCall((stop) => fetchOwnGuid(session, stop)) };
    callers.set(session, caller);
  }
  return caller;
}

/**
 * Returns the guid of the caller's account; `undefined` for a service, which has none. Fetched once for each credential: a token
 * may later belong to another user. Neither a failure nor the lack of an account is cached.
 */
async function ownGuid(session: Session, signal: AbortSignal | undefined): Promise<string | undefined> {
  const credential = await currentCredential(session.api, signal);
  // Where another plugin adds the credential, each call may have another one.
  if (credential === undefined) return fetchOwnGuid(session, signal);
  const caller = callerOf(session, credential);
  return caller.guid ?? caller.read.join(signal);
}

async function fetchOwnGuid(session: Session, signal: AbortSignal | undefined): Promise<string | undefined> {
  return (await withFallback(fetchCaller(session, signal), { status: 403, code: 22 }, undefined))?.guid;
}

async function fetchCaller(session: Session, signal: AbortSignal | undefined): Promise<UserRecord> {
  const { api } = session;
  const before = await currentCredential(api, signal);
  const { data } = await api.GET("/v1/user", { signal });
  if (before !== undefined && before === (await currentCredential(api, signal)))
    callerOf(session, before).guid = data.guid;
  return data;
}

/** Milliseconds that a token function may take at least: to renew a session takes requests that have their own time limits and errors. */
const TOKEN_LIMIT = 60_000;

/**
 * Returns the credential of the next request, for what is remembered per credential.
 *
 * @throws ConnectError if the caller's token function takes longer than a minute, or than two requests of this client may.
 */
async function currentCredential(api: ConnectClient, signal: AbortSignal | undefined): Promise<string | undefined> {
  const { plugin, timeout } = internalsOf(api) ?? { plugin: undefined, timeout: false };
  const credential = plugin?.current();
  if (!(credential instanceof Promise)) return credential;
  if (timeout === false) return unlessAborted(credential, signal);
  const ended = new AbortController();
  const limit = Math.max(TOKEN_LIMIT, 2 * timeout);
  const late = sleep(limit, ended.signal).then(() => {
    throw new ConnectError(`The token function did not return within ${limit} ms. Nothing was sent.`, {
      fix: "Return a token, throw, or allow more time with the timeout of the connection.",
    });
  });
  try {
    return await unlessAborted(Promise.race([credential, late]), signal);
  } finally {
    ended.abort();
  }
}

/** The writes to each user that have not ended, by guid. */
const writes = new WeakMap<Session, Map<string, Promise<unknown>>>();

/**
 * Sends the writes to one user one at a time, in the order of the calls: the object and the server end in the state that the
 * last call asks for. A failed write does not stop the next one.
 */
async function writeInOrder<Result>(
  session: Session,
  guid: string,
  signal: AbortSignal | undefined,
  write: () => Promise<Result>,
): Promise<Result> {
  const key = normalizeGuid(guid);
  const pending = writes.get(session) ?? new Map<string, Promise<unknown>>();
  writes.set(session, pending);
  const earlier = pending.get(key);
  const result = earlier === undefined ? write() : unlessAborted(earlier, signal).then(write);
  const settled = Promise.allSettled([earlier, result]).then(() => {
    if (pending.get(key) === settled) pending.delete(key);
  });
  pending.set(key, settled);
  return result;
}

export async function findOne(users: Users, conditions: FindUser, options: CallOptions): Promise<User | undefined> {
  const session = Session.of(users);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  return (await new Search(session, conditions, { signal, limit: 1 }).all)[0];
}

export async function count(users: Users, conditions: FindUser, options: CallOptions): Promise<number> {
  const { api } = Session.of(users);
  const query = { ...toQuery(conditions), page_number: 1, page_size: 1 };
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  return (await api.GET("/v1/users", { params: { query }, signal })).data.total;
}

export async function lookup(users: Users, text: string, options: CallOptions): Promise<User> {
  const session = Session.of(users);
  if (checkValue("text", text, "string") === "") {
    const fix = "Pass a guid, a username or an e-mail address.";
    throw new InvalidArgumentError('"text" is empty. Nothing was sent.', { argument: "text", fix });
  }
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  if (isGuid(text)) {
    const record = await withFallback(session.fetchUser(text, signal), { status: 404 }, undefined);
    if (record !== undefined) return createUser(session, record, true);
  }
  const matches = await (text.includes("@") ? findByEmail : findByUsername)(session, text, { signal });
  const [user, ...others] = matches;
  if (user === undefined) {
    const message = `There is no user with the guid, username or e-mail address "${printable(text)}".`;
    const fix = "Check the spelling. Usernames are case-sensitive.";
    throw notFoundError(session.api, "/v1/users", message, fix);
  }
  if (others.length > 0) {
    throw ambiguousUserError(
      text,
      matches.map((match) => match.toJSON()),
    );
  }
  return user;
}

function ambiguousUserError(text: string, candidates: readonly UserRecord[]): AmbiguousUserError {
  const list = candidates.slice(0, 10).map(({ username, email, guid }) => printable(`${username} <${email}> ${guid}`));
  if (candidates.length > list.length) list.push("…");
  const message = `"${printable(text)}" matches ${candidates.length} users: ${list.join(", ")}.`;
  return new AmbiguousUserError(message, { candidates, fix: "Use the guid of the user you mean." });
}

async function findByUsername(session: Session, username: string, options: CallOptions): Promise<User[]> {
  for await (const user of new Search(session, { prefix: username }, options).users()) {
    if (user.username === username) return [user];
  }
  return [];
}

/** Finds usernames, too: they may look like e-mail addresses. */
async function findByEmail(session: Session, email: string, options: CallOptions): Promise<User[]> {
  const found: User[] = [];
  for await (const page of new Search(session, {}, options).pages()) {
    found.push(...page.filter((user) => user.username === email || isSameText(user.email, email)));
  }
  return found;
}

/** Compares without regard to case. The server may send null where the document promises a string. */
function isSameText(received: unknown, text: string): boolean {
  return typeof received === "string" && received.toLowerCase() === text.toLowerCase();
}

export async function create(users: Users, user: CreateUser, options: CallOptions): Promise<User> {
  const session = Session.of(users);
  const body = checkInput("user", user, endpoints["/v1/users"]?.POST?.fields ?? "");
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  try {
    const { data } = await session.api.POST("/v1/users", { body, signal });
    leaveOut(session, data.guid);
    return createUser(session, data, true);
  } catch (cause) {
    if (!isApiError(cause, { code: 120 })) throw cause;
    throw new DirectoryServerError(
      "This server takes its users from a directory, so users cannot be created from scratch.",
      {
        cause,
        fix: "Search the directory with users.findRemote({ prefix }), and call create() on the person you want.",
      },
    );
  }
}

export async function findRemote(
  users: Users,
  conditions: FindRemoteUser,
  options: CallOptions,
): Promise<RemoteUser[]> {
  const session = Session.of(users);
  const query = checkInput("conditions", conditions, endpoints["/v1/users/remote"]?.GET?.fields ?? "");
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  const { data } = await session.api.GET("/v1/users/remote", { params: { query }, signal });
  return data.results.map((record) => new RemoteUser(session, record));
}

export async function groupIndex(users: Users, options: CallOptions): Promise<GroupIndex> {
  const session = Session.of(users);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  return readGroupIndex(session, signal);
}

/** Leaves a new user out of the lists that are being read: a loop over users that creates users has to end. */
function leaveOut({ openLists }: Session, guid: string): void {
  for (const seen of openLists) seen.add(guid);
}

export async function createFromTicket(person: RemoteUser, options: CallOptions): Promise<User> {
  const session = Session.of(person);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  const { data } = await session.api.PUT("/v1/users", { body: { temp_ticket: person.temp_ticket }, signal });
  leaveOut(session, data.guid);
  return createUser(session, data, true);
}

export async function userOf(person: RemoteUser, options: CallOptions): Promise<User | undefined> {
  const session = Session.of(person);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  return person.guid === null ? undefined : createUser(session, await session.fetchUser(person.guid, signal), true);
}
