import type { User } from "@connect-sdk/users";
import { workOf, type Entry, type Work } from "./plan.ts";

/** What the guards must know. */
export interface GuardFacts {
  /** The guid behind the API key. */
  readonly ownGuid: string;
  /** The guids of all administrators who are not locked. */
  readonly administrators: ReadonlySet<string>;
  /** Allows locking and demoting the own account. */
  readonly force: boolean;
}

/** Refuses what would lock out or demote its own author, or leave the server without an administrator. */
export function guardPlan(entries: readonly Entry[], facts: GuardFacts): Entry[] {
  const remaining = new Set(facts.administrators);
  return entries.map((entry) => {
    const work = workOf(entry);
    if (work?.kind !== "change") return entry;
    const refused = refuseOwnAccount(work.user, work, facts) ?? refuseLastAdministrator(work.user, work, remaining);
    if (refused !== undefined) return { ...entry, verdict: { status: "refused", ...refused } };
    if (endsAdministrator(work)) remaining.delete(work.user.guid);
    return entry;
  });
}

/** Whether an entry needs the guards: they cost requests. */
export function needsGuard(entry: Entry): boolean {
  const work = workOf(entry);
  return work !== undefined && (locks(work) || demotes(work));
}

/** Whether an entry is about the account behind the key. */
export function isOwn(entry: Entry, ownGuid: string): boolean {
  return entry.guid === ownGuid;
}

interface Refusal {
  readonly reason: string;
  readonly fix: string;
}

function refuseOwnAccount(user: User, work: Work, { ownGuid, force }: GuardFacts): Refusal | undefined {
  if (force || user.guid !== ownGuid) return undefined;
  if (locks(work)) return { reason: "this is your own account, and you could not unlock it", fix: FIX_OWN };
  if (demotes(work)) return { reason: "this would lower your own role, and you could not take it back", fix: FIX_OWN };
  return undefined;
}

const FIX_OWN = "Ask another administrator to do it, or add --force.";

function refuseLastAdministrator(user: User, work: Work, remaining: ReadonlySet<string>): Refusal | undefined {
  if (!endsAdministrator(work) || !remaining.has(user.guid) || remaining.size > 1) return undefined;
  return {
    reason: "no administrator who is not locked would remain",
    // Promotions of the same plan do not count: they could fail.
    fix: "Make somebody else administrator first, in a run of its own.",
  };
}

function endsAdministrator(work: Work): boolean {
  return work.kind === "change" && work.user.user_role === "administrator" && (locks(work) || demotes(work));
}

function locks(work: Work): boolean {
  return work.kind === "change" && work.locked === true;
}

function demotes(work: Work): boolean {
  if (work.kind !== "change") return false;
  const { user, update } = work;
  const rank = (role: User["user_role"]): number => RANKS.indexOf(role);
  return update.user_role !== undefined && rank(update.user_role) < rank(user.user_role);
}

const RANKS: readonly User["user_role"][] = ["viewer", "publisher", "administrator"];
