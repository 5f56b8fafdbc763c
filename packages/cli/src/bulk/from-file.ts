import type { User } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import { decideRow, invalidChange } from "../plan/decide.ts";
import type { Change } from "../plan/plan.ts";
import type { RowsResult } from "../terminal/result.ts";
import { commandLine, readInput, requireConfirmation, type PlanFlags, type ReaderFlags } from "./flags.ts";
import { openPlan, type PlanSession, runPlan } from "./run.ts";

/** Flags of commands that read a file of users. */
export type FileFlags = GlobalFlags & PlanFlags & ReaderFlags;

/** Brings the users on the server in line with a file. With `create`, missing users are created. */
export async function changeFromFile(
  file: string,
  flags: FileFlags,
  context: Context,
  {
    create,
    command,
    allowDuplicates = false,
  }: { create: boolean; command: Parameters<typeof commandLine>; allowDuplicates?: boolean | undefined },
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
  const session = await openPlan(context);
  const { users } = session;
  const matched = await matchRows(rows, users, { ...context, create });
  const decided = [
    ...matched.rows.map(({ row, existing }) => decideRow(row, existing, { create })),
    ...matched.invalid,
    ...problems.map(invalidChange),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const changes = await checkDuplicates(decided, session, context, allowDuplicates);
  const source = file === "-" ? "standard input" : file;
  return await runPlan(
    { source, changes },
    { ...session, flags, context, command: command[0], resume: commandLine(...command) },
  );
}

/** Reads all accounts only if a row makes an account or sets an e-mail address. */
async function checkDuplicates(
  changes: readonly Change[],
  { users }: PlanSession,
  { signal, progress }: Context,
  allow: boolean,
): Promise<readonly Change[]> {
  const isDoubtful = changes.some(
    ({ action, fields, decision }) =>
      decision.status === "planned" && (action === "create" || fields.some(({ field }) => field === "email")),
  );
  if (!isDoubtful) return changes;
  const { markDuplicates } = await import("../plan/risk.ts");
  const shown = progress("Looking for duplicates");
  try {
    const accounts: User[] = [];
    for await (const user of users.find({}, { signal })) accounts.push(user);
    return markDuplicates(changes, accounts, { allow });
  } finally {
    shown.end();
  }
}
