import { forEachParallel, isSameGuid } from "@connect-sdk/api/internal";
import type { User, Users } from "@connect-sdk/users";
import { describeError, type ErrorDescription } from "../errors.ts";
import type { Change, PlannedCreate, PlannedUpdate, Result } from "./plan.ts";

/** How to execute changes. */
export interface ExecuteOptions {
  readonly users: Users;
  /** Guid of the caller's own account. It is changed last, because the API key may stop working. */
  readonly ownGuid: string;
  /** Number of changes in progress at the same time. */
  readonly concurrency: number;
  /** Stops execution. Changes in progress are finished; no other change is started. */
  readonly signal: AbortSignal;
  /** Called after each change with what happened to it. */
  readonly onResult: (result: Result) => void;
}

/** The results in the order of the changes, and the error that stopped execution, if any. */
export interface Executed {
  readonly results: readonly Result[];
  readonly stopped: ErrorDescription | undefined;
}

/** Executes the planned changes. Never rejects: each result says what happened to its change. */
export async function executeChanges(changes: readonly Change[], options: ExecuteOptions): Promise<Executed> {
  const { users, ownGuid, concurrency, signal, onResult } = options;
  const results = changes.map((change): Result => {
    const { status } = change.decision;
    return { change, status: status === "planned" ? "not attempted" : status };
  });
  const stopRule = new StopRule(Math.max(10, 2 * concurrency));
  const planned = changes.flatMap((change, index) => {
    const { decision } = change;
    return decision.status === "planned" ? [{ change, decision, index }] : [];
  });
  for (const own of [false, true]) {
    await forEachParallel(
      planned.filter(({ change }) => (change.guid !== undefined && isSameGuid(change.guid, ownGuid)) === own),
      concurrency,
      async ({ change, decision, index }) => {
        const result = await execute(change, decision, users);
        results[index] = result;
        stopRule.observe(result);
        onResult(result);
      },
      { stopped: () => signal.aborted || stopRule.reason !== undefined },
    );
  }
  return { results, stopped: stopRule.reason };
}

async function execute(change: Change, decision: PlannedCreate | PlannedUpdate, users: Users): Promise<Result> {
  try {
    return decision.kind === "create"
      ? await executeCreate(change, decision, users)
      : await executeUpdate(change, decision);
  } catch (error) {
    return { change, status: "failed", error: describeError(error) };
  }
}

async function executeUpdate(change: Change, { user, values, locked }: PlannedUpdate): Promise<Result> {
  const isUpdate = Object.keys(values).length > 0;
  try {
    if (isUpdate) await user.update(values);
    // The guards have already decided whether this user may be locked.
    else await setLocked(user, locked);
  } catch (error) {
    if (isInterruptedWait(error)) return { change, status: "not attempted" };
    throw error;
  }
  if (isUpdate) await setLocked(user, locked);
  return { change, status: "done" };
}

async function setLocked(user: User, locked: boolean | undefined): Promise<void> {
  if (locked === true) await user.lock({ force: true });
  if (locked === false) await user.unlock();
}

/** Returns whether Ctrl-C ended the wait for a server that limits requests. The server has not executed the request. */
function isInterruptedWait(error: unknown): boolean {
  return describeError(error).kind === "interrupted";
}

async function executeCreate(change: Change, planned: PlannedCreate, users: Users): Promise<Result> {
  let user: User;
  let note: string | undefined;
  try {
    user = await users.create(planned.values);
  } catch (cause) {
    if (isInterruptedWait(cause)) return { change, status: "not attempted" };
    const error = describeError(cause);
    if (!NO_RESPONSE.has(error.kind)) return { change, status: "failed", error };
    const found = await findCreated(planned, users, error);
    if ("kind" in found) return { change, status: "failed", error: found };
    user = found;
    note = "the response was lost, but the account exists";
  }
  if (planned.lock) await user.lock();
  return { change, status: "done", guid: user.guid, ...(note !== undefined && { note }) };
}

/** After these errors the server may or may not have created the account. */
const NO_RESPONSE: ReadonlySet<ErrorDescription["kind"]> = new Set([
  "network",
  "timeout",
  "server",
  "unexpected_response",
]);

/** Returns the account if it was created although the response was lost, or the error to report. */
async function findCreated(
  { values }: PlannedCreate,
  users: Users,
  error: ErrorDescription,
): Promise<User | ErrorDescription> {
  let found: User | undefined;
  try {
    found = await findByUsername(values.username, users);
  } catch {
    const message = `${error.message} The account may have been created.`;
    return { ...error, message, fix: FIX_RERUN };
  }
  if (found === undefined) return error;
  const record: User = found;
  const differs = (["email", "first_name", "last_name", "user_role"] as const).some(
    (field) => values[field] !== undefined && values[field] !== null && values[field] !== record[field],
  );
  if (!differs) return record;
  const message = "An account with this username and other values was created at the same time.";
  return { kind: "conflict", message, fix: FIX_RERUN };
}

const FIX_RERUN = "Re-run the command: it checks which accounts exist first.";

async function findByUsername(username: string, users: Users): Promise<User | undefined> {
  for await (const user of users.find({ prefix: username })) if (user.username === username) return user;
  return undefined;
}

/** Decides when executing further changes is pointless. */
class StopRule {
  /** The error to stop for. */
  reason: ErrorDescription | undefined;
  readonly #maxWithoutResponse: number;
  #succeeded = false;
  #withoutResponse = 0;

  /** @param maxWithoutResponse - consecutive changes that may fail without a response. */
  constructor(maxWithoutResponse: number) {
    this.#maxWithoutResponse = maxWithoutResponse;
  }

  observe(result: Result): void {
    if (result.status !== "failed") {
      this.#succeeded = true;
      this.#withoutResponse = 0;
      return;
    }
    const { kind } = result.error;
    this.#withoutResponse = NO_RESPONSE.has(kind) ? this.#withoutResponse + 1 : 0;
    // A key without any permission fails every change. After one success, only this change may be forbidden.
    const denied = kind === "authentication" || (kind === "permission" && !this.#succeeded);
    if (denied || this.#withoutResponse >= this.#maxWithoutResponse) this.reason ??= result.error;
  }
}
