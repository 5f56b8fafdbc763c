import stringWidth from "string-width";
import { ACCOUNT_STATUSES, type ConnectClient, USER_ROLES, type UserRole, isApiError } from "@connect-sdk/api";
import { forEachParallel } from "@connect-sdk/api/internal";
import type { CallOptions, Users } from "@connect-sdk/users";
import { countOf } from "../bulk/show.ts";
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags, rowFlags } from "../command-line/flags.ts";
import type { Context } from "../context.ts";
import { DAY } from "../command-line/ages.ts";
import type { RowFlags, RowsResult, TableOptions } from "../terminal/result.ts";
import { GAP, cut, pad } from "../terminal/table.ts";
import type { Look } from "../terminal/text.ts";

interface Flags extends GlobalFlags, RowFlags {
  readonly by?: "role" | "month" | undefined;
}

export default defineCommand<Flags>({
  description:
    "Shows license usage: users by role and account status, and their last activity. Draws a chart on a terminal. The row " +
    "`all` has the limit of the license, if the server shows it. With `--by month`, counts the different users that signed in " +
    "during each of the last twelve months, from the audit log.",
  examples: [
    ["licenses", "See how many seats are left"],
    ["licenses --csv > seats.csv", "Save the figures"],
    ["licenses --by month", "See how many different users signed in, month by month"],
    ["licenses --json", 'Use the figures in a script: `.[] | select(.user_role == "all") | .free`'],
  ],
  parameters: {
    flags: {
      ...globalFlags,
      ...rowFlags,
      by: {
        kind: "enum",
        values: ["role", "month"],
        optional: true,
        placeholder: "WHAT",
        brief: "role (default), or month",
      },
    },
  },
  async run({ by }, _args, context) {
    if (by === "month") return await useByMonth(context);
    const { api, users } = await context.connect();
    const limit = await readLicenseLimit(api, { signal: context.signal });
    const usage = await readLicenseUsage(users, context);
    return {
      kind: "rows",
      rows: usage.map((row) => {
        const limited = row.user_role === "all" && limit !== undefined;
        return { ...row, limit: limited ? limit : null, free: limited ? limit - row.licensed : null };
      }),
      columns: [
        "user_role",
        "licensed",
        "inactive",
        "locked",
        "total",
        "active_30_days",
        "last_active",
        "limit",
        "free",
      ],
      picture: (terminal) => drawUsage(usage, limit, terminal),
    };
  },
});

async function useByMonth({ connect, signal, now }: Context): Promise<RowsResult> {
  const { seatUse } = await import("@connect-sdk/lifecycle");
  const { months, licensed } = await seatUse(await connect(), { now: new Date(now()), signal });
  return {
    kind: "rows",
    rows: months,
    columns: ["month", "named_users", "sign_ins"],
    note: `${countOf(licensed, "user")} licensed now. Months are UTC, and use of API keys alone is not counted.`,
  };
}

/** Draws license usage as a bar chart that fits the terminal. */
function drawUsage(
  usage: readonly LicenseUsage[],
  limit: number | undefined,
  { width = 80, style }: TableOptions,
): string {
  const all = usage.find(({ user_role }) => user_role === "all");
  const roles = usage.filter((row) => row !== all);
  const used = all?.licensed ?? 0;
  const max = Math.max(...roles.map(({ licensed }) => licensed), 1);

  const names = column(["", ...roles.map(({ user_role }) => user_role)]);
  const counts = column(["seats", ...roles.map(({ licensed }) => format(licensed))], "right");
  const activity = column(["active in 30 days, last", ...roles.map(describeActivity)]);
  const fixed = names.width + counts.width + 2 * GAP.length;
  const room = width - fixed - activity.width - GAP.length;
  // On a narrow terminal the bars matter more than the activity.
  const showActivity = room >= NARROWEST_BAR;
  const barWidth = Math.max(1, Math.min(WIDEST_BAR, showActivity ? room : width - fixed));

  const lines = names.cells.map((name, at) => {
    const row = roles[at - 1];
    const drawn = pad(row === undefined ? "" : bar(row.licensed, max, barWidth), barWidth);
    const line = [
      name,
      counts.cells[at] ?? "",
      row === undefined ? drawn : style(lookOf(used, limit), drawn),
      ...(showActivity ? [activity.cells[at] ?? ""] : []),
    ]
      .join(GAP)
      .trimEnd();
    return row === undefined ? style("dim", line) : line;
  });
  const footer = `No seat: ${format(all?.inactive ?? 0)} inactive, ${format(all?.locked ?? 0)} locked.`;
  return [...drawTotal(used, limit, width, style), ...lines, "", cut(footer, width)]
    .map((line) => `${line}\n`)
    .join("");
}

const NARROWEST_BAR = 10;
const WIDEST_BAR = 60;

function drawTotal(used: number, limit: number | undefined, width: number, style: TableOptions["style"]): string[] {
  if (limit === undefined)
    return [
      style(
        "bold",
        cut(`${format(used)} ${used === 1 ? "seat" : "seats"} used; the server does not show a limit`, width),
      ),
      "",
    ];
  const free = limit - used;
  const rest = free >= 0 ? `${format(free)} free` : `${format(-free)} too many`;
  const gauge = Math.max(1, Math.min(WIDEST_BAR, width));
  const filled = bar(used, limit, gauge);
  return [
    style("bold", cut(`${format(used)} of ${format(limit)} seats used, ${rest}`, width)),
    style(lookOf(used, limit), filled) + style("dim", "░".repeat(gauge - stringWidth(filled))),
    "",
  ];
}

/** Returns a bar of blocks for `value` out of `max`, in eighths of a cell. Values above 0 are always visible. */
function bar(value: number, max: number, width: number): string {
  if (value <= 0 || max <= 0) return "";
  const eighths = Math.max(1, Math.round((Math.min(value, max) / max) * width * 8));
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

function lookOf(used: number, limit: number | undefined): Look {
  if (limit === undefined) return "cyan";
  if (used >= limit) return "red";
  return used >= 0.9 * limit ? "yellow" : "green";
}

function describeActivity({ active_30_days, last_active }: LicenseUsage): string {
  return `${format(active_30_days)}, ${last_active === null ? "never" : last_active.slice(0, 10)}`;
}

function column(cells: readonly string[], side: "left" | "right" = "left"): { cells: string[]; width: number } {
  const width = Math.max(...cells.map((cell) => cell.length));
  return { cells: cells.map((cell) => (side === "right" ? cell.padStart(width) : cell.padEnd(width))), width };
}

function format(count: number): string {
  return count.toLocaleString("en-US");
}

/** The license usage of one role, or of all roles. */
interface LicenseUsage {
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
async function readLicenseUsage(
  users: Users,
  options: Pick<Context, "progress" | "signal"> & { readonly now: () => number },
): Promise<LicenseUsage[]> {
  const counts = await countByRole(users, options);
  const activity = await readActivity(users, options, sum(counts.map(({ total }) => total)));
  const roles = counts.map((count) => ({ ...count, ...(activity.get(count.user_role) ?? NO_ACTIVITY) }));
  return [...roles, addUp(roles)];
}

/** Returns the number of users that the license allows; `undefined` if it is unlimited or the server does not show it. */
async function readLicenseLimit(api: ConnectClient, { signal }: CallOptions): Promise<number | undefined> {
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
