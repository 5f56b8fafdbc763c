/** What has to change so that an account is as a row says. */
import { isApiError } from "@connect-sdk/api";
import type { UpdateUser, User } from "@connect-sdk/users";
import type { DesiredUser } from "./desired-users.ts";
import { isLowerRole } from "./people.ts";
import type { AttributeOwner, Server } from "./server.ts";
import { PlanStep } from "./step.ts";

/** The differences between an account and its row. */
export interface AccountChanges {
  readonly user: User;
  /** The fields to send. */
  readonly values: UpdateUser;
  /** Whether the account is to be locked or unlocked. */
  readonly locked: boolean | undefined;
  readonly isDemotion: boolean;
  /** Fields that differ and belong to the sign-in provider. */
  readonly ignored: readonly string[];
}

/** Compares an account with its row. */
export function decideChanges(desired: DesiredUser, user: User, server: Server): AccountChanges {
  const ignored: string[] = [];
  const values: { -readonly [Field in keyof UpdateUser]: UpdateUser[Field] } = {};
  const isOurs = (field: keyof typeof OWNERS): boolean => {
    const owner = server[OWNERS[field]];
    if (owner === "provider") ignored.push(field);
    return owner !== "provider";
  };
  for (const field of ["email", "first_name", "last_name"] as const) {
    const value = desired[field];
    if (value !== undefined && value !== user[field] && isOurs(field)) values[field] = value;
  }
  const { user_role } = desired;
  if (user_role !== undefined && user_role !== user.user_role && isOurs("user_role")) values.user_role = user_role;
  const locked = desired.locked === user.locked ? undefined : desired.locked;
  const isDemotion = values.user_role !== undefined && isLowerRole(values.user_role, user.user_role);
  return { user, values, locked, isDemotion, ignored };
}

/** Who owns a field. */
const OWNERS = {
  email: "emails",
  first_name: "names",
  last_name: "names",
  user_role: "roles",
} as const satisfies Record<
  string,
  { [Key in keyof Server]: Server[Key] extends AttributeOwner ? Key : never }[keyof Server]
>;

/** Returns whether there is anything to do. */
export function isChange({ values, locked }: AccountChanges): boolean {
  return locked !== undefined || Object.keys(values).length > 0;
}

/** Returns the step that makes the changes. Takes one request for the fields and one for the lock. */
export function changeStep(
  { user, values, locked }: AccountChanges,
  { reason, phase }: { readonly reason: string; readonly phase: number },
): PlanStep {
  const entries = Object.entries(values);
  const work = async () => {
    if (entries.length > 0) await user.update(values);
    if (locked === true) await user.lock();
    if (locked === false) await user.unlock();
    // The response has what the server made of the values.
    const kept = entries.filter(([field, value]) => Reflect.get(user, field) !== value).map(([field]) => field);
    return kept.length === 0 ? undefined : { note: `the server has another value for ${kept.join(", ")}` };
  };
  const { guid, username: name } = user;
  const lockChange = { before: `locked: ${String(user.locked)}`, after: `locked: ${String(locked)}` };
  const before = entries.map(([field]) => `${field}: ${String(Reflect.get(user, field))}`);
  const after = entries.map(([field, value]) => `${field}: ${String(value)}`);
  if (locked !== undefined) {
    before.push(lockChange.before);
    after.push(lockChange.after);
  }
  const action = entries.length > 0 ? "update" : locked === true ? "lock" : "unlock";
  return new PlanStep(
    {
      id: `${action}:${guid}`,
      action,
      target: { kind: "user", guid, name },
      from: before.join("; "),
      to: after.join("; "),
      reason,
      changes: [
        ...entries.map(([field, value]) => ({ field, from: String(Reflect.get(user, field)), to: String(value) })),
        ...(locked === undefined ? [] : [{ field: "locked", from: user.locked, to: locked }]),
      ],
      state: "planned",
    },
    { work, phase, account: { guid, values: { ...values, ...(locked !== undefined && { locked }) } } },
  );
}

/** Returns whether an error makes all other unlocks pointless: the license does not cover more users. */
export function stopsUnlocking(error: unknown): boolean {
  return isApiError(error, { code: 64 });
}
