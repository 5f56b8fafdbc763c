import { ACCOUNT_STATUSES, USER_ROLES, type AccountStatus, type UserRole } from "@connect-sdk/api";
import type { Users } from "@connect-sdk/users";
import { DAY } from "../activity/age.ts";
import type { Context } from "../context.ts";
import { inParallel } from "../plan/in-parallel.ts";

/** The users of one role, or of all. */
export interface Seats {
  readonly user_role: UserRole | "all";
  /** Who takes a seat: not locked, and active in the period that the licence counts. */
  readonly licensed: number;
  readonly inactive: number;
  readonly locked: number;
  readonly total: number;
  /** Who is not locked and was active in the last 30 days. */
  readonly active_30_days: number;
  /** When one of those who are not locked was last active; null if none ever was. */
  readonly last_active: string | null;
}

/**
 * Counts the users of each role by account status, as the server counts them, and reads everybody once for their activity.
 * The last row is everybody.
 */
export async function countSeats(
  users: Users,
  context: Pick<Context, "progress" | "signal" | "now">,
): Promise<Seats[]> {
  const counts = await countByStatus(users, context);
  const activity = await readActivity(
    users,
    context,
    sum(USER_ROLES.flatMap((role) => ACCOUNT_STATUSES.map((status) => counts(role, status)))),
  );
  const rows = USER_ROLES.map((role): Seats => {
    const [licensed, inactive, locked] = [counts(role, "licensed"), counts(role, "inactive"), counts(role, "locked")];
    return { user_role: role, licensed, inactive, locked, total: licensed + inactive + locked, ...activity(role) };
  });
  return [...rows, everybody(rows)];
}

type Counts = (role: UserRole, status: AccountStatus) => number;

async function countByStatus(users: Users, { signal }: Pick<Context, "signal">): Promise<Counts> {
  const counts = new Map<string, number>();
  const pairs = USER_ROLES.flatMap((role) => ACCOUNT_STATUSES.map((status) => ({ role, status })));
  await inParallel(pairs, 6, async ({ role, status }) => {
    counts.set(`${role} ${status}`, await users.count({ user_role: role, account_status: status }, { signal }));
  });
  return (role, status) => counts.get(`${role} ${status}`) ?? 0;
}

type Activity = Pick<Seats, "active_30_days" | "last_active">;

async function readActivity(
  users: Users,
  { progress, signal, now }: Pick<Context, "progress" | "signal" | "now">,
  total: number,
): Promise<(role: UserRole) => Activity> {
  const recent = now() - 30 * DAY;
  const byRole = new Map<UserRole, { active: number; last: string }>();
  const shown = progress("Reading users", total);
  try {
    for await (const user of users.find({}, { signal })) {
      shown.advance();
      if (user.locked || user.active_time === null) continue;
      const time = Date.parse(user.active_time);
      const { active, last } = byRole.get(user.user_role) ?? { active: 0, last: user.active_time };
      byRole.set(user.user_role, {
        active: active + (time >= recent ? 1 : 0),
        last: time > Date.parse(last) ? user.active_time : last,
      });
    }
  } finally {
    shown.end();
  }
  return (role) => {
    const found = byRole.get(role);
    return { active_30_days: found?.active ?? 0, last_active: found?.last ?? null };
  };
}

function everybody(rows: readonly Seats[]): Seats {
  const total = (count: (row: Seats) => number): number => sum(rows.map(count));
  const times = rows.flatMap(({ last_active }) => last_active ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    user_role: "all",
    licensed: total(({ licensed }) => licensed),
    inactive: total(({ inactive }) => inactive),
    locked: total(({ locked }) => locked),
    total: total((row) => row.total),
    active_30_days: total(({ active_30_days }) => active_30_days),
    last_active: times.at(-1) ?? null,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
