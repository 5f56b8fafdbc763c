/* Finds the users that the rows of a file name, and checks what each row would send. */
import { isSameGuid } from "@connect-sdk/api/internal";
import type { User, Users } from "@connect-sdk/users";
import {
  findExisting,
  type ImportRow,
  type InvalidDecision,
  type ReadOptions,
  resolveUsers,
  type RowProblem,
  type WantedAccount,
} from "@connect-sdk/lifecycle";
import { IDENTITY_COLUMNS, type IdentityColumn } from "./columns.ts";
import type { FileRow, ListedUser, TextCell } from "./import-file.ts";
import { cut } from "./text.ts";

/** The rows that can be decided, and what is wrong with the others. */
export interface MatchedRows {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly RowProblem[];
}

/**
 * Finds the user of each row, by guid, username or e-mail address, whichever the row has first. A username that nobody has may
 * be a new user.
 *
 * A value that the user already has, exactly or without the blanks around it, is no change. Any other value is checked here, and
 * not earlier, because only a change is sent: an unchanged export can always be imported.
 */
export async function matchRows(
  rows: readonly FileRow[],
  users: Users,
  options: ReadOptions & { readonly create: boolean },
): Promise<MatchedRows> {
  const find = await findRows(rows, users, options);
  const firstLines = new Map<string, number>();
  const matched: ImportRow[] = [];
  const invalid: RowProblem[] = [];
  for (const row of rows) {
    const user = find(row);
    if (user !== undefined && "status" in user) {
      invalid.push(notFound(row, user));
      continue;
    }
    const repeated = duplicate(row, user, firstLines) ?? contradiction(row, user);
    const problems = repeated === undefined ? flaws(row, user, options) : [repeated];
    if (problems.length === 0 && user === undefined && !options.create) problems.push(missing(row));
    if (problems.length === 0) matched.push(importRow(row, user));
    else invalid.push(...problems);
  }
  return { rows: matched, problems: invalid };
}

/** A name, and its user or the reason why there is none. */
export interface NamedUser {
  readonly line?: number;
  readonly name: string;
  readonly user: User | InvalidDecision | undefined;
}

/** Finds the user that each line of a list names. */
export async function matchList(
  lines: readonly ListedUser[],
  users: Users,
  options: ReadOptions,
): Promise<NamedUser[]> {
  const found = await resolveUsers(
    lines.flatMap(({ identity }) => spellings(keyOf(identity).cell)),
    users,
    options,
  );
  return lines.map((row): NamedUser => {
    const { cell } = keyOf(row.identity);
    const [exact, trimmed] = [found.get(cell.exact), found.get(cell.value)];
    const user = exact !== undefined && !("status" in exact) ? exact : trimmed;
    const named = { line: row.line, name: cut(cell.value), user };
    if (user === undefined) return named;
    // Damaged text is the reason why nobody has this name.
    const problem = "status" in user ? cell.flaw : contradiction(row, user);
    if (problem === undefined) return named;
    return { ...named, user: { status: "invalid", reason: problem.message, fix: problem.fix, column: cell.column } };
  });
}

/** Lists what the rows say about accounts: only what they can mean, or look like, is kept of the users of the server. */
export function* wantedAccounts(
  rows: readonly FileRow[],
  problems: readonly Pick<RowProblem, "username">[],
): Generator<WantedAccount> {
  for (const { identity, texts } of rows) {
    const { column, cell } = keyOf(identity);
    for (const name of spellings(cell)) yield { [column]: name };
    const { email } = texts;
    if (email !== undefined) for (const address of spellings(email)) yield { email: address };
  }
  for (const { username } of problems) yield { username };
}

/** Looks up all rows. Only a row without guid and username is found by its e-mail address. */
async function findRows(
  rows: readonly FileRow[],
  users: Users,
  options: ReadOptions,
): Promise<(row: FileRow) => User | InvalidDecision | undefined> {
  const keys = rows.map(({ identity }) => keyOf(identity));
  const existing = await findExisting(
    keys.flatMap(({ column, cell }) => (column === "username" ? spellings(cell) : [])),
    users,
    options,
  );
  const resolved = await resolveUsers(
    keys.flatMap(({ column, cell }) => (column === "username" ? [] : [cell.value])),
    users,
    options,
  );
  return ({ identity }) => {
    const { column, cell } = keyOf(identity);
    return column === "username" ? (existing(cell.exact) ?? existing(cell.value)) : resolved.get(cell.value);
  };
}

