/** Checks pairs of accounts that are to be merged: a mistake in a file must not send content around in circles. */
import { normalizeGuid, printable } from "@connect-sdk/api/internal";
import type { User } from "@connect-sdk/users";
import type { Refusal } from "./errors.ts";
import { type Person, refuseOwnAccount } from "./people.ts";

/** Two accounts of one person. */
export interface MergePair {
  /** The account that is given up. */
  readonly from: Person;
  /** The account that stays. */
  readonly into: Person;
}

/** The two accounts as the server has them. */
export interface Pair {
  readonly from: User;
  readonly into: User;
}

/**
 * Returns why the pairs cannot be merged.
 *
 * @param me - the caller, unless the own account is allowed.
 */
export function checkPairs(pairs: readonly Pair[], me: User | undefined): Refusal[] {
  if (pairs.length === 0) {
    return [{ guard: "empty-source", reason: "there are no pairs", fix: "Check that the file is the right one." }];
  }
  const sources = new Set<string>();
  const twice = new Set<string>();
  for (const { from } of pairs) {
    const guid = normalizeGuid(from.guid);
    if (sources.has(guid)) twice.add(guid);
    sources.add(guid);
  }
  return pairs.flatMap(({ from, into }): Refusal[] => {
    const [one, other] = [printable(from.username), printable(into.username)];
    if (normalizeGuid(from.guid) === normalizeGuid(into.guid)) {
      return [{ guard: "same-account", reason: `${one} is one account`, fix: "Name the two accounts of the person." }];
    }
    const refusals = [
      refuseOwnAccount(me, from, "it would be locked"),
      refuseOwnAccount(me, into, "merging into it is easy to get wrong"),
    ].filter((refusal) => refusal !== undefined);
    if (twice.has(normalizeGuid(from.guid))) {
      refusals.push({ guard: "source-twice", reason: `${one} is given up twice`, fix: "Keep one row per account." });
    }
    if (sources.has(normalizeGuid(into.guid))) {
      const reason = `${other} stays in one row and is given up in another`;
      refusals.push({ guard: "circle", reason, fix: "Merge everything into the account that stays at the end." });
    }
    if (into.locked) {
      refusals.push({
        guard: "successor",
        reason: `${other}, which stays, is locked`,
        fix: `Unlock ${other} first, or swap the two accounts.`,
      });
    }
    return refusals;
  });
}

/** Returns what makes it doubtful that the pair is one person, or that the right account stays. */
export function notesOf({ from, into }: Pair): string[] {
  const [one, other] = [printable(from.username), printable(into.username)];
  const notes: string[] = [];
  if (from.active_time !== null && (into.active_time === null || from.active_time > into.active_time)) {
    notes.push(`${one} was active later than ${other}: check which of the two accounts stays.`);
  }
  if (from.email.toLowerCase() !== into.email.toLowerCase()) {
    notes.push(`${one} and ${other} have different e-mail addresses: check that they are one person.`);
  }
  return notes;
}
