/** Accounts from a file, without a word about those that are not in it: `planImport`. */
import { checkInput, isSameGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { type DesiredUser, DesiredUsers, type Row } from "./desired-users.ts";
import type { Refusal } from "./errors.ts";
import { checkDirectory, createStep, requestsToCreate } from "./new-accounts.ts";
import { KnownAccounts, refuseNew } from "./known-accounts.ts";
import { refuseLastAdministrator } from "./people.ts";
import { Plan } from "./plan.ts";
import { readServer, refuseCaller, type Server } from "./server.ts";
import { PlanStep } from "./step.ts";
import { type AccountChanges, changeStep, decideChanges, isChange, stopsUnlocking } from "./sync-changes.ts";

/** How rows become accounts. */
export interface ImportOptions extends CallOptions {
  /** Whether missing accounts are created. `false` refuses their rows. Default: true. */
  readonly create?: boolean | undefined;
  /** Allows new accounts that look like an existing one, or share its e-mail address. Default: false. */
  readonly allowDuplicates?: boolean | undefined;
  /** Allows to lock or demote your own account. Default: false. */
  readonly force?: boolean | undefined;
  /** Name of the file, for messages. Default: `the file`. */
  readonly source?: string | undefined;
}

/**
 * Plans to create and change accounts as rows say. Accounts without a row stay as they are; see `planSync` for a file that is
 * complete. Rows that are as wanted are `done`, and rows that cannot be used are `refused`. Only reads.
 *
 * @param rows - the desired state of each account, as an array or a stream. An error of the stream is thrown.
 * @throws InvalidArgumentError for an unknown option or field; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await planImport(connection, [{ username: "lin", email: "lin@example.com", user_role: "publisher" }]);
 * console.log(plan.summary);
 * await plan.apply();
 * ```
 */
export async function planImport(
  connection: Connection,
  rows: Iterable<DesiredUser> | AsyncIterable<DesiredUser>,
  options: ImportOptions = {},
): Promise<Plan> {
  const rules = "create:boolean allowDuplicates:boolean force:boolean source:string signal:signal";
  const checked = checkInput("options", options, rules);
  const desired = await DesiredUsers.read(rows, { byEmail: false });
  const { source = "the file", signal } = checked;
  const server = await readServer(connection, { signal });
  const refusals = refuseSource(server, desired, source);
  const steps = refusals.length === 0 ? await planSteps(connection, desired, server, { ...checked, source }) : [];
  return new Plan({
    kind: "import",
    subject: source,
    steps: steps.map(({ step }) => step),
    notes: steps.flatMap(({ note }) => note ?? []),
    refusals,
    requests: steps.reduce((sum, { requests }) => sum + requests, 0),
    stopsAction: stopsUnlocking,
  });
}

function refuseSource(server: Server, { rows }: DesiredUsers, source: string): Refusal[] {
  const caller = refuseCaller(server);
  if (caller !== undefined) return [caller];
  if (rows.length > 0) return [];
  return [{ guard: "empty-source", reason: `${source} has no rows`, fix: "Check that it is the right file." }];
}

interface Planned {
  readonly step: PlanStep;
  readonly requests: number;
  /** What to look at before applying. */
  readonly note?: string;
}

async function planSteps(
  connection: Connection,
  desired: DesiredUsers,
  server: Server,
  {
    create = true,
    allowDuplicates = false,
    force = false,
    source,
    signal,
  }: ImportOptions & { readonly source: string },
): Promise<Planned[]> {
  const call = { signal };
  const known = new KnownAccounts();
  for await (const user of connection.users.find({}, call)) {
    known.add(user);
    desired.match(user);
  }
  desired.finish({ allowSimilar: allowDuplicates });
  const created = desired.rows.filter(({ user, problem }) => user === undefined && problem === undefined);
  for (const row of created) {
    if (!create)
      row.refuse("there is no such account", "Correct the username (case matters), or allow to create accounts.");
    else refuseNew(row, allowDuplicates ? undefined : known);
  }
  const creatable = created.filter(({ problem }) => problem === undefined);
  if (server.hasDirectory) await checkDirectory(connection, creatable, call);
  const changes = new Map<Row, AccountChanges>();
  for (const row of desired.rows) {
    if (row.user !== undefined && row.problem === undefined) changes.set(row, decide(row, row.user, server, force));
  }
  await refuseLosses(connection, changes, call);
  return desired.rows.map((row): Planned => {
    const { problem, user } = row;
    if (problem !== undefined) return { step: refusedStep(row, problem), requests: 0 };
    const change = changes.get(row);
    if (user === undefined || change === undefined) {
      const requests = requestsToCreate(row.desired, server.hasDirectory);
      return { step: newAccount(connection, row, server, source), requests, ...noteOf(row, undefined) };
    }
    if (!isChange(change)) return { step: unchangedStep(user), requests: 0 };
    const requests = (Object.keys(change.values).length > 0 ? 1 : 0) + (change.locked === undefined ? 0 : 1);
    // Your own account last, because the key may stop working.
    const phase = server.me !== undefined && isSameGuid(server.me.guid, user.guid) ? 1 : 0;
    return { step: changeStep(change, { reason: `in ${source}`, phase }), requests, ...noteOf(row, user) };
  });
}

function newAccount(connection: Connection, { desired }: Row, { hasDirectory }: Server, source: string): PlanStep {
  const account = { ...desired, username: desired.username ?? "" };
  return createStep(connection, account, { reason: `in ${source}`, phase: 0, isFromDirectory: hasDirectory });
}

function decide(row: Row, user: User, server: Server, force: boolean): AccountChanges {
  const change = decideChanges(row.desired, user, server);
  const isOwn = server.me !== undefined && isSameGuid(server.me.guid, user.guid);
  if (isOwn && !force && (change.locked === true || change.isDemotion)) {
    row.refuse(
      "this is your own account, and you could not undo it",
      "Ask another administrator, or pass `force: true`.",
    );
  }
  if (change.ignored.length > 0) {
    row.refuse(`the sign-in provider owns ${change.ignored.join(", ")}`, "Change it there, or leave the cell empty.");
  }
  return change;
}

/** Refuses the rows that would leave no unlocked administrator. The others are carried out. */
async function refuseLosses(
  connection: Connection,
  changes: ReadonlyMap<Row, AccountChanges>,
  call: CallOptions,
): Promise<void> {
  const losses = [...changes].filter(
    ([{ problem }, { locked, isDemotion, user }]) =>
      problem === undefined && user.user_role === "administrator" && (locked === true || isDemotion),
  );
  const refusal = await refuseLastAdministrator(
    connection,
    losses.map(([, { user }]) => user),
    call,
  );
  if (refusal === undefined) return;
  for (const [row] of losses) row.refuse(refusal.reason, refusal.fix);
}

function refusedStep({ line, id, name, user }: Row, { reason, fix }: { reason: string; fix: string }): PlanStep {
  return new PlanStep({
    id: `row:${line}:${id}`,
    action: user === undefined ? "create" : "update",
    target: { kind: "user", name, ...(user !== undefined && { guid: user.guid }) },
    reason: `line ${line}: ${reason}`,
    fix,
    state: "refused",
  });
}

function unchangedStep({ guid, username }: User): PlanStep {
  return new PlanStep({
    id: `update:${guid}`,
    action: "update",
    target: { kind: "user", guid, name: username },
    reason: "already as wanted",
    state: "done",
  });
}

/** Returns what a person should look at first. */
function noteOf({ desired }: Row, user: User | undefined): { note?: string } {
  const name = printable(user?.username ?? desired.username ?? "");
  if (desired.user_role === "administrator" && user?.user_role !== "administrator") {
    return { note: `${name} becomes an administrator.` };
  }
  if (user?.user_role !== "administrator") return {};
  if (desired.locked === true && !user.locked) return { note: `The administrator ${name} is locked.` };
  return desired.user_role === undefined || desired.user_role === "administrator"
    ? {}
    : { note: `${name} stops being an administrator.` };
}
