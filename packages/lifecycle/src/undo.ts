/** Reverts the changes of an earlier run: `planUndo`. */
import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import { checkInput, normalizeGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { checkChanges, checkConnection, checkRows } from "./arguments.ts";
import type { ImportRow } from "./account-changes.ts";
import { readAccounts } from "./find-users.ts";
import { defineImport } from "./import.ts";
import { Plan } from "./plan.ts";
import type { MadeChange, UndoneField } from "./repeated.ts";
import { PlanStep } from "./step.ts";

/** Options of {@link planUndo}. */
export interface UndoOptions extends CallOptions {
  /** Allows to lock or demote your own account. Default: false. */
  readonly force?: boolean | undefined;
  /** Name of the report, for messages. Default: `the report`. */
  readonly source?: string | undefined;
}

/**
 * Plans to revert an earlier run: restores values, unlocks locked accounts and locks unlocked ones. Accounts cannot be deleted, so
 * created ones are locked. Refuses values that have changed since the run. Only reads.
 *
 * @throws InvalidArgumentError for an unknown option; nothing is sent then.
 */
export async function planUndo(
  connection: Connection,
  changes: Iterable<MadeChange>,
  options: UndoOptions = {},
): Promise<Plan> {
  const checked = checkInput("options", options, "force:boolean source:string signal:signal");
  const { force, source = "the report", signal } = checked;
  checkConnection(connection);
  checkRows("changes", changes);
  const given = [...changes];
  checkChanges("changes", given);
  // The addresses that accounts get back may belong to others by now.
  const wanted = given.map(({ guid, fields }) => ({ guid, email: fields.email?.from }));
  const accounts = await readAccounts(connection.users, wanted, { signal });
  const undone = new Map<string, State>();
  const oldest = oldestValues(given);
  const refused: PlanStep[] = [];
  // The latest change first: an earlier one is visible behind it.
  for (const change of given.toReversed()) {
    const user = accounts.withGuid(change.guid);
    const problem = takeBack(change, { user, undone, oldest: oldest.get(normalizeGuid(change.guid)) });
    if (problem !== undefined) refused.push(problem);
  }
  const rows = [...undone].map(([guid, state]) => toRow(guid, state, accounts.withGuid(guid)));
  const imported = await defineImport(connection, rows, { create: false, accounts, force, source, signal });
  const isEmpty = rows.length === 0 && refused.length > 0;
  return new Plan({
    ...imported,
    inputs: () => ({ force, source, changes: given }),
    kind: "undo",
    steps: [...imported.steps, ...refused],
    refusals: isEmpty ? [] : (imported.refusals ?? []),
  });
}

/** The values that an account gets back. */
type State = Map<UndoneField, string>;

/** Returns the value that each field of each account had before the first change. */
function oldestValues(changes: readonly MadeChange[]): Map<string, State> {
  const oldest = new Map<string, State>();
  for (const change of changes) {
    const state = oldest.get(normalizeGuid(change.guid)) ?? new Map<UndoneField, string>();
    for (const [field, { from }] of Object.entries(fieldsOf(change) ?? {})) {
      if (isField(field) && !state.has(field)) state.set(field, from);
    }
    oldest.set(normalizeGuid(change.guid), state);
  }
  return oldest;
}

/** What is known about the account of a change. */
interface Undoing {
  readonly user: User | undefined;
  /** The values that accounts get back, as far as they are decided. */
  readonly undone: Map<string, State>;
  /** The values that the account had before the first change. */
  readonly oldest: State | undefined;
}

/** Notes the earlier values of a change, or returns why it cannot be taken back. */
function takeBack(change: MadeChange, { user, undone, oldest }: Undoing): PlanStep | undefined {
  const { action, guid } = change;
  const refuse = (reason: string, fix: string, state: "refused" | "manual" = "refused"): PlanStep =>
    new PlanStep({
      id: `undo:${action}:${guid}`,
      action: `undo-${action}`,
      target: { kind: "user", guid, name: printable(change.username) },
      reason,
      fix,
      state,
    });
  const fields = fieldsOf(change);
  if (fields === undefined) {
    return refuse(
      `\`${action}\` cannot be taken back from a report`,
      "Plan the opposite: `transfer`, `merge` …",
      "manual",
    );
  }
  if (user === undefined) return refuse("there is no such account any more", "Nothing is left to undo.");
  const state = undone.get(normalizeGuid(guid)) ?? new Map<UndoneField, string>();
  // A value that is already back, even behind later changes, is not a conflict.
  const isBack = (field: UndoneField): boolean => String(user[field]) === oldest?.get(field);
  const changed = Object.entries(fields).filter(
    ([field, { from, to }]) =>
      isField(field) && !isBack(field) && ![from, to].includes(state.get(field) ?? String(user[field])),
  );
  if (changed.length > 0) {
    const names = changed.map(([field]) => field).join(", ");
    return refuse(`${names} was changed again since`, "Look at the account, and change it by hand.");
  }
  for (const [field, { from }] of Object.entries(fields)) {
    if (isField(field)) state.set(field, isBack(field) ? String(user[field]) : from);
  }
  undone.set(normalizeGuid(guid), state);
  return undefined;
}

function fieldsOf({ action, fields }: MadeChange): MadeChange["fields"] | undefined {
  switch (action) {
    case "create":
      // Accounts cannot be deleted.
      return { locked: { from: "true", to: fields.locked?.to ?? "false" } };
    case "lock":
      return { locked: { from: "false", to: "true" } };
    case "unlock":
      return { locked: { from: "true", to: "false" } };
    case "update":
    case "promote":
    case "demote":
      return fields;
    default:
      return undefined;
  }
}

const FIELDS: readonly UndoneField[] = ["email", "first_name", "last_name", "user_role", "locked"];

function isField(name: string): name is UndoneField {
  return FIELDS.some((field) => field === name);
}

/** Names the account itself, because an empty value of a file would leave its field alone. */
function toRow(guid: string, state: State, user: User | undefined): ImportRow {
  const role: UserRole | undefined = USER_ROLES.find((each) => each === state.get("user_role"));
  const locked = state.get("locked");
  return {
    guid,
    user,
    ...Object.fromEntries([...state].filter(([field]) => field !== "user_role" && field !== "locked")),
    ...(role !== undefined && { user_role: role }),
    ...(locked !== undefined && { locked: locked === "true" }),
  };
}
