import type { User, Users } from "@connect-sdk/users";
import { describeError, type ErrorDescription } from "../errors.ts";
import { findByUsername } from "./find-by-username.ts";
import type { Outcome } from "./outcome.ts";
import type { ChangeWork, CreateWork, Work } from "./plan.ts";

/** Does one entry's work. Resolves to what became of it, and never rejects. */
export async function perform(work: Work, users: Users): Promise<Outcome> {
  try {
    return work.kind === "create" ? await performCreate(work, users) : await performChange(work);
  } catch (error) {
    return { status: "failed", error: describeError(error) };
  }
}

async function performChange({ user, update, locked }: ChangeWork): Promise<Outcome> {
  if (Object.keys(update).length > 0) await user.update(update);
  // The plan's own guard has been asked: whatever arrives here may be locked.
  if (locked === true) await user.lock({ force: true });
  if (locked === false) await user.unlock();
  return { status: "done" };
}

async function performCreate(work: CreateWork, users: Users): Promise<Outcome> {
  let user: User;
  let note: string | undefined;
  try {
    user = await users.create(work.values);
  } catch (cause) {
    const error = describeError(cause);
    if (!UNCERTAIN.has(error.kind)) return { status: "failed", error };
    const found = await findCreated(work, users, error);
    if ("kind" in found) return { status: "failed", error: found };
    user = found;
    note = "the server's answer was lost, but the account is there";
  }
  if (work.lock) await user.lock();
  return { status: "done", guid: user.guid, ...(note !== undefined && { note }) };
}

/** After these nobody knows whether the server created the account. */
const UNCERTAIN: ReadonlySet<ErrorDescription["kind"]> = new Set([
  "network",
  "timeout",
  "server",
  "unexpected_response",
]);

/** Looks for the account that may have been created although the answer never came. */
async function findCreated(
  { values }: CreateWork,
  users: Users,
  error: ErrorDescription,
): Promise<User | ErrorDescription> {
  let found: User | undefined;
  try {
    found = await findByUsername(values.username, users);
  } catch {
    return { ...error, message: `${error.message} Whether the account was created is not known.`, fix: FIX_UNKNOWN };
  }
  if (found === undefined) return error;
  const record: User = found;
  const differs = (["email", "first_name", "last_name", "user_role"] as const).some(
    (field) => values[field] !== undefined && values[field] !== null && values[field] !== record[field],
  );
  if (!differs) return record;
  return {
    kind: "conflict",
    message: "An account of this username appeared meanwhile, with other values.",
    fix: FIX_UNKNOWN,
  };
}

const FIX_UNKNOWN = "Run the same command again: it looks at what is there first.";
