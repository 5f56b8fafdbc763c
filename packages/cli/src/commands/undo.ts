/* What starts from a file that this program wrote: a saved plan, or a report to take back. */
import { loadPlan, planUndo } from "@connect-sdk/lifecycle";
import { commandLine, readInput } from "../bulk/flags.ts";
import { madeChanges, readJournal, readReport, startedMoves } from "../bulk/journal.ts";
import { type LifecycleFlags, lifecycleFlags, runLifecyclePlan } from "../bulk/lifecycle-plan.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import { usageError } from "../errors.ts";

export default defineCommand<LifecycleFlags, [string]>({
  description:
    "Undoes the changes of a bulk command from its report: restores values, unlocks locked accounts, and locks unlocked ones. " +
    "Accounts cannot be deleted, so created ones are locked. Refuses values that have changed since the run. Shows the plan first.",
  examples: [
    ["undo report.csv --dry-run", "See what would be undone"],
    ["undo report.csv --yes --report undone.csv", "Undo it from a script"],
  ],
  usage: "REPORT",
  parameters: {
    flags: { ...globalFlags, ...lifecycleFlags },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "A file that a command has written with --report", placeholder: "REPORT", parse: String }],
    },
  },
  async run(flags, [file], context) {
    const bytes = await readInput(file, flags, context);
    const rows = await readJournal(new TextDecoder().decode(bytes), file === "-" ? "Standard input" : file);
    const { url } = await context.connect();
    const foreign = rows.find(({ server }) => normalize(server) !== normalize(url));
    if (foreign !== undefined) {
      throw usageError(
        `${file} is the report of another server, ${foreign.server}.`,
        `Add --server ${foreign.server}.`,
      );
    }
    const changes = madeChanges(rows);
    if (changes.length === 0) throw usageError(`${file} has no change to take back.`, "Nothing was done in that run.");
    const { force } = flags;
    return await runLifecyclePlan(
      (connection, signal) => planUndo(connection, changes, { force, source: file, signal }),
      { flags, context, resume: commandLine("undo", [file], flags) },
    );
  },
});

const { dryRun, check, yes, report, concurrency } = lifecycleFlags;

/** The command `apply`. */
export const applyCommand = defineCommand<Omit<LifecycleFlags, "planOut" | "force">, [string]>({
  description:
    "Applies a plan that was saved with --plan-out. Plans again first: if anything that a step changes is not as it was, the plan is " +
    "stale, and nothing is changed. A file that was edited is refused. Applying it again finishes what an interrupted run left.",
  examples: [
    ["apply plan.json --dry-run", "See what a saved plan would do, and whether it is stale"],
    ["apply plan.json --yes --report jdoe.csv", "Apply exactly this plan"],
  ],
  usage: "PLAN",
  parameters: {
    flags: { ...globalFlags, dryRun, check, yes, report, concurrency },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "A file that a command has written with --plan-out", placeholder: "PLAN", parse: String }],
    },
  },
  async run(flags, [file], context) {
    const text = new TextDecoder().decode(await readInput(file, flags, context));
    const started = startedMoves(await readReport(flags, context));
    return await runLifecyclePlan((connection, signal) => loadPlan(connection, text, { started, signal }), {
      flags,
      context,
      resume: commandLine("apply", [file], flags),
    });
  },
});

function normalize(url: string): string {
  return url.replace(/\/+$/, "").toLowerCase();
}
