/* What all bulk commands share: flags, input, confirmation, output and messages around the engine in `plan/`. */
import type { Plan } from "@connect-sdk/lifecycle";
import type { FlagParametersForType } from "@stricli/core";
import { kebabCase, positiveInteger } from "../command-line/flags.ts";
import type { ConnectionFlags } from "../connection/settings.ts";
import type { Context } from "../context.ts";
import type { Files } from "../terminal/files.ts";
import { usageError } from "../errors.ts";
import type { ColumnFlags } from "../import-file/columns.ts";
import type { FileFormat } from "../import-file/import-file.ts";

/** Flags of every command that changes more than one user. */
export interface PlanFlags {
  readonly dryRun?: boolean | undefined;
  readonly planOut?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly report?: string | undefined;
  readonly concurrency?: number | undefined;
  readonly force?: boolean | undefined;
  readonly skipInvalid?: boolean | undefined;
}

/** The flag of commands that create and rename accounts. */
export interface DuplicateFlags {
  readonly allowDuplicates?: boolean | undefined;
}

export const duplicateFlags: FlagParametersForType<DuplicateFlags> = {
  allowDuplicates: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Allow users that look like others or share an e-mail address",
  },
};

export const planFlags: FlagParametersForType<PlanFlags> = {
  dryRun: { kind: "boolean", optional: true, withNegated: false, brief: "Print the plan without changing anything" },
  planOut: {
    kind: "parsed",
    parse: readPlanName,
    optional: true,
    placeholder: "FILE",
    brief: "Save the plan for `apply FILE` without changing anything",
  },
  yes: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Skip confirmation (required when not interactive)",
  },
  report: {
    kind: "parsed",
    parse: readReportName,
    optional: true,
    placeholder: "FILE",
    brief: "Append each result to a CSV file as soon as it is known",
  },
  skipInvalid: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Skip invalid rows and process the rest",
  },
  force: { kind: "boolean", optional: true, withNegated: false, brief: "Allow locking or demoting your own account" },
  concurrency: {
    kind: "parsed",
    parse: readConcurrency,
    optional: true,
    placeholder: "N",
    brief: "Number of users to change in parallel (default: 6)",
  },
};

/** Flags that say how to read a file of users. */
export interface ReaderFlags extends ColumnFlags {
  readonly format?: FileFormat | undefined;
  readonly raw?: boolean | undefined;
}

const readerFlags: FlagParametersForType<Omit<ReaderFlags, "format">> = {
  raw: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Read CSV cells as they are, for files written with --csv-raw",
  },
  map: {
    kind: "parsed",
    parse: String,
    optional: true,
    variadic: true,
    placeholder: "HEADER=COLUMN",
    brief: 'Read a column under another name, such as "E-Mail=email" (repeatable)',
  },
  ignore: {
    kind: "parsed",
    parse: String,
    optional: true,
    variadic: true,
    placeholder: "HEADER",
    brief: "Do not read this column (repeatable)",
  },
};

const FORMAT_FLAG = {
  kind: "enum",
  optional: true,
  placeholder: "FORMAT",
  brief: "Format of the file (default: by its content and extension)",
} as const;

/** Flags for the format of a file of users. */
export const fileFlags: FlagParametersForType<ReaderFlags> = {
  format: { ...FORMAT_FLAG, values: ["csv", "ndjson", "json"] },
  ...readerFlags,
};

/** Flags of commands that read a list of users. */
export interface ListFlags extends ColumnFlags {
  readonly file?: string | undefined;
  readonly format?: FileFormat | "lines" | undefined;
  readonly raw?: boolean | undefined;
}

export const listFlags: FlagParametersForType<ListFlags> = {
  file: {
    kind: "parsed",
    parse: String,
    optional: true,
    placeholder: "FILE|-",
    brief: "Read USERs from a file: one per line, CSV or JSON",
  },
  format: { ...FORMAT_FLAG, values: ["lines", "csv", "ndjson", "json"] },
  ...readerFlags,
};

function readReportName(name: string): string {
  if (name !== "-" && name !== "") return name;
  throw new Error("The report must be a file. Use --csv to print the rows.");
}

function readPlanName(name: string): string {
  if (name !== "-" && name !== "") return name;
  throw new Error("The plan must be saved in a file. Use --dry-run --json to print it.");
}

function readConcurrency(text: string): number {
  const number = positiveInteger(text);
  if (number <= MAX_CONCURRENCY) return number;
  throw new Error(`\`${text}\` is above the maximum of ${MAX_CONCURRENCY}.`);
}

const MAX_CONCURRENCY = 64;

