import type { UserRole } from "@connect-sdk/api";
import { planLock } from "@connect-sdk/lifecycle";
import type { FindUser, User, Users } from "@connect-sdk/users";
import { type PlanFlags, commandLine, planFlags, requireConfirmation } from "../bulk/flags.ts";
import { openPlan, runPlan } from "../bulk/run.ts";
import { countOf } from "../bulk/show.ts";
import { type Age, DAY, formatAge, formatDate, readAge, timeBefore } from "../command-line/ages.ts";
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags, rowFlags } from "../command-line/flags.ts";
import { userFilterFlags } from "../command-line/users.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import type { Row, RowFlags, RowsResult } from "../terminal/result.ts";

interface Flags extends GlobalFlags, RowFlags, PlanFlags {
  readonly olderThan: Age;
  readonly role?: readonly UserRole[] | undefined;
  readonly includeNever?: boolean | undefined;
  readonly lock?: boolean | undefined;
}

export default defineCommand<Flags>({
  description:
    "Lists unlocked users who have been inactive for too long, longest first. With --lock, locks them. Users who have never " +
    "been active are left out unless --include-never is given.",
  examples: [
    ["stale --older-than 180d", "See who has not been active for 180 days"],
    ["stale --older-than 1y --include-never --csv > stale.csv", "Include users who have never been active"],
    ["stale --older-than 180d --role viewer --lock --dry-run", "See which viewers would be locked"],
    ["stale --older-than 180d --lock --yes --report report.csv", "Lock them from a cron job"],
  ],
  usage: "--older-than AGE",
  parameters: {
    flags: {
      ...globalFlags,
      ...planFlags,
      ...rowFlags,
      olderThan: {
        kind: "parsed",
        parse: readAge,
        placeholder: "AGE",
        brief: "180d, 26w, 6m, 1y, or a date such as 2026-01-31",
      },
      role: userFilterFlags.role,
      includeNever: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Include users who have never been active (age counts from creation)",
      },
      lock: { kind: "boolean", optional: true, withNegated: false, brief: "Lock these users" },
    },
  },
  async run(flags, _args, context) {
    const now = context.now();
    const cutoff = timeBefore(now, flags.olderThan);
    if (cutoff > now) throw usageError("--older-than is a date in the future.", "Use a date in the past.");
    const { progress, signal } = context;
    const find = (users: Users): Promise<StaleUser[]> =>
      findStaleUsers(users, {
        cutoff,
        includeNever: flags.includeNever === true,
        user_role: flags.role,
        progress,
        signal,
      });
    if (flags.lock === true && (flags.sort !== undefined || flags.limit !== undefined)) {
      // A re-run of an interrupted command would lock as many again.
      throw usageError(
        "--sort and --limit cannot be combined with --lock.",
        "Choose the users first: `connect-users stale --older-than AGE --limit N --fields username --csv > stale.csv`, then lock those.",
      );
    }
    if (flags.lock === true) return await lockStaleUsers(flags, context, find);

    const { users } = await context.connect();
    const stale = await find(users);
    return {
      kind: "rows",
      rows: stale.map(({ user, since }): Row => ({
        ...user.toJSON(),
        idle_days: Math.floor((now - since) / DAY),
      })),
      columns: ["username", "email", "user_role", "active_time", "idle_days"],
      csvColumns: [
        "username",
        "email",
        "first_name",
        "last_name",
        "user_role",
        "active_time",
        "created_time",
        "idle_days",
        "guid",
      ],
      note: `${countOf(stale.length, "user")} not active since ${formatDate(cutoff)}.`,
    };
  },
});

async function lockStaleUsers(
  flags: Flags,
  context: Context,
  find: (users: Users) => Promise<StaleUser[]>,
): Promise<RowsResult> {
  requireConfirmation(flags, context);
  const session = await openPlan(context);
  const { connection } = session;
  const stale = await find(connection.users);
  const resume = commandLine("stale", [], { ...flags, olderThan: formatAge(flags.olderThan) });
  const source = countOf(stale.length, "stale user");
  const rows = stale.map(({ user, since }) => ({ user, reason: reasonOf(user, since, context.now()) }));
  const { signal } = context;
  const { force } = flags;
  const createPlan = () => planLock(connection, rows, { source, signal, ...(force === true && { force }) });
  return await runPlan(createPlan, { ...session, flags, context, command: "stale", resume });
}

/** Says why a user is locked: `not active since 2026-01-31, 180 days ago`. */
function reasonOf({ active_time, user_role }: User, since: number, now: number): string {
  const age = `${formatDate(since)}, ${countOf(Math.floor((now - since) / DAY), "day")} ago`;
  return `${active_time === null ? "never active, created on" : "not active since"} ${age}; ${user_role}`;
}

/** When a user counts as stale. */
interface StaleOptions extends Pick<Context, "progress" | "signal">, Pick<FindUser, "user_role"> {
  /** Not active since this time, in milliseconds since 1970. */
  readonly cutoff: number;
  /** Includes users who have never been active. Their age counts from the creation of the account. */
  readonly includeNever: boolean;
}

/** A user who has been inactive for too long. */
interface StaleUser {
  readonly user: User;
  /** Time of the last activity, in milliseconds since 1970. */
  readonly since: number;
}

/** Returns the stale users that are not locked, longest inactive first. */
async function findStaleUsers(users: Users, options: StaleOptions): Promise<StaleUser[]> {
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
