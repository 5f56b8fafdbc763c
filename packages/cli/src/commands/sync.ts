import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import {
  type Cap,
  type DesiredUser,
  type Plan,
  planSync,
  type RowProblem,
  type SyncScope,
} from "@connect-sdk/lifecycle";
import { commandLine, fileFlags, readInput, type ReaderFlags } from "../bulk/flags.ts";
import { csvCell, madeChanges, readReport } from "../bulk/journal.ts";
import type { Connection, Users } from "@connect-sdk/users";
import { type LifecycleFlags, lifecycleFlags, runLifecyclePlan } from "../bulk/lifecycle-plan.ts";
import { countOf } from "../bulk/show.ts";
import { isTime } from "../command-line/ages.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags, positiveInteger } from "../command-line/flags.ts";
import type { Context } from "../context.ts";
import type { FileRow, TextCell } from "../import-file/import-file.ts";
import { CliError, usageError } from "../errors.ts";
import { readCap } from "./roles.ts";

interface Flags extends LifecycleFlags, ReaderFlags {
  readonly missing?: "report" | "lock" | "write" | undefined;
  readonly missingFile?: string | undefined;
  readonly maxLock?: Cap | undefined;
  readonly maxCreate?: number | undefined;
  readonly protect?: string | undefined;
  readonly allowDuplicates?: boolean | undefined;
  readonly allowAdministrator?: boolean | undefined;
  readonly includeAdministrators?: boolean | undefined;
  readonly prefix?: string | undefined;
  readonly role?: UserRole | undefined;
  readonly group?: string | undefined;
  readonly emailDomain?: string | undefined;
  readonly createdBefore?: string | undefined;
}

export default defineCommand<Flags, [string]>({
  description:
    "Brings the accounts of the server in line with a file: creates and updates like `import`, and on request locks accounts in " +
    "scope that are not in the file. Shows the plan first. Refuses an empty file, and to lock more than 10% of the scope unless " +
    "--max-lock allows it.",
  examples: [
    ["sync people.csv --email-domain example.com --dry-run", "See what differs, and which accounts have no row"],
    [
      "sync people.csv --email-domain example.com --missing lock --yes --report sync.csv",
      "Every night, from a cron job",
    ],
    ["sync people.csv --email-domain example.com --missing lock --max-lock 25", "Allow up to 25 locks"],
    [
      "sync people.csv --email-domain example.com --missing write --missing-file gone.csv --dry-run",
      "Write the accounts without a row to a file, to be reviewed and locked with `lock --file gone.csv`",
    ],
    ["sync people.csv --check", "Exit with 10 if something differs"],
  ],
  usage: "FILE|-",
  parameters: {
    flags: {
      ...globalFlags,
      ...lifecycleFlags,
      ...fileFlags,
      missing: {
        kind: "enum",
        values: ["report", "lock", "write"],
        optional: true,
        placeholder: "WHAT",
        brief: "What to do with accounts in scope that are not in the file: report (default), write to a file, or lock",
      },
      missingFile: {
        kind: "parsed",
        parse: readOutputName,
        optional: true,
        placeholder: "FILE",
        brief: "The CSV file of --missing write; review it, then pass it to `lock --file`",
      },
      maxLock: {
        kind: "parsed",
        parse: readCap,
        optional: true,
        placeholder: "N|N%",
        brief: "The most accounts to lock or demote; default: 10% of the scope",
      },
      maxCreate: {
        kind: "parsed",
        parse: positiveInteger,
        optional: true,
        placeholder: "N",
        brief: "The most accounts to create",
      },
      protect: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE",
        brief: "Leave these USERs alone, one per line",
      },
      allowDuplicates: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Create users that look like others or share an e-mail address",
      },
      allowAdministrator: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Allow rows to change administrators and to promote users to administrator",
      },
      includeAdministrators: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Include administrators that are not in the file in --missing",
      },
      prefix: text("TEXT", "Scope: usernames that start with this"),
      role: {
        kind: "enum",
        values: USER_ROLES,
        optional: true,
        placeholder: "ROLE",
        brief: "Scope: this role",
      },
      group: text("GROUP", "Scope: members of this group"),
      emailDomain: text("DOMAIN", "Scope: e-mail addresses of this domain"),
      createdBefore: { ...text("DATE", "Scope: created before this date, such as 2026-01-31"), parse: readDate },
    },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "CSV or NDJSON, or - for standard input", placeholder: "FILE", parse: String }],
    },
  },
  async run(flags, [file], context) {
    const { maxLock, maxCreate, allowDuplicates, allowAdministrator, includeAdministrators, force } = flags;
    const scope = scopeOf(flags);
    // What is written is what is reported.
    const missing = flags.missing === "write" ? "report" : flags.missing;
    if ((flags.missing === "write") !== (flags.missingFile !== undefined)) {
      throw usageError("--missing write and --missing-file belong together.", "Add the other one, or leave both out.");
    }
    if (flags.missing !== undefined && flags.missing !== "report" && scope === undefined) {
      const fix =
        "Say which accounts the file is complete for: --prefix, --role, --group, --email-domain or --created-before.";
      throw usageError(`--missing ${flags.missing} needs a scope.`, fix);
    }
    const { desired, flawed } = await readRows(file, flags, context);
    const protect = flags.protect === undefined ? [] : await readProtected(flags.protect, context);
    const source = file === "-" ? "standard input" : file;
    const accounts = { protect, allowDuplicates, allowAdministrator, includeAdministrators, force };
    const earlier = madeChanges(await readReport(flags, context));
    const options = { earlier, scope, missing, maxLock, maxCreate, ...accounts, source };
    const { missingFile } = flags;
    if (missingFile !== undefined) await requireOtherFile(missingFile, [file, flags.report, flags.protect], context);
    const createPlan = async (connection: Connection, signal: AbortSignal): Promise<Plan> => {
      await refuseFlaws(file, flawed, connection.users, signal);
      const plan = await planSync(connection, desired, { ...options, signal });
      if (missingFile !== undefined && plan.refusals.length === 0) await writeMissing(missingFile, plan, context);
      return plan;
    };
    return runLifecyclePlan(createPlan, {
      flags,
      context,
      resume: commandLine("sync", [file], flags),
    });
  },
});

