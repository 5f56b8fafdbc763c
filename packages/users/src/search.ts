/** Reads the users that a {@link UserList} stands for. */
import {
  ACCOUNT_STATUSES,
  type ConnectClient,
  InvalidArgumentError,
  USER_ROLES,
  type UserRecord,
} from "@connect-sdk/api";
import { checkInput, checkValue, endpoints, onAbort, printable } from "@connect-sdk/api/internal";
import { identityOf, PAGE_SIZE, type PagedList, sortKey } from "./paging/pages.ts";
import { type Batch, GuidSet, type ListingOptions, stableListing } from "./paging/stable-listing.ts";
import type { Session } from "./session.ts";
import { classOfUsers, type User } from "./user.ts";
import type { FindOptions, FindUser, UserQuery, UserReader, UserSort } from "./user-list.ts";

/** The users that meet some conditions. */
export class Search implements UserReader {
  readonly #session: Session;
  /** Checked when the list is created; a mistake is thrown when it is read. */
  readonly #input: () => { query: UserQuery; options: FindOptions };
  #all: Promise<User[]> | undefined;
  /** Whether the list fits one page. The fields of longer lists are not guarded. */
  #isShort: boolean | undefined;

  constructor(session: Session, conditions: FindUser, options: FindOptions) {
    this.#session = session;
    this.#input = later(() => ({ query: toQuery(conditions), options: readOptions(options) }));
  }

