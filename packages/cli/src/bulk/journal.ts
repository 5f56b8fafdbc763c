/* The report of a bulk command: a journal, to which each row is appended as soon as it is settled. See docs/report.md. */
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { ConnectionFlags } from "../connection/settings.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import { defuseFormula, restoreFormula } from "../terminal/csv.ts";
import { fieldOf, plain, type Row } from "../terminal/result.ts";

/** The columns of a journal of users. */
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
] as const;

/** How to open a journal. */
export interface JournalOptions {
  readonly columns: readonly string[];
  /** The actions of the command. A journal with another action belongs to another command. */
  readonly actions: readonly string[] | undefined;
  /** Files that must not be written. */
  readonly inputs: readonly (string | undefined)[];
}

/** A journal that is open. Without `--report`, nothing is written. */
export interface Journal {
  /** Rows of earlier runs. */
  readonly earlier: readonly Readonly<Record<string, string>>[];
  /** @throws CliError of kind `usage` if the journal is about another server. */
  readonly requireServer: (server: string) => void;
  /** Appends a row. Does not throw: the first failure is returned by `close`, and ends the run. */
  readonly append: (row: Row) => void;
  /** Fires when a row could not be written. */
  readonly failed: AbortSignal;
  /** Returns the error of the first row that could not be written, if any. */
  readonly close: () => unknown;
}

/**
 * Opens the file of `--report`, before anything is sent.
 *
 * @throws CliError of kind `usage` if the file is one that the command reads, or exists and is not a journal of this command.
 */
export async function openJournal(
  { report, apiKeyFile }: { readonly report?: string | undefined } & Pick<ConnectionFlags, "apiKeyFile">,
  { files }: Pick<Context, "files">,
  { columns, actions, inputs }: JournalOptions,
): Promise<Journal> {
  if (report === undefined) return NO_JOURNAL;
  for (const other of [apiKeyFile, ...inputs]) {
    if (other === undefined || other === "-" || !(await files.isSame(other, report))) continue;
    throw usageError(`The report would overwrite ${other}.`, "Choose another name for the report.");
  }
  const file = files.append(report);
  let earlier: Record<string, string>[] = [];
  try {
    const complete = completeRecords(file.existing ?? "");
    if (complete !== "" || (file.existing ?? "") === "") earlier = readJournal(complete, columns, actions) ?? refuse(report);
    else refuse(report);
    if (file.existing !== undefined && complete.length < file.existing.length) file.cut(complete.length);
    if (complete === "") file.append(stringify([columns]));
  } catch (error) {
    file.close();
    throw error;
  }
  const failure = new AbortController();
  let problem: unknown;
  let isOpen = true;
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      problem ??= error;
      failure.abort();
    }
  };
  return {
    earlier,
    failed: failure.signal,
    requireServer(server) {
      const other = earlier.find((row) => row["server"] !== undefined && row["server"] !== server);
      if (other !== undefined) {
        throw usageError(`${report} is the report of ${other["server"] ?? ""}.`, "Choose another name for the report.");
      }
    },
    append(row) {
      if (problem !== undefined) return;
      const cells = columns.map((column) => defuseFormula(plain(fieldOf(row, column))));
      attempt(() => {
        file.append(stringify([cells]));
      });
    },
    close() {
      if (isOpen) attempt(file.close);
      isOpen = false;
      return problem;
    },
  };
}

const NO_JOURNAL: Journal = {
  earlier: [],
  failed: new AbortController().signal,
  requireServer: () => undefined,
  append: () => undefined,
  close: () => undefined,
};

function refuse(report: string): never {
  throw usageError(
    `${report} exists and is not a report of this command.`,
    "Choose another name for the report, or move the file away.",
  );
}

/** Returns the text up to the last complete record. A killed process may have written half of the next one. */
function completeRecords(text: string): string {
  let end = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (character === "\n" && !quoted) end = at + 1;
  }
  return text.slice(0, end);
}

/** Returns the rows of a journal; `undefined` if it is something else, or has another action than these. */
export function readJournal(
  text: string,
  columns: readonly string[],
  actions: readonly string[] | undefined,
): Record<string, string>[] | undefined {
  if (text === "") return [];
  let records: string[][];
  try {
    records = parse(text, { relax_column_count: true, bom: true });
  } catch {
    return undefined;
  }
  const [header = [], ...rows] = records;
  if (header.join() !== columns.join() || rows.some((row) => row.length !== columns.length)) return undefined;
  const read = rows.map((row) =>
    Object.fromEntries(columns.map((column, at) => [column, restoreFormula(row[at] ?? "")])),
  );
  return actions === undefined || read.every(({ action = "" }) => actions.includes(action)) ? read : undefined;
}
