/**
 * A plan that was saved, reviewed and is now to be applied: `loadPlan` plans again from the same inputs, and accepts the file only
 * if the same steps result. What an interrupted run has done since counts as done.
 */
import { InvalidArgumentError, USER_ROLES, type UserRecord, type UserRole } from "@connect-sdk/api";
import { checkInput, isObject, isSameGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection } from "@connect-sdk/users";
import { checkConnection } from "./arguments.ts";
import { planAccessReview } from "./access-review.ts";
import type { ContentAssignment } from "./content-map.ts";
import { StalePlanError } from "./errors.ts";
import { readAccounts } from "./find-users.ts";
import { type ImportOptions, planImport, type SavedRow } from "./import.ts";
import { type LockManyOptions, type LockRow, planLock } from "./lock.ts";
import { listGroups } from "./memberships.ts";
import { type MergeSettings, planMerge } from "./merge.ts";
import { type OffboardOptions, planOffboard, planTransfer, type TransferOptions } from "./offboard.ts";
import { checksumOf, type Plan, PLAN_FORMAT } from "./plan.ts";
import type { MadeChange } from "./repeated.ts";
import { planRoles, type RolesOptions } from "./roles.ts";
import { readCaller } from "./server.ts";
import type { PlanStep } from "./step.ts";
import { planSync, type SyncOptions } from "./sync.ts";
import { planUndo, type UndoOptions } from "./undo.ts";

/** Options of {@link loadPlan}. */
export interface LoadPlanOptions extends CallOptions {
  /**
   * Guids of content that an earlier run with `keepAccess` had started to move and did not finish, as recorded by `onStart`.
   */
  readonly started?: readonly string[] | undefined;
}

/**
 * Loads a plan that `plan.save()` returned, to apply it. Plans again, and compares each step. Only reads.
 *
 * @param text - the saved plan.
 * @throws StalePlanError if the server, the caller, or a value that a step changes is not as it was. It says what is different.
 * @throws InvalidArgumentError if the text is not a saved plan, or was edited; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await loadPlan(connection, await readFile("plan.json", "utf8"));
 * await plan.apply();
 * ```
 */
export async function loadPlan(connection: Connection, text: string, options: LoadPlanOptions = {}): Promise<Plan> {
  const { signal, started } = checkInput("options", options, "started:[]string signal:signal");
  checkConnection(connection);
  const saved = await readPlan(text);
  const call = { signal };
  await requireSameCaller(connection, saved, call);
  const isHandOver = saved.kind === "offboard" || saved.kind === "transfer";
  const inputs = isHandOver && started !== undefined ? { ...saved.inputs, started } : saved.inputs;
  const create = PLANNERS.get(saved.kind);
  if (create === undefined) throw notAPlan(`has the unknown kind "${printable(saved.kind)}"`);
  const plan = await create(connection, inputs, call);
  // A guard explains itself better than the steps that are missing because of it.
  if (plan.refusals.length > 0) return plan;
  const [first, ...others] = await findDifferences(connection, saved.steps, plan.steps, call);
  if (first !== undefined) throw new StalePlanError([first, ...others]);
  return plan;
}

