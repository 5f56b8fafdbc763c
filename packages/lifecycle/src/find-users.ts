/** Finds the accounts that many names mean: one by one, or with one list of all users, whichever takes fewer requests. */
import { NotFoundError } from "@connect-sdk/api";
import { forEachParallel, normalizeGuid } from "@connect-sdk/api/internal";
import { AmbiguousUserError, type CallOptions, type User, type Users } from "@connect-sdk/users";
import type { InvalidDecision } from "./account-changes.ts";
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
  /** All users, if they have been read already. */
  readonly accounts?: readonly User[] | undefined;
}

/** Reads all users. */
export async function readAccounts(users: Users, { signal, progress }: ReadOptions): Promise<User[]> {
  const shown = progress?.("Reading users", await users.count({}, { signal }));
  const accounts: User[] = [];
  try {
    for await (const user of users.find({}, { signal })) {
      accounts.push(user);
      shown?.advance();
    }
  } finally {
    shown?.end();
  }
  return accounts;
}

/** Finds the accounts with these usernames. Returns a function that looks one up. */
export async function findExisting(
  usernames: readonly string[],
  users: Users,
  options: ReadOptions,
): Promise<(username: string) => User | undefined> {
  const wanted = new Set(usernames);
  const found = new Map<string, User>();
  const add = (user: User): void => {
    if (wanted.has(user.username)) found.set(user.username, user);
  };
  await readUsers(wanted, users, options, {
    async lookUp(username) {
      for await (const user of users.find({ prefix: username }, { signal: options.signal })) {
        add(user);
        if (user.username === username) return;
      }
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
  const index = new UserIndex();
  const found = new Map<string, User | InvalidDecision>();
  await readUsers(wanted, users, options, {
    // The server cannot search by e-mail address: each lookup would list all users.
    listAll: [...wanted].some((name) => name.includes("@")),
    async lookUp(name) {
      found.set(name, await users.lookup(name, { signal: options.signal }).catch(asInvalid));
    },
    add(user) {
      index.add(user);
    },
  });
  for (const name of wanted) if (!found.has(name)) found.set(name, index.find(name));
  return found;
}

/** Looks up each name, or lists all users once, whichever takes fewer requests. */
async function readUsers(
  names: ReadonlySet<string>,
  users: Users,
  { progress, signal, accounts }: ReadOptions,
  {
    listAll = false,
    lookUp,
    add,
  }: { listAll?: boolean; lookUp: (name: string) => Promise<void>; add: (user: User) => void },
): Promise<void> {
  if (names.size === 0) return;
  if (accounts !== undefined) {
    accounts.forEach(add);
    return;
  }
  const total = await users.count({}, { signal });
  const list = listAll || names.size > Math.ceil(total / PAGE_SIZE);
  const shown = progress?.("Reading users", list ? total : names.size);
  try {
    if (list) {
      for await (const user of users.find({}, { signal })) {
        add(user);
        shown?.advance();
      }
    } else {
      await forEachParallel(names, CONCURRENCY, async (name) => {
        await lookUp(name);
        shown?.advance();
      });
    }
  } finally {
    shown?.end();
  }
}

const PAGE_SIZE = 500;

/** Applies the rules of `users.lookup` to a list that has already been read. */
class UserIndex {
  readonly #byGuid = new Map<string, User>();
  readonly #byUsername = new Map<string, User>();
  readonly #byEmail = new Map<string, User[]>();

  add(user: User): void {
    this.#byGuid.set(normalizeGuid(user.guid), user);
    this.#byUsername.set(user.username, user);
    const email = user.email.toLowerCase();
    this.#byEmail.set(email, [...(this.#byEmail.get(email) ?? []), user]);
  }

  find(name: string): User | InvalidDecision {
    const withGuid = this.#byGuid.get(normalizeGuid(name));
    if (withGuid !== undefined) return withGuid;
    const withUsername = this.#byUsername.get(name);
    const matches = new Set(name.includes("@") ? this.#byEmail.get(name.toLowerCase()) : []);
    if (withUsername !== undefined) matches.add(withUsername);
    const [user, ...others] = matches;
    if (user === undefined) {
      const fix = "Check the spelling; usernames are case-sensitive.";
      return { status: "invalid", kind: "not_found", reason: `there is no user \`${name}\``, fix };
    }
    if (others.length === 0) return user;
    const list = [user, ...others].map(({ username, guid }) => `${username} ${guid}`).join(", ");
    return {
      status: "invalid",
      kind: "ambiguous",
      reason: `\`${name}\` matches ${matches.size} users: ${list}`,
      fix: "Use the guid.",
    };
  }
}

function asInvalid(error: unknown): InvalidDecision {
  const kind =
    error instanceof NotFoundError ? "not_found" : error instanceof AmbiguousUserError ? "ambiguous" : undefined;
  if (kind === undefined || !(error instanceof Error) || !("fix" in error)) throw error;
  const fix = String(error.fix);
  const reason = error.message.endsWith(fix) ? error.message.slice(0, -fix.length).trim() : error.message;
  return { status: "invalid", kind, reason, fix };
}
