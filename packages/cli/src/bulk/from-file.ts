import type { FlagParametersForType } from "@stricli/core";
import type { Context } from "../context.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { FileFormat } from "../import-file/import-file.ts";
import { decideRow, invalidChange } from "../plan/decide.ts";
import { findExisting } from "../plan/find-users.ts";
import type { RowsResult } from "../terminal/result.ts";
import { commandLine, readInput, requireConfirmation, type PlanFlags } from "./flags.ts";
import { openPlan, runPlan } from "./run.ts";

/** Flags of commands that read a file of users. */
export interface FileFlags extends GlobalFlags, PlanFlags {
  readonly format?: FileFormat | undefined;
  readonly raw?: boolean | undefined;
}

/** Flags for the format of a file of users. */
export const fileFlags: FlagParametersForType<Pick<FileFlags, "format" | "raw">> = {
  format: {
    kind: "enum",
    values: ["csv", "ndjson"],
    optional: true,
    placeholder: "FORMAT",
    brief: "Format of the file (default: by its extension, else csv)",
  },
  raw: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Read CSV cells as they are, for files written with --csv-raw",
  },
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
  const { readImportFile } = await import("../import-file/import-file.ts");
  const { rows, problems, ignored } = readImportFile(await readInput(file, flags, context), { ...flags, name: file });
  if (ignored.length > 0 && flags.json !== true) context.note(`Ignored read-only columns: ${ignored.join(", ")}.`);

  const { users, ownGuid } = await openPlan(context);
  const existing = await findExisting(
    rows.map(({ username }) => username),
    users,
    context,
  );
  const changes = [
    ...rows.map((row) => decideRow(row, existing(row.username), { create })),
    ...problems.map(invalidChange),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const source = file === "-" ? "standard input" : file;
  return await runPlan({ source, changes }, { flags, context, users, ownGuid, resume: commandLine(...command) });
}