/** What is read of a saved plan. */
interface SavedPlan {
  readonly kind: string;
  readonly server: string;
  readonly caller: string | null;
  readonly steps: readonly SavedStep[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A step that the saved plan would have executed. */
interface SavedStep {
  readonly id: string;
  readonly action: string;
  readonly kind: string;
  readonly guid: string | undefined;
  readonly name: string;
  /** What must be the same now: values, fields and the note, which has the new name of an item. */
  readonly compared: string;
  readonly changes: readonly { readonly field: string; readonly to: unknown }[];
}

async function readPlan(text: string): Promise<SavedPlan> {
  let plan: unknown;
  try {
    plan = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw notAPlan("is not JSON");
  }
  if (!isObject(plan) || plan["format"] !== PLAN_FORMAT.format) throw notAPlan("is something else");
  if (plan["version"] !== PLAN_FORMAT.version) {
    throw new InvalidArgumentError("The plan was saved by another version of this library. Nothing was sent.", {
      argument: "text",
      fix: "Plan again with this version.",
    });
  }
  const { sha256, ...content } = plan;
  if (sha256 !== (await checksumOf(content))) {
    throw new InvalidArgumentError("The plan was edited after it was saved. Nothing was sent.", {
      argument: "text",
      fix: "Plan again with other options instead of editing the file.",
    });
  }
  const { caller, inputs, steps } = content;
  return {
    kind: textOf(content["kind"]),
    server: textOf(content["server"]),
    caller: isObject(caller) ? textOf(caller["guid"]) : null,
    inputs: isObject(inputs) ? inputs : {},
    steps: objectsOf(steps)
      .filter(({ state }) => state === "planned")
      .map(readStep),
  };
}

function readStep(step: Readonly<Record<string, unknown>>): SavedStep {
  const target = isObject(step["target"]) ? step["target"] : {};
  return {
    id: textOf(step["id"]),
    action: textOf(step["action"]),
    kind: textOf(target["kind"]),
    guid: typeof target["guid"] === "string" ? target["guid"] : undefined,
    name: textOf(target["name"]),
    compared: comparable(step),
    changes: objectsOf(step["changes"]).map(({ field, to }) => ({ field: textOf(field), to })),
  };
}

/** Returns what makes a step the same step. Other steps that are done by now change `needs` and the reason. */
function comparable(step: object): string {
  const get = (name: string): unknown => Reflect.get(step, name) ?? null;
  return JSON.stringify([get("action"), get("target"), get("from"), get("to"), get("changes"), get("note")]);
}

async function requireSameCaller(connection: Connection, { server, caller }: SavedPlan, call: CallOptions) {
  if (normalizeUrl(server) !== normalizeUrl(connection.url)) {
    throw new StalePlanError([`it is for another server, ${printable(server)}`]);
  }
  const me = await readCaller(connection, call);
  const isSame = me === undefined ? caller === null : caller !== null && isSameGuid(me.guid, caller);
  if (!isSame) throw new StalePlanError(["it was made with the credential of another account"]);
}

function normalizeUrl(url: string): string {
  return url.replace(/\/+$/, "").toLowerCase();
}

type Planner = (connection: Connection, inputs: Readonly<Record<string, unknown>>, call: CallOptions) => Promise<Plan>;

/** Creates each kind of plan again. Each function checks its options and rows, as those of any caller. */
const PLANNERS: ReadonlyMap<string, Planner> = new Map<string, Planner>([
  [
    "offboard",
    (connection, { user, to, map, ...inputs }, call) => {
      const options: Omit<OffboardOptions, "user"> = inputs;
      const people = { user: textOf(user), ...(to !== undefined && { to: textOf(to) }) };
      const assignments = objectsOf(map).map((row): ContentAssignment => ({
        item: textOf(row["item"]),
        to: textOf(row["to"]),
      }));
      return planOffboard(connection, { ...options, ...people, map: assignments, ...call });
    },
  ],
  [
    "transfer",
    (connection, { user, to, ...inputs }, call) => {
      const options: Omit<TransferOptions, "user" | "to"> = inputs;
      return planTransfer(connection, { ...options, user: textOf(user), to: textOf(to), ...call });
    },
  ],
  [
    "merge",
    (connection, { pairs: rows, ...inputs }, call) => {
      const settings: MergeSettings = inputs;
      const pairs = objectsOf(rows).map(({ from, into }) => ({ from: textOf(from), into: textOf(into) }));
      return planMerge(connection, { ...settings, pairs, ...call });
    },
  ],
  [
    "sync",
    (connection, { rows, ...inputs }, call) => {
      const options: SyncOptions = inputs;
      return planSync(connection, objectsOf(rows), { ...options, ...call });
    },
  ],
  [
    "roles",
    (connection, { map, ...inputs }, call) => {
      const options: Omit<RolesOptions, "map"> = inputs;
      const roles = isObject(map) ? Object.entries(map).flatMap(([group, role]) => roleOf(group, role)) : [];
      return planRoles(connection, { ...options, map: Object.fromEntries(roles), ...call });
    },
  ],
  [
    "import",
    async (connection, { rows, ...inputs }, call) => {
      const options: ImportOptions = inputs;
      const list: SavedRow[] = objectsOf(rows);
      const wanted = list.map(({ of, guid, username, email }) => ({ guid: of ?? guid, username, email }));
      const accounts = await readAccounts(connection.users, wanted, call);
      const found = list.map(({ of, ...row }) => {
        const user = of === undefined ? undefined : accounts.withGuid(of);
        return user === undefined ? row : { ...row, user };
      });
      return planImport(connection, found, { ...options, accounts, ...call });
    },
  ],
  ["lock", planLockAgain],
  ["unlock", planLockAgain],
  [
    "undo",
    (connection, { changes, ...inputs }, call) => {
      const options: UndoOptions = inputs;
      const made = objectsOf(changes).map(({ action, guid, username, fields }): MadeChange => ({
        action: textOf(action),
        guid: textOf(guid),
        username: textOf(username),
        fields: isObject(fields) ? fields : {},
      }));
      return planUndo(connection, made, { ...options, ...call });
    },
  ],
  [
    "access-review",
    (connection, { decisions }, call) => {
      const rows = objectsOf(decisions).flatMap(({ guid, user_role, locked, decision }) => {
        const role = USER_ROLES.find((each) => each === user_role);
        if (role === undefined) return [];
        return [{ guid: textOf(guid), user_role: role, locked: locked === true, decision: textOf(decision) }];
      });
      return planAccessReview(connection, rows, call);
    },
  ],
]);

function planLockAgain(connection: Connection, inputs: Readonly<Record<string, unknown>>, call: CallOptions) {
  const { rows, ...rest } = inputs;
  const options: LockManyOptions = rest;
  const list = objectsOf(rows).map(({ user, ...row }): LockRow => {
    const details: Omit<LockRow, "user"> = row;
    return { ...details, user: textOf(user) };
  });
  return planLock(connection, list, { ...options, ...call });
}

function roleOf(group: string, value: unknown): [string, UserRole][] {
  const role = USER_ROLES.find((each) => each === value);
  return role === undefined ? [] : [[group, role]];
}

/** Compares the saved steps with those of now. Returns what is different, one clause each. */
async function findDifferences(
  connection: Connection,
  saved: readonly SavedStep[],
  steps: readonly PlanStep[],
  call: CallOptions,
): Promise<string[]> {
  const current = new Map(steps.map((step) => [step.id, step]));
  const known = new Set(saved.map(({ id }) => id));
  const moved = new Set(saved.filter(({ action }) => action === "move-content").map(({ guid }) => guid));
  const differences: string[] = [];
  const missing: SavedStep[] = [];
  for (const step of saved) {
    const now = current.get(step.id);
    if (now === undefined) missing.push(step);
    else if (now.state === "refused") differences.push(`${nameOf(step)} is refused now: ${now.reason}`);
    else if (now.state === "planned" && comparable(now) !== step.compared) {
      differences.push(`${nameOf(step)} is different now: ${describeValues(step, now)}`);
    }
  }
  for (const { id, state, action, target } of steps) {
    if (state !== "planned" || known.has(id)) continue;
    // The second half of a move that an interrupted run has started.
    if (action === "add-permission" && moved.has(target.guid)) continue;
    differences.push(`${nameOf({ action, name: target.name })} is new`);
  }
  return [...differences, ...(await findUndone(connection, missing, call))];
}

function nameOf({ action, name }: Pick<SavedStep, "action" | "name">): string {
  return `${action} ${printable(name)}`;
}

function describeValues(step: SavedStep, now: PlanStep): string {
  if (now.target.name !== step.name) return `the name is ${printable(now.target.name)}`;
  const fields = (now.changes ?? []).map(({ field, from, to }) => `${field} ${show(from)} → ${show(to)}`);
  return fields.length > 0 ? fields.join(", ") : `${show(now.from)} → ${show(now.to)}`;
}

function show(value: unknown): string {
  if (typeof value === "string") return value === "" ? "(empty)" : printable(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "none";
}

/**
 * Returns which of the steps that are not planned any more were not done either: somebody else has changed what they are about. Takes
 * one request per new owner of content, and lists groups or users if steps about them are missing.
 */
async function findUndone(
  connection: Connection,
  missing: readonly SavedStep[],
  { signal }: CallOptions,
): Promise<string[]> {
  const content = new Map<string, ReadonlySet<string>>();
  for (const owner of new Set(missing.filter(isContentMove).map(newOwnerOf))) {
    const { data } = await connection.api.GET("/v1/content", { params: { query: { owner_guid: owner } }, signal });
    content.set(owner, new Set(data.map(({ guid }) => normalizeGuid(guid))));
  }
  const groups = missing.some(({ action }) => action === "move-group") ? await listGroups(connection, { signal }) : [];
  const owners = new Map(groups.map(({ guid, owner_guid }) => [normalizeGuid(guid), owner_guid ?? ""]));
  const users = missing.some(isAboutUser)
    ? await readUsers(connection, missing.filter(isAboutUser), { signal })
    : new Map<string, UserRecord>();
  return missing.flatMap((step): string[] => {
    const guid = normalizeGuid(step.guid ?? "");
    if (isContentMove(step)) {
      return content.get(newOwnerOf(step))?.has(guid) === true ? [] : [`${nameOf(step)}: it has another owner now`];
    }
    if (step.action === "move-group") {
      const isDone = normalizeGuid(owners.get(guid) ?? "") === newOwnerOf(step);
      return isDone ? [] : [`${nameOf(step)}: it has another owner now`];
    }
    if (!isAboutUser(step)) return [];
    const user = users.get(keyOf(step));
    if (user === undefined) return [`${nameOf(step)}: the account does not exist any more`];
    // A new account gets names and addresses from a directory. What differs from the file is a step of its own.
    const changed = step.action === "create" ? [] : step.changes.filter(({ field, to }) => valueOf(user, field) !== to);
    return changed.map(({ field }) => `${nameOf(step)}: ${field} is ${show(valueOf(user, field))} now`);
  });
}

function isContentMove({ action }: SavedStep): boolean {
  return action === "move-content";
}

function isAboutUser({ kind }: SavedStep): boolean {
  return kind === "user";
}

/** The id of a move ends with the new owner. */
function newOwnerOf({ id }: SavedStep): string {
  return normalizeGuid(id.slice(id.lastIndexOf(":") + 1));
}

/** Returns the users that steps are about. */
async function readUsers(
  { users }: Connection,
  steps: readonly SavedStep[],
  call: CallOptions,
): Promise<ReadonlyMap<string, UserRecord>> {
  const wanted = new Set(steps.map(keyOf));
  const found = new Map<string, UserRecord>();
  for await (const user of users.find({}, call)) {
    for (const key of [normalizeGuid(user.guid), nameKey(user.username)]) {
      if (wanted.has(key)) found.set(key, user.toJSON());
    }
  }
  return found;
}

/** New accounts have no guid yet. */
function keyOf({ guid, name }: SavedStep): string {
  return guid === undefined ? nameKey(name) : normalizeGuid(guid);
}

function nameKey(username: string): string {
  return `name ${username}`;
}

function valueOf(user: UserRecord, field: string): unknown {
  return Reflect.get(user, field);
}

function objectsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function notAPlan(problem: string): InvalidArgumentError {
  return new InvalidArgumentError(`The text is not a saved plan: it ${problem}. Nothing was sent.`, {
    argument: "text",
    fix: "Pass what `plan.save()` or `--plan-out` has written, unchanged.",
  });
}
