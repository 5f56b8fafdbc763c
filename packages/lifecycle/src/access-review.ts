/** Lists all access for an auditor, and applies the decisions of reviewers: `accessReview`. */
import { isApiError, USER_ROLES, type UserRecord, type UserRole } from "@connect-sdk/api";
import {
  checkInput,
  forEachParallel,
  checkValue,
  isSameGuid,
  normalizeGuid,
  printable,
  suggest,
} from "@connect-sdk/api/internal";
import {
  type CallOptions,
  type Connection,
  type GroupIndex,
  InvalidArgumentError,
  type User,
} from "@connect-sdk/users";
import { checkConnection, checkDate, checkRows } from "./arguments.ts";
import { lockStep, roleDetails, roleStep } from "./accounts.ts";
import type { ApplyOptions, PlanResult } from "./apply.ts";
import { requireChecksums, sha256 } from "./checksum.ts";
import type { Refusal } from "./errors.ts";
import { CONCURRENCY, isLowerRole, refuseLastAdministrator } from "./people.ts";
import { Plan } from "./plan.ts";
import { readServer, refuseCaller, type Server } from "./server.ts";
import { PlanStep } from "./step.ts";
import { losesAccess, readsOf } from "./verify-accounts.ts";

/** Options of {@link accessReview}. */
export interface AccessReviewOptions extends CallOptions {
  /** Lists the content of others that each user may see or change. One request per content item. Default: false. */
  readonly permissions?: boolean | undefined;
  /** The time of the review. Default: the system's clock. */
  readonly now?: Date | undefined;
}

/** A user with role, groups and content, and blank fields for the reviewer. */
export interface AccessReviewRow {
  readonly guid: string;
  readonly username: string;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly user_role: UserRole;
  readonly locked: boolean;
  readonly account_status: "licensed" | "inactive" | "locked";
  readonly created_time: string;
  readonly active_time: string | null;
  /** Whole days since the last activity, or since the account was created. */
  readonly idle_days: number;
  /** Names of the groups. `null` if the server does not tell them. */
  readonly groups: readonly string[] | null;
  /** Number of content items that the user owns. */
  readonly owned_content: number;
  /** Names of content of others, with the role: `report (collaborator)`. `null` unless asked for. */
  readonly collaborations: readonly string[] | null;
  /** `keep`, `lock`, `viewer` or `publisher`. */
  readonly decision: "";
  readonly reviewer: "";
  readonly date: "";
  readonly comment: "";
}

/** A row as the reviewer returns it. Other fields are ignored. */
export interface ReviewDecision {
  readonly guid: string;
  /** As reviewed. The row is refused if it has changed since. */
  readonly user_role: UserRole;
  readonly locked: boolean;
  /** `keep`, `lock`, `viewer` or `publisher`; empty: not decided. */
  readonly decision: string;
}

/** A snapshot of who has access, with administrators first. */
export interface AccessReview {
  /** When it was taken (RFC 3339). */
  readonly asOf: string;
  readonly server: string;
  /** Version of Connect; `null` if the server hides it. */
  readonly version: string | null;
  /** Username of the caller; `null` for a service. */
  readonly takenBy: string | null;
  readonly rows: readonly AccessReviewRow[];
  /** Whether the rows are as many as the server counts. */
  readonly complete: boolean;
  /** SHA-256 of the rows as JSON, one per line, in hexadecimal. Shows that the list was not edited. */
  readonly sha256: string;
  /** What the reader should know, such as groups that could not be read. */
  readonly notes: readonly string[];
  /** Plans the changes that the reviewers decided. */
  plan(decisions: Iterable<ReviewDecision>, options?: CallOptions): Promise<Plan>;
  /** Plans and applies the changes that the reviewers decided. */
  apply(decisions: Iterable<ReviewDecision>, options?: ApplyOptions): Promise<PlanResult>;
}

/**
 * Lists every user with role, lock, activity, groups and content, and blank fields for a decision.
 *
 * `GET /v1/users` (twice, for the account status), `GET /v1/groups` with the members of each group, `GET /v1/content`. For
 * administrators.
 *
 * @throws InvalidArgumentError for an unknown option.
 */
