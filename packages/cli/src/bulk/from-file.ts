import type { FlagParametersForType } from "@stricli/core";
import type { Context } from "../context.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { ColumnFlags } from "../import-file/columns.ts";
import type { FileFormat } from "../import-file/import-file.ts";
import { decideRow, invalidChange } from "../plan/decide.ts";
import type { RowsResult } from "../terminal/result.ts";
import { commandLine, readInput, requireConfirmation, type PlanFlags } from "./flags.ts";
import { openPlan, runPlan } from "./run.ts";

/** Flags of commands that read a file of users. */
export interface FileFlags extends GlobalFlags, PlanFlags, ColumnFlags {
  readonly format?: FileFormat | undefined;
  readonly raw?: boolean | undefined;
}

/** Flags that say how to read any file of users. */
const readerFlags: FlagParametersForType<Pick<FileFlags, "raw" | "map" | "ignore">> = {
  raw: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Read CSV cells as they are, for files written with --csv-raw",
  },
  map: {
    kind: "parsed",
    parse: String,
    optional: true,
    variadic: true,
    placeholder: "HEADER=COLUMN",
    brief: 'Read a column under another name, such as "E-Mail=email" (repeatable)',
  },
  ignore: {
    kind: "parsed",
    parse: String,
    optional: true,
    variadic: true,
    placeholder: "HEADER",
    brief: "Do not read this column (repeatable)",
  },
};

const FORMAT_FLAG = {
  kind: "enum",
  optional: true,
  placeholder: "FORMAT",
  brief: "Format of the file (default: by its content and extension)",
} as const;

/** Flags for the format of a file of users. */
export const fileFlags: FlagParametersForType<Pick<FileFlags, "format" | "raw" | "map" | "ignore">> = {
  format: { ...FORMAT_FLAG, values: ["csv", "ndjson", "json"] },
  ...readerFlags,
};

/** Flags of commands that read a list of users. */
export interface ListFlags extends ColumnFlags {
  readonly file?: string | undefined;
  readonly format?: FileFormat | "lines" | undefined;
  readonly raw?: boolean | undefined;
}

export const listFlags: FlagParametersForType<ListFlags> = {
  file: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "FILE|-",
    brief: "Read USERs from a file: one per line, CSV or JSON",
  },
  format: { ...FORMAT_FLAG, values: ["lines", "csv", "ndjson", "json"] },
  ...readerFlags,
};

/** Brings the users on the server in line with a file. With `create`, missing users are created. */
export async function changeFromFile(
  file: string,
  flags: FileFlags,
  context: Context,
  { create, command }: { create: boolean; command: Parameters<typeof commandLine> },
): Promise<RowsResult> {
  requireConfirmation(flags, context);
  // Loaded late: the help of a command need not load the CSV parser.
  const [{ readImportFile }, { matchRows }] = await Promise.all([
    import("../import-file/import-file.ts"),
    import("../import-file/match.ts"),
  ]);
  const bytes = await readInput(file, flags, context);
  const { rows, problems, ignored, notes } = readImportFile(bytes, { ...flags, name: file, create });
  if (flags.json !== true) {
    if (ignored.length > 0) context.note(`Ignored read-only columns: ${ignored.join(", ")}.`);
    notes.forEach(context.note);
  }
  const { users, ownGuid } = await openPlan(context);
  const matched = await matchRows(rows, users, context);
  const changes = [
    ...matched.rows.map(({ row, existing }) => decideRow(row, existing, { create })),
    ...matched.invalid,
    ...problems.map(invalidChange),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const source = file === "-" ? "standard input" : file;
  return await runPlan({ source, changes }, { flags, context, users, ownGuid, resume: commandLine(...command) });
}
