/* What deserves attention in a plan: powers that are given or taken, and new accounts that people take for existing ones. */
import { normalizeGuid } from "@connect-sdk/api/internal";
import type { User } from "@connect-sdk/users";
import { foldUsername } from "../import-file/text.ts";
import { isLowerRole } from "./guards.ts";
import type { Change } from "./plan.ts";

/** Returns why a planned change must be read before it is confirmed; `undefined` for an everyday change. */
export function riskOf({ decision, note }: Change): string | undefined {
  if (decision.status !== "planned") return undefined;
  const reasons: string[] = [];
  if (decision.kind === "create") {
    if (decision.values.user_role === "administrator") reasons.push("new administrator");
  } else {
    const { user, values, locked } = decision;
    const role = values.user_role;
    if (role !== undefined && role !== user.user_role) {
      reasons.push(`${isLowerRole(role, user.user_role) ? "demotion" : "promotion"} to ${role}`);
    }
    if (locked === true && user.user_role === "administrator") reasons.push("locks an administrator");
  }
  if (note !== undefined) reasons.push(note);
  return reasons.length === 0 ? undefined : reasons.join("; ");
}

/** An account, or a row of the file that makes one. */
interface Known {
  readonly name: string;
  readonly guid?: string | undefined;
  readonly at: number;
}

/**
 * Compares usernames of new accounts, and new e-mail addresses, with the accounts on the server and the rest of the file.
 * Accounts cannot be deleted, so a new account with a doubtful one is refused, unless duplicates are allowed. An existing
 * user only gets a note.
 *
 * @param accounts - all accounts on the server.
 */
export function markDuplicates(
  changes: readonly Change[],
  accounts: readonly User[],
  { allow }: { readonly allow: boolean },
): Change[] {
  const names = new Map<string, Known[]>();
  const emails = new Map<string, Known[]>();
  const changedEmails = new Set(
    changes.flatMap(({ guid, fields }) =>
      guid !== undefined && fields.some(({ field }) => field === "email") ? [normalizeGuid(guid)] : [],
    ),
  );
  for (const { username, email, guid } of accounts) {
    const known: Known = { name: `\`${username}\``, guid: normalizeGuid(guid), at: -1 };
    push(names, foldUsername(username), known);
    // An address that this plan replaces is free afterwards.
    if (!changedEmails.has(normalizeGuid(guid))) push(emails, foldEmail(email), known);
  }
  changes.forEach((change, at) => {
    const { username, guid, action, line, decision } = change;
    if (decision.status !== "planned") return;
    const place = line === undefined ? "" : ` on line ${line}`;
    const known: Known = { name: `\`${username}\`${place}`, guid: guid && normalizeGuid(guid), at };
    if (action === "create") push(names, foldUsername(username), known);
    push(emails, foldEmail(newEmail(change)), known);
  });
  return changes.map((change, at) => {
    if (change.decision.status !== "planned") return change;
    const isNew = change.decision.kind === "create";
    const own = change.guid && normalizeGuid(change.guid);
    const other = (found: readonly Known[] = []): Known | undefined =>
      found.find((known) => known.at !== at && (own === undefined || known.guid !== own));
    const twin = isNew ? other(names.get(foldUsername(change.username))) : undefined;
    const email = newEmail(change);
    const sharer = email === "" ? undefined : other(emails.get(foldEmail(email)));
    const reasons = [
      ...(twin === undefined ? [] : [`the username looks like ${twin.name}`]),
      ...(sharer === undefined ? [] : [`${sharer.name} has the same e-mail address`]),
    ];
    if (reasons.length === 0) return change;
    const reason = reasons.join("; ");
    if (allow || !isNew) return { ...change, note: reason };
    const fix = "Correct the row, or add --allow-duplicates: accounts cannot be deleted.";
    return { ...change, note: undefined, decision: { status: "refused", reason, fix } };
  });
}

function newEmail({ fields }: Change): string {
  const email = fields.find(({ field }) => field === "email")?.to;
  return typeof email === "string" ? email : "";
}

function foldEmail(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  if (key === "") return;
  const found = map.get(key);
  if (found === undefined) map.set(key, [known]);
  else found.push(known);
}