/** Stops a script that cannot be asked for confirmation before it sends anything. */
export function requireConfirmation({ dryRun, planOut, yes }: PlanFlags, { ask }: Pick<Context, "ask">): void {
  if (planOut !== undefined && yes === true) {
    throw usageError(
      "--plan-out and --yes cannot be combined: saving a plan changes nothing.",
      `Leave --yes out, then run \`connect-users apply ${planOut} --yes\`.`,
    );
  }
  if (dryRun === true || planOut !== undefined || yes === true || ask.possible) return;
  throw usageError(
    "This may change many users and needs confirmation, but there is no terminal to ask at.",
    "Review the plan with --dry-run, then add --yes.",
  );
}

/** Reads the input file of a bulk command, or standard input for `-`. */
export async function readInput(
  file: string,
  flags: Pick<ConnectionFlags, "apiKeyFile"> & Pick<PlanFlags, "report">,
  { files }: Pick<Context, "files">,
): Promise<Uint8Array> {
  if (file === "-" && flags.apiKeyFile === "-") {
    throw usageError("The API key and the rows cannot both come from standard input.", "Put one of them in a file.");
  }
  await requireOtherReport(flags, file, "the input file", files);
  return await files.bytes(file);
}

/** Stops a report that would be written into a file that the command reads. */
async function requireOtherReport(
  { report, apiKeyFile }: Pick<ConnectionFlags, "apiKeyFile"> & Pick<PlanFlags, "report">,
  file: string,
  what: string,
  files: Files,
): Promise<void> {
  if (report === undefined) return;
  if (await files.isSame(file, report)) {
    throw usageError(`The report would overwrite ${what}.`, "Choose another name for the report.");
  }
  if (apiKeyFile !== undefined && apiKeyFile !== "-" && apiKeyFile !== file) {
    await requireOtherReport({ report }, apiKeyFile, "the file of the API key", files);
  }
}

/**
 * Stops before anything is read if the file of `--plan-out` cannot be used: only a saved plan is replaced.
 *
 * @throws CliError of kind `usage` if the file is something else.
 */
export async function requirePlanFile(name: string | undefined, { files }: Pick<Context, "files">): Promise<void> {
  if (name === undefined) return;
  const bytes = await files.bytes(name).catch(() => undefined);
  if (bytes === undefined || bytes.length === 0 || isSavedPlan(new TextDecoder().decode(bytes))) return;
  throw usageError(`${name} exists and is not a saved plan, so it is not overwritten.`, "Choose another name.");
}

function isSavedPlan(text: string): boolean {
  return /^\ufeff?\s*\{\s*"format"\s*:\s*"connect-sdk-plan"/.test(text);
}

/** Saves a plan in the file of `--plan-out`, which only the user can read. Returns what to do next; empty without the flag. */
export async function savePlan(
  plan: Plan,
  { planOut }: Pick<PlanFlags, "planOut">,
  { files, now, signal }: Pick<Context, "files" | "now" | "signal">,
): Promise<string> {
  if (planOut === undefined) return "";
  await files.write(planOut, await plan.save({ now: new Date(now()), signal }), { isPrivate: true });
  return ` Saved the plan in ${planOut}. To apply it: ${commandLine("apply", [planOut], {})}`;
}

/** Returns the command line for these arguments and flags, to be shown for a re-run. */
export function commandLine(name: string, args: readonly string[], flags: object): string {
  const words = Object.entries(flags).flatMap(([flag, value]: [string, unknown]): string[] => {
    const option = `--${kebabCase(flag)}`;
    if (value === true) return [option];
    if (typeof value === "string")
      return value.startsWith("-") && value !== "-" ? [`${option}=${value}`] : [option, value];
    if (typeof value === "number") return [option, String(value)];
    if (flag === "map" || flag === "ignore")
      return Array.isArray(value) ? value.flatMap((each) => [option, String(each)]) : [];
    return Array.isArray(value) ? [option, value.join(flag === "fields" ? "," : "|")] : [];
  });
  return ["connect-users", name, ...args, ...words].map(quote).join(" ");
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Turns the options of the library, as `maxLock: 11` in backquotes, into flags. */
export function asFlags(text: string): string {
  return text.replace(/`([a-z]\w*)(?:: ([^`]+))?`/g, (quoted, name: string, value?: string) => {
    if (!OPTIONS.has(name)) return quoted;
    return `\`--${kebabCase(name === "members" ? "membersFile" : name)}${value === undefined || value === "true" ? "" : ` ${value}`}\``;
  });
}

const OPTIONS: ReadonlySet<string> = new Set([
  ...[
    "allowAdministrator",
    "allowDuplicates",
    "force",
    "includeAdministrators",
    "keepAccess",
    "lock",
    "map",
    "maxCreate",
    "maxDemotions",
    "maxLock",
    "members",
    "missing",
  ],
  ...["permissions", "renameClashes", "role", "to"],
]);
