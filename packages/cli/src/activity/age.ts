/** How long ago, or since when. */
export type Age = { readonly date: number } | { readonly count: number; readonly unit: "d" | "w" | "m" | "y" };

/**
 * Reads `180d`, `26w`, `6m`, `1y` or a date such as `2026-01-31`.
 *
 * @throws Error when it is none of them.
 */
export function readAge(text: string): Age {
  const span = /^([1-9]\d{0,4})([dwmy])$/i.exec(text.trim());
  const unit = UNITS.find((each) => each === span?.[2]?.toLowerCase());
  if (span !== null && unit !== undefined) return { count: Number(span[1]), unit };
  const date = Date.parse(`${text.trim()}T00:00:00Z`);
  // Some dates that do not exist, such as the 31st of February, become others.
  if (isDate(text) && !Number.isNaN(date) && new Date(date).toISOString().startsWith(text.trim())) return { date };
  throw new Error(`\`${text}\` is neither an age such as 180d, 26w, 6m or 1y nor a date such as 2026-01-31.`);
}

/** The moment that lies so far back, in milliseconds since 1970. Months and years are those of the calendar (UTC). */
export function momentBefore(now: number, age: Age): number {
  if ("date" in age) return age.date;
  const { count, unit } = age;
  if (unit === "d" || unit === "w") return now - count * (unit === "w" ? 7 : 1) * DAY;
  const moment = new Date(now);
  const day = moment.getUTCDate();
  moment.setUTCDate(1);
  moment.setUTCMonth(moment.getUTCMonth() - count * (unit === "y" ? 12 : 1));
  const lastDay = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0)).getUTCDate();
  moment.setUTCDate(Math.min(day, lastDay));
  return moment.getTime();
}

/** A day in milliseconds. */
export const DAY = 86_400_000;

const UNITS = ["d", "w", "m", "y"] as const;

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
}
