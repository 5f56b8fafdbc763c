/** Merges the accounts of one person: `planMerge`. */
import { type GroupRecord, USER_ROLES, type UserRole } from "@connect-sdk/api";
import { checkInput, isObject, isSameGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, GroupIndex, User } from "@connect-sdk/users";
import { checkConnection, readPerson } from "./arguments.ts";
import { lockLastStep, lockStep, type LockOrder, roleDetails, roleStep, usermanagerStep } from "./accounts.ts";
import { ContentMoves, stopsMoves } from "./content-moves.ts";
import type { Refusal } from "./errors.ts";
import { joinStep, leaveStep, listGroups, moveGroupStep, ownedBy, PAGE_SIZE, stillOwned } from "./memberships.ts";
import { checkPairs, type MergePair, notesOf, type Pair } from "./pairs.ts";
import { findPeople, higherRole, isLowerRole, PERSON, referenceOf, refuseLastAdministrator } from "./people.ts";
import {
  type Access,
  type ContentRole,
  findAccess,
  grantStep,
  listAllItems,
  type OwnedItem,
  revokeStep,
} from "./permissions.ts";
import { Plan } from "./plan.ts";
import { readServer, refuseCaller, type Server } from "./server.ts";
import { PlanStep, refuseDependents } from "./step.ts";
import { countReads, losesAccess } from "./verify-accounts.ts";

/** Options of {@link planMerge}, besides the accounts. */
export interface MergeSettings extends CallOptions {
  /**
   * The role of the account that stays. `highest`, the default, is the higher one of both, `keep` leaves it alone. It is never
   * lowered, and never raised to administrator without `allowAdministrator`.
   */
  readonly role?: "highest" | "keep" | UserRole | undefined;
  /** Allows to make the account that stays an administrator. Default: false. */
  readonly allowAdministrator?: boolean | undefined;
  /** When the account that is given up is locked. `last`, the default, locks only if everything else succeeded. */
  readonly lock?: LockOrder | undefined;
  /** Appended to the names of items of which `into` has one. Without it, such items stay and are reported as refused. */
  readonly renameClashes?: string | undefined;
  /** Allows your own account. Default: false. */
  readonly force?: boolean | undefined;
}

/** One pair of accounts, or many. */
export type MergeOptions = MergeSettings & (MergePair | { readonly pairs: readonly MergePair[] });

const SETTINGS = `role:=highest|=keep|${USER_ROLES.map((role) => `=${role}`).join("|")} allowAdministrator:boolean lock:=first|=last|=never renameClashes:string force:boolean signal:signal`;

/**
 * Plans to merge accounts: moves role, content, groups, memberships and access of one to the other, then locks it. Content,
 * access and members are read once, however many pairs there are. Only reads.
 *
 * Reading takes one request per content item of the server, because Connect cannot list the access of a user.
 *
 * @throws NotFoundError if an account does not exist. @throws InvalidArgumentError for an unknown option; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await planMerge(connection, { from: "jdoe-old", into: "jdoe" });
 * const { complete, left } = await plan.apply();
 * ```
 */
export async function planMerge(connection: Connection, options: MergeOptions): Promise<Plan> {
  const { pairs, settings } = readOptions(options);
  checkConnection(connection);
  return new Merge(connection, settings).plan(pairs);
}

function readOptions(options: MergeOptions): { pairs: readonly MergePair[]; settings: MergeSettings } {
  const hasPairs = isObject(options) && "pairs" in options;
  const { pairs, from, into, ...settings } = checkInput<Record<string, unknown> & MergeSettings>(
    "options",
    { ...options },
    hasPairs ? `pairs:![]object ${SETTINGS}` : `from:!${PERSON} into:!${PERSON} ${SETTINGS}`,
  );
  const list: readonly unknown[] = Array.isArray(pairs) ? pairs : [{ from, into }];
  return { pairs: list.map(readPair), settings };
}

function readPair(pair: unknown): MergePair {
  const { from, into } = checkInput("a pair", isObject(pair) ? pair : {}, `from:!${PERSON} into:!${PERSON}`);
  return { from: readPerson("from", from), into: readPerson("into", into) };
}

/** When the steps run. */
const PHASE = { role: 0, lockFirst: 0, handOver: 1, lockLast: 2 } as const;

