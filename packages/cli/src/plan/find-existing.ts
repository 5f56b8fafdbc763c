import type { User, Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { inParallel } from "./in-parallel.ts";
import { findByUsername } from "./perform.ts";

/** The users of these usernames who are there, by username. */
export async function findExisting(
  usernames: readonly string[],
  users: Users,
  context: Pick<Context, "progress" | "signal">,
): Promise<ReadonlyMap<string, User>> {
  const wanted = new Set(usernames);
  const found = new Map<string, User>();
  await eachOf(wanted, users, context, {
    async lookUp(username, options) {
      const user = await findByUsername(username, users, options);
      if (user !== undefined) found.set(username, user);
    },
    see(user) {
      if (wanted.has(user.username)) found.set(user.username, user);
    },
  });
  return found;
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
