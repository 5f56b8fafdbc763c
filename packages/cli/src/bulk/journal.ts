/* The journal of `--report`: a row for each change, appended as soon as it is settled, so that it is true even after a crash. */
import type { FieldChange, MadeChange, UndoneField } from "@connect-sdk/lifecycle";
import { isObject } from "@connect-sdk/api/internal";
import { usageError } from "../errors.ts";
import type { ConnectionFlags } from "../connection/settings.ts";
import type { Context } from "../context.ts";
import { defuseFormula } from "../terminal/csv.ts";
import type { PlanFlags } from "./flags.ts";

/** The columns of a journal. `docs/report.md` describes them. */
export const JOURNAL_COLUMNS = [
  "time",
  "server",
  "actor",
  "line",
  "username",
  "guid",
  "action",
  "status",
  "changes",
  "error",
  "fix",
  "command",
  "fields",
  "correlation_id",
] as const;

/** The columns of journals that older versions have written. They are read and continued as they are. */
const OLD_COLUMNS = JOURNAL_COLUMNS.slice(0, 12);

/** What a row says of one change. */
export interface JournalRow {
  /** When it was settled. Default: now. */
  readonly time?: Date | undefined;
  readonly line?: number | null | undefined;
  /** Username, or the name of what was changed. */
  readonly username: string;
  readonly guid?: string | null | undefined;
  readonly action: string;
  readonly status: string;
  readonly changes: string;
  readonly error?: string | null | undefined;
  readonly fix?: string | null | undefined;
  /** The changed fields, to be read again by `undo`. */
  readonly fields?: readonly FieldChange[] | undefined;
  /** Finds the requests in the server's log. */
  readonly correlationId?: string | undefined;
}

/** An open journal. */
export interface Journal {
  /** Writes a row before it returns. @throws CliError of kind `file` if it cannot be written. */
  readonly append: (row: JournalRow) => void;
  readonly close: () => void;
}

/** What a journal belongs to. */
export interface JournalOptions {
  readonly flags: Pick<PlanFlags, "report"> & Pick<ConnectionFlags, "apiKeyFile">;
  readonly context: Pick<Context, "files" | "now">;
  readonly server: string;
  /** Username of the caller; empty for a service. */
  readonly actor: string;
  /** Name of the command, such as `import`. Only its own journal is continued. */
  readonly command: string;
}

/**
 * Opens the file of `--report`, before anything is sent. Continues the journal of the same command on the same server.
 *
 * @returns a journal that does nothing without `--report`.
 * @throws CliError of kind `usage` if the file is something else; it stays as it is then.
 */
export async function openJournal({ flags, context, server, actor, command }: JournalOptions): Promise<Journal> {
  const { report } = flags;
  if (report === undefined) return { append: () => undefined, close: () => undefined };
  const { files, now } = context;
  const file = await files.append(report);
  const columns =
    file.content.replace(/^\ufeff/, "").split(/\r?\n/, 1)[0] === OLD_COLUMNS.join(",") ? OLD_COLUMNS : JOURNAL_COLUMNS;
  try {
    if (file.content === "") file.write(`${columns.join(",")}\n`);
    else await requireSameCommand(file.content, report, { server, command });
    // A crash, or a full disk, can have cut the last row, also within quotes.
    const end = missingQuote(file.content);
    if (file.content !== "" && !`${file.content}${end}`.endsWith("\n")) file.write(`${end}\n`);
  } catch (error) {
    file.close();
    throw error;
  }
  return {
    append({ time = new Date(now()), line, guid, error, fix, fields = [], correlationId = "", ...row }) {
      const cells: Record<(typeof JOURNAL_COLUMNS)[number], string> = {
        time: time.toISOString(),
        server,
        actor,
        line: line === null || line === undefined ? "" : String(line),
        guid: guid ?? "",
        error: error ?? "",
        fix: fix ?? "",
        command,
        fields: fields.length === 0 ? "" : JSON.stringify(Object.fromEntries(fields.map(asEntry))),
        correlation_id: correlationId,
        ...row,
      };
      file.write(`${columns.map((column) => csvCell(cells[column])).join(",")}\n`);
    },
    close: file.close,
  };
}

/** Returns `["email", { "from": "a@x.example", "to": "b@x.example" }]`; a new account has no old value. */
function asEntry({ field, from, to }: FieldChange): [string, { from?: string | boolean; to: string | boolean }] {
  return [field, { ...(from !== undefined && { from }), to }];
}

/** A row of an existing journal. Journals of older versions have empty `fields`. */
export type WrittenRow = Readonly<Record<(typeof JOURNAL_COLUMNS)[number], string>>;

/**
 * Reads a journal. A row that a crash has cut is left out.
 *
 * @throws CliError of kind `usage` if it is none.
 */
