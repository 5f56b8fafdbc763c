/* Reports read all users and compute figures. They print nothing: commands do. */
import { forEachParallel } from "@connect-sdk/api/internal";
import { ACCOUNT_STATUSES, isApiError, USER_ROLES, type ConnectClient, type UserRole } from "@connect-sdk/api";
import type { CallOptions, Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { DAY } from "./stale-users.ts";

/** The license usage of one role, or of all roles. */
export interface LicenseUsage {
  readonly user_role: UserRole | "all";
  /** Users that count against the license: not locked, and active in the period that the license counts. */
  readonly licensed: number;
  readonly inactive: number;
  readonly locked: number;
  readonly total: number;
  /** Unlocked users that were active in the last 30 days. */
  readonly active_30_days: number;
  /** Last activity of an unlocked user; null if there was none. */
  readonly last_active: string | null;
}

/**
 * Counts users by role and account status, as the server counts them, and reads all users once for their last activity. The
 * last row adds up all roles.
 */
export async function readLicenseUsage(
  users: Users,
  options: Pick<Context, "progress" | "signal"> & { readonly now: () => number },
): Promise<LicenseUsage[]> {
  const counts = await countByRole(users, options);
  const activity = await readActivity(users, options, sum(counts.map(({ total }) => total)));
  const roles = counts.map((count) => ({ ...count, ...(activity.get(count.user_role) ?? NO_ACTIVITY) }));
  return [...roles, addUp(roles)];
}

/** Returns the number of users that the license allows; `undefined` if it is unlimited or the server does not show it. */
export async function readLicenseLimit(api: ConnectClient, { signal }: CallOptions): Promise<number | undefined> {
  try {
    const { data } = await api.GET("/server_settings", { signal });
    const limit: unknown = data.license?.users;
    // Unlimited licenses have a limit of 0 or less.
    return typeof limit === "number" && limit > 0 ? limit : undefined;
  } catch (error) {
    if (isApiError(error, { status: 403 }) || isApiError(error, { status: 404 })) return undefined;
    throw error;
  }
}

type Counts = Pick<LicenseUsage, "licensed" | "inactive" | "locked" | "total"> & { readonly user_role: UserRole };

async function countByRole(users: Users, { signal }: CallOptions): Promise<Counts[]> {
  const counts = USER_ROLES.map((user_role) => ({ user_role, licensed: 0, inactive: 0, locked: 0, total: 0 }));
  const queries = counts.flatMap((role) => ACCOUNT_STATUSES.map((account_status) => ({ role, account_status })));
  await forEachParallel(queries, 6, async ({ role, account_status }) => {
    const count = await users.count({ user_role: role.user_role, account_status }, { signal });
    role[account_status] = count;
    role.total += count;
  });
  return counts;
}

type Activity = Pick<LicenseUsage, "active_30_days" | "last_active">;

const NO_ACTIVITY: Activity = { active_30_days: 0, last_active: null };

async function readActivity(
  users: Users,
  { progress, signal, now }: Pick<Context, "progress" | "signal"> & { readonly now: () => number },
  total: number,
): Promise<ReadonlyMap<UserRole, Activity>> {
  const recent = now() - 30 * DAY;
  const byRole = new Map<UserRole, Activity>();
  const shown = progress("Reading users", total);
  try {
    for await (const user of users.find({}, { signal })) {
      shown.advance();
      if (user.locked || user.active_time === null) continue;
      const { active_30_days, last_active } = byRole.get(user.user_role) ?? NO_ACTIVITY;
      byRole.set(user.user_role, {
        active_30_days: active_30_days + (Date.parse(user.active_time) >= recent ? 1 : 0),
        last_active: latest(last_active, user.active_time),
      });
    }
  } finally {
    shown.end();
  }
  return byRole;
}

function addUp(roles: readonly LicenseUsage[]): LicenseUsage {
  const total = (count: (role: LicenseUsage) => number): number => sum(roles.map(count));
  return {
    user_role: "all",
    licensed: total(({ licensed }) => licensed),
    inactive: total(({ inactive }) => inactive),
    locked: total(({ locked }) => locked),
    total: total((role) => role.total),
    active_30_days: total(({ active_30_days }) => active_30_days),
    last_active: roles.map(({ last_active }) => last_active).reduce(latest, null),
  };
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(other) > Date.parse(one) ? other : one;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
