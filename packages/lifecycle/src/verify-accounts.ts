/** Reads accounts again at the end of `apply`, and compares them with the values that were written. */
import { isApiError, type UserRecord } from "@connect-sdk/api";
import { forEachParallel, isSameGuid, normalizeGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { CONCURRENCY } from "./people.ts";
import type { Server } from "./server.ts";
import { type ExpectedAccount, PlanStep, type StepOutcome } from "./step.ts";

/** How accounts are read: one by one, or with one list of all users, whichever takes fewer requests. */
export interface AccountReads {
  /** Number of pages that listing all users takes. */
  readonly pages: number;
}

const PAGE_SIZE = 500;

/** Returns how to read accounts on a server with a number of users. */
export function readsOf(users: number): AccountReads {
  return { pages: Math.max(1, Math.ceil(users / PAGE_SIZE)) };
}

/**
 * Returns how to read the accounts again that steps change. Counts the users of the server if there is more than one.
 *
 * @param options - `total` is the number of users, if it is known already.
 * @returns undefined if the caller loses the permission to read: nothing can be verified then.
 */
export async function countReads(
  { users }: Connection,
  steps: readonly PlanStep[],
  { me }: Pick<Server, "me">,
  { total, ...options }: CallOptions & { readonly total?: number | undefined },
): Promise<AccountReads | undefined> {
  if (losesAccess(steps, me)) return undefined;
  return accountsOf(steps) <= 1 ? { pages: 1 } : readsOf(total ?? (await users.count({}, options)));
}

/** Returns whether steps lock or demote the caller. */
export function losesAccess(steps: readonly PlanStep[], me: User | undefined): boolean {
  return steps.some((step) => {
    const { guid, values } = PlanStep.accountOf(step) ?? {};
    if (values === undefined || guid === undefined || me === undefined || !isSameGuid(guid, me.guid)) return false;
    return values.locked === true || (values.user_role !== undefined && values.user_role !== "administrator");
  });
}

/** Returns the number of requests that reading the accounts again takes. */
export function requestsToVerify(steps: readonly PlanStep[], { pages }: AccountReads): number {
  return Math.min(accountsOf(steps), pages);
}

function accountsOf(steps: readonly PlanStep[]): number {
  const guids = new Set<string>();
  for (const step of steps) {
    const expected = step.state === "planned" ? PlanStep.accountOf(step) : undefined;
    if (expected !== undefined) guids.add(expected.guid === undefined ? step.id : normalizeGuid(expected.guid));
  }
  return guids.size;
}

/**
 * Reads the accounts that were changed. Returns the outcomes of steps whose account is not as the step left it, with the
 * differences in words.
 */
export async function findDifferences(
  connection: Connection,
  outcomes: readonly StepOutcome[],
  { pages }: AccountReads,
  options: CallOptions,
): Promise<{ readonly outcome: StepOutcome; readonly difference: string }[]> {
  const wanted = new Map<string, { readonly outcome: StepOutcome; readonly expected: ExpectedAccount }[]>();
  for (const outcome of outcomes) {
    const expected = outcome.status === "done" ? PlanStep.accountOf(outcome.step) : undefined;
    const guid = expected?.guid ?? outcome.guid;
    if (expected === undefined || guid === undefined) continue;
    const key = normalizeGuid(guid);
    const known = wanted.get(key);
    if (known === undefined) wanted.set(key, [{ outcome, expected }]);
    else known.push({ outcome, expected });
  }
  const differences = new Map<StepOutcome, string>();
  const missing = new Set(wanted.keys());
  const compareAll = (record: UserRecord): void => {
    const key = normalizeGuid(record.guid);
    missing.delete(key);
    for (const { outcome, expected } of wanted.get(key) ?? []) {
      const difference = compare(expected, record);
      if (difference !== "") differences.set(outcome, difference);
    }
  };
  await readAccountsAgain(connection, [...wanted.keys()], pages, compareAll, options);
  for (const key of missing) {
    for (const { outcome, expected } of wanted.get(key) ?? []) {
      // An account that was deleted on the server cannot sign in either.
      if (expected.values.locked !== true) differences.set(outcome, "the account does not exist any more");
    }
  }
  return outcomes.flatMap((outcome) => {
    const difference = differences.get(outcome);
    return difference === undefined ? [] : [{ outcome, difference }];
  });
}

async function readAccountsAgain(
  { users }: Connection,
  guids: readonly string[],
  pages: number,
  compareAll: (record: UserRecord) => void,
  options: CallOptions,
): Promise<void> {
  if (guids.length > pages) {
    for await (const user of users.find({}, options)) compareAll(user);
    return;
  }
  await forEachParallel(guids, CONCURRENCY, async (guid) => {
    try {
      compareAll(await users.get(guid, options));
    } catch (error) {
      if (!isApiError(error, { status: 404 })) throw error;
    }
  });
}

const FIELDS: readonly (keyof ExpectedAccount["values"])[] = [
  "email",
  "first_name",
  "last_name",
  "user_role",
  "locked",
];

function compare({ values }: ExpectedAccount, record: UserRecord): string {
  const differences = FIELDS.flatMap((field) => {
    const value = values[field];
    if (value === undefined || value === record[field]) return [];
    if (field === "locked") return [record.locked ? "is locked again" : "is not locked"];
    return [`${field} is ${quote(record[field])}, not ${quote(value)}`];
  });
  return differences.join(", ");
}

function quote(value: string | boolean): string {
  return value === "" ? "empty" : String(value);
}
