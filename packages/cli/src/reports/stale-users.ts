import type { FindUser, User, Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";

/** When a user counts as stale. */
export interface StaleOptions extends Pick<Context, "progress" | "signal">, Pick<FindUser, "user_role"> {
  /** Not active since this time, in milliseconds since 1970. */
  readonly cutoff: number;
  /** Includes users who have never been active. Their age counts from the creation of the account. */
  readonly includeNever: boolean;
}

/** A user who has been inactive for too long. */
export interface StaleUser {
  readonly user: User;
  /** Time of the last activity, in milliseconds since 1970. */
  readonly since: number;
}

/** Returns the stale users that are not locked, longest inactive first. */
export async function findStaleUsers(users: Users, options: StaleOptions): Promise<StaleUser[]> {
  const { cutoff, includeNever, user_role, progress, signal } = options;
  const conditions = user_role === undefined ? {} : { user_role };
  const shown = progress("Reading users", await users.count(conditions, { signal }));
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

/** An age such as 180 days, or a date in milliseconds since 1970. */
export type Age = { readonly date: number } | { readonly count: number; readonly unit: "d" | "w" | "m" | "y" };

/**
 * Reads `180d`, `26w`, `6m`, `1y` or a date such as `2026-01-31`.
 *
 * @throws Error for anything else.
 */
export function readAge(text: string): Age {
  const trimmed = text.trim();
  const [, count, letter] = /^([1-9]\d{0,4})([dwmy])$/i.exec(trimmed) ?? [];
  const unit = UNITS.find((each) => each === letter?.toLowerCase());
  if (count !== undefined && unit !== undefined) return { count: Number(count), unit };
  const date = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? Date.parse(`${trimmed}T00:00:00Z`) : NaN;
  // Some dates that do not exist, such as February 31, are parsed as other dates.
  if (!Number.isNaN(date) && formatDate(date) === trimmed) return { date };
  throw new Error(`\`${text}\` is neither an age such as 180d, 26w, 6m or 1y nor a date such as 2026-01-31.`);
}

/** Formats an age so that {@link readAge} can read it. */
export function formatAge(age: Age): string {
  return "date" in age ? formatDate(age.date) : `${age.count}${age.unit}`;
}

/** Formats a time in milliseconds since 1970 as a date (UTC): `2026-01-31`. */
export function formatDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Returns the time that lies an age before `now`, in milliseconds since 1970. Months and years are calendar units (UTC). */
export function timeBefore(now: number, age: Age): number {
  if ("date" in age) return age.date;
  const { count, unit } = age;
  if (unit === "d" || unit === "w") return now - count * (unit === "w" ? 7 : 1) * DAY;
  const time = new Date(now);
  const day = time.getUTCDate();
  time.setUTCDate(1);
  time.setUTCMonth(time.getUTCMonth() - count * (unit === "y" ? 12 : 1));
  const lastDay = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate();
  time.setUTCDate(Math.min(day, lastDay));
  return time.getTime();
}

/** One day in milliseconds. */
export const DAY = 86_400_000;

const UNITS = ["d", "w", "m", "y"] as const;