/** What was read once for all pairs. Keys are normalized guids, of `items` those of the owners. */
interface Read {
  readonly server: Server;
  readonly items: ReadonlyMap<string, readonly OwnedItem[]>;
  readonly accessOfUser: ReadonlyMap<string, readonly Access[]>;
  readonly accessToItem: ReadonlyMap<string, readonly Access[]>;
  readonly groups: readonly GroupRecord[];
  /** `undefined` if the members are not this server's. */
  readonly index: GroupIndex | undefined;
}

/** Makes the steps of all pairs. */
class Merge {
  readonly #connection: Connection;
  readonly #settings: MergeSettings;
  readonly #call: CallOptions;
  readonly #notes: string[] = [];
  #requests = 0;

  constructor(connection: Connection, settings: MergeSettings) {
    this.#connection = connection;
    this.#settings = settings;
    this.#call = { signal: settings.signal };
  }

  async plan(people: readonly MergePair[]): Promise<Plan> {
    const server = await readServer(this.#connection, this.#call);
    const { userOf, total } = await findPeople(
      this.#connection,
      people.flatMap(({ from, into }) => [from, into]),
      this.#call,
    );
    const pairs = people.map(({ from, into }): Pair => ({ from: userOf(from), into: userOf(into) }));
    const refusals = await this.#guard(server, pairs);
    const steps: PlanStep[] = [];
    // A pair that makes no sense has no steps that do.
    if (refusals.length === 0) steps.push(...this.#planSteps(pairs, await this.#read(server, pairs)));
    const [first] = pairs;
    const subject =
      pairs.length === 1 && first !== undefined
        ? `${first.from.username} into ${first.into.username}`
        : `${pairs.length} pairs`;
    const accounts = await countReads(this.#connection, steps, server, { total, ...this.#call });
    return new Plan({
      connection: this.#connection,
      inputs: () => ({
        ...this.#settings,
        signal: undefined,
        pairs: people.map(({ from, into }) => ({ from: referenceOf(from), into: referenceOf(into) })),
      }),
      kind: "merge",
      subject,
      steps,
      notes: this.#notes,
      refusals,
      requests: this.#requests,
      ...(pairs.length === 1 && { stopsAction: stopsMoves }),
      accounts,
      // The key of an account that is locked cannot read any more.
      verify: losesAccess(steps, server.me) ? undefined : () => this.#verify(server, pairs),
    });
  }

  async #guard(server: Server, pairs: readonly Pair[]): Promise<Refusal[]> {
    const caller = refuseCaller(server);
    if (caller !== undefined) return [caller];
    const refusals = checkPairs(pairs, this.#settings.force === true ? undefined : server.me);
    if (this.#settings.lock === "never") return refusals;
    const sources = pairs.map(({ from }) => from);
    const last = await refuseLastAdministrator(this.#connection, sources, this.#call);
    return last === undefined ? refusals : [...refusals, last];
  }

  async #read(server: Server, pairs: readonly Pair[]): Promise<Read> {
    const people = pairs.flatMap(({ from, into }) => [from, into]);
    const items = await listAllItems(this.#connection, this.#call);
    const access = await findAccess(this.#connection, items, people, this.#call);
    const canRead = server.hasGroups && server.members !== "provider";
    const index = canRead ? await this.#connection.users.groupIndex(this.#call) : undefined;
    const groups = index?.groups ?? (server.hasGroups ? await listGroups(this.#connection, this.#call) : []);
    return {
      server,
      items: groupBy(items, ({ ownerGuid }) => normalizeGuid(ownerGuid)),
      accessOfUser: groupBy(access, ({ userGuid }) => userGuid),
      accessToItem: groupBy(access, ({ item }) => item.guid),
      groups,
      index,
    };
  }

  #planSteps(pairs: readonly Pair[], read: Read): PlanStep[] {
    const { lock = "last" } = this.#settings;
    const targets = new Map(pairs.map(({ into }) => [normalizeGuid(into.guid), into]));
    const roles = new Map<string, PlanStep>();
    const takenNames = new Map<string, Set<string>>();
    for (const [guid, into] of targets) {
      const sources = pairs.filter((pair) => isSameGuid(pair.into.guid, into.guid)).map(({ from }) => from);
      const role = this.#planRole(into, sources, read.server);
      if (role !== undefined) roles.set(guid, role);
      takenNames.set(guid, new Set(read.items.get(guid)?.map(({ name }) => name)));
    }
    const successors = new Map(pairs.map(({ from, into }) => [normalizeGuid(from.guid), into]));
    const known = new Set<string>();
    const own = pairs.map((pair) => {
      const target = normalizeGuid(pair.into.guid);
      const role = roles.get(target);
      const moves = this.#planContent(pair, read, takenNames.get(target) ?? new Set(), role);
      const planned = [
        ...moves.steps,
        ...this.#planGroups(pair, read),
        ...this.#planAccess(pair, read, successors, role),
      ];
      const added = planned.filter(({ id }) => !known.has(id));
      for (const { id } of added) known.add(id);
      return { pair, added: role === undefined ? added : [role, ...added] };
    });
    const steps = refuseDependents([...new Set([...roles.values(), ...own.flatMap(({ added }) => added)])]);
    const stepOf = new Map(steps.map((step) => [step.id, step]));
    const locks: PlanStep[] = [];
    for (const { pair, added } of own) {
      const reason = reasonOf(pair);
      const needed = added.flatMap(({ id }) => stepOf.get(id) ?? []);
      if (lock === "first") locks.push(lockStep(pair.from, { reason, phase: PHASE.lockFirst }));
      if (lock === "last") locks.push(lockLastStep(pair.from, needed, { reason, phase: PHASE.lockLast }));
    }
    const manual = pairs.map(({ from, into }) => usermanagerStep(from, into));
    this.#notes.push(...pairs.flatMap(notesOf));
    this.#addCommonNotes(read.server);
    const lockRequests = lock === "last" ? 2 : 1;
    this.#requests += locks.filter(({ state }) => state === "planned").length * lockRequests;
    this.#requests += requestsOf(steps);
    // The verification.
    this.#requests += 1 + (read.server.hasGroups ? Math.max(1, Math.ceil(read.groups.length / PAGE_SIZE)) : 0);
    return lock === "first" ? [...locks, ...steps, ...manual] : [...steps, ...locks, ...manual];
  }

  /** Returns the step that raises the role, if it has to be raised. */
  #planRole(into: User, sources: readonly User[], { roles }: Server): PlanStep | undefined {
    const { role = "highest", allowAdministrator = false } = this.#settings;
    if (role === "keep") return undefined;
    const highest = sources.map(({ user_role }) => user_role).reduce(higherRole, into.user_role);
    const wanted = role === "highest" ? highest : role;
    const isCapped = wanted === "administrator" && !allowAdministrator;
    const to = isCapped ? "publisher" : wanted;
    if (isCapped && into.user_role !== "administrator") {
      const name = printable(into.username);
      this.#notes.push(`${name} does not become an administrator. Pass \`allowAdministrator: true\` to allow it.`);
    }
    if (!isLowerRole(into.user_role, to)) return undefined;
    const reason = `${sources.map(({ username }) => username).join(", ")} can do more`;
    if (roles !== "provider") return roleStep(this.#connection, into, { to, reason, phase: PHASE.role });
    const fix = `The sign-in provider owns the roles: make ${printable(into.username)} a ${to} there, then plan again.`;
    return new PlanStep({ ...roleDetails(into, to, reason), fix, state: "refused" });
  }

  #planContent(
    { from, into }: Pair,
    { items }: Read,
    takenNames: Set<string>,
    role: PlanStep | undefined,
  ): { steps: PlanStep[] } {
    const becomes = role?.state === "planned" ? role.to : into.user_role;
    const isViewer = becomes === "viewer";
    const moves = new ContentMoves(this.#connection, from, into, {
      takenNames,
      renameClashes: this.#settings.renameClashes,
      phase: PHASE.handOver,
      // The server would refuse every move to a viewer.
      needs: role !== undefined && into.user_role === "viewer" ? [role.id] : undefined,
      refused: isViewer
        ? {
            reason: `${into.username} is a viewer and cannot own content`,
            fix: role?.fix ?? "Pass `role: publisher`.",
          }
        : undefined,
    });
    const steps = moves.plan(items.get(normalizeGuid(from.guid)) ?? []);
    // The content is listed again before the first move.
    if (steps.some(({ state }) => state === "planned")) this.#requests += 1;
    return { steps };
  }

  #planGroups({ from, into }: Pair, { server, groups, index }: Read): PlanStep[] {
    const phase = PHASE.handOver;
    const isManual = server.groupOwners === "provider";
    const steps = ownedBy(from, groups).map((group) =>
      moveGroupStep(this.#connection, group, from, into, { phase, isManual }),
    );
    const already = new Set(index?.of(into).map(({ guid }) => guid));
    for (const group of index?.of(from) ?? []) {
      const reason = `for ${into.username}: ${from.username} is a member`;
      const join = joinStep(group, into, { reason, phase });
      const isMember = already.has(group.guid);
      if (!isMember) steps.push(join);
      // Added before the other one is removed, so that a stop between the two loses nothing.
      const needs = isMember ? undefined : [join.id];
      steps.push(leaveStep(group, from, { reason: lossReason({ from, into }), phase, needs }));
    }
    return steps;
  }

  #planAccess(
    pair: Pair,
    { accessOfUser, accessToItem }: Read,
    successors: ReadonlyMap<string, User>,
    role: PlanStep | undefined,
  ): PlanStep[] {
    const { from, into } = pair;
    const phase = PHASE.handOver;
    return (accessOfUser.get(normalizeGuid(from.guid)) ?? []).flatMap((own): PlanStep[] => {
      const { item } = own;
      const revoke = (needs?: readonly string[]): PlanStep =>
        revokeStep(this.#connection, own, from, { reason: lossReason(pair), phase, ...(needs && { needs }) });
      // An owner has all rights, and may become one only with this plan.
      if (isSameGuid(item.ownerGuid, into.guid)) return [revoke()];
      const next = successors.get(normalizeGuid(item.ownerGuid));
      if (next !== undefined && isSameGuid(next.guid, into.guid)) {
        return [revoke([`move-content:${item.guid}:${into.guid}`])];
      }
      const rows = accessToItem.get(item.guid) ?? [];
      const existing = rows.find(({ userGuid }) => isSameGuid(userGuid, into.guid))?.role ?? null;
      // Several sources may have access to the same item: the step is the same for all of them.
      const wanted = rows
        .filter(({ userGuid }) => isSameGuid(successors.get(userGuid)?.guid ?? "", into.guid))
        .some(({ role: each }) => each === "collaborator")
        ? "collaborator"
        : "viewer";
      if (existing === "collaborator" || existing === wanted) return [revoke()];
      const grant = this.#grant(pair, item, { from: existing, to: wanted }, role);
      return [grant, revoke([grant.id])];
    });
  }

  #grant(
    { from, into }: Pair,
    item: OwnedItem,
    change: { readonly from: ContentRole | null; readonly to: ContentRole },
    role: PlanStep | undefined,
  ): PlanStep {
    const becomes = role?.state === "planned" ? role.to : into.user_role;
    const needs =
      role !== undefined && into.user_role === "viewer" && change.to === "collaborator" ? [role.id] : undefined;
    const options = {
      ...change,
      reason: `for ${into.username}: ${from.username} is a ${change.to}`,
      phase: PHASE.handOver,
      needs,
    };
    const step = grantStep(this.#connection, item, into, options);
    if (becomes !== "viewer" || change.to === "viewer") return step;
    const { id, action, target } = step;
    const reason = `${into.username} is a viewer and cannot be a collaborator`;
    return new PlanStep({ id, action, target, reason, fix: role?.fix ?? "Pass `role: publisher`.", state: "refused" });
  }

  #addCommonNotes({ hasProvider }: Server): void {
    if (hasProvider) {
      this.#notes.unshift(
        "If the person has not signed in with the new account yet, no merge is needed: on the server, `usermanager alter` with --new-unique-id gives the old account the new identity.",
      );
    }
    this.#notes.push("API keys, bookmarks and history stay with the account that is given up.");
  }

  /** Returns what the accounts that are given up still own. */
  async #verify({ hasGroups }: Server, pairs: readonly Pair[]): Promise<string[]> {
    const items = groupBy(await listAllItems(this.#connection, {}), ({ ownerGuid }) => normalizeGuid(ownerGuid));
    const groups = hasGroups ? await listGroups(this.#connection, {}) : [];
    return pairs.flatMap(({ from }) => stillOwned(from, items.get(normalizeGuid(from.guid))?.length ?? 0, groups));
  }
}

function reasonOf({ into }: Pair): string {
  return `merged into ${into.username}`;
}

/** Returns the reason for taking a membership or access from the account that is merged. */
function lossReason(pair: Pair): string {
  return `of ${pair.from.username}, ${reasonOf(pair)}`;
}

/** Returns the number of requests of the planned steps. Those that first look take two. */
function requestsOf(steps: readonly PlanStep[]): number {
  const planned = steps.filter(({ state }) => state === "planned");
  return planned.reduce((sum, { action }) => sum + (LOOKS_FIRST.has(action) ? 2 : 1), 0);
}

const LOOKS_FIRST: ReadonlySet<string> = new Set(["promote", "demote", "move-group", "add-permission"]);

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