export async function accessReview(connection: Connection, options: AccessReviewOptions = {}): Promise<AccessReview> {
  const {
    signal,
    now = new Date(),
    permissions = false,
  } = checkInput("options", options, "permissions:boolean now:object signal:signal");
  checkConnection(connection);
  checkDate("now", now);
  requireChecksums("review");
  const call = { signal };
  const notes: string[] = [];
  const [server, version] = await Promise.all([readServer(connection, call), readVersion(connection, call)]);
  const groups = await readGroups(connection, server, notes, call);
  const { data: content } = await connection.api.GET("/v1/content", call);
  const owned = new Map<string, number>();
  for (const { owner_guid } of content) {
    const guid = normalizeGuid(owner_guid);
    owned.set(guid, (owned.get(guid) ?? 0) + 1);
  }
  const collaborations = permissions ? await readCollaborations(connection, content, call) : undefined;
  const inactive = new Set<string>();
  for await (const { guid } of connection.users.find({ account_status: "inactive" }, call)) inactive.add(guid);
  const rows: AccessReviewRow[] = [];
  for await (const user of connection.users.find({}, call)) {
    const guid = normalizeGuid(user.guid);
    rows.push({
      guid: user.guid,
      username: user.username,
      email: user.email,
      first_name: user.first_name,
      last_name: user.last_name,
      user_role: user.user_role,
      locked: user.locked,
      account_status: user.locked ? "locked" : inactive.has(user.guid) ? "inactive" : "licensed",
      created_time: user.created_time,
      active_time: user.active_time,
      idle_days: Math.max(0, Math.floor((now.getTime() - Date.parse(user.active_time ?? user.created_time)) / DAY)),
      groups: groups?.of(user).map(({ name }) => name) ?? null,
      owned_content: owned.get(guid) ?? 0,
      collaborations: collaborations === undefined ? null : (collaborations.get(guid) ?? []),
      decision: "",
      reviewer: "",
      date: "",
      comment: "",
    });
  }
  // Privileged accounts are what an auditor looks at first.
  rows.sort((a, b) => USER_ROLES.indexOf(a.user_role) - USER_ROLES.indexOf(b.user_role));
  const total = await connection.users.count({}, call);
  if (total !== rows.length) {
    notes.push(`The list has ${rows.length} users, and the server counts ${total} now. Take the review again.`);
  }
  const plan: AccessReview["plan"] = (decisions, planOptions) => planAccessReview(connection, decisions, planOptions);
  return {
    asOf: now.toISOString(),
    server: connection.url,
    version,
    takenBy: server.me?.username ?? null,
    rows,
    complete: total === rows.length,
    sha256: await sha256(rows.map((row) => `${JSON.stringify(row)}\n`).join("")),
    notes,
    plan,
    apply: async (decisions, applyOptions = {}) =>
      (await plan(decisions, { signal: applyOptions.signal })).apply(applyOptions),
  };
}

const DAY = 86_400_000;

async function readVersion({ api }: Connection, { signal }: CallOptions): Promise<string | null> {
  const { data } = await api.GET("/server_settings", { signal });
  return typeof data.version === "string" && data.version !== "" ? data.version : null;
}

async function readGroups(
  { users }: Connection,
  server: Server,
  notes: string[],
  options: CallOptions,
): Promise<GroupIndex | undefined> {
  if (!server.hasGroups) return undefined;
  try {
    return await users.groupIndex(options);
  } catch (error) {
    // Real server: the code for members that the provider has is unknown.
    if (!isApiError(error) || (error.status !== 400 && error.status !== 403)) throw error;
    notes.push("The server does not tell the members of groups: the sign-in provider has them.");
    return undefined;
  }
}

async function readCollaborations(
  { api }: Connection,
  content: readonly { readonly guid: string; readonly name: string }[],
  { signal }: CallOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  await forEachParallel(content, CONCURRENCY, async ({ guid, name }) => {
    const permissions = await readPermissions(api, guid, signal);
    for (const { principal_type, principal_guid, role } of permissions) {
      if (principal_type !== "user") continue;
      const user = normalizeGuid(principal_guid);
      // On the wire, a collaborator has the role `owner`.
      const item = `${name} (${role === "owner" ? "collaborator" : role})`;
      found.set(user, [...(found.get(user) ?? []), item]);
    }
  });
  for (const items of found.values()) items.sort();
  return found;
}

async function readPermissions(api: Connection["api"], guid: string, signal: AbortSignal | undefined) {
  try {
    return (await api.GET("/v1/content/{guid}/permissions", { params: { path: { guid } }, signal })).data;
  } catch (error) {
    // Deleted after the content was listed.
    if (isApiError(error, { status: 404 })) return [];
    throw error;
  }
}

const DECISIONS = ["keep", "lock", "viewer", "publisher"] as const;

type DecisionWord = (typeof DECISIONS)[number];

/**
 * Plans the decisions in the rows of an {@link accessReview}, which may come from a file. Rows without a decision are
 * counted and left alone. A row whose role or lock has changed since the review is refused, unless the change is the one that was
 * decided. The caller's own account is refused, too.
 *
 * `GET /v1/users`
 *
 * @throws InvalidArgumentError for a malformed row, an unknown decision, or two decisions about one user; nothing is sent then.
 */
