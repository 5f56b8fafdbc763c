/** Nobody can list the API keys and tokens of another person: about how many there are, from the audit log. */
import { isApiError, isConnectError } from "@connect-sdk/api";
import { isSameGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { readLog } from "./audit.ts";
import { PlanStep } from "./step.ts";

/** The most entries that are read, the newest ones: 10 requests. The log cannot be filtered, and a server keeps all of it. */
const MAX_ENTRIES = 5_000;

/** About how many API keys and tokens a user has. */
export interface KeyEstimate {
  readonly keys: number;
  readonly tokens: number;
  /** Where the numbers come from: `the audit log`, or the part of it that was read. */
  readonly source: string;
}

/**
 * Estimates the API keys and tokens of a user: keys that the user added and did not remove, and tokens that the user activated. Reads
 * the audit log back to the day the account was created, and at most 5,000 entries. Returns `undefined` where the log cannot be read.
 */
export async function estimateKeys(
  { api }: Connection,
  user: User,
  { signal }: CallOptions,
): Promise<KeyEstimate | undefined> {
  const created = Date.parse(user.created_time);
  const found = { keys: 0, tokens: 0, removed: 0 };
  let entries = 0;
  try {
    for await (const { time, actor, action } of readLog(api, signal)) {
      if (Date.parse(time) < created) break;
      if (actor.guid !== null && isSameGuid(actor.guid, user.guid)) count(action, found);
      if (++entries === MAX_ENTRIES) break;
    }
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
  const isPart = entries === MAX_ENTRIES;
  const source = isPart
    ? `the newest ${MAX_ENTRIES.toLocaleString("en-US")} entries of the audit log`
    : "the audit log";
  return { keys: found.keys, tokens: found.tokens, source };
}

/** Counts an entry. The newest comes first, so that a removal belongs to an addition that follows. */
function count(action: string, found: { keys: number; tokens: number; removed: number }): void {
  // Real server: unknown, assumed that these are the actions, that their actor is the owner, and that a token has no removal.
  if (action === "activate_token") found.tokens += 1;
  else if (action === "remove_api_key") found.removed += 1;
  else if (action === "add_api_key") {
    if (found.removed > 0) found.removed -= 1;
    else found.keys += 1;
  }
}

/** Whether the key must not read the log, the server does not have it, or its pages have no end. */
function isUnreadable(error: unknown): boolean {
  return isApiError(error, { status: 403 }) || (isConnectError(error) && error.name === "ConnectError");
}

/** Returns the step for the person who replaces the keys; none if there seem to be none. */
export function replaceKeysSteps(user: User, estimate: KeyEstimate | undefined): PlanStep[] {
  if (estimate === undefined) return [];
  const { keys, tokens, source } = estimate;
  const found = [countOf(keys, "API key"), countOf(tokens, "token")].filter((text) => text !== "");
  if (found.length === 0) return [];
  return [
    new PlanStep({
      id: `replace-keys:${user.guid}`,
      action: "replace-keys",
      target: { kind: "user", guid: user.guid, name: user.username },
      reason: `about ${found.join(" and ")}, estimated from ${source}`,
      fix: "Replace them where programs use them, such as deployments: they work only while the account is unlocked.",
      state: "manual",
    }),
  ];
}

function countOf(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
