import type { UserRole } from "@connect-sdk/api";
import { type Age, DAY, momentBefore, readAge } from "../activity/age.ts";
import { findStale, type StaleUser } from "../activity/find-stale.ts";
import { defineCommand } from "../command-line/command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { userFilterFlags } from "../command-line/users.ts";
import { commandLine } from "../plan/command-line.ts";
import { openPlan } from "../plan/open-plan.ts";
import { planFlags, type PlanFlags, requireConsent } from "../plan/plan-flags.ts";
import { planLock } from "../plan/plan-lock.ts";
import { runPlan } from "../plan/run-plan.ts";
import { countOf } from "../plan/summary.ts";
import type { Row, RowsResult } from "../terminal/result.ts";

interface Flags extends GlobalFlags, PlanFlags {
  readonly olderThan: Age;
  readonly role?: readonly UserRole[] | undefined;
  readonly includeNever?: boolean | undefined;
  readonly lock?: boolean | undefined;
}

export default defineCommand<Flags>({
  description:
    "Lists users who are not locked and have not been active for long, the longest first; with --lock, locks them. Who was " +
    "never active is left out, unless --include-never counts from the day the account was created.",
  examples: [
    ["stale --older-than 180d", "See who has not been active for 180 days"],
    ["stale --older-than 1y --include-never --csv > stale.csv", "With those who never came, for a spreadsheet"],
    ["stale --older-than 180d --role viewer --lock --dry-run", "See whom it would lock"],
    ["stale --older-than 180d --lock --yes --report report.csv", "Lock them from a cron job"],
  ],
  usage: "--older-than AGE",
  parameters: {
    flags: {
      ...globalFlags,
      ...planFlags,
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
        brief: "Also who was never active, counted from the account's creation",
      },
      lock: { kind: "boolean", optional: true, withNegated: false, brief: "Lock them" },
    },
  },
  async run(flags, _args, context) {
    const now = context.now();
    const cutoff = momentBefore(now, flags.olderThan);
    if (cutoff > now)
      throw usageError(
        "--older-than is a date in the future.",
        "Everybody is older than that; name a day in the past.",
      );
    const rule = { cutoff, includeNever: flags.includeNever === true };
    const conditions = flags.role === undefined ? {} : { user_role: flags.role };
    if (flags.lock === true)
      return await lockStale(flags, context, (users) => findStale(users, rule, conditions, context));

    const { users } = await context.connect();
    const stale = await findStale(users, rule, conditions, context);
    return {
      kind: "rows",
      rows: stale.map((each) => asRow(each, now)),
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
      note: `${countOf(stale.length, "user")} not active since ${new Date(cutoff).toISOString().slice(0, 10)}.`,
    };
  },
});

type Finder = (users: Parameters<typeof findStale>[0]) => Promise<StaleUser[]>;

async function lockStale(flags: Flags, context: Context, find: Finder): Promise<RowsResult> {
  requireConsent(flags, context.ask);
  const session = await openPlan(context);
  const entries = (await find(session.users)).map(({ user }) => planLock(user, true));
  const again = commandLine("stale", [], { ...flags, olderThan: describeAge(flags.olderThan) });
  return await runPlan(
    { source: countOf(entries.length, "stale user"), entries },
    { ...session, flags, context, again },
  );
}

function asRow({ user, since }: StaleUser, now: number): Row {
  return { ...user.toJSON(), idle_days: Math.floor((now - since) / DAY) };
}

function describeAge(age: Age): string {
  return "date" in age ? new Date(age.date).toISOString().slice(0, 10) : `${age.count}${age.unit}`;
}