export async function planAccessReview(
  connection: Connection,
  decisions: Iterable<ReviewDecision>,
  options: CallOptions = {},
): Promise<Plan> {
  const call = checkInput("options", options, "signal:signal");
  checkConnection(connection);
  checkRows("decisions", decisions);
  const rows = Array.from(decisions, readDecision);
  const decided = rows.flatMap(({ decision, ...row }) => (decision === undefined ? [] : [{ ...row, decision }]));
  refuseSecondDecisions(decided);
  const server = await readServer(connection, call);
  const guids = new Set(decided.map(({ guid }) => normalizeGuid(guid)));
  const users = new Map<string, User>();
  let total = 0;
  for await (const user of connection.users.find({}, call)) {
    total++;
    const guid = normalizeGuid(user.guid);
    if (guids.has(guid)) users.set(guid, user);
  }
  const steps = decided.map((row) => toStep(connection, server, row, users.get(normalizeGuid(row.guid))));
  const open = rows.length - decided.length;
  return new Plan({
    connection,
    inputs: () => ({ decisions: rows.map((row) => ({ ...row, decision: row.decision ?? "" })) }),
    kind: "access-review",
    subject: `${decided.length} ${decided.length === 1 ? "decision" : "decisions"}`,
    steps,
    notes: open === 0 ? [] : [`${open} ${open === 1 ? "row has" : "rows have"} no decision.`],
    refusals: await findRefusals(connection, server, rows.length, steps, users, call),
    accounts: losesAccess(steps, server.me) ? undefined : readsOf(total),
    // A role step looks before it writes.
    requests: steps.reduce((sum, step) => sum + (step.state !== "planned" ? 0 : step.action === "lock" ? 1 : 2), 0),
  });
}

interface Decided extends Pick<ReviewDecision, "guid" | "user_role" | "locked"> {
  readonly decision: DecisionWord;
}

function readDecision(
  row: ReviewDecision,
  index: number,
): Omit<Decided, "decision"> & { decision: DecisionWord | undefined } {
  const place = `decisions[${index}]`;
  checkValue(place, row, "object");
  const { guid, user_role, locked } = row;
  checkValue(`${place}.guid`, guid, "string");
  checkValue(`${place}.user_role`, user_role, "string");
  checkValue(`${place}.locked`, locked, "boolean");
  checkValue(`${place}.decision`, row.decision, "string");
  const word = row.decision.trim().toLowerCase();
  const decision = DECISIONS.find((each) => each === word);
  if (word === "" || decision !== undefined) return { guid, user_role, locked, decision };
  const similar = suggest(word, DECISIONS);
  throw new InvalidArgumentError(`Row ${index + 1} has the decision "${printable(row.decision)}". Nothing was sent.`, {
    argument: "decision",
    fix: similar === undefined ? `Use ${DECISIONS.join(", ")}, or leave it empty.` : `Did you mean "${similar}"?`,
  });
}

function refuseSecondDecisions(decided: readonly Decided[]): void {
  const guids = new Set<string>();
  for (const { guid } of decided) {
    if (guids.has(normalizeGuid(guid))) {
      throw new InvalidArgumentError(`There are two decisions about the user ${printable(guid)}. Nothing was sent.`, {
        argument: "decisions",
        fix: "Keep one row per user.",
      });
    }
    guids.add(normalizeGuid(guid));
  }
}

function toStep(connection: Connection, { me }: Server, row: Decided, user: User | undefined): PlanStep {
  const { guid, decision } = row;
  const refuse = (name: string, reason: string, fix: string): PlanStep =>
    new PlanStep({
      id: `review:${guid}`,
      action: decision,
      target: { kind: "user", guid, name },
      reason,
      fix,
      state: "refused",
    });
  if (user === undefined) return refuse(guid, "there is no such user any more", "Remove the row.");
  const { username } = user;
  const reason = `the reviewer decided "${decision}"`;
  const isSameRole = user.user_role === row.user_role;
  const isSameLock = user.locked === row.locked;
  // Carried out already, by an earlier run that was interrupted, for example.
  if (decision === "lock" && user.locked && isSameRole) return lockStep(user, { reason, phase: 1 });
  const isDecidedRole = user.user_role === decision && isSameLock;
  if (!isDecidedRole && !(isSameRole && isSameLock)) {
    return refuse(username, "the role or the lock was changed since the review", "Review the user again.");
  }
  if (decision === "keep" || decision === user.user_role) {
    return new PlanStep({ ...roleDetails(user, user.user_role, reason), action: "keep", state: "done" });
  }
  if (me !== undefined && isSameGuid(me.guid, guid)) {
    return refuse(username, "this is your own account", "Ask another administrator to do it.");
  }
  if (decision === "lock") return lockStep(user, { reason, phase: 1 });
  return roleStep(connection, user, { to: decision, reason, phase: 0 });
}

async function findRefusals(
  connection: Connection,
  server: Server,
  rows: number,
  steps: readonly PlanStep[],
  users: ReadonlyMap<string, User>,
  call: CallOptions,
): Promise<Refusal[]> {
  const caller = refuseCaller(server);
  if (caller !== undefined) return [caller];
  if (rows === 0) {
    return [{ guard: "empty-source", reason: "there are no rows", fix: "Check that this is the reviewed file." }];
  }
  const losers = steps.flatMap(({ state, action, target, to }): UserRecord[] => {
    const user = users.get(normalizeGuid(target.guid ?? ""));
    if (state !== "planned" || user === undefined) return [];
    const role = USER_ROLES.find((each) => each === to);
    return action === "lock" || (role !== undefined && isLowerRole(role, user.user_role)) ? [user] : [];
  });
  const last = await refuseLastAdministrator(connection, losers, call);
  return last === undefined ? [] : [last];
}
