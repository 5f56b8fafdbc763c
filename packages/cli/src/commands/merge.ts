import { type LockOrder, type MergePair, planMerge } from "@connect-sdk/lifecycle";
import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import { commandLine, fileFlags, readInput, type ReaderFlags } from "../bulk/flags.ts";
import { type LifecycleFlags, lifecycleFlags, runLifecyclePlan } from "../bulk/lifecycle-plan.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import { userArguments } from "../command-line/users.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { lockFlag, renameFlag } from "./offboard.ts";

interface Flags extends LifecycleFlags, ReaderFlags {
  readonly file?: string | undefined;
  readonly role?: "highest" | "keep" | UserRole | undefined;
  readonly allowAdministrator?: boolean | undefined;
  readonly lock?: LockOrder | undefined;
  readonly renameClashes?: string | undefined;
}

export default defineCommand<Flags, string[]>({
  description:
    "Merges two accounts of one person: role, content, groups and access of FROM go to INTO, then FROM is locked. Shows the plan " +
    "first. Reads one page per content item of the server, once for all pairs.",
  examples: [
    ["merge jdoe@old.example.com jdoe --dry-run", "See what would be merged"],
    ["merge jdoe-old jdoe", "Do it after a confirmation"],
    ["merge --file pairs.csv --yes --report merged.csv", "Merge many accounts after a change of the sign-in provider"],
  ],
  usage: "FROM INTO|--file FILE",
  parameters: {
    flags: {
      ...globalFlags,
      ...lifecycleFlags,
      ...fileFlags,
      file: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE|-",
        brief: "Read pairs from a CSV, NDJSON or JSON file with the columns from and into",
      },
      role: {
        kind: "enum",
        values: ["highest", "keep", ...USER_ROLES],
        optional: true,
        placeholder: "ROLE",
        brief: "Role of INTO, which is never lowered; default: the higher one of both, up to publisher",
      },
      allowAdministrator: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Allow promoting INTO to administrator",
      },
      ...lockFlag("last"),
      ...renameFlag,
    },
    positional: userArguments,
  },
  async run(flags, names, context) {
    const { role, allowAdministrator, lock, renameClashes, force } = flags;
    const pairs = await readPairs(flags, names, context);
    const options = { pairs, role, allowAdministrator, lock, renameClashes, force };
    return runLifecyclePlan((connection, signal) => planMerge(connection, { ...options, signal }), {
      flags,
      context,
      resume: commandLine("merge", names, flags),
    });
  },
});

async function readPairs(flags: Flags, names: readonly string[], context: Context): Promise<MergePair[]> {
  const [from, into, extra] = names;
  if (flags.file !== undefined) {
    if (from !== undefined)
      throw usageError("FROM INTO and --file cannot be combined.", "Put all pairs into the file.");
    const { readTable } = await import("../import-file/import-file.ts");
    const bytes = await readInput(flags.file, flags, context);
    return readTable(bytes, { ...flags, name: flags.file }, ["from", "into"]);
  }
  if (extra !== undefined) throw usageError(`Unexpected argument: \`${extra}\`.`, "Use --file for more than one pair.");
  if (from !== undefined && into !== undefined) return [{ from, into }];
  const fix = "For example: `connect-users merge jdoe-old jdoe`. Or use --file FILE.";
  throw usageError(`${from === undefined ? "FROM" : "INTO"} is missing.`, fix);
}
