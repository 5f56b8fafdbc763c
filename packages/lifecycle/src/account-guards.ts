/** Guards of changes to many accounts. They refuse single rows, so that the others can go on. */
import { isSameGuid, normalizeGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection } from "@connect-sdk/users";
import type { AccountChange, PlannedUpdate } from "./account-changes.ts";
import { isLowerRole } from "./people.ts";

/** What the guards check against. */
export interface GuardOptions extends CallOptions {
  /** Guid of the caller's account; `undefined` for a service. */
  readonly ownGuid: string | undefined;
  /** Allows locking and demoting the own account. */
  readonly force: boolean;
}

/**
 * Refuses changes that would lock or demote the caller's own account, or leave the server without an unlocked administrator.
 * Reads the administrators only if a change locks or demotes a user.
 */
export async function guardChanges(
  connection: Connection,
  changes: readonly AccountChange[],
  options: GuardOptions,
): Promise<readonly AccountChange[]> {
  if (!changes.some((change) => plannedLoss(change) !== undefined)) return changes;
  const administrators = await readAdministrators(connection, options);
  return changes.map((change) => {
    const planned = plannedLoss(change);
    if (planned === undefined) return change;
    const refusal = guardOwnAccount(planned, options) ?? guardLastAdministrator(planned, administrators);
    if (refusal !== undefined) return { ...change, decision: { status: "refused", ...refusal } };
    administrators.delete(normalizeGuid(planned.user.guid));
    return change;
  });
}

/** Returns the planned update if it locks or demotes its user. */
function plannedLoss({ decision }: AccountChange): PlannedUpdate | undefined {
  if (decision.status !== "planned" || decision.kind !== "update") return undefined;
  return decision.locked === true || demotes(decision) ? decision : undefined;
}

function demotes({ user, values }: PlannedUpdate): boolean {
  return values.user_role !== undefined && isLowerRole(values.user_role, user.user_role);
}

/** Returns the normalized guids of all administrators that are not locked. */
async function readAdministrators({ users }: Connection, { signal }: CallOptions): Promise<Set<string>> {
  const administrators = new Set<string>();
  for await (const user of users.find({ user_role: "administrator" }, { signal })) {
    if (!user.locked) administrators.add(normalizeGuid(user.guid));
  }
  return administrators;
}

interface RowRefusal {
  readonly reason: string;
  readonly fix: string;
}

function guardOwnAccount(planned: PlannedUpdate, { ownGuid, force }: GuardOptions): RowRefusal | undefined {
  if (force || ownGuid === undefined || !isSameGuid(planned.user.guid, ownGuid)) return undefined;
  const reason =
    planned.locked === true
      ? "this is your own account, and you could not unlock it"
      : "this would lower your own role, and you could not undo it";
  return { reason, fix: "Ask another administrator to do it, or pass `force: true`." };
}

function guardLastAdministrator({ user }: PlannedUpdate, administrators: ReadonlySet<string>): RowRefusal | undefined {
  if (!administrators.has(normalizeGuid(user.guid)) || administrators.size > 1) return undefined;
  return {
    reason: "this would leave no unlocked administrator",
    // Promotions in the same plan do not count: they could fail.
    fix: "Promote another user to administrator first, in a separate run.",
  };
}
