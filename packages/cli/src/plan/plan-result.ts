import type { GlobalFlags } from "../command-line/flags.ts";
import type { Row, RowsResult } from "../terminal/result.ts";
import { type Settled, statusOf } from "./outcome.ts";
import { planLine } from "./plan-line.ts";
import { PLAN_COLUMNS, planTableRow } from "./plan-table.ts";

/** What comes with the rows. */
export interface ResultOptions {
  readonly note?: string | undefined;
  readonly error?: Error | undefined;
  readonly exitCode?: number | undefined;
  /** Shows a person all rows, however many there are. */
  readonly whole?: boolean | undefined;
}

/**
 * The rows of a plan as a command's result. Programs get all of them; a person gets the rows that need attention when there
 * are too many to read.
 */
export function planResult(settled: readonly Settled[], flags: GlobalFlags, options: ResultOptions): RowsResult {
  const { whole = false, note, ...rest } = options;
  const structured = flags.json === true || flags.ndjson === true;
  const shortened = !whole && isForReading(flags) && settled.length > READABLE;
  const shown = shortened ? settled.filter((each) => needsAttention(each)) : settled;
  const lines = new Map<Row, string>();
  const rows = shown.map((each): Row => {
    const row = planTableRow(each, { structured });
    lines.set(row, planLine(each));
    return row;
  });
  return {
    kind: "rows",
    rows,
    columns: PLAN_COLUMNS,
    line: (row) => lines.get(row) ?? "",
    // Under --json standard error has one line at most, and that is an error.
    note:
      flags.json === true
        ? undefined
        : shortened
          ? `${note ?? ""} --csv, --json or --report FILE give every row.`.trim()
          : note,
    ...rest,
  };
}

const READABLE = 50;

function isForReading({ json, ndjson, csv, csvRaw, fields }: GlobalFlags): boolean {
  return json !== true && ndjson !== true && csv !== true && csvRaw !== true && fields === undefined;
}

function needsAttention(settled: Settled): boolean {
  const status = statusOf(settled);
  return status === "failed" || status === "refused" || status === "invalid";
}
