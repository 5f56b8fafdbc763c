import type { Context } from "../context.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { RowsResult } from "../terminal/result.ts";
import { readInput } from "../rows/read-input.ts";
import { type FileFormat, readUserRows } from "../rows/read-user-rows.ts";
import { commandLine } from "./command-line.ts";
import { findExisting } from "./find-existing.ts";
import { openPlan } from "./open-plan.ts";
import { type PlanFlags, requireConsent } from "./plan-flags.ts";
import { invalidRow, planRow } from "./plan-row.ts";
import type { Entry } from "./plan.ts";
import { runPlan } from "./run-plan.ts";

/** Flags of commands that read a file of users. */
export interface FileFlags extends GlobalFlags, PlanFlags {
  readonly format?: FileFormat | undefined;
  readonly raw?: boolean | undefined;
}

/** Brings the users of the server in line with a file. `create`: also makes those that are not there yet. */
export async function changeFromFile(
  file: string,
  flags: FileFlags,
  context: Context,
  { create, again }: { create: boolean; again: Parameters<typeof commandLine> },
): Promise<RowsResult> {
  requireConsent(flags, context.ask);
  const { rows, problems, skipped } = readUserRows(await readInput(file, flags, context), { ...flags, name: file });
  if (skipped.length > 0 && flags.json !== true)
    context.note(`Only the server writes ${skipped.join(", ")}: not imported.`);

  const { users, ownGuid } = await openPlan(context);
  const existing = await findExisting(
    rows.map(({ username }) => username),
    users,
    context,
  );
  const entries: Entry[] = [
    ...rows.map((row) => planRow(row, existing(row.username), { create })),
    ...problems.map(invalidRow),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const source = file === "-" ? "standard input" : file;
  return await runPlan({ source, entries }, { flags, context, users, ownGuid, again: commandLine(...again) });
}
