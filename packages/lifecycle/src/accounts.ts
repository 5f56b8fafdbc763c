/** Steps that change an account itself: its lock and its role. */
import { ConnectError, isApiError, type UserRecord, type UserRole } from "@connect-sdk/api";
import { printable } from "@connect-sdk/api/internal";
import type { Connection, User } from "@connect-sdk/users";
import { isLowerRole } from "./people.ts";
import { type ExpectedAccount, PlanStep, type StepDetails, type StepWork } from "./step.ts";

/** When an account is locked: before or after the other steps, or not at all. */
export type LockOrder = "first" | "last" | "never";

/** Which account is locked, why, and when. */
export interface LockStepOptions {
  readonly reason: string;
  readonly phase: number;
  /** Runs after the lock, and returns further steps. */
  readonly afterwards?: (() => Promise<PlanStep[]>) | undefined;
}

/** Returns the step that locks an account. Takes one request, and those of `afterwards`. */
export function lockStep(user: User, { reason, phase, afterwards }: LockStepOptions): PlanStep {
  const details = lockDetails(user, reason);
  if (user.locked) return new PlanStep({ ...details, state: "done" });
  const work: StepWork = async () => {
    await lockNow(user);
    return { more: (await afterwards?.()) ?? [] };
  };
  return new PlanStep({ ...details, state: "planned" }, { work, phase, account: lockedAccount(user) });
}

function lockedAccount({ guid }: User): ExpectedAccount {
  return { guid, values: { locked: true } };
}

/**
 * Returns the step that locks an account after everything else succeeded, and only if it owns no content then. Takes two requests.
 *
 * @param others - the steps that must succeed first.
 */
export function lockLastStep(
  user: User,
  others: readonly PlanStep[],
  { reason, phase }: Omit<LockStepOptions, "afterwards">,
): PlanStep {
  const details = lockDetails(user, reason);
  if (user.locked) return new PlanStep({ ...details, state: "done" });
  const refused = others.filter(({ state }) => state === "refused").length;
  if (refused > 0) {
    return new PlanStep({
      ...details,
      reason: `${refused} of the steps before it ${refused === 1 ? "is" : "are"} refused`,
      fix: "Solve these first, or pass `lock: first`.",
      state: "refused",
    });
  }
  const work: StepWork = async () => {
    const left = (await user.content.find()).length;
    if (left === 0) await lockNow(user);
    else {
      const items = left === 1 ? "1 content item" : `${left} content items`;
      throw new ConnectError(`${printable(user.username)} owns ${items}, so the account is not locked.`, {
        fix: "Plan again: what the account owns was published meanwhile.",
      });
    }
    return undefined;
  };
  const needs = others.map(({ id }) => id);
  const execution = { work, phase, account: lockedAccount(user) };
  return new PlanStep({ ...details, ...(needs.length > 0 && { needs }), state: "planned" }, execution);
}

async function lockNow(user: User): Promise<void> {
  try {
    // The guards of the plan decide about the caller's own account.
    await user.lock({ force: true });
  } catch (error) {
    // An account that was deleted on the server cannot sign in either.
    if (!isApiError(error, { status: 404 })) throw error;
  }
}

function lockDetails(user: User, reason: string): Omit<StepDetails, "state"> {
  return {
    id: `lock:${user.guid}`,
    action: "lock",
    target: { kind: "user", guid: user.guid, name: user.username },
    from: user.locked,
    to: true,
    reason,
    changes: user.locked ? [] : [{ field: "locked", from: false, to: true }],
  };
}

/** Which role an account gets, why, and when. */
export interface RoleStepOptions {
  readonly to: UserRole;
  readonly reason: string;
  readonly phase: number;
  readonly note?: string | undefined;
  readonly needs?: readonly string[] | undefined;
}

/** Returns the step that changes a role. Takes two requests. */
export function roleStep(
  { users }: Connection,
  user: UserRecord,
  { to, reason, phase, note, needs }: RoleStepOptions,
): PlanStep {
  const { user_role: from } = user;
  const raises = isLowerRole(from, to);
  const work: StepWork = async () => {
    const current = await users.get(user.guid);
    const isDone = current.user_role === to || (raises && !isLowerRole(current.user_role, to));
    if (isDone) return { status: "unchanged" };
    if (current.user_role !== from) {
      throw new ConnectError(`${printable(user.username)} was made ${current.user_role} since planning.`, {
        fix: "Plan again.",
      });
    }
    await current.update({ user_role: to });
    if (current.user_role === to) return undefined;
    throw new ConnectError(`The server left ${printable(user.username)} a ${current.user_role}.`, {
      fix: "Check whether the sign-in provider owns the roles.",
    });
  };
  const details = roleDetails(user, to, reason);
  return new PlanStep(
    { ...details, ...(note !== undefined && { note }), ...(needs !== undefined && { needs }), state: "planned" },
    { work, phase, account: { guid: user.guid, values: { user_role: to } } },
  );
}

/** Returns what is known about a change of a role. */
export function roleDetails(user: UserRecord, to: UserRole, reason: string): Omit<StepDetails, "state"> {
  return {
    id: `set-role:${user.guid}`,
    action: isLowerRole(to, user.user_role) ? "demote" : "promote",
    target: { kind: "user", guid: user.guid, name: user.username },
    from: user.user_role,
    to,
    reason,
    changes: user.user_role === to ? [] : [{ field: "user_role", from: user.user_role, to }],
  };
}

/** Returns the step that only a person on the server can make: some things belong to an account and cannot be moved by the API. */
export function usermanagerStep(from: User, to: User): PlanStep {
  const command = `usermanager transfer --source-username ${shellWord(from.username)} --target-username ${shellWord(to.username)}`;
  return new PlanStep({
    id: `usermanager-transfer:${from.guid}:${to.guid}`,
    action: "usermanager-transfer",
    target: { kind: "user", guid: from.guid, name: from.username },
    from: from.username,
    to: to.username,
    reason: "subscriptions and history stay with the account",
    // Real server: unknown which further flags it has and what it does with locked users.
    fix: `If they matter, run on the server as root, after reading its --help: ${command}`,
    state: "manual",
  });
}

/** Returns the step that deletes an account, which only a person on the server can make. */
export function deleteStep({ guid, username }: User): PlanStep {
  return new PlanStep({
    id: `usermanager-delete:${guid}`,
    action: "usermanager-delete",
    target: { kind: "user", guid, name: username },
    reason: "the API cannot delete accounts, and a locked one uses no license",
    // Real server: unknown which further flags it has.
    fix: `If it must go, once it owns nothing, run on the server as root, after reading its --help: usermanager delete --users --user-guid ${shellWord(guid)}`,
    state: "manual",
  });
}

function shellWord(text: string): string {
  return /^[\w.@+][\w.@+-]*$/.test(text) ? text : `'${printable(text).replaceAll("'", String.raw`'\''`)}'`;
}
