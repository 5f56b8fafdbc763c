import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import { isSameGuid, normalizeGuid } from "@connect-sdk/api/internal";
import type { User, Users } from "@connect-sdk/users";
import type { Change, PlannedUpdate } from "./plan.ts";

/** What the guards check against. */
export interface GuardOptions {
  readonly users: Users;
  /** Guid of the account that the API key belongs to. */
  readonly ownGuid: string;
  /** Allows locking and demoting the own account. */
  readonly force: boolean;
  readonly signal: AbortSignal;
}

/**
 * Refuses changes that would lock or demote the caller's own account, or leave the server without an unlocked administrator.
 * Reads the administrators only if a change locks or demotes a user.
 */
export async function guardChanges(changes: readonly Change[], options: GuardOptions): Promise<readonly Change[]> {
  if (!changes.some((change) => plannedLoss(change) !== undefined)) return changes;
  const administrators = await readAdministrators(options);
  return changes.map((change) => {
    const planned = plannedLoss(change);
    if (planned === undefined) return change;
    const refusal = guardOwnAccount(planned, options) ?? guardLastAdministrator(planned, administrators);
    if (refusal !== undefined) return { ...change, decision: { status: "refused", ...refusal } };
    administrators.delete(normalizeGuid(planned.user.guid));
    return change;
  });
}

/** Returns whether a role has fewer permissions than another one. */
export function isLowerRole(role: UserRole, than: UserRole): boolean {
  // The list goes from the most to the least powerful.
  return USER_ROLES.indexOf(role) > USER_ROLES.indexOf(than);
}

/** Returns the planned update if it locks or demotes its user. */
function plannedLoss({ decision }: Change): PlannedUpdate | undefined {
  if (decision.status !== "planned" || decision.kind !== "update") return undefined;
  return decision.locked === true || demotes(decision) ? decision : undefined;
}

function demotes({ user, values }: PlannedUpdate): boolean {
  return values.user_role !== undefined && isLowerRole(values.user_role, user.user_role);
}

/** Returns the normalized guids of all administrators that are not locked. */
async function readAdministrators({ users, signal }: GuardOptions): Promise<Set<User["guid"]>> {
  const administrators = new Set<string>();
  for await (const user of users.find({ user_role: "administrator" }, { signal })) {
    if (!user.locked) administrators.add(normalizeGuid(user.guid));
  }
  return administrators;
}

interface Refusal {
  readonly reason: string;
  readonly fix: string;
}

function guardOwnAccount(planned: PlannedUpdate, { ownGuid, force }: GuardOptions): Refusal | undefined {
  if (force || !isSameGuid(planned.user.guid, ownGuid)) return undefined;
  const reason =
    planned.locked === true
      ? "this is your own account, and you could not unlock it"
      : "this would lower your own role, and you could not undo it";
  return { reason, fix: "Ask another administrator to do it, or add --force." };
}

function guardLastAdministrator({ user }: PlannedUpdate, administrators: ReadonlySet<string>): Refusal | undefined {
  if (!administrators.has(normalizeGuid(user.guid)) || administrators.size > 1) return undefined;
  return {
    reason: "this would leave no unlocked administrator",
    // Promotions in the same plan do not count: they could fail.
    fix: "Promote another user to administrator first, in a separate run.",
  };
}
