/** Finds the accounts that many names mean: one by one, or with one list of all users, whichever takes fewer requests. */
import { isApiError } from "@connect-sdk/api";
import { forEachParallel, isGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, User, Users } from "@connect-sdk/users";
import type { InvalidDecision } from "./account-changes.ts";
import { LookAlikes } from "./look-alikes.ts";
import { CONCURRENCY } from "./people.ts";

/** Progress that is shown to a person. */
export interface ShownProgress {
  /** Counts one more. */
  advance(): void;
  /** Removes it from the screen. */
  end(): void;
}

/** How to report progress while reading, and how to stop. */
export interface ReadOptions extends CallOptions {
  /** Called when users are read. Default: no progress. */
  readonly progress?: ((label: string, total?: number) => ShownProgress) | undefined;
  /** The users with these names, if they have been read already. */
  readonly accounts?: Accounts | undefined;
}

/** What a row or a list says about an account. */
export interface WantedAccount {
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly guid?: string | undefined;
}

/**
 * Reads all users, and keeps those that are wanted or look like them: the memory does not depend on the number of users.
 *
 * `GET /v1/users`
 */
export async function readAccounts(
  users: Users,
  wanted: Iterable<WantedAccount>,
  { signal, progress }: ReadOptions,
): Promise<Accounts> {
  const accounts = new Accounts(wanted);
  const shown = progress?.("Reading users", await users.count({}, { signal }));
  const add = (user: User): void => {
    accounts.add(user);
  };
  await listAll(users, add, { signal, shown });
  return accounts;
}

async function listAll(
  users: Users,
  add: (user: User) => void,
  { signal, shown }: CallOptions & { readonly shown: ShownProgress | undefined },
): Promise<void> {
  try {
    for await (const user of users.find({}, { signal })) {
      add(user);
      shown?.advance();
    }
  } finally {
    shown?.end();
  }
}

/** Finds the accounts with these usernames. Returns a function that looks one up. */
export async function findExisting(
  usernames: readonly string[],
  users: Users,
  options: ReadOptions,
): Promise<(username: string) => User | undefined> {
  const { accounts, signal } = options;
  if (accounts !== undefined) return (username) => accounts.withUsername(username);
  const wanted = new Set(usernames);
  const found = new Map<string, User>();
  const add = (user: User): void => {
    if (wanted.has(user.username)) found.set(user.username, user);
  };
  await readUsers(wanted, users, options, {
    async lookUp(username) {
      const user = await findByUsername(users, username, { signal });
      if (user !== undefined) add(user);
    },
    add,
  });
  return (username) => found.get(username);
}

/** Finds the user for each name (exact guid, username or e-mail address), or the reason why there is none. */
export async function resolveUsers(
  names: readonly string[],
  users: Users,
  options: ReadOptions,
): Promise<ReadonlyMap<string, User | InvalidDecision>> {
  const wanted = new Set(names);
  const accounts = options.accounts ?? new Accounts(Array.from(wanted, asWanted));
  const found = new Map<string, User | InvalidDecision>();
  await readUsers(wanted, users, options, {
    // The server cannot search by e-mail address: each lookup would list all users.
    listAll: [...wanted].some((name) => name.includes("@")),
    async lookUp(name) {
      const user = await findOne(users, name, { signal: options.signal });
      if (user !== undefined) found.set(name, user);
    },
    add(user) {
      accounts.add(user);
    },
  });
  for (const name of wanted) if (!found.has(name)) found.set(name, accounts.find(name));
  return found;
}

/** Finds the user with a guid or a username. */
async function findOne(users: Users, name: string, options: CallOptions): Promise<User | undefined> {
  if (isGuid(name)) {
    try {
      return await users.get(name, options);
    } catch (error) {
      if (!isApiError(error, { status: 404 })) throw error;
    }
  }
  return await findByUsername(users, name, options);
}

/** Finds the user with exactly this username. A list that cannot be read, even with 404, is an error and never "no such user". */
export async function findByUsername(users: Users, username: string, options: CallOptions): Promise<User | undefined> {
  for await (const user of users.find({ prefix: username }, options)) if (user.username === username) return user;
  return undefined;
}