export async function readJournal(text: string, name: string): Promise<WrittenRow[]> {
  const { parse } = await import("csv-parse/sync");
  const { restoreFormula } = await import("../terminal/csv.ts");
  const lines = parse(`${text.replace(/^\ufeff/, "")}${missingQuote(text)}`, {
    relaxColumnCount: true,
    relaxQuotes: true,
  });
  const [header = [], ...rows] = lines;
  const columns = [JOURNAL_COLUMNS, OLD_COLUMNS].find((each) => each.join(",") === header.join(","));
  if (columns === undefined) {
    throw usageError(
      `${name} is not a report of this program.`,
      "Name a file that a command has written with --report.",
    );
  }
  return rows.flatMap((cells): WrittenRow[] => {
    if (cells.length !== columns.length) return [];
    const row = Object.fromEntries(JOURNAL_COLUMNS.map((column, at) => [column, restoreFormula(cells[at] ?? "")]));
    return isComplete(row) ? [row] : [];
  });
}

/** Returns the quote that the last cell has not; empty if all quotes are closed. */
function missingQuote(text: string): string {
  return text.split('"').length % 2 === 0 ? '"' : "";
}

function isComplete(row: Readonly<Record<string, string>>): row is WrittenRow {
  return JOURNAL_COLUMNS.every((column) => typeof row[column] === "string");
}

async function requireSameCommand(
  text: string,
  name: string,
  { server, command }: Pick<JournalOptions, "server" | "command">,
): Promise<void> {
  const fix = "Choose another name for the report, or move the file away.";
  const rows = await readJournal(text, name).catch(() => {
    throw usageError(`${name} exists and is not a report, so it is not overwritten.`, fix);
  });
  const foreign = rows.find((row) => normalizeUrl(row.server) !== normalizeUrl(server));
  if (foreign !== undefined) throw usageError(`${name} is the report of another server, ${foreign.server}.`, fix);
  const other = rows.find((row) => row.command !== command);
  if (other !== undefined) throw usageError(`${name} is the report of the command \`${other.command}\`.`, fix);
}

function normalizeUrl(url: string): string {
  return url.replace(/\/+$/, "").toLowerCase();
}

/** Writes one cell of CSV that is safe to open in a spreadsheet. */
export function csvCell(text: string): string {
  const safe = defuseFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What the report of this command says already. Empty without a report, or if it is new. */
export async function readReport(
  { report }: Pick<PlanFlags, "report">,
  { files }: Pick<Context, "files">,
): Promise<WrittenRow[]> {
  if (report === undefined) return [];
  // A file that is missing is new, and any other file is refused when it is opened.
  const bytes = await files.bytes(report).catch(() => undefined);
  return bytes === undefined ? [] : await readJournal(new TextDecoder().decode(bytes), report).catch(() => []);
}

/** Returns the changes that were made, oldest first. */
export function madeChanges(rows: readonly WrittenRow[]): MadeChange[] {
  return rows
    .filter(({ status }) => status === "done")
    .map(({ action, guid, username, changes, fields }) => {
      return { action, guid, username, fields: fields === "" ? readChanges(action, changes) : readFields(fields) };
    });
}

/** Returns the guids of content whose move was started and did not end. */
export function startedMoves(rows: readonly WrittenRow[]): string[] {
  const last = new Map<string, string>();
  for (const { action, guid, status } of rows) {
    if (action === "move-content" || action === "add-permission") last.set(guid, status);
  }
  return [...last].filter(([, status]) => OPEN.has(status)).map(([guid]) => guid);
}

const OPEN: ReadonlySet<string> = new Set(["started", "failed"]);

type Fields = MadeChange["fields"];

function readFields(text: string): Fields {
  const read: Partial<Record<UndoneField, { from: string; to: string }>> = {};
  const parsed = parseObject(text);
  for (const field of UNDONE_FIELDS) {
    const change = parsed[field];
    if (!isObject(change)) continue;
    const { from = "", to } = change;
    if (isValue(from) && isValue(to)) read[field] = { from: String(from), to: String(to) };
  }
  return read;
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    // Somebody has edited the cell.
    return {};
  }
}

function isValue(value: unknown): value is string | boolean {
  return typeof value === "string" || typeof value === "boolean";
}

/**
 * Reads what older versions wrote: `email: a@x → b@x; user_role: viewer → publisher`, and `viewer → publisher` of a role. A value
 * that has such an arrow itself is read wrongly, so that it differs from the server's and is not undone.
 */
function readChanges(action: string, changes: string): Fields {
  const text = action === "promote" || action === "demote" ? `user_role: ${changes}` : changes;
  const parts = text.split(/; (?=(?:email|first_name|last_name|user_role|locked): )/);
  const fields: Partial<Record<UndoneField, { from: string; to: string }>> = {};
  for (const part of parts) {
    const [, name, before = "", after] = /^(\w+): (?:(.*?) → )?(.*)$/s.exec(part) ?? [];
    const field = UNDONE_FIELDS.find((each) => each === name);
    if (field !== undefined && after !== undefined) fields[field] = { from: readValue(before), to: readValue(after) };
  }
  return fields;
}

const UNDONE_FIELDS: readonly UndoneField[] = ["email", "first_name", "last_name", "user_role", "locked"];

/** As older reports write values. */
function readValue(value: string): string {
  if (value === "(empty)") return "";
  return value === "yes" ? "true" : value === "no" ? "false" : value;
}