function readOutputName(name: string): string {
  if (name !== "-" && name !== "") return name;
  throw new Error("The accounts must be written to a file.");
}

async function requireOtherFile(
  name: string,
  others: readonly (string | undefined)[],
  { files }: Context,
): Promise<void> {
  for (const other of others) {
    if (other === undefined || other === "-" || !(await files.isSame(name, other))) continue;
    throw usageError(`--missing-file would overwrite ${other}.`, "Choose another name.");
  }
}

/** Writes the accounts that have no row, as `lock --file` reads them. */
async function writeMissing(name: string, { steps }: Plan, { files, note }: Context): Promise<void> {
  const missing = steps.filter(({ action }) => action === "missing");
  const lines = missing.map(({ target }) => [target.guid ?? "", target.name].map(csvCell).join(","));
  await files.write(name, ["guid,username", ...lines, ""].join("\n"));
  note(`Wrote ${countOf(missing.length, "account")} that ${missing.length === 1 ? "has" : "have"} no row to ${name}.`);
}

function text(placeholder: string, brief: string) {
  return { kind: "parsed", parse: String, optional: true, placeholder, brief } as const;
}

/** The rows of a file, and those of them that have a text that cannot be sent. */
interface FileContent {
  readonly desired: readonly DesiredUser[];
  readonly flawed: readonly FileRow[];
}

/** Nothing is sent while a row is invalid: its account could be the one that seems to be missing. */
async function readRows(file: string, flags: Flags, context: Context): Promise<FileContent> {
  // Loaded late: the help of a command need not load the CSV parser.
  const { readImportFile } = await import("../import-file/import-file.ts");
  const bytes = await readInput(file, flags, context);
  const { rows, problems, ignored, notes } = readImportFile(bytes, { ...flags, name: file, create: false });
  refuseProblems(file, problems);
  if (flags.json !== true) {
    if (ignored.length > 0) context.note(`Ignored read-only columns: ${ignored.join(", ")}.`);
    notes.forEach(context.note);
  }
  const desired = rows.map(({ line, identity, texts, rest }) => {
    const cells = { ...identity, ...texts };
    const values = Object.entries(cells).map(([column, { value }]) => [column, value] as const);
    return { line, ...Object.fromEntries(values), ...rest };
  });
  const flawed = rows.filter(({ identity, texts }) =>
    Object.values({ ...identity, ...texts }).some(({ flaw }) => flaw !== undefined),
  );
  return { desired, flawed: flawed.map(asSent) };
}

/** Blanks around a value are not sent, whether or not the account has them. */
function asSent({ identity, texts, ...row }: FileRow): FileRow {
  const trim = (cells: Readonly<Record<string, TextCell>>) =>
    Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, { ...cell, exact: cell.value }]));
  return { ...row, identity: trim(identity), texts: trim(texts) };
}

/** Refuses rows with a text that cannot be sent, unless it is what the account already has, so that it is not sent. */
async function refuseFlaws(file: string, rows: readonly FileRow[], users: Users, signal: AbortSignal): Promise<void> {
  if (rows.length === 0) return;
  const { matchRows } = await import("../import-file/match.ts");
  refuseProblems(file, (await matchRows(rows, users, { signal, create: true })).problems);
}

/** @throws CliError of kind `usage` if there are any. */
function refuseProblems(file: string, problems: readonly RowProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const count = countOf(new Set(problems.map(({ line }) => line)).size, "row");
  const message = `${file}: ${count} cannot be used, so nothing was sent. First: line ${first.line}, ${first.message}.`;
  throw new CliError("usage", message, first.fix);
}

async function readProtected(file: string, { files }: Context): Promise<string[]> {
  const { readUserList } = await import("../import-file/import-file.ts");
  const { rows, problems } = readUserList(await files.bytes(file), { name: file });
  const [problem] = problems;
  if (problem !== undefined) throw usageError(`${file}, line ${problem.line}: ${problem.message}.`, problem.fix);
  return rows.flatMap(({ identity: { guid, username, email } }) => (guid ?? username ?? email)?.value ?? []);
}

function readDate(text: string): string {
  if (isTime(text)) return text;
  throw new Error(`\`${text}\` is not a date such as 2026-01-31, or a time such as 2026-01-31T18:00:00Z.`);
}

function scopeOf({ prefix, role, group, emailDomain, createdBefore }: Flags): SyncScope | undefined {
  const scope = { prefix, role, group, emailDomain, createdBefore };
  return Object.values(scope).some((value) => value !== undefined) ? scope : undefined;
}
