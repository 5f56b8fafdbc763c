/** Makes the accounts of a server match a file: `planSync`. */
import { checkInput, isSameGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import { type CallOptions, type Connection, InvalidArgumentError, type User } from "@connect-sdk/users";
import { checkChanges, checkConnection, checkRowsOrStream } from "./arguments.ts";
import { type Cap, checkCap, DEFAULT_CAP, refuseOverCap } from "./caps.ts";
import { type DesiredUser, DesiredUsers, type Row, withoutSecrets } from "./desired-users.ts";
import type { Refusal } from "./errors.ts";
import { LOOK_ALIKE_FIX, LookAlikes } from "./look-alikes.ts";
import { checkDirectory, createStep, requestsToCreate } from "./new-accounts.ts";
import { refuseLastAdministrator } from "./people.ts";
import { Plan } from "./plan.ts";
import { type MadeChange, markRepeated } from "./repeated.ts";
import { BOOTSTRAP_USER } from "./roles.ts";
import { checkScope, readScope, type Scope, type SyncScope } from "./scope.ts";
import { readServer, refuseCaller, type Server } from "./server.ts";
import { PlanStep } from "./step.ts";
import { type AccountChanges, changeStep, decideChanges, isChange, stopsUnlocking } from "./sync-changes.ts";
import { losesAccess, readsOf } from "./verify-accounts.ts";

/** Options of {@link planSync}. */
export interface SyncOptions extends CallOptions {
  /** The accounts that the file is complete for. Needed for `missing: "lock"`. */
  readonly scope?: SyncScope | undefined;
  /** What happens to accounts in scope that are not in the file. Default: `report`, which lists them. */
  readonly missing?: "report" | "lock" | undefined;
  /** The most accounts that may be locked or demoted. Default: 10 % of the unlocked accounts in scope. */
  readonly maxLock?: Cap | undefined;
  /** The most accounts that may be created. Default: no limit. */
  readonly maxCreate?: number | undefined;
  /** Usernames, guids and e-mail addresses of accounts that are never locked or changed. */
  readonly protect?: readonly string[] | undefined;
  /** Matches rows by e-mail address, too, where it is unique on both sides. */
  readonly match?: "email" | undefined;
  /** Allows new accounts that look like an existing one, or share its e-mail address. Default: false. */
  readonly allowDuplicates?: boolean | undefined;
  /** Allows rows to change administrators, and to make users administrators. Default: false. */
  readonly allowAdministrator?: boolean | undefined;
  /** Includes administrators that are not in the file in `missing`. Default: false, they are neither listed nor locked. */
  readonly includeAdministrators?: boolean | undefined;
  /** Allows to demote your own account. It is never locked. Default: false. */
  readonly force?: boolean | undefined;
  /** What earlier runs changed, as their report has it. A change that is needed again is marked: something else undoes it. */
  readonly earlier?: readonly MadeChange[] | undefined;
  /** Name of the file, for messages. Default: `the file`. */
  readonly source?: string | undefined;
}

const OPTIONS =
  "scope:object missing:=report|=lock maxLock:number|string maxCreate:integer protect:[]string match:=email allowAdministrator:boolean includeAdministrators:boolean allowDuplicates:boolean force:boolean earlier:[]object source:string signal:signal";

/**
 * Plans to make the accounts of a server match a file: creates, updates, unlocks and, on request, locks accounts without a row.
 * Streams the users of the server once. Only reads.
 *
 * @param rows - the desired state of each account, as an array or a stream. An error of the stream is thrown.
 * @throws InvalidArgumentError for an unknown option or field, and for `missing: "lock"` without a scope; nothing is sent then.
 * @throws NotFoundError if the group of the scope does not exist.
 *
 * @example
 * ```ts
 * const rows = [{ username: "jdoe", user_role: "publisher" as const }];
 * const plan = await planSync(connection, rows, { scope: { emailDomain: "example.com" }, missing: "lock" });
 * await plan.apply();
 * ```
 */
export async function planSync(
  connection: Connection,
  rows: Iterable<DesiredUser> | AsyncIterable<DesiredUser>,
  options: SyncOptions = {},
): Promise<Plan> {
  const checked = readOptions(options);
  checkConnection(connection);
  checkChanges("earlier", checked.earlier ?? []);
  checkRowsOrStream("rows", rows);
  const desired = await DesiredUsers.read(rows, { byEmail: checked.match === "email" });
  return new Sync(connection, desired, checked, Array.isArray(rows) ? rows : undefined).plan();
}

function readOptions(options: SyncOptions): SyncOptions {
  const checked = checkInput("options", options, OPTIONS);
  const maxLock = checkCap("maxLock", checked.maxLock ?? DEFAULT_CAP);
  const scope = checked.scope === undefined ? undefined : checkScope(checked.scope);
  if (checked.missing !== "lock" || scope !== undefined) {
    return { ...checked, maxLock, ...(scope !== undefined && { scope }) };
  }
  throw new InvalidArgumentError('missing: "lock" needs a scope. Nothing was sent.', {
    argument: "scope",
    fix: "Pass which accounts the file is complete for: prefix, role, group, emailDomain or createdBefore.",
  });
}

/** When the steps run: what gives before what takes away. */
const PHASE = { give: 0, demote: 1, unlock: 2, lock: 3 } as const;

/** Compares the rows with the accounts and makes the steps. */
class Sync {
  readonly #connection: Connection;
  readonly #desired: DesiredUsers;
  readonly #options: SyncOptions;
  /** The rows, for `save`. A stream is not kept: it may be long. */
  readonly #rows: readonly DesiredUser[] | undefined;
  readonly #call: CallOptions;
  readonly #source: string;
  readonly #protected: ReadonlySet<string>;
  readonly #notes: string[] = [];
  readonly #lookAlikes = new LookAlikes();
  /** Accounts in scope that are not in the file. Empty without a scope. */
  readonly #missing: User[] = [];
  /** Number of accounts that are not in the file, without a scope. */
  #notInFile = 0;
  /** Number of users of the server. */
  #users = 0;
  #unlockedInScope = 0;
  #outOfScope = 0;
  /** Number of unlocked administrators that are not in the file, and would be in scope. */
  #administrators = 0;
  #matchedInScope = 0;
  #requests = 0;

  constructor(
    connection: Connection,
    desired: DesiredUsers,
    options: SyncOptions,
    rows: readonly DesiredUser[] | undefined,
  ) {
    this.#connection = connection;
    this.#desired = desired;
    this.#options = options;
    this.#rows = rows;
    this.#call = { signal: options.signal };
    this.#source = options.source ?? "the file";
    this.#protected = new Set(options.protect?.map(keyOf));
  }

  async plan(): Promise<Plan> {
    const server = await readServer(this.#connection, this.#call);
    const refusals = this.#guardSource(server);
    const planned = refusals.length === 0 ? await this.#planSteps(server, refusals) : [];
    const { steps, notes } = markRepeated(planned, this.#options.earlier ?? []);
    this.#notes.unshift(...notes);
    const rows = this.#rows;
    return new Plan({
      connection: this.#connection,
      inputs: rows && (() => ({ ...this.#options, signal: undefined, rows: withoutSecrets(rows) })),
      kind: "sync",
      subject: this.#source,
      steps,
      notes: this.#notes,
      refusals,
      requests: this.#requests,
      accounts: losesAccess(steps, server.me) ? undefined : readsOf(this.#users),
      stopsAction: stopsUnlocking,
    });
  }

  #guardSource(server: Server): Refusal[] {
    const caller = refuseCaller(server);
    if (caller !== undefined) return [caller];
    const problem = this.#desired.whyNone();
    if (problem === undefined) return [];
    const reason = `${this.#source} has no row that can be used (${problem.reason}), which does not mean that everybody left`;
    return [{ guard: "empty-source", reason, fix: problem.fix }];
  }

  async #planSteps(server: Server, refusals: Refusal[]): Promise<PlanStep[]> {
    const scope = await readScope(this.#connection, this.#options.scope, this.#call);
    for (const { desired } of this.#desired.rows) this.#lookAlikes.want(desired);
    for await (const user of this.#connection.users.find({}, this.#call)) this.#sort(user, scope, server);
    this.#desired.finish();
    const created = this.#rowsToCreate();
    if (server.hasDirectory) await checkDirectory(this.#connection, created, this.#call);
    const changes = this.#decide(server);
    this.#refuseLookAlikes(created, changes);
    const locks = this.#planLocks();
    refusals.push(...(await this.#refuse(changes, locks, created)));
    this.#addNotes(server);
    return [
      ...this.#refusedRows(),
      ...created.filter(({ problem }) => problem === undefined).map((row) => this.#create(row, server)),
      ...changes.map((change) => this.#change(change)),
      ...locks,
    ];
  }

  /** Assigns an account to its row, or counts it as missing. The caller and protected accounts are never in scope. */
  #sort(user: User, scope: Scope, { me }: Server): void {
    this.#users++;
    this.#lookAlikes.addAccount(user);
    const row = this.#desired.match(user);
    const isOwn = me !== undefined && isSameGuid(me.guid, user.guid);
    const { allowAdministrator, includeAdministrators } = this.#options;
    const isIncluded = includeAdministrators === true || (row !== undefined && allowAdministrator === true);
    const isLeftOut = user.user_role === "administrator" && !isIncluded;
    const isCandidate = !isOwn && !this.#isProtected(user) && scope.includes(user);
    const isInScope = isCandidate && !isLeftOut;
    if (isInScope && !user.locked) this.#unlockedInScope++;
    if (row !== undefined) this.#matchedInScope += isInScope ? 1 : 0;
    else if (isCandidate && isLeftOut && !user.locked && this.#options.scope !== undefined) this.#administrators++;
    else if (!isInScope) this.#outOfScope++;
    else if (!user.locked) {
      if (this.#options.scope === undefined) this.#notInFile++;
      else this.#missing.push(user);
    }
  }

  #isProtected({ guid, username, email }: User): boolean {
    if (username === BOOTSTRAP_USER) return true;
    return [username, guid, email].some((each) => this.#protected.has(keyOf(each)));
  }

  #rowsToCreate(): Row[] {
    const rows = this.#desired.rows.filter(({ user, problem }) => user === undefined && problem === undefined);
    for (const row of rows) {
      if (row.desired.user_role === "administrator" && this.#options.allowAdministrator !== true) {
        row.refuse("it would create an administrator", "Check it, then pass `allowAdministrator: true`.");
      } else row.refuseUncreatable();
    }
    return rows.filter(({ problem }) => problem === undefined);
  }

  /** An account cannot be deleted again, so that a mistake stays. */
  #refuseLookAlikes(created: readonly Row[], changes: readonly AccountChanges[]): void {
    if (this.#options.allowDuplicates === true) return;
    const candidates = created.map((row) => {
      const { username = "", email } = row.desired;
      return { row, candidate: { username, email, line: row.line } };
    });
    for (const { row, candidate } of candidates) if (row.problem === undefined) this.#lookAlikes.addChange(candidate);
    for (const { user, values } of changes) {
      const { username, guid } = user;
      if (values.email !== undefined) this.#lookAlikes.addChange({ username, guid, email: values.email });
    }
    for (const { row, candidate } of candidates) {
      const found = this.#lookAlikes.find(candidate);
      if (found.length > 0) row.refuse(`${printable(candidate.username)} ${found.join(", and ")}`, LOOK_ALIKE_FIX);
    }
  }

  #decide(server: Server): AccountChanges[] {
    const changes: AccountChanges[] = [];
    const ignored = new Set<string>();
    for (const row of this.#desired.rows) {
      const { user, problem } = row;
      if (user === undefined || problem !== undefined) continue;
      const decided = decideChanges(row.desired, user, server);
      for (const field of decided.ignored) ignored.add(field);
      if (!isChange(decided)) continue;
      const isOwn = server.me !== undefined && isSameGuid(server.me.guid, user.guid);
      const isNamed = user.user_role === "administrator" && this.#options.allowAdministrator !== true;
      if (isNamed || this.#isProtected(user)) {
        const fix = isNamed ? " Pass `allowAdministrator: true` to change administrators." : "";
        this.#notes.push(`${printable(user.username)} is left alone, and differs from ${this.#source}.${fix}`);
      } else if (isOwn && (decided.locked === true || (decided.isDemotion && this.#options.force !== true))) {
        row.refuse("this is your own account, and you could not undo it", "Ask another administrator to do it.");
      } else if (decided.values.user_role === "administrator" && this.#options.allowAdministrator !== true) {
        row.refuse("it would make this user an administrator", "Check it, then pass `allowAdministrator: true`.");
      } else changes.push(decided);
    }
    if (ignored.size > 0) {
      this.#notes.push(`The sign-in provider owns ${[...ignored].join(", ")}: differences are not changed here.`);
    }
    return changes;
  }

  #planLocks(): PlanStep[] {
    const { missing = "report", scope } = this.#options;
    const others = this.#missing;
    if (scope === undefined) {
      if (this.#notInFile > 0) {
        const are = this.#notInFile === 1 ? "account is" : "accounts are";
        this.#notes.push(`${this.#notInFile} ${are} not in ${this.#source}. Pass a scope to list them.`);
      }
      return [];
    }
    const refused = this.#desired.rows.filter(({ problem }) => problem !== undefined).length;
    return others.map((user) => {
      const target = { kind: "user", guid: user.guid, name: user.username } as const;
      const reason = `not in ${this.#source}`;
      const details = { id: `lock:${user.guid}`, action: "lock", target, from: false, to: true, reason } as const;
      const changes = [{ field: "locked", from: false, to: true }];
      if (missing === "report") {
        const fix = "Add a row, protect the account, or pass `missing: lock`.";
        return new PlanStep({ ...details, id: `missing:${user.guid}`, action: "missing", fix, state: "manual" });
      }
      if (refused > 0) {
        const why = `${reason}, but ${refused} refused row${refused === 1 ? "" : "s"} may mean this account`;
        return new PlanStep({ ...details, reason: why, fix: "Correct the refused rows first.", state: "refused" });
      }
      this.#requests += 1;
      const work = async () => {
        await user.lock();
        return undefined;
      };
      const account = { guid: user.guid, values: { locked: true } };
      return new PlanStep({ ...details, changes, state: "planned" }, { work, phase: PHASE.lock, account });
    });
  }

  async #refuse(
    changes: readonly AccountChanges[],
    locks: readonly PlanStep[],
    created: readonly Row[],
  ): Promise<Refusal[]> {
    const { missing, maxCreate = Infinity, maxLock = DEFAULT_CAP } = this.#options;
    const losers = changes.filter(({ locked, isDemotion }) => locked === true || isDemotion).map(({ user }) => user);
    const planned = new Set(locks.filter(({ state }) => state === "planned").map(({ target }) => target.guid));
    losers.push(...this.#missing.filter(({ guid }) => planned.has(guid)));
    const matched = this.#desired.rows.filter(({ user }) => user !== undefined).length;
    const refusals = [
      missing === "lock" && matched > 0 && this.#matchedInScope === 0
        ? {
            guard: "wrong-file",
            reason: `none of the accounts of ${this.#source} is in scope`,
            fix: "Check that the file and the scope belong together.",
          }
        : undefined,
      refuseOverCap(maxLock, {
        option: "maxLock",
        guard: "max-lock",
        count: losers.length,
        of: this.#unlockedInScope,
        verb: losers.length === planned.size ? "lock" : "lock or demote",
      }),
      created.length > maxCreate
        ? {
            guard: "max-create",
            reason: `it would create ${created.length} accounts, and the limit is ${maxCreate}`,
            fix: `Check the file, then pass \`maxCreate: ${created.length}\` to allow exactly that many.`,
          }
        : undefined,
      await refuseLastAdministrator(this.#connection, losers, this.#call),
    ];
    return refusals.filter((refusal) => refusal !== undefined);
  }

  #refusedRows(): PlanStep[] {
    return this.#desired.rows.flatMap((row) => {
      if (row.problem === undefined) return [];
      const { reason, fix } = row.problem;
      const target = { kind: "user", name: row.name, ...(row.user !== undefined && { guid: row.user.guid }) } as const;
      return [
        new PlanStep({
          id: `row:${row.line}:${row.id}`,
          action: row.user === undefined ? "create" : "update",
          target,
          reason: `line ${row.line}: ${reason}`,
          fix,
          state: "refused",
        }),
      ];
    });
  }

  #create({ desired }: Row, { hasDirectory }: Server): PlanStep {
    this.#requests += requestsToCreate(desired, hasDirectory);
    return createStep(
      this.#connection,
      { ...desired, username: desired.username ?? "" },
      { reason: `in ${this.#source}`, phase: PHASE.give, isFromDirectory: hasDirectory },
    );
  }

  #change(change: AccountChanges): PlanStep {
    const { values, locked, isDemotion } = change;
    this.#requests += (Object.keys(values).length > 0 ? 1 : 0) + (locked === undefined ? 0 : 1);
    const phase =
      locked === true ? PHASE.lock : locked === false ? PHASE.unlock : isDemotion ? PHASE.demote : PHASE.give;
    return changeStep(change, { reason: `differs from ${this.#source}`, phase });
  }

  #addNotes({ hasProvider, provider }: Server): void {
    if (hasProvider) {
      this.#notes.push(
        `The sign-in provider (${printable(provider ?? "")}) may own these accounts and change them back.`,
      );
    }
    const { rows } = this.#desired;
    const locked = rows.filter(({ user, desired }) => user?.locked === true && desired.locked === undefined).length;
    if (locked > 0) {
      this.#notes.push(
        `${locked} of the accounts in ${this.#source} ${locked === 1 ? "is" : "are"} locked. A column "locked" with "false" unlocks.`,
      );
    }
    if (this.#administrators > 0) {
      const are = this.#administrators === 1 ? "administrator without a row is" : "administrators without a row are";
      this.#notes.push(
        `${this.#administrators} ${are} left alone. Pass \`includeAdministrators: true\` to include them.`,
      );
    }
    if (this.#outOfScope > 0) {
      const are = this.#outOfScope === 1 ? "account is" : "accounts are";
      this.#notes.push(`${this.#outOfScope} ${are} out of scope or protected, and left alone.`);
    }
  }
}

/** Usernames are compared exactly, e-mail addresses and guids without case. */
function keyOf(text: string): string {
  return text.includes("@") ? text.toLowerCase() : normalizeGuid(text);
}
