/** Offboarding and handing over: `planOffboard` and `planTransfer`. */
import { type GroupRecord, InvalidArgumentError, isApiError } from "@connect-sdk/api";
import { checkInput, isSameGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { checkConnection, readPerson } from "./arguments.ts";
import { deleteStep, lockLastStep, lockStep, type LockOrder, usermanagerStep } from "./accounts.ts";
import type { ContentAssignment } from "./content-map.ts";
import { stopsMoves } from "./content-moves.ts";
import type { Refusal } from "./errors.ts";
import { estimateKeys, type KeyEstimate, replaceKeysSteps } from "./key-estimate.ts";
import { planContentHandOver } from "./hand-over-content.ts";
import { leaveStep, listGroups, moveGroupStep, ownedBy, PAGE_SIZE, stillOwned } from "./memberships.ts";
import {
  findPeople,
  type Person,
  PERSON,
  referenceOf,
  refuseLastAdministrator,
  refuseOwnAccount,
  refuseSuccessor,
} from "./people.ts";
import { type ContentRole, findAccess, listAllItems, revokeStep } from "./permissions.ts";
import { Plan } from "./plan.ts";
import { planRotations } from "./rotations.ts";
import { providerNotes, readServer, refuseCaller, type Server } from "./server.ts";
import { PlanStep, type StepWork } from "./step.ts";

/** The user, the successor and how to hand over. */
export interface TransferOptions extends CallOptions {
  readonly user: Person;
  /** The new owner of the content and groups: an unlocked publisher or administrator. */
  readonly to: Person;
  /** Access that `user` keeps to the content. Default: none, as the server does it. */
  readonly keepAccess?: ContentRole | undefined;
  /**
   * Guids of content that an earlier run with `keepAccess` had started to move and did not finish, as recorded by `onStart`. The
   * old owner gets the access that is missing. The server does not show it otherwise.
   */
  readonly started?: readonly string[] | undefined;
  /** Appended to the names of items of which `to` has one. Without it, such items stay and are reported as refused. */
  readonly renameClashes?: string | undefined;
  /**
   * Names the environment variables of each moved item, whose secrets a person has to rotate. Takes one request per item to plan.
   * Default: false, a note.
   */
  readonly variables?: boolean | undefined;
}

/** The user to offboard, and how. */
export interface OffboardOptions extends Omit<TransferOptions, "to"> {
  /** The new owner of the content and groups. Required if the user owns any. */
  readonly to?: Person | undefined;
  /** Content with another new owner than `to`, by name, guid or tag. */
  readonly map?: readonly ContentAssignment[] | undefined;
  /**
   * When the account is locked. `first`, the default, keeps anything new from appearing while content is moved. `last` locks only
   * if everything else succeeded.
   */
  readonly lock?: LockOrder | undefined;
  /** Keeps group memberships, for example during parental leave. Default: false. */
  readonly keepGroups?: boolean | undefined;
  /**
   * Also removes access to content that others own. Takes one request per content item of the server. Cannot be combined with
   * `keepAccess`, whose access planning again would take away. Default: false.
   */
  readonly permissions?: boolean | undefined;
  /** Also ends sessions of OAuth integrations. Default: false. */
  readonly sessions?: boolean | undefined;
  /** Allows your own account, which is then locked last. Default: false. */
  readonly force?: boolean | undefined;
}

const COMMON = `user:!${PERSON} keepAccess:=viewer|=collaborator renameClashes:string variables:boolean started:[]string signal:signal`;
const TRANSFER = `${COMMON} to:!${PERSON}`;
const OFFBOARD = `${COMMON} to:${PERSON} map:[]object lock:=first|=last|=never keepGroups:boolean permissions:boolean sessions:boolean force:boolean`;

/**
 * Plans the transfer of all content and groups of a user to another user. The user keeps the account. Only reads.
 *
 * @throws NotFoundError if a person does not exist. @throws InvalidArgumentError for an unknown option; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await planTransfer(connection, { user: "jdoe", to: "ann" });
 * const { complete } = await plan.apply();
 * ```
 */
export async function planTransfer(connection: Connection, options: TransferOptions): Promise<Plan> {
  const checked = checkInput("options", options, TRANSFER);
  checkPeople(connection, checked);
  return new HandOver(connection, "transfer", { ...checked, lock: "never", keepGroups: true }).plan();
}

/**
 * Plans the offboarding of a user: locks the account, transfers content and groups to a successor, and removes memberships. Only reads.
 *
 * @throws NotFoundError if a person does not exist. @throws InvalidArgumentError for an unknown option; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
 * for (const { action, target, reason } of plan.steps) console.log(action, target.name, reason);
 * const { complete, left } = await plan.apply();
 * ```
 */
export async function planOffboard(connection: Connection, options: OffboardOptions): Promise<Plan> {
  const checked = checkInput("options", options, OFFBOARD);
  if (checked.permissions === true && checked.keepAccess !== undefined) {
    throw new InvalidArgumentError("`permissions` takes away the access that `keepAccess` keeps. Nothing was sent.", {
      argument: "keepAccess",
      fix: "Pass one of the two.",
    });
  }
  checkPeople(connection, checked);
  return new HandOver(connection, "offboard", checked).plan();
}

function checkPeople(connection: Connection, { user, to, map = [] }: OffboardOptions): void {
  checkConnection(connection);
  readPerson("user", user);
  if (to !== undefined) readPerson("to", to);
  map.forEach((row, index) => {
    readPerson(`map[${index}].to`, checkInput(`map[${index}]`, row, `item:!string to:!${PERSON} line:integer`).to);
  });
}

/** When the steps run. */
const PHASE = { lockFirst: 0, handOver: 1, lockLast: 2 } as const;

/** What the notes are about. */
interface Handed {
  readonly user: User;
  readonly to: User | undefined;
  /** Number of content items. */
  readonly items: number;
  readonly keys: KeyEstimate | undefined;
}

/** Reads what a user owns and creates the steps. */
class HandOver {
  readonly #connection: Connection;
  readonly #kind: "offboard" | "transfer";
  readonly #options: OffboardOptions;
  readonly #call: CallOptions;
  readonly #steps: PlanStep[] = [];
  readonly #notes: string[] = [];
  readonly #refusals: Refusal[] = [];
  #requests = 0;
  /** Number of requests that listing the groups takes. */
  #groupPages = 0;
  #isVerified = true;

  constructor(connection: Connection, kind: "offboard" | "transfer", options: OffboardOptions) {
    this.#connection = connection;
    this.#kind = kind;
    this.#options = options;
    this.#call = { signal: options.signal };
  }

  async plan(): Promise<Plan> {
    const { user: person, to: successor, map = [] } = this.#options;
    const server = await readServer(this.#connection, this.#call);
    const people = [person, ...(successor === undefined ? [] : [successor]), ...map.map((row) => row.to)];
    const { userOf } = await findPeople(this.#connection, people, this.#call);
    const user = userOf(person);
    const to = successor === undefined ? undefined : userOf(successor);
    const isAllowed = await this.#guard(server, user, to);
    if (isAllowed) await this.#planSteps(server, user, to, userOf);
    return new Plan({
      connection: this.#connection,
      inputs: () => this.#inputs(),
      kind: this.#kind,
      subject: to === undefined ? user.username : `${user.username} to ${to.username}`,
      steps: this.#steps,
      notes: this.#notes,
      refusals: this.#refusals,
      requests: this.#requests,
      stopsAction: stopsMoves,
      accounts: this.#isVerified ? { pages: 1 } : undefined,
      verify: this.#isVerified ? () => this.#verify(server, user) : undefined,
    });
  }

  #inputs(): Readonly<Record<string, unknown>> {
    const { user, to, map, keepAccess, renameClashes, variables, started } = this.#options;
    const inputs = {
      ...{ keepAccess, renameClashes, variables, started },
      user: referenceOf(user),
      to: to === undefined ? undefined : referenceOf(to),
    };
    if (this.#kind === "transfer") return inputs;
    const { lock, keepGroups, permissions, sessions, force } = this.#options;
    const rows = map?.map((row) => ({ item: row.item, to: referenceOf(row.to) }));
    return { ...inputs, map: rows, lock, keepGroups, permissions, sessions, force };
  }

  /** Returns false if it makes no sense to read further. */
  async #guard(server: Server, user: User, to: User | undefined): Promise<boolean> {
    const caller = refuseCaller(server);
    if (caller !== undefined) {
      this.#refusals.push(caller);
      return false;
    }
    const locks = this.#options.lock !== "never";
    const refusals = [
      locks && this.#options.force !== true ? refuseOwnAccount(server.me, user, "you could not unlock it") : undefined,
      locks ? await refuseLastAdministrator(this.#connection, [user], this.#call) : undefined,
      to === undefined ? undefined : refuseSuccessor(user, to),
    ];
    this.#refusals.push(...refusals.filter((refusal) => refusal !== undefined));
    return true;
  }

  async #planSteps(server: Server, user: User, to: User | undefined, userOf: (person: Person) => User): Promise<void> {
    const { lock = "first", keepGroups = false, permissions = false, sessions = false } = this.#options;
    const isOwn = server.me !== undefined && isSameGuid(server.me.guid, user.guid);
    // The key of a locked account stops working, so that nothing could follow.
    const order: LockOrder = isOwn && lock === "first" ? "last" : lock;
    const { map = [], started = [], keepAccess, renameClashes, variables = false, signal } = this.#options;
    const settings = { keepAccess, renameClashes, started, phase: PHASE.handOver, signal };
    const content = await planContentHandOver(this.#connection, { user, to, map, userOf, ...settings });
    this.#requests += content.requests;
    this.#refusals.push(...content.refusals);
    this.#notes.push(...content.notes);
    const handOver: PlanStep[] = [...content.steps];
    if (server.hasGroups) handOver.push(...(await this.#planGroups(server, user, to, keepGroups)));
    if (permissions) handOver.push(...(await this.#planPermissions(user)));
    if (sessions) handOver.push(...(await this.#planSessions(user)));
    if (to === undefined) this.#refuseWithoutSuccessor(user, handOver);
    if (order === "first") {
      // Content that was published after planning appears only now.
      const afterwards = async () => (await Promise.all(content.moves.map((each) => each.recheck()))).flat();
      this.#steps.push(lockStep(user, { reason: "leaves", phase: PHASE.lockFirst, afterwards }));
    }
    this.#steps.push(...handOver);
    if (order === "last") {
      this.#steps.push(lockLastStep(user, handOver, { reason: "leaves", phase: PHASE.lockLast }));
    }
    const locks = this.#steps.some(({ action, state }) => action === "lock" && state === "planned");
    // Before the first move, or right after the lock, the content is listed again.
    const isRechecked = locks && order === "first";
    this.#requests += content.moves.filter(({ movesAny }) => movesAny || isRechecked).length;
    if (locks) this.#requests += order === "last" ? 2 : 1;
    const [{ steps: rotations, note }, keys] = await Promise.all([
      planRotations(this.#connection, user, content.steps, { ...this.#call, variables }),
      this.#kind === "transfer" ? undefined : estimateKeys(this.#connection, user, this.#call),
    ]);
    this.#steps.push(...rotations, ...replaceKeysSteps(user, keys), ...this.#manualSteps(user, to));
    if (note !== undefined) this.#notes.push(note);
    this.#addNotes(server, { user, to, items: content.steps.length, keys });
    // The key of a locked account cannot read any more.
    this.#isVerified = !(isOwn && order === "last");
    // The verification.
    if (this.#isVerified) this.#requests += 1 + this.#groupPages;
  }

  async #planGroups(server: Server, user: User, to: User | undefined, keepGroups: boolean): Promise<PlanStep[]> {
    const canRead = !keepGroups && server.members !== "provider";
    const index = canRead ? await this.#connection.users.groupIndex(this.#call) : undefined;
    const groups: readonly GroupRecord[] = index?.groups ?? (await listGroups(this.#connection, this.#call));
    this.#groupPages = Math.max(1, Math.ceil(groups.length / PAGE_SIZE));
    const isManual = server.groupOwners === "provider";
    const steps = ownedBy(user, groups).map((group) => {
      if (to !== undefined) {
        if (!isManual) this.#requests += 2;
        return moveGroupStep(this.#connection, group, user, to, { phase: PHASE.handOver, isManual });
      }
      const target = { kind: "group", guid: group.guid, name: group.name } as const;
      const details = { reason: "owned by the leaver, and there is no successor", fix: "Pass `to`." };
      return refusedMove(`move-group:${group.guid}`, "move-group", target, details);
    });
    const memberships = index?.of(user) ?? [];
    this.#requests += memberships.length;
    for (const group of memberships) steps.push(leaveStep(group, user, { reason: "leaves", phase: PHASE.handOver }));
    if (!keepGroups && server.members === "provider") {
      const name = printable(user.username);
      this.#notes.push(`The members of groups are the sign-in provider's: remove ${name} from groups there.`);
    }
    return steps;
  }

  async #planPermissions(user: User): Promise<PlanStep[]> {
    const items = await listAllItems(this.#connection, this.#call);
    const others = items.filter(({ ownerGuid }) => !isSameGuid(ownerGuid, user.guid));
    const found = await findAccess(this.#connection, others, [user], this.#call);
    this.#requests += found.length;
    return found.map((access) =>
      revokeStep(this.#connection, access, user, { reason: "access of the leaver", phase: PHASE.handOver }),
    );
  }

  async #planSessions(user: User): Promise<PlanStep[]> {
    const { api } = this.#connection;
    try {
      const { data } = await api.GET("/v1/oauth/sessions", {
        // Real server: unknown whether it takes exactly `true`, assumed so.
        params: { query: { all: true } },
        ...this.#call,
      });
      const sessions = data.filter(({ user_guid }) => user_guid !== null && isSameGuid(user_guid, user.guid));
      this.#requests += sessions.length;
      return sessions.map(({ guid }) => this.#endSession(guid, user));
    } catch (error) {
      if (!isApiError(error, { status: 404 })) throw error;
      this.#notes.push("This server is too old to list OAuth sessions, so none is ended.");
      return [];
    }
  }

  #endSession(guid: string, user: User): PlanStep {
    const work: StepWork = async () => {
      try {
        await this.#connection.api.DELETE("/v1/oauth/sessions/{guid}", { params: { path: { guid } } });
      } catch (error) {
        if (isApiError(error, { status: 404 })) return { status: "unchanged" };
        throw error;
      }
      return undefined;
    };
    const target = { kind: "session", guid, name: `OAuth session of ${user.username}` } as const;
    const reason = "session of the leaver";
    return new PlanStep(
      { id: `end-session:${guid}`, action: "end-session", target, reason, state: "planned" },
      { work, phase: PHASE.handOver },
    );
  }

  #refuseWithoutSuccessor(user: User, steps: readonly PlanStep[]): void {
    const owned = steps.filter(
      ({ action, state }) => state === "refused" && /^move-(content|group)$/.test(action),
    ).length;
    if (owned === 0) return;
    this.#refusals.push({
      guard: "successor",
      reason: `${printable(user.username)} owns ${owned} item${owned === 1 ? "" : "s"}, and there is no successor`,
      fix: "Pass `to: USER`, or name the content in `map`.",
    });
  }

  #manualSteps(user: User, to: User | undefined): PlanStep[] {
    if (this.#kind === "transfer") return [];
    return [...(to === undefined ? [] : [usermanagerStep(user, to)]), deleteStep(user)];
  }

  #addNotes(server: Server, { user, to, items, keys }: Handed): void {
    const name = printable(user.username);
    if (to?.user_role === "administrator" && items > 0) {
      this.#notes.unshift(
        `${printable(to.username)} is an administrator: the code of moved content runs with an administrator's API key.`,
      );
    }
    if (this.#kind === "transfer") return;
    const hasNone = keys !== undefined && keys.keys + keys.tokens === 0;
    const estimate = hasNone ? ` By an estimate from ${keys.source}, ${name} has none.` : "";
    this.#notes.push(
      `API keys and tokens of others cannot be listed. Those of ${name} do not work while the account is locked, and do again when it is unlocked.${estimate}`,
      ...providerNotes(server, name),
    );
  }

  /** Returns what the user still owns. */
  async #verify({ hasGroups }: Server, user: User): Promise<string[]> {
    const items = await user.content.find();
    return stillOwned(user, items.length, hasGroups ? await listGroups(this.#connection, {}) : []);
  }
}

function refusedMove(
  id: string,
  action: string,
  target: PlanStep["target"],
  details: { readonly reason: string; readonly fix: string },
): PlanStep {
  return new PlanStep({ id, action, target, ...details, state: "refused" });
}