  get all(): Promise<User[]> {
    return (this.#all ??= this.#collect());
  }

  async *users(): AsyncGenerator<User, void, void> {
    for await (const page of this.pages()) {
      for (const user of page) {
        // A loop that is canceled while it processes a user gets no other, even if the page is there.
        this.#input().options.signal?.throwIfAborted();
        yield user;
      }
    }
  }

  async *pages(): AsyncGenerator<User[], void, void> {
    for await (const { rows } of this.#read(1)) yield this.#toUsers(rows);
  }

  async #collect(): Promise<User[]> {
    let users: User[] = [];
    for await (const { rows, page, pass } of this.#read(Infinity)) {
      const found = this.#toUsers(rows);
      if (pass === 1) users.push(...found);
      else users = insertInOrder(found, users, page, sortFields(this.#input().query.sort));
    }
    return users;
  }

  async *#read(prefetch: number): AsyncGenerator<Batch<UserRecord>, void, void> {
    const { query, options: given } = this.#input();
    const { limit = Infinity, concurrency = 6, signal } = given;
    const { prefix } = query;
    const { api, openLists } = this.#session;
    const seen = new GuidSet();
    const stop = new AbortController();
    // AbortSignal.any would stay attached to a signal that outlives this list.
    const release =
      signal &&
      onAbort(signal, () => {
        stop.abort(signal.reason);
      });
    openLists.add(seen);
    try {
      signal?.throwIfAborted();
      if (limit === 0) return;
      const options = { limit, concurrency, prefetch, seen };
      const batches =
        prefix === undefined
          ? stableListing(usersMatching(api, query, stop.signal), options)
          : searchByPrefix(api, { ...query, prefix }, options, stop.signal);
      for await (const batch of batches) {
        yield batch;
        signal?.throwIfAborted();
      }
    } finally {
      openLists.delete(seen);
      release?.();
      stop.abort();
    }
  }

  #toUsers(records: readonly UserRecord[]): User[] {
    const isShort = (this.#isShort ??= records.length < PAGE_SIZE);
    const SessionUser = classOfUsers(this.#session);
    return records.map((record) => new SessionUser(record, isShort));
  }
}

/** Runs a function now. What it returns or throws comes out when the result is called. */
function later<Result>(run: () => Result): () => Result {
  try {
    const result = run();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function readOptions(options: FindOptions): FindOptions {
  const checked = checkInput("options", options, "signal:signal limit:number concurrency:number");
  checkCount("limit", checked.limit ?? Infinity, 0);
  checkCount("concurrency", checked.concurrency ?? Infinity, 1);
  return checked;
}

function checkCount(argument: "limit" | "concurrency", value: number, least: number): void {
  if (value >= least && (Number.isInteger(value) || value === Infinity)) return;
  throw new InvalidArgumentError(`${argument} is ${value}, so nothing was sent.`, {
    argument,
    fix: `Pass a whole number of at least ${least}, or leave it out.`,
  });
}

/** Returns the list of the users that match a query. */
function usersMatching(api: ConnectClient, query: UserQuery, signal: AbortSignal): PagedList<UserRecord> {
  return {
    fetchPage: (page) => api.GET("/v1/users", { params: { query: { ...query, ...page } }, signal }),
    // Users cannot be deleted, so only a filter removes them from a list.
    shrinks: query.user_role !== undefined || query.account_status !== undefined,
    sortedBy: sortFields(query.sort),
  };
}

function sortFields(sort: UserSort = "first_name"): readonly (keyof UserRecord)[] {
  return [sort, "first_name", "last_name", "username", "email"];
}

/**
 * Finds all users that match a prefix. The server returns a single page for a search: that page comes first, and the rest is
 * picked out of the list of all users by the server's rule.
 */
async function* searchByPrefix(
  api: ConnectClient,
  { prefix, ...query }: UserQuery & { prefix: string },
  { limit, seen, ...options }: ListingOptions,
  signal: AbortSignal,
): AsyncGenerator<Batch<UserRecord>, void, void> {
  const size = Math.min(limit, PAGE_SIZE);
  const search = usersMatching(api, { ...query, prefix }, signal);
  const rows = (await search.fetchPage({ page_number: 1, page_size: size })).data.results;
  for (const row of rows) seen.add(row.guid);
  if (rows.length > 0) yield { rows, page: rows, pass: 1 };
  // A full page may be all there is: how the server counts a longer search is not known.
  if (rows.length < size || rows.length === limit) return;

  const missing = limit - rows.length;
  const distance = distanceFrom(prefix);
  const rest: UserRecord[] = [];
  for await (const batch of stableListing(usersMatching(api, query, signal), { limit: Infinity, seen, ...options })) {
    rest.push(...batch.rows.filter((user) => distance(user) < Infinity));
    if (query.sort !== undefined && rest.length >= missing) break;
  }
  // In the server's order: the most similar first, equally similar users in the order of the list.
  const direction = query.asc_order === false ? -1 : 1;
  if (query.sort === undefined) rest.sort((a, b) => direction * (distance(a) - distance(b)));
  const found = rest.slice(0, missing);
  if (found.length > 0) yield { rows: found, page: found, pass: 1 };
}

/** Returns a function that returns how much longer than the prefix the most similar name of a user is; `Infinity` if none starts with it. */
function distanceFrom(prefix: string): (user: UserRecord) => number {
  const start = prefix.toLowerCase();
  // A server may send null where the document promises a string.
  const distance = (name: unknown): number =>
    typeof name === "string" && name.toLowerCase().startsWith(start) ? name.length - start.length : Infinity;
  return ({ username, first_name, last_name, external_id }) =>
    Math.min(distance(username), distance(first_name), distance(last_name), distance(external_id));
}

/**
 * Inserts users that a later pass has found. Each goes behind the user that it follows on the page; users that moved since they
 * were found first do not count.
 */
function insertInOrder(
  found: readonly User[],
  users: readonly User[],
  page: readonly UserRecord[],
  sortedBy: readonly (keyof UserRecord)[],
): User[] {
  const foundByGuid = new Map(found.map((user) => [identityOf(user), user]));
  const usersByGuid = new Map(users.map((user) => [identityOf(user), user]));
  const inFront: User[] = [];
  const behind = new Map<User, User[]>();
  let followers = inFront;
  for (const row of page) {
    const late = foundByGuid.get(identityOf(row));
    if (late !== undefined) {
      followers.push(late);
      continue;
    }
    const user = usersByGuid.get(identityOf(row));
    if (user === undefined || sortKey(user, sortedBy) !== sortKey(row, sortedBy)) continue;
    followers = [];
    behind.set(user, followers);
  }
  return [...inFront, ...users.flatMap((user) => [user, ...(behind.get(user) ?? [])])];
}

/** The query parameters without the page, and with the ways to write several values. */
const FIELDS = (endpoints["/v1/users"]?.GET?.fields ?? "")
  .replace(/page_\w+:\S+ /g, "")
  .replace(/\[\]\S+/g, "string|array");

/**
 * Returns the conditions as query parameters.
 *
 * @throws InvalidArgumentError for an unknown condition or value. Ignoring it would find every user.
 */
export function toQuery(conditions: FindUser): UserQuery {
  const { prefix, user_role, account_status, ...order } = checkInput(
    "conditions",
    conditions,
    FIELDS,
    adviseOnCondition,
  );
  return {
    ...order,
    // The server would treat an empty prefix as a search, which has one page only.
    ...(prefix !== undefined && prefix !== "" && { prefix }),
    ...(user_role !== undefined && { user_role: anyOf("user_role", user_role, USER_ROLES) }),
    ...(account_status !== undefined && {
      account_status: anyOf("account_status", account_status, ACCOUNT_STATUSES),
    }),
  };
}

/** Returns the values as a new array. An empty one would match every user. */
function anyOf<Value extends string>(
  argument: string,
  given: string | readonly string[],
  all: readonly Value[],
): Value[] {
  const values = checkValue(argument, typeof given === "string" ? given.split("|") : given, "[]string");
  const isKnown = (value: string): value is Value => all.some((each) => each === value);
  if (values.length > 0 && values.every(isKnown)) return [...values];
  throw new InvalidArgumentError(`${argument} is "${printable(values.join("|"))}", so nothing was sent.`, {
    argument,
    fix: `Pass at least one of ${all.join(", ")}, or leave it out.`,
  });
}

/** Says how to find users by what is no condition. */
function adviseOnCondition(name: string, value: unknown): string | undefined {
  const field = name.replace(/_/g, "").toLowerCase();
  const shown = typeof value === "string" ? printable(value, 100) : "…";
  if (/^(guid|id|username|user|name|e?-?mail(address)?|login)$/.test(field)) return `Use lookup("${shown}").`;
  if (/^(first|last|display|full)name$|^(external|unique)id$/.test(field)) {
    return `Use prefix: "${shown}", and compare the users that it finds.`;
  }
  if (/^(is)?(locked|active|licensed|inactive)$/.test(field)) return 'Use account_status: "locked|licensed|inactive".';
  return /^(limit|concurrency|signal)$/.test(field) ? "It is an option: pass it in the second argument." : undefined;
}
