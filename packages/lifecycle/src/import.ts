/** Creates and updates accounts from rows: `planImport`. Accounts without a row are not changed. */
import { checkInput, isSameGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { checkChanges, checkConnection, checkProblems, checkRowsOrStream, readPerson } from "./arguments.ts";
import {
  type AccountChange,
  decideRow,
  type ImportRow,
  type InvalidDecision,
  invalidChange,
} from "./account-changes.ts";
import { guardChanges } from "./account-guards.ts";
import { checkRules } from "./account-rules.ts";
import { accountSteps, requestsOf } from "./account-steps.ts";
import { ROW_FIELDS, withoutSecrets } from "./desired-users.ts";
import { type Accounts, readAccounts, resolveUsers, type WantedAccount } from "./find-users.ts";
import { refuseDuplicates } from "./look-alikes.ts";
import type { Refusal } from "./errors.ts";
import { Plan, type PlanDefinition } from "./plan.ts";
import { type MadeChange, markRepeated } from "./repeated.ts";
import { readServer, refuseCaller, type Server } from "./server.ts";
import type { PlanStep, RowProblem } from "./step.ts";
import { stopsUnlocking } from "./sync-changes.ts";
import { type AccountReads, countReads, losesAccess, readsOf } from "./verify-accounts.ts";

/** Options of {@link planImport}. */
export interface ImportOptions extends CallOptions {
  /** Creates accounts that do not exist. Default: true. */
  readonly create?: boolean | undefined;
  /** Creates accounts that look like others or share an e-mail address. Default: false. */
  readonly allowDuplicates?: boolean | undefined;
  /** Allows to lock and demote your own account. Default: false. */
  readonly force?: boolean | undefined;
  /** Rows that could not be read. They become steps that are refused. */
  readonly problems?: readonly RowProblem[] | undefined;
  /** The users that the rows are about, if they have been read already with `readAccounts`. */
  readonly accounts?: Accounts | undefined;
  /** What earlier runs changed, as their report has it. A change that is needed again is marked: something else undoes it. */
  readonly earlier?: readonly MadeChange[] | undefined;
  /** Name of the file, for messages. Default: `the rows`. */
  readonly source?: string | undefined;
}

const OPTIONS =
  "create:boolean allowDuplicates:boolean force:boolean problems:array accounts:object earlier:[]object source:string signal:signal";

/**
 * Plans to create and update accounts. Reads the settings of the server first, so that rows that the server would refuse are
 * refused here; on servers with a directory, new people are looked up there and added by ticket. Only reads.
 *
 * @param rows - the desired state of each account.
 * @throws InvalidArgumentError for an unknown option; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await planImport(connection, [{ username: "jdoe", email: "jo@example.com", user_role: "publisher" }]);
 * await plan.apply();
 * ```
 */
export async function planImport(
  connection: Connection,
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
  options: ImportOptions = {},
): Promise<Plan> {
  return new Plan(await defineImport(connection, rows, options));
}

/** Returns what `planImport` creates its plan from. */
export async function defineImport(
  connection: Connection,
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
  options: ImportOptions = {},
): Promise<PlanDefinition> {
  const checked: ImportOptions = checkInput("options", options, OPTIONS);
  const { create = true, source = "the rows", signal, problems = [], force = false } = checked;
  checkConnection(connection);
  checkProblems(problems);
  checkChanges("earlier", checked.earlier ?? []);
  checkRowsOrStream("rows", rows);
  const call = { signal };
  const list: ImportRow[] = [];
  for await (const row of rows) list.push(checkRow(row, list.length + 1));
  const server = await readServer(connection, call);
  const isEmpty = list.length === 0 && problems.length === 0;
  const refusal = refuseCaller(server) ?? (isEmpty ? emptySource(source) : undefined);
  const ownGuid = server.me?.guid;
  const known = new KnownAccounts(connection, [...list, ...problems.map(({ username }) => ({ username }))], checked);
  const changes = refusal === undefined ? await decide(list, known, create) : [];
  const invalid = problems.map((problem) => {
    const isNew = create && problem.username !== undefined && problem.kind === undefined;
    return invalidChange(problem, isNew && !known.has(problem.username) ? "create" : "update");
  });
  const ruled = await checkRules(connection, changes, server, call);
  const distinct = needsAccounts(ruled)
    ? refuseDuplicates(ruled, (await known.all()).lookAlikes, { allowDuplicates: checked.allowDuplicates === true })
    : ruled;
  const guarded = await guardChanges(connection, distinct, { ownGuid, force, ...call });
  const all = [...guarded, ...invalid].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const planned = accountSteps(all, {
    connection,
    ownGuid,
    isFromDirectory: server.hasDirectory,
    reason: `in ${source}`,
  });
  const { steps, notes } = markRepeated(planned, checked.earlier ?? []);
  const { allowDuplicates, earlier } = checked;
  return {
    inputs: () => ({
      ...{ create, allowDuplicates, force, earlier, source },
      rows: withoutSecrets(list).map(toSavedRow),
    }),
    kind: "import",
    subject: source,
    steps,
    notes: [...notes, ...notesOf(all, server)],
    refusals: refusal === undefined ? [] : [refusal],
    requests: requestsOf(all, server.hasDirectory),
    accounts: await known.reads(steps, server),
    stopsAction: stopsUnlocking,
    connection,
  };
}

/** A row of a saved plan: `of` is the guid of the account that was found for it. */
export type SavedRow = Omit<ImportRow, "user"> & { readonly of?: string };

function toSavedRow({ user, ...row }: ImportRow): SavedRow {
  return user === undefined ? row : { ...row, of: user.guid };
}

function emptySource(source: string): Refusal {
  return { guard: "empty-source", reason: `${source} has no rows`, fix: "Check that it is the right file." };
}

/** Empty cells leave a field alone, but for those that a caller has compared with the account. */
function checkRow(row: ImportRow, number: number): ImportRow {
  const checked = checkInput<ImportRow>(`row ${number}`, row, `${ROW_FIELDS} column:integer user:object`);
  if (checked.user !== undefined) {
    readPerson(`row ${number}.user`, checked.user);
    return checked;
  }
  const filled = Object.entries(checked).filter(([, value]) => value !== "");
  return { line: number, ...Object.fromEntries(filled) };
}

/** Returns whether look-alikes or shared e-mail addresses are possible, which only a list of all users shows. */
function needsAccounts(changes: readonly AccountChange[]): boolean {
  return changes.some(
    ({ decision }) =>
      decision.status === "planned" && (decision.kind === "create" || (decision.values.email ?? "") !== ""),
  );
}

async function decide(rows: readonly ImportRow[], accounts: KnownAccounts, create: boolean): Promise<AccountChange[]> {
  const names = rows.flatMap((row) => (row.user === undefined ? [nameOf(row)] : []));
  const find = await accounts.find(names);
  const lines = new Map<string, number | undefined>();
  return rows.map((row): AccountChange => {
    const found = row.user ?? find(nameOf(row));
    if (found !== undefined && "status" in found && found.kind === "ambiguous") {
      return { ...decideRow(row, undefined, { create: false }), decision: found };
    }
    const user = found === undefined || "status" in found ? undefined : found;
    const key = user === undefined ? `new ${row.username ?? ""}` : normalizeGuid(user.guid);
    const isRepeated = lines.has(key) && (user !== undefined || row.username !== undefined);
    if (isRepeated) return repeated(row, user, lines.get(key), create);
    lines.set(key, row.line);
    const isOther = user !== undefined && row.guid !== undefined && !isSameGuid(user.guid, row.guid);
    return decideRow(row, isOther ? undefined : user, { create });
  });
}

function repeated(row: ImportRow, user: User | undefined, line: number | undefined, create: boolean): AccountChange {
  const username = user?.username ?? row.username ?? "";
  const place = line === undefined ? "in an earlier row" : `on line ${line}`;
  const problem = { line: row.line, column: row.column, field: "username", username };
  const message = `\`${printable(username)}\` is already ${place}`;
  return invalidChange(
    { ...problem, message, fix: "Keep one row per user." },
    user === undefined && create ? "create" : "update",
  );
}

function nameOf({ guid, username, email }: ImportRow): string {
  return guid ?? username ?? email ?? "";
}

function notesOf(changes: readonly AccountChange[], { hasDirectory, provider }: Server): string[] {
  const isCreating = changes.some(({ decision }) => decision.status === "planned" && decision.kind === "create");
  return isCreating && hasDirectory
    ? [`New users are added from the directory (${provider ?? "unknown"}), with its names and e-mail addresses.`]
    : [];
}

/** The users that the rows are about. The users of the server are read at most once as a whole. */
class KnownAccounts {
  readonly #connection: Connection;
  readonly #wanted: readonly WantedAccount[];
  readonly #options: ImportOptions;
  #all: Accounts | undefined;

  constructor(connection: Connection, wanted: readonly WantedAccount[], options: ImportOptions) {
    this.#connection = connection;
    this.#wanted = wanted;
    this.#options = options;
    this.#all = options.accounts;
  }

  /** Finds users by guid, username or e-mail address. */
  async find(names: readonly string[]): Promise<(name: string) => User | InvalidDecision | undefined> {
    const { signal } = this.#options;
    // New accounts need the list anyway.
    if (names.length > 0 && this.#options.create !== false) await this.all();
    const found = await resolveUsers(
      names.filter((name) => name !== ""),
      this.#connection.users,
      { signal, accounts: this.#all },
    );
    return (name: string) => found.get(name);
  }

  /** Returns whether a user has this username, as far as the users have been read. */
  has(username: string | undefined): boolean {
    return username !== undefined && this.#all?.withUsername(username) !== undefined;
  }

  /** Reads all users. */
  async all(): Promise<Accounts> {
    const { signal } = this.#options;
    this.#all ??= await readAccounts(this.#connection.users, this.#wanted, { signal });
    return this.#all;
  }

  /** Returns how to read the accounts again. */
  async reads(steps: readonly PlanStep[], server: Server): Promise<AccountReads | undefined> {
    if (this.#all === undefined) return countReads(this.#connection, steps, server, { signal: this.#options.signal });
    return losesAccess(steps, server.me) ? undefined : readsOf(this.#all.size);
  }
}
