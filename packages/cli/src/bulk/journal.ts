/* The journal of `--report`: a row for each change, appended as soon as it is settled, so that it is true even after a crash. */
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
] as const;

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
  try {
    if (file.content === "") file.write(`${JOURNAL_COLUMNS.join(",")}\n`);
    else await requireSameCommand(file.content, report, { server, command });
    // A crash, or a full disk, can have cut the last row.
    if (file.content !== "" && !file.content.endsWith("\n")) file.write("\n");
  } catch (error) {
    file.close();
    throw error;
  }
  return {
    append({ time = new Date(now()), line, guid, error, fix, ...row }) {
      const cells: Record<(typeof JOURNAL_COLUMNS)[number], string> = {
        time: time.toISOString(),
        server,
        actor,
        line: line === null || line === undefined ? "" : String(line),
        guid: guid ?? "",
        error: error ?? "",
        fix: fix ?? "",
        command,
        ...row,
      };
      file.write(`${JOURNAL_COLUMNS.map((column) => cell(cells[column])).join(",")}\n`);
    },
    close: file.close,
  };
}

/** A row of an existing journal. */
export type WrittenRow = Readonly<Record<(typeof JOURNAL_COLUMNS)[number], string>>;

/**
 * Reads a journal. A row that a crash has cut is left out.
 *
 * @throws CliError of kind `usage` if it is none.
 */
export async function readJournal(text: string, name: string): Promise<WrittenRow[]> {
  const { parse } = await import("csv-parse/sync");
  const { restoreFormula } = await import("../terminal/csv.ts");
  const lines = parse(text.replace(/^\ufeff/, ""), { relaxColumnCount: true, relaxQuotes: true });
  const [header = [], ...rows] = lines;
  if (header.join(",") !== JOURNAL_COLUMNS.join(",")) {
    throw usageError(
      `${name} is not a report of this program.`,
      "Name a file that a command has written with --report.",
    );
  }
  return rows.flatMap((cells): WrittenRow[] => {
    if (cells.length !== JOURNAL_COLUMNS.length) return [];
    const row = Object.fromEntries(JOURNAL_COLUMNS.map((column, at) => [column, restoreFormula(cells[at] ?? "")]));
    return isComplete(row) ? [row] : [];
  });
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
function cell(text: string): string {
  const safe = defuseFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
