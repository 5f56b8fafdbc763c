import type { FindUser, User, Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";

/** Who counts as stale. */
export interface StaleRule {
  /** Not active since this moment, in milliseconds since 1970. */
  readonly cutoff: number;
  /** Counts those who were never active from the day on which their account was created. Otherwise they are left out. */
  readonly includeNever: boolean;
}

/** A user who has not been active for long. */
export interface StaleUser {
  readonly user: User;
  /** Since when, in milliseconds since 1970. */
  readonly since: number;
}

/** Goes through everybody who is not locked, and returns who is stale: the longest first. */
export async function findStale(
  users: Users,
  { cutoff, includeNever }: StaleRule,
  conditions: Pick<FindUser, "user_role">,
  { progress, signal }: Pick<Context, "progress" | "signal">,
): Promise<StaleUser[]> {
  const total = await users.count(conditions, { signal });
  const shown = progress("Reading users", total);
  const stale: StaleUser[] = [];
  try {
    for await (const user of users.find(conditions, { signal })) {
      shown.advance();
      const time = user.active_time ?? (includeNever ? user.created_time : undefined);
      const since = time === undefined ? NaN : Date.parse(time);
      if (!user.locked && since < cutoff) stale.push({ user, since });
    }
  } finally {
    shown.end();
  }
  return stale.sort((a, b) => a.since - b.since);
}
