/** Accounts that people take for each other, or that share an e-mail address. An account cannot be deleted again. */
import { printable } from "@connect-sdk/api/internal";
import type { AccountChange } from "./account-changes.ts";

/**
 * Returns the same text for usernames that people take for each other: those that differ in case, Unicode form, width, invisible
 * characters, white space, letters of another alphabet that look the same, or the leading zeros that a spreadsheet removes from a
 * number. Idempotent.
 */
export function foldUsername(username: string): string {
  const visible = username.normalize("NFKC").replace(/[\p{Cc}\p{Cf}\s\u115f\u1160\u3164\uffa0]/gu, "");
  // Upper case in between makes one of the letters that share it, such as ß and SS. Lower case first, because ẞ is upper case already.
  const cased = visible.toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
  const latin = cased.replace(/[\u0370-\u052f]/gu, (letter) => LATIN.get(letter) ?? letter).normalize("NFKC");
  // The small letter of İ is an i with a second dot.
  const folded = latin.replace(/i\u0307+/gu, "i").normalize("NFKC");
  return /^\d+$/.test(folded) ? folded.replace(/^0+(?=\d)/, "") : folded;
}

/** Cyrillic and Greek letters that look like Latin ones in most fonts, in lower case or as capitals. */
const LATIN: ReadonlyMap<string, string> = new Map(
  ["аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwӏl", "αaβbεeιiκkνvοoρpτtυuχx"]
    .join("")
    .match(/../gu)
    ?.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/** An account of the server, or a planned change. */
export interface Candidate {
  readonly username: string;
  readonly email?: string | undefined;
  /** `undefined` for a new account. */
  readonly guid?: string | undefined;
  /** Whether an existing account gets this username. Default: false. */
  readonly isRenamed?: boolean | undefined;
  readonly line?: number | undefined;
}

interface Owner extends Candidate {
  /** Whether the account has the name or the address only with the plan. */
  readonly isPlanned: boolean;
}

/**
 * Finds accounts that look like each other. First say which names matter, then add the accounts of the server, then the planned
 * changes: only what a planned change may look like is kept, however many accounts there are.
 */
export class LookAlikes {
  readonly #names = new Map<string, Owner[]>();
  readonly #emails = new Map<string, Owner[]>();
  /** Guids of accounts that get another e-mail address. */
  readonly #changed = new Set<string>();

  /** Keeps accounts with this name or address. */
  want({
    username,
    email = "",
  }: {
    readonly username?: string | undefined;
    readonly email?: string | undefined;
  }): void {
    if (username !== undefined) touch(this.#names, foldUsername(username));
    if (email !== "") touch(this.#emails, email.toLowerCase());
  }

  /** Adds an account of the server. */
  addAccount({ username, email, guid }: Candidate & { readonly guid: string }): void {
    const names = this.#names.size === 0 ? undefined : this.#names.get(foldUsername(username));
    const emails = email === undefined || email === "" ? undefined : this.#emails.get(email.toLowerCase());
    if (names === undefined && emails === undefined) return;
    const account = { username, guid, isPlanned: false };
    names?.push(account);
    emails?.push(account);
  }

  /** Adds a new account, or the new address of an account. */
  addChange({ username, email = "", guid, line }: Candidate): void {
    const change = { username, guid, line, isPlanned: true };
    if (guid === undefined) touch(this.#names, foldUsername(username)).push(change);
    if (email === "") return;
    if (guid !== undefined) this.#changed.add(guid);
    touch(this.#emails, email.toLowerCase()).push(change);
  }

  /** Returns what a planned change looks like, one clause each. */
  find(change: Candidate): string[] {
    const { username, email = "", guid, isRenamed = guid === undefined } = change;
    const address = email.toLowerCase();
    return [
      ...(isRenamed ? this.#describe(this.#names.get(foldUsername(username)), change, "looks like") : []),
      ...(address === "" ? [] : this.#describe(this.#emails.get(address), change, "has the e-mail address of", true)),
    ];
  }

  #describe(owners: readonly Owner[] = [], change: Candidate, verb: string, byEmail = false): string[] {
    const names: string[] = [];
    for (const owner of owners) {
      if (isSame(owner, change)) continue;
      // An account of the server that gives the address up with this plan.
      if (byEmail && !owner.isPlanned && owner.guid !== undefined && this.#changed.has(owner.guid)) continue;
      // Some servers have thousands of accounts with one address.
      if (names.length === MAX_NAMES) return [`${verb} ${names.join(", ")} and others`];
      const place = owner.guid === undefined && owner.line !== undefined ? ` on line ${owner.line}` : "";
      names.push(`\`${printable(owner.username)}\`${place}`);
    }
    return names.length === 0 ? [] : [`${verb} ${names.join(", ")}`];
  }
}

const MAX_NAMES = 3;

function isSame(owner: Candidate, { username, guid, line }: Candidate): boolean {
  if (guid !== undefined || owner.guid !== undefined) return owner.guid === guid;
  return owner.line === line && owner.username === username;
}

function touch(owners: Map<string, Owner[]>, key: string): Owner[] {
  const known = owners.get(key);
  if (known !== undefined) return known;
  const added: Owner[] = [];
  owners.set(key, added);
  return added;
}

/** What to do about a new account that looks like another one. */
export const LOOK_ALIKE_FIX =
  "Correct the row, or pass `allowDuplicates: true` if these are different accounts: none can be deleted.";

/**
 * Refuses new accounts that look like others, of the server or of the same plan, or share an e-mail address, unless
 * `allowDuplicates`. Changes of existing accounts are only marked as risks.
 *
 * @param lookAlikes - the accounts of the server.
 */
export function refuseDuplicates(
  changes: readonly AccountChange[],
  lookAlikes: LookAlikes,
  { allowDuplicates }: { readonly allowDuplicates: boolean },
): readonly AccountChange[] {
  for (const change of changes) if (change.decision.status === "planned") lookAlikes.addChange(candidateOf(change));
  return changes.map((change) => {
    if (change.decision.status !== "planned") return change;
    const found = lookAlikes.find(candidateOf(change));
    if (found.length === 0) return change;
    if (change.decision.kind === "update" || allowDuplicates) return { ...change, risks: [...change.risks, ...found] };
    return { ...change, decision: { status: "refused", reason: found.join(", and "), fix: LOOK_ALIKE_FIX } };
  });
}

function candidateOf({ username, guid, line, decision }: AccountChange): Candidate {
  return { username, guid, line, email: decision.status === "planned" ? decision.values.email : undefined };
}
