/* Ages and dates, as people type them: `180d`, `6m`, `2026-01-31`. */
/** An age such as 180 days, or a date in milliseconds since 1970. */
export type Age = { readonly date: number } | { readonly count: number; readonly unit: "d" | "w" | "m" | "y" };

/**
 * Reads `180d`, `26w`, `6m`, `1y` or a date such as `2026-01-31`.
 *
 * @throws Error for anything else.
 */
export function readAge(text: string): Age {
  const trimmed = text.trim();
  const [, count, letter] = AGE.exec(trimmed) ?? [];
  const unit = UNITS.find((each) => each === letter?.toLowerCase());
  if (count !== undefined && unit !== undefined) return { count: Number(count), unit };
  const date = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? Date.parse(`${trimmed}T00:00:00Z`) : NaN;
  // Some dates that do not exist, such as February 31, are parsed as other dates.
  if (!Number.isNaN(date) && formatDate(date) === trimmed) return { date };
  throw new Error(`\`${text}\` is neither an age such as 180d, 26w, 6m or 1y nor a date such as 2026-01-31.`);
}

const AGE = /^([1-9]\d{0,4})([dwmy])$/i;

/** Whether a text is an age, such as `180d`. */
export function isAge(text: string): boolean {
  return AGE.test(text.trim());
}

/** Whether a text is a date, such as `2026-01-31`, or a time with its offset, such as `2026-01-31T18:00:00Z`, that exists. */
export function isTime(text: string): boolean {
  const [day = ""] = text.split("T");
  if (!TIME.test(text) || Number.isNaN(Date.parse(text))) return false;
  // Some dates that do not exist, such as February 31, are parsed as other dates.
  return formatDate(Date.parse(`${day}T00:00:00Z`)) === day;
}

const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

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
