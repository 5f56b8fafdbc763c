/** Locking or unlocking many accounts: `planLock`. */
import { checkInput, isSameGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import { AmbiguousUserError, type CallOptions, type Connection, NotFoundError, type User } from "@connect-sdk/users";
import { lockStep } from "./accounts.ts";
import { findPerson, type Person, refuseLastAdministrator } from "./people.ts";
import { Plan } from "./plan.ts";
import { readServer, refuseCaller } from "./server.ts";
import { PlanStep } from "./step.ts";

/** What is done to the accounts. */
export interface LockManyOptions extends CallOptions {
  /** `false` unlocks. Default: true. */
  readonly locked?: boolean | undefined;
  /** Allows to lock your own account, which happens last. Default: false. */
  readonly force?: boolean | undefined;
}

/**
 * Plans to lock, or to unlock, many accounts. An account that is named twice gets one step. Your own account and accounts that
 * do not exist are refused, and so is a plan that leaves no unlocked administrator. Only reads.
 *
 * @throws InvalidArgumentError for an unknown option; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await planLock(connection, ["jdoe", "mira@example.com"]);
 * await plan.apply();
 * ```
 */
export async function planLock(
  connection: Connection,
  people: Iterable<Person>,
  options: LockManyOptions = {},
): Promise<Plan> {
  const checked = checkInput("options", options, "locked:boolean force:boolean signal:signal");
  const { locked = true, force = false, signal } = checked;
  const call = { signal };
  const names = [...people];
  const server = await readServer(connection, call);
  const caller = refuseCaller(server);
  const steps = new Map<string, PlanStep>();
  const losers: User[] = [];
  if (caller === undefined) {
    for (const person of names) {
      const found = await find(connection, person, locked, call);
      if (found instanceof PlanStep) {
        steps.set(found.id, found);
        continue;
      }
      const guid = normalizeGuid(found.guid);
      if (steps.has(guid)) continue;
      const isOwn = server.me !== undefined && isSameGuid(server.me.guid, found.guid);
      if (locked && isOwn && !force) steps.set(guid, refuseOwn(found));
      else {
        if (locked && !found.locked) losers.push(found);
        steps.set(guid, locked ? lockStep(found, { reason: REASON, phase: isOwn ? 1 : 0 }) : unlockStep(found));
      }
    }
  }
  const last = await refuseLastAdministrator(connection, losers, call);
  const all = [...steps.values()];
  return new Plan({
    kind: locked ? "lock" : "unlock",
    subject: `${names.length} ${names.length === 1 ? "user" : "users"}`,
    steps: all,
    refusals: [caller, last].filter((refusal) => refusal !== undefined),
    requests: all.filter(({ state }) => state === "planned").length,
  });
}

const REASON = "as asked";

async function find(
  connection: Connection,
  person: Person,
  locked: boolean,
  call: CallOptions,
): Promise<User | PlanStep> {
  try {
    return await findPerson(connection, person, call);
  } catch (error) {
    if (!(error instanceof NotFoundError) && !(error instanceof AmbiguousUserError)) throw error;
    const name = typeof person === "string" ? person : person.username;
    const reason = error.message.replace(error.fix, "").trim().replace(/\.$/, "");
    const target = { kind: "user", name: printable(name) } as const;
    const action = locked ? "lock" : "unlock";
    return new PlanStep({ id: `${action}:${name}`, action, target, reason, fix: error.fix, state: "refused" });
  }
}

function refuseOwn({ guid, username }: User): PlanStep {
  return new PlanStep({
    id: `lock:${guid}`,
    action: "lock",
    target: { kind: "user", guid, name: username },
    from: false,
    to: true,
    reason: "this is your own account, and you could not unlock it",
    fix: "Ask another administrator to do it, or pass `force: true`.",
    state: "refused",
  });
}

function unlockStep(user: User): PlanStep {
  const { guid, username: name, locked } = user;
  const target = { kind: "user", guid, name } as const;
  const details = { id: `unlock:${guid}`, action: "unlock", target, from: locked, to: false, reason: REASON } as const;
  if (!locked) return new PlanStep({ ...details, state: "done" });
  const work = async (): Promise<undefined> => {
    await user.unlock();
  };
  return new PlanStep({ ...details, state: "planned" }, { work });
}
