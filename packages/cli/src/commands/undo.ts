import { type MadeChange, planUndo, type UndoneField } from "@connect-sdk/lifecycle";
import { commandLine, readInput } from "../bulk/flags.ts";
import { readJournal, type WrittenRow } from "../bulk/journal.ts";
import { type LifecycleFlags, lifecycleFlags, runLifecyclePlan } from "../bulk/lifecycle-plan.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import { usageError } from "../errors.ts";

export default defineCommand<LifecycleFlags, [string]>({
  description:
    "Takes back what a bulk command did, from its report: sets values back, unlocks what was locked, and locks what was unlocked. " +
    "Accounts cannot be deleted, so what was created is locked. What was changed again since is refused. Shows the plan first.",
  examples: [
    ["undo report.csv --dry-run", "See what would be taken back"],
    ["undo report.csv --yes --report undone.csv", "Take it back"],
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
    const changes = rows.filter(({ status }) => status === "done").map(toChange);
    if (changes.length === 0) throw usageError(`${file} has no change to take back.`, "Nothing was done in that run.");
    const { force } = flags;
    return await runLifecyclePlan(
      (connection, signal) => planUndo(connection, changes, { force, source: file, signal }),
      { flags, context, resume: commandLine("undo", [file], flags) },
    );
  },
});

function normalize(url: string): string {
  return url.replace(/\/+$/, "").toLowerCase();
}

function toChange({ action, guid, username, changes }: WrittenRow): MadeChange {
  return { action, guid, username, fields: readFields(action, changes) };
}

/** Reads `email: a@x → b@x; user_role: viewer → publisher`, and `viewer → publisher` of a role. */
function readFields(action: string, changes: string): MadeChange["fields"] {
  const text = action === "promote" || action === "demote" ? `user_role: ${changes}` : changes;
  const parts = text.split(/; (?=(?:email|first_name|last_name|user_role|locked): )/);
  const fields: Partial<Record<UndoneField, { from: string; to: string }>> = {};
  for (const part of parts) {
    const [, name, before = "", after] = /^(\w+): (?:(.*?) → )?(.*)$/s.exec(part) ?? [];
    const field = FIELDS.find((each) => each === name);
    if (field !== undefined && after !== undefined) fields[field] = { from: read(before), to: read(after) };
  }
  return fields;
}

const FIELDS: readonly UndoneField[] = ["email", "first_name", "last_name", "user_role", "locked"];

/** As the report writes values. */
function read(value: string): string {
  if (value === "(empty)") return "";
  return value === "yes" ? "true" : value === "no" ? "false" : value;
}
