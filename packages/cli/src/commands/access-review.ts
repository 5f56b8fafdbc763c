import { USER_ROLES } from "@connect-sdk/api";
import { accessReview, type AccessReviewRow, planAccessReview, type ReviewDecision } from "@connect-sdk/lifecycle";
import { commandLine, readInput } from "../bulk/flags.ts";
import { type LifecycleFlags, lifecycleFlags, runLifecyclePlan } from "../bulk/lifecycle-plan.ts";
import { countOf } from "../bulk/show.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags, rowFlags } from "../command-line/flags.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import type { Result, RowFlags } from "../terminal/result.ts";

interface Flags extends LifecycleFlags, RowFlags {
  readonly permissions?: boolean | undefined;
}

export default defineCommand<Flags, string[]>({
  description:
    "Lists who has access, with blank columns for the reviewers: decision (keep, lock, viewer, publisher), reviewer, date and " +
    "comment. `access-review apply FILE` carries out the decisions: it shows the plan first, and refuses rows whose role or " +
    "lock has changed since the review.",
  examples: [
    ["access-review --csv --output review.csv", "Write the list for the reviewers"],
    ["access-review apply review.csv --dry-run", "See what their decisions change"],
    ["access-review apply review.csv --yes --report applied.csv", "Carry them out, with evidence"],
  ],
  usage: "[apply FILE|-]",
  choices: ["apply"],
  parameters: {
    flags: {
      ...globalFlags,
      ...rowFlags,
      ...lifecycleFlags,
      permissions: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "List the content of others that each user can see (one request per content item)",
      },
    },
    positional: {
      kind: "array",
      parameter: { brief: "apply, and the reviewed file", placeholder: "ACTION", parse: String },
    },
  },
  async run(flags, [action, file, extra], context) {
    if (action === undefined) return await review(flags, context);
    if (action !== "apply") {
      throw usageError(
        `\`access-review ${action}\` does not exist.`,
        "Use `access-review apply FILE`, or leave it out.",
      );
    }
    if (file === undefined) throw usageError("FILE is missing.", "Name the reviewed file, or - for standard input.");
    if (flags.sort !== undefined || flags.limit !== undefined) {
      throw usageError("`access-review apply` takes the whole file.", "Leave --sort and --limit out.");
    }
    if (extra !== undefined) throw usageError(`Unexpected argument: \`${extra}\`.`, "Leave it out.");
    const decisions = await readDecisions(file, flags, context);
    return await runLifecyclePlan((connection, signal) => planAccessReview(connection, decisions, { signal }), {
      flags,
      context,
      resume: commandLine("access-review", [action, file], flags),
    });
  },
});

async function review({ permissions }: Flags, { connect, signal, now, warn }: Context): Promise<Result> {
  const options = { permissions: permissions === true, now: new Date(now()), signal };
  const { rows, asOf, server, version, takenBy, sha256, notes } = await accessReview(await connect(), options);
  notes.forEach(warn);
  const source = `${server}${version === null ? "" : ` (Connect ${version})`}`;
  const by = takenBy === null ? "" : ` by ${takenBy}`;
  return {
    kind: "rows",
    rows: rows.map((row) => ({ as_of: asOf, server, version, ...flatten(row) })),
    columns: ["username", "user_role", "account_status", "idle_days", "groups", "owned_content", "decision"],
    csvColumns: COLUMNS,
    note: `${countOf(rows.length, "user")} of ${source}, read at ${asOf}${by}. SHA-256 of the rows: ${sha256}`,
  };
}

/** Lists become words, so that the file can be edited as a table. */
function flatten(row: AccessReviewRow): object {
  const { groups, collaborations } = row;
  return { ...row, groups: groups?.join("; ") ?? null, collaborations: collaborations?.join("; ") ?? null };
}

const COLUMNS = [
  ...["as_of", "server", "version"],
  ...["guid", "username", "email", "first_name", "last_name", "user_role", "locked", "account_status"],
  ...["created_time", "active_time", "idle_days", "groups", "owned_content", "collaborations"],
  ...["decision", "reviewer", "date", "comment"],
];

/** Reads the columns of a reviewed file that matter. The reviewers may have removed others, and sorted the rows. */
async function readDecisions(file: string, flags: Flags, context: Context): Promise<ReviewDecision[]> {
  const { readColumns } = await import("../import-file/csv.ts");
  const bytes = await readInput(file, flags, context);
  return readColumns(bytes, file, ["guid", "user_role", "locked", "decision"]).map((row, index): ReviewDecision => {
    const place = `${file === "-" ? "Standard input" : file}, row ${index + 1}`;
    const user_role = USER_ROLES.find((role) => role === row.user_role);
    const locked = ["true", "false"].indexOf(row.locked.toLowerCase());
    if (user_role === undefined || locked === -1 || row.guid === "") {
      throw usageError(
        `${place}: guid, user_role or locked is not as it was written.`,
        "Keep these columns as they are: they show what was reviewed.",
      );
    }
    return { guid: row.guid, user_role, locked: locked === 0, decision: row.decision };
  });
}
