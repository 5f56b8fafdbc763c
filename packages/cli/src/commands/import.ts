/* `import`, and what `update --file` has in common with it. */
import { planImport, readAccounts } from "@connect-sdk/lifecycle";
import {
  type DuplicateFlags,
  type PlanFlags,
  type ReaderFlags,
  commandLine,
  duplicateFlags,
  fileFlags,
  planFlags,
  readInput,
  requireConfirmation,
} from "../bulk/flags.ts";
import { madeChanges, readReport } from "../bulk/journal.ts";
import { openPlan, runPlan } from "../bulk/run.ts";
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags } from "../command-line/flags.ts";
import type { Context } from "../context.ts";
import type { RowsResult } from "../terminal/result.ts";

export default defineCommand<FileFlags, [string]>({
  description:
    "Creates and updates users from a CSV, NDJSON or JSON file. Users are matched by username. Shows the plan first. Empty cells " +
    "leave a field unchanged. Nothing is sent while a row is invalid.",
  examples: [
    ["import users.csv --dry-run", "See what would be created and changed"],
    ["import users.csv", "Import after a confirmation"],
    ["import users.csv --yes --report report.csv", "Import from a script, and keep the result of each row"],
    ["import okta.csv --map login=username --ignore title --dry-run", "Read the columns of another system"],
    ["export | sed s/viewer/publisher/ | connect-users import - --yes", "Change all users through a pipe"],
  ],
  usage: "FILE|-",
  parameters: {
    flags: { ...globalFlags, ...planFlags, ...fileFlags, ...duplicateFlags },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "CSV, NDJSON or JSON, or - for standard input", placeholder: "FILE", parse: String }],
    },
  },
  run: (flags, [file], context) =>
    changeFromFile(file, flags, context, { create: true, command: ["import", [file], flags] }),
});

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
