/** Accounts that people take for each other, or that share an e-mail address. An account cannot be deleted again. */
import type { User } from "@connect-sdk/users";
import type { AccountChange } from "./account-changes.ts";

/**
 * Returns the same text for usernames that people take for each other: those that differ in case, Unicode form, width, invisible
 * characters, white space, or the leading zeros that a spreadsheet removes from a number. Idempotent.
 */
export function foldUsername(username: string): string {
  const visible = username.normalize("NFKC").replace(/[\p{Cc}\p{Cf}\s\u115f\u1160\u3164\uffa0]/gu, "");
  // Upper case in between makes one of the letters that share it, such as ß and SS. Lower case first, because ẞ is upper case already.
  const folded = visible.toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
  return /^\d+$/.test(folded) ? folded.replace(/^0+(?=\d)/, "") : folded;
}

/**
 * Finds new accounts that look like other ones, of the server or of the same plan, and e-mail addresses that several accounts
 * would have.
 *
 * New accounts are refused unless `allowDuplicates`. Changes of existing accounts are only marked as risks.
 */
export function findDuplicateAccounts(
  changes: readonly AccountChange[],
  accounts: readonly Pick<User, "username" | "email" | "guid">[],
  { allowDuplicates }: { readonly allowDuplicates: boolean },
): readonly AccountChange[] {
  const names = new Map<string, Owner[]>();
  const emails = new Map<string, Owner[]>();
  const newEmails = new Map(changes.flatMap((change) => (change.guid === undefined ? [] : [[change.guid, change]])));
  const wantedNames = new Set<string>();
  const wantedEmails = new Set<string>();
  for (const change of changes) {
    if (change.decision.status !== "planned") continue;
    if (change.decision.kind === "create") wantedNames.add(foldUsername(change.username));
    const email = emailOf(change);
    if (email !== undefined) wantedEmails.add(email);
  }
  for (const { username, email, guid } of accounts) {
    const name = foldUsername(username);
    if (wantedNames.has(name)) add(names, name, { username, guid });
    const change = newEmails.get(guid);
    const address = (change === undefined ? undefined : emailOf(change)) ?? email.toLowerCase();
    if (change === undefined && wantedEmails.has(address)) add(emails, address, { username, guid });
  }
  for (const change of changes) {
    if (change.decision.status !== "planned") continue;
    const { username, guid, line } = change;
    if (change.decision.kind === "create") add(names, foldUsername(username), { username, line });
    const email = emailOf(change);
    if (email !== undefined) add(emails, email, { username, guid, line });
  }
  return changes.map((change) => {
    if (change.decision.status !== "planned") return change;
    const isNew = change.decision.kind === "create";
    const email = emailOf(change);
    const found = [
      ...(isNew ? describe(names.get(foldUsername(change.username)), change, "looks like") : []),
      ...(email === undefined ? [] : describe(emails.get(email), change, "has the e-mail address of")),
    ];
    if (found.length === 0) return change;
    if (!isNew || allowDuplicates) return { ...change, risks: [...change.risks, ...found] };
    const fix =
      "Correct the row, or pass `allowDuplicates: true` if these are different accounts: none can be deleted.";
    return { ...change, decision: { status: "refused", reason: found.join(", and "), fix } };
  });
}

interface Owner {
  readonly username: string;
  readonly guid?: string | undefined;
  readonly line?: number | undefined;
}

function add(owners: Map<string, Owner[]>, key: string, owner: Owner): void {
  const known = owners.get(key);
  if (known === undefined) owners.set(key, [owner]);
  // Some servers have thousands of accounts with one address.
  else if (known.length < MAX_OWNERS) known.push(owner);
}

const MAX_OWNERS = 4;

function describe(owners: readonly Owner[] = [], change: AccountChange, verb: string): string[] {
  const others = owners.filter((owner) =>
    change.guid === undefined
      ? owner.guid !== undefined || owner.line !== change.line || owner.username !== change.username
      : owner.guid !== change.guid,
  );
  if (others.length === 0) return [];
  const names = others.slice(0, MAX_OWNERS - 1).map(({ username, guid, line }) => {
    return `\`${username}\`${guid === undefined && line !== undefined ? ` on line ${line}` : ""}`;
  });
  return [`${verb} ${names.join(", ")}${others.length >= MAX_OWNERS ? " and others" : ""}`];
}

/** Returns the new e-mail address of a planned change. Addresses are compared without case. */
function emailOf({ decision }: AccountChange): string | undefined {
  if (decision.status !== "planned") return undefined;
  const { email } = decision.values;
  return email === undefined || email === "" ? undefined : email.toLowerCase();
}
