import { planImport, readAccounts } from "@connect-sdk/lifecycle";
import type { Context } from "../context.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { RowsResult } from "../terminal/result.ts";
import {
  commandLine,
  type DuplicateFlags,
  type PlanFlags,
  readInput,
  type ReaderFlags,
  requireConfirmation,
} from "./flags.ts";
import { madeChanges, readReport } from "./journal.ts";
import { openPlan, runPlan } from "./run.ts";

/** Flags of commands that read a file of users. */
export type FileFlags = GlobalFlags & PlanFlags & ReaderFlags & DuplicateFlags;

/** Brings the users on the server in line with a file. With `create`, missing users are created. */
export async function changeFromFile(
  file: string,
  flags: FileFlags,
  context: Context,
  { create, command }: { create: boolean; command: Parameters<typeof commandLine> },
): Promise<RowsResult> {
  requireConfirmation(flags, context);
  // Loaded late: the help of a command need not load the CSV parser.
  const [{ readImportFile }, { matchRows, wantedAccounts }] = await Promise.all([
    import("../import-file/import-file.ts"),
    import("../import-file/match.ts"),
  ]);
  const bytes = await readInput(file, flags, context);
  const { rows, problems, ignored, notes } = readImportFile(bytes, { ...flags, name: file, create });
  if (flags.json !== true) {
    if (ignored.length > 0) context.note(`Ignored read-only columns: ${ignored.join(", ")}.`);
    notes.forEach(context.note);
  }
  const earlier = madeChanges(await readReport(flags, context));
  const session = await openPlan(context);
  const source = file === "-" ? "standard input" : file;
  const createPlan = async () => {
    const { users } = session.connection;
    const { signal } = context;
    // New users are compared with all users, so that these are read once and not looked up one by one.
    const accounts = create ? await readAccounts(users, wantedAccounts(rows, problems), context) : undefined;
    const { progress } = context;
    const matched = await matchRows(rows, users, { signal, progress, accounts, create });
    return await planImport(session.connection, matched.rows, {
      create,
      earlier,
      problems: [...problems, ...matched.problems],
      source,
      signal,
      ...(accounts !== undefined && { accounts }),
      ...(flags.force === true && { force: true }),
      ...(flags.allowDuplicates === true && { allowDuplicates: true }),
    });
  };
  return await runPlan(createPlan, {
    ...session,
    flags,
    context,
    command: command[0],
    resume: commandLine(...command),
  });
}
