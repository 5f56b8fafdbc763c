import stringWidth from "string-width";
import { cut, GAP, pad } from "../terminal/table.ts";
import type { TableOptions } from "../terminal/result.ts";
import type { Look } from "../terminal/text.ts";
import { bar } from "./bar.ts";
import type { Seats } from "./count-seats.ts";

/** Draws who takes the seats of a licence, as wide as the terminal is. */
export function seatChart(
  rows: readonly Seats[],
  limit: number | undefined,
  { width = 80, style }: TableOptions,
): string {
  const all = rows.find(({ user_role }) => user_role === "all");
  const roles = rows.filter((row) => row !== all);
  const used = all?.licensed ?? 0;
  const max = Math.max(...roles.map(({ licensed }) => licensed), 1);

  const names = column(["", ...roles.map(({ user_role }) => user_role)]);
  const counts = column(["seats", ...roles.map(({ licensed }) => format(licensed))], "right");
  const activity = column(["active in 30 days, last", ...roles.map(describeActivity)]);
  const fixed = names.width + counts.width + 2 * GAP.length;
  const room = width - fixed - activity.width - GAP.length;
  // On a narrow terminal the bars matter more than when somebody was there.
  const shown = room >= NARROWEST_BAR;
  const barWidth = Math.max(1, Math.min(WIDEST_BAR, shown ? room : width - fixed));

  const lines = names.cells.map((name, at) => {
    const row = roles[at - 1];
    const drawn = pad(row === undefined ? "" : bar(row.licensed, max, barWidth), barWidth);
    const cells = [name, counts.cells[at] ?? "", ...(shown ? [activity.cells[at] ?? ""] : [])];
    const text = [
      ...cells.slice(0, 2),
      row === undefined ? drawn : style(lookOf(used, limit), drawn),
      ...cells.slice(2),
    ].join(GAP);
    return row === undefined ? style("dim", text.trimEnd()) : text.trimEnd();
  });
  return [...head(used, limit, width, style), ...lines, "", cut(footer(all), width)]
    .map((line) => `${line}\n`)
    .join("");
}

const NARROWEST_BAR = 10;
const WIDEST_BAR = 60;

function head(used: number, limit: number | undefined, width: number, style: TableOptions["style"]): string[] {
  if (limit === undefined)
    return [style("bold", cut(`${format(used)} seats used; the server does not show a limit`, width)), ""];
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

function footer(all: Seats | undefined): string {
  return `No seat: ${format(all?.inactive ?? 0)} inactive, ${format(all?.locked ?? 0)} locked.`;
}

function lookOf(used: number, limit: number | undefined): Look {
  if (limit === undefined) return "cyan";
  if (used >= limit) return "red";
  return used >= 0.9 * limit ? "yellow" : "green";
}

function describeActivity({ active_30_days, last_active }: Seats): string {
  return `${format(active_30_days)}, ${last_active === null ? "never" : last_active.slice(0, 10)}`;
}

function column(texts: readonly string[], side: "left" | "right" = "left"): { cells: string[]; width: number } {
  const width = Math.max(...texts.map((text) => text.length));
  return { cells: texts.map((text) => (side === "right" ? text.padStart(width) : text.padEnd(width))), width };
}

function format(count: number): string {
  return count.toLocaleString("en-US");
}
