import type { User, Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { findByUsername } from "./find-by-username.ts";
import { inParallel } from "./in-parallel.ts";

/** Who is there for a username. */
export interface Existing {
  readonly exact?: User | undefined;
  /** A username that differs in upper and lower case only. For the server that is somebody else. */
  readonly similar?: string | undefined;
}

/** Tells who is there for each of these usernames. */
export async function findExisting(
  usernames: readonly string[],
  users: Users,
  context: Pick<Context, "progress" | "signal">,
): Promise<(username: string) => Existing> {
  const wanted = new Set(usernames);
  const wantedInAnyCase = new Set(usernames.map((username) => username.toLowerCase()));
  const exact = new Map<string, User>();
  const similar = new Map<string, string>();
  const see = (user: User): void => {
    if (wanted.has(user.username)) exact.set(user.username, user);
    else if (wantedInAnyCase.has(user.username.toLowerCase())) similar.set(user.username.toLowerCase(), user.username);
  };
  await eachOf(wanted, users, context, {
    async lookUp(username, options) {
      const found = await findByUsername(username, users, { ...options, see });
      if (found !== undefined) see(found);
    },
    see,
  });
  return (username) => ({ exact: exact.get(username), similar: similar.get(username.toLowerCase()) });
}

/** Two ways to the same end. */
export interface Finder {
  /** Looking up is known to be the longer way. */
  readonly listAnyway?: boolean;
  /** Asks the server about one name. */
  lookUp(name: string, options: { signal: AbortSignal }): Promise<void>;
  /** Looks at one user of the list of all. */
  see(user: User): void;
}

/** Asks about each name, or goes through everybody once, whichever takes fewer requests. */
export async function eachOf(
  names: ReadonlySet<string>,
  users: Users,
  { progress, signal }: Pick<Context, "progress" | "signal">,
  finder: Finder,
): Promise<void> {
  if (names.size === 0) return;
  const total = await users.count({}, { signal });
  const listing = finder.listAnyway === true || names.size > Math.ceil(total / PAGE);
  const shown = progress("Reading users", listing ? total : names.size);
  try {
    if (listing) {
      for await (const user of users.find({}, { signal })) {
        finder.see(user);
        shown.advance();
      }
    } else {
      await inParallel(names, AT_A_TIME, async (name) => {
        await finder.lookUp(name, { signal });
        shown.advance();
      });
    }
  } finally {
    shown.end();
  }
}

/** Users in a page of the list. */
const PAGE = 500;

const AT_A_TIME = 6;