/** A name that may be a username, a guid or an e-mail address. */
export function asWanted(name: string): WantedAccount {
  return { username: name, guid: name, email: name };
}

/** Looks up each name, or lists all users once, whichever takes fewer requests. */
async function readUsers(
  names: ReadonlySet<string>,
  users: Users,
  { progress, signal, accounts }: ReadOptions,
  {
    listAll: mustList = false,
    lookUp,
    add,
  }: { listAll?: boolean; lookUp: (name: string) => Promise<void>; add: (user: User) => void },
): Promise<void> {
  if (names.size === 0 || accounts !== undefined) return;
  const total = await users.count({}, { signal });
  if (mustList || names.size > Math.ceil(total / PAGE_SIZE)) {
    await listAll(users, add, { signal, shown: progress?.("Reading users", total) });
    return;
  }
  const shown = progress?.("Reading users", names.size);
  try {
    await forEachParallel(names, CONCURRENCY, async (name) => {
      await lookUp(name);
      shown?.advance();
    });
  } finally {
    shown?.end();
  }
}

const PAGE_SIZE = 500;

/**
 * The accounts of a server that some names mean, and those that look like them. Applies the rules of `users.lookup`. For one plan.
 */
export class Accounts {
  /** Number of accounts that were added. */
  size = 0;
  /** What the accounts are called that a new one could be taken for. */
  readonly lookAlikes = new LookAlikes();
  readonly #byGuid = new Map<string, User | undefined>();
  readonly #byUsername = new Map<string, User | undefined>();
  readonly #byEmail = new Map<string, User[]>();

  /** @param wanted - the names to keep. Accounts without any of them are counted and forgotten. */
  constructor(wanted: Iterable<WantedAccount>) {
    for (const { username, email = "", guid } of wanted) {
      this.lookAlikes.want({ username, email });
      if (username !== undefined) this.#byUsername.set(username, undefined);
      if (guid !== undefined) this.#byGuid.set(normalizeGuid(guid), undefined);
      if (email !== "") this.#byEmail.set(email.toLowerCase(), []);
    }
  }

  /** Adds an account of the server. */
  add(user: User): void {
    this.size++;
    const guid = normalizeGuid(user.guid);
    if (this.#byGuid.has(guid)) this.#byGuid.set(guid, user);
    if (this.#byUsername.has(user.username)) this.#byUsername.set(user.username, user);
    const sharing = user.email === "" ? undefined : this.#byEmail.get(user.email.toLowerCase());
    // Thousands of accounts may share an address, and two are ambiguous.
    if (sharing !== undefined && sharing.length <= MAX_NAMED) sharing.push(user);
    this.lookAlikes.addAccount(user);
  }

  /** Returns the account with this guid, in upper or lower case. */
  withGuid(guid: string): User | undefined {
    return this.#byGuid.get(normalizeGuid(guid));
  }

  /** Returns the account with exactly this username. */
  withUsername(username: string): User | undefined {
    return this.#byUsername.get(username);
  }

  /** Returns the account that a name means, or why it means none. */
  find(name: string): User | InvalidDecision {
    const withGuid = this.withGuid(name);
    if (withGuid !== undefined) return withGuid;
    const withUsername = this.withUsername(name);
    const matches = new Set(name.includes("@") ? this.#byEmail.get(name.toLowerCase()) : []);
    if (withUsername !== undefined) matches.add(withUsername);
    const [user, ...others] = matches;
    if (user === undefined) {
      const fix = "Check the spelling; usernames are case-sensitive.";
      return { status: "invalid", kind: "not_found", reason: `there is no user \`${printable(name)}\``, fix };
    }
    if (others.length === 0) return user;
    const isCut = matches.size > MAX_NAMED;
    const named = [user, ...others].slice(0, MAX_NAMED).map(({ username, guid }) => printable(`${username} ${guid}`));
    const list = `${named.join(", ")}${isCut ? " …" : ""}`;
    return {
      status: "invalid",
      kind: "ambiguous",
      reason: `\`${printable(name)}\` matches ${isCut ? "many" : matches.size} users: ${list}`,
      fix: "Use the guid.",
    };
  }
}

/** Number of accounts with one e-mail address that are named. */
const MAX_NAMED = 20;
