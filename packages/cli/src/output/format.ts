import { usageError } from "../errors/cli-error.ts";
import type { OutputFlags } from "../flags/global-flags.ts";

/** How a result is to be printed. */
export interface Format {
  readonly kind: "table" | "json" | "ndjson" | "csv";
  /** Only these fields, in this order. */
  readonly fields?: readonly string[];
  /** Leaves CSV cells as they are, also those that a spreadsheet would run. */
  readonly raw: boolean;
}

/** Reads the format from the flags. At most one may be named. */
export function readFormat(flags: OutputFlags): Format {
  const csv = flags.csv === true || flags.csvRaw === true;
  const named = ([flags.json === true && "json", flags.ndjson === true && "ndjson", csv && "csv"] as const).filter(
    (kind) => kind !== false,
  );
  if (named.length > 1) {
    throw usageError(`--${named.join(" and --")} exclude each other.`, "Name one output format.");
  }
  const fields = flags.fields?.map((field) => field.trim()).filter((field) => field !== "");
  return {
    kind: named[0] ?? "table",
    raw: flags.csvRaw === true,
    ...(fields !== undefined && fields.length > 0 && { fields }),
  };
}
