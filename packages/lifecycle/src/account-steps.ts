/** Turns changes of accounts into steps. Handles lost responses and concurrent changes by others. */
import { isSameGuid } from "@connect-sdk/api/internal";
import type { Connection, User } from "@connect-sdk/users";
import type { AccountChange, PlannedCreate, PlannedUpdate } from "./account-changes.ts";
import { isWithoutResponse } from "./apply.ts";
import { createAccount, createFromDirectory, expectedValues } from "./new-accounts.ts";
import { type ExpectedAccount, PlanStep, type StepDetails, type StepWork, type WorkResult } from "./step.ts";

/** What the steps of one plan have in common. */
export interface AccountStepOptions {
  readonly connection: Connection;
  /** Guid of the caller's account. It is changed last, because the credential may stop working. */
  readonly ownGuid: string | undefined;
  /** Whether new accounts come from the provider's directory. */
  readonly isFromDirectory: boolean;
  /** Why the steps are there: `in users.csv`. */
  readonly reason: string;
}

/** Returns the steps of the changes, in the same order. */
export function accountSteps(changes: readonly AccountChange[], options: AccountStepOptions): PlanStep[] {
  const creator = new Creator(options);
  return changes.map((change) => toStep(change, creator, options));
}

/** Returns the number of requests that the changes take. */
export function requestsOf(changes: readonly AccountChange[], isFromDirectory: boolean): number {
  let requests = 0;
  for (const { decision } of changes) {
    if (decision.status !== "planned") continue;
    if (decision.kind === "create") {
      requests += (isFromDirectory ? 2 : 1) + (decision.lock ? 1 : 0);
      if (isFromDirectory && (decision.values.user_role ?? "viewer") !== "viewer") requests += 1;
    } else {
      requests += (Object.keys(decision.values).length > 0 ? 1 : 0) + (decision.locked === undefined ? 0 : 1);
    }
  }
  return requests;
}

function toStep(change: AccountChange, creator: Creator, options: AccountStepOptions): PlanStep {
  const { line, username, guid, action, fields, decision, note, risks } = change;
  const details = {
    // A row that cannot be used may have the name of another row.
    id: `${action}:${guid ?? username}${decision.status === "invalid" ? `:line-${line ?? 0}-${decision.field ?? ""}` : ""}`,
    action,
    target: { kind: "user", name: username, ...(guid !== undefined && { guid }) },
    reason: change.reason ?? options.reason,
    note,
    ...(line !== undefined && { line }),
    changes: fields,
    ...(risks.length > 0 && { risks }),
  } satisfies Omit<StepDetails, "state">;
  switch (decision.status) {
    case "unchanged":
      return new PlanStep({ ...details, state: "done" });
    case "refused":
      return new PlanStep({ ...details, reason: decision.reason, fix: decision.fix, state: "refused" });
    case "invalid": {
      const { reason, fix, kind = "usage", column, field } = decision;
      return new PlanStep({ ...details, reason, fix, state: "refused", problem: { kind, column, field } });
    }
    case "planned": {
      const isOwn = guid !== undefined && options.ownGuid !== undefined && isSameGuid(guid, options.ownGuid);
      const work: StepWork =
        decision.kind === "create" ? () => creator.create(decision) : () => updateAccount(decision);
      const account = expectedAccount(decision, options);
      return new PlanStep({ ...details, state: "planned" }, { work, phase: isOwn ? 1 : 0, account });
    }
  }
}

function expectedAccount(
  decision: PlannedCreate | PlannedUpdate,
  { isFromDirectory }: AccountStepOptions,
): ExpectedAccount {
  if (decision.kind === "create") {
    return { values: expectedValues(decision.values, { isFromDirectory, lock: decision.lock }) };
  }
  const { user, locked } = decision;
  const { email, first_name, last_name, user_role } = decision.values;
  return { guid: user.guid, values: { email, first_name, last_name, user_role, locked } };
}

async function updateAccount({ user, values, locked }: PlannedUpdate): Promise<WorkResult | undefined> {
  const isUpdate = Object.keys(values).length > 0;
  try {
    if (isUpdate) await user.update(values);
    // The guards have already decided whether this user may be locked.
    else await setLocked(user, locked);
  } catch (error) {
    if (isInterrupted(error)) return { status: "not attempted" };
    throw error;
  }
  if (isUpdate) await setLocked(user, locked);
  return undefined;
}

async function setLocked(user: User, locked: boolean | undefined): Promise<void> {
  if (locked === true) await user.lock({ force: true });
  if (locked === false) await user.unlock();
}

/** Returns whether the wait for a server that limits requests was ended. The server has not executed the request. */
function isInterrupted(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

/** Creates the accounts of one plan. */
class Creator {
  readonly #options: AccountStepOptions;
  /** Whether the last request that was sent again failed, too. A server that does not respond is not asked twice. */
  #isLost = false;

  constructor(options: AccountStepOptions) {
    this.#options = options;
  }

  async create({ values, lock }: PlannedCreate): Promise<WorkResult> {
    const { connection, isFromDirectory } = this.#options;
    let created: Awaited<ReturnType<typeof createAccount>>;
    try {
      created = isFromDirectory
        ? { status: "done", ...(await createFromDirectory(connection, values.username)) }
        : await createAccount(connection, values, { resend: !this.#isLost });
    } catch (error) {
      if (isInterrupted(error)) return { status: "not attempted" };
      this.#isLost = isWithoutResponse(error);
      throw error;
    }
    this.#isLost = false;
    const { user, status, note } = created;
    const { user_role } = values;
    const hasOtherRole = user_role !== undefined && user_role !== null && user_role !== user.user_role;
    // An account from the directory starts with the default role.
    if (isFromDirectory && hasOtherRole) await user.update({ user_role });
    if (lock && !user.locked) await user.lock();
    return { status, guid: user.guid, ...(note !== undefined && { note }) };
  }
}