/** The most exact name of a user in a row. */
function keyOf(identity: FileRow["identity"]): { column: IdentityColumn; cell: TextCell } {
  for (const column of IDENTITY_COLUMNS) {
    const cell = identity[column];
    if (cell !== undefined) return { column, cell };
  }
  return { column: "username", cell: { value: "", exact: "", column: 1 } };
}

/** Returns a name as it is in the file, and without the blanks around it. A user may really be called `"zoe "`. */
function spellings({ value, exact }: TextCell): string[] {
  return value === exact ? [value] : [exact, value];
}

function importRow({ line, identity, texts, rest }: FileRow, user: User | undefined): ImportRow {
  const { user_role, ...others } = rest;
  const { column, cell } = keyOf(identity);
  const text = (field: keyof typeof texts): string | undefined => {
    const found = texts[field];
    return found !== undefined && user?.[field] === found.exact ? found.exact : found?.value;
  };
  // The address that found the user is its name in this row, even if it differs in case.
  const email = column === "email" ? undefined : text("email");
  const [first_name, last_name, external_id] = [text("first_name"), text("last_name"), text("external_id")];
  return {
    line,
    column: cell.column,
    username: user?.username ?? cell.value,
    ...(user !== undefined && { user }),
    ...(email !== undefined && { email }),
    ...(first_name !== undefined && { first_name }),
    ...(last_name !== undefined && { last_name }),
    ...(user_role !== undefined && { user_role }),
    ...others,
    ...(external_id !== undefined && { external_id }),
  };
}

function problemIn(
  { line, identity }: Pick<FileRow, "line" | "identity">,
  field: string,
  cell: TextCell | undefined,
  problem: { message: string; fix: string },
): RowProblem {
  const column = cell?.column;
  return {
    line,
    field,
    ...(column !== undefined && { column }),
    username: cut(keyOf(identity).cell.value),
    ...problem,
  };
}

/** Returns what is wrong with the texts that would be sent. */
function flaws(row: FileRow, user: User | undefined, { create }: { create: boolean }): RowProblem[] {
  const { username } = row.identity;
  const problems: RowProblem[] = [];
  if (user === undefined && username !== undefined) {
    const blank = {
      message: "the username of a new user starts or ends with a space or an invisible character",
      fix: "Remove it.",
    };
    const flaw = username.flaw ?? (create && username.value !== username.exact ? blank : undefined);
    if (flaw !== undefined) problems.push(problemIn(row, "username", username, flaw));
  }
  for (const field of ["email", "first_name", "last_name", "external_id"] as const) {
    const cell = row.texts[field];
    if (cell?.flaw === undefined || user?.[field] === cell.exact || user?.[field] === cell.value) continue;
    problems.push(problemIn(row, field, cell, cell.flaw));
  }
  return problems;
}

/** Returns the problem of a row whose user an earlier row has already named. */
function duplicate(row: FileRow, user: User | undefined, firstLines: Map<string, number>): RowProblem | undefined {
  const { column, cell } = keyOf(row.identity);
  const key = user === undefined ? `new ${cell.value}` : user.guid;
  const earlier = firstLines.get(key);
  if (earlier === undefined) {
    firstLines.set(key, row.line);
    return undefined;
  }
  const message = `\`${cut(user?.username ?? cell.value)}\` is already on line ${earlier}`;
  return problemIn(row, column, cell, { message, fix: "Keep one row per user." });
}

/** Returns the problem of a row whose guid and username belong to different users. */
function contradiction(row: Pick<FileRow, "line" | "identity">, user: User | undefined): RowProblem | undefined {
  const { guid, username } = row.identity;
  if (user === undefined || guid === undefined || username === undefined) return undefined;
  if (!isSameGuid(guid.value, user.guid)) return undefined;
  if (user.username === username.value || user.username === username.exact) return undefined;
  return problemIn(row, "username", username, {
    message: `the guid belongs to \`${cut(user.username)}\`, not to \`${cut(username.value)}\``,
    fix: "Correct the row, or go by one of the two with --ignore guid or --ignore username.",
  });
}

/** Returns the problem of a row that only an import would create. */
function missing(row: FileRow): RowProblem {
  const { column, cell } = keyOf(row.identity);
  return problemIn(row, column, cell, {
    message: `there is no user \`${cut(cell.value)}\``,
    fix: "Correct the username (case matters), or use `import`, which creates missing users.",
  });
}

function notFound(row: FileRow, { kind, reason, fix }: InvalidDecision): RowProblem {
  const { column, cell } = keyOf(row.identity);
  return { ...problemIn(row, column, cell, { message: reason, fix }), kind };
}
