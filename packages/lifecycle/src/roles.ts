/** Assigns roles by group: `planRoles`. */
import { USER_ROLES, type UserRecord, type UserRole } from "@connect-sdk/api";
import { checkInput, checkValue, isSameGuid, normalizeGuid, printable } from "@connect-sdk/api/internal";
import { type CallOptions, type Connection, InvalidArgumentError } from "@connect-sdk/users";
import { checkChanges, checkConnection } from "./arguments.ts";
import { roleDetails, roleStep } from "./accounts.ts";
import { type Cap, checkCap, DEFAULT_CAP, refuseOverCap } from "./caps.ts";
import type { Refusal } from "./errors.ts";
import { findGroups, readMembers } from "./group-members.ts";
import { higherRole, isLowerRole, refuseLastAdministrator } from "./people.ts";
import { Plan } from "./plan.ts";
import { type MadeChange, markRepeated } from "./repeated.ts";
import { readServer, refuseCaller, type Server } from "./server.ts";
import { PlanStep } from "./step.ts";
import { countReads } from "./verify-accounts.ts";

/** A membership from elsewhere, such as an export of the identity provider. */
export interface Membership {
  readonly group: string;
  /** A username or a guid. */
  readonly user: string;
}

/** Options of {@link planRoles}. */
export interface RolesOptions extends CallOptions {
  /** Names or guids of groups, and their roles. Members of several groups get the highest role. */
  readonly map: Readonly<Record<string, UserRole>>;
  /** The role of users in none of the groups. Default: `leave`, which does not change it. */
  readonly otherwise?: "leave" | UserRole | undefined;
  /** The members, where the server does not tell them. Default: they are read from the server. */
  readonly members?: readonly Membership[] | undefined;
  /** Allows to make users administrators, and to demote administrators. Default: false. */
  readonly allowAdministrator?: boolean | undefined;
  /** The most demotions. Default: 10 % of the users that the groups decide about. */
  readonly maxDemotions?: Cap | undefined;
  /** Allows to change roles that the sign-in provider owns, and to demote your own account. Default: false. */
  readonly force?: boolean | undefined;
  /** What earlier runs changed, as their report has it. A change that is needed again is marked: something else undoes it. */
  readonly earlier?: readonly MadeChange[] | undefined;
}

const ROLE = USER_ROLES.map((role) => `=${role}`).join("|");
const OPTIONS = `map:!object otherwise:=leave|${ROLE} members:[]object allowAdministrator:boolean maxDemotions:number|string force:boolean earlier:[]object signal:signal`;

/**
 * Plans to give users the roles of their groups: the highest one wins, promotions come before demotions. Locked users and,
 * without `allowAdministrator`, administrators stay as they are. Only reads.
 *
 * @throws NotFoundError if a group does not exist: it is not an empty group.
 * @throws InvalidArgumentError for an unknown option; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await planRoles(connection, { map: { analysts: "publisher", everybody: "viewer" } });
 * await plan.apply();
 * ```
 */
export async function planRoles(connection: Connection, options: RolesOptions): Promise<Plan> {
  checkConnection(connection);
  return new Roles(connection, readOptions(options)).plan();
}

function readOptions(options: RolesOptions): RolesOptions {
  const checked = checkInput("options", options, OPTIONS);
  const map = checkInput("options", { map: checked.map }, "map:!object").map;
  for (const [group, role] of Object.entries(map)) checkValue(group, role, ROLE);
  if (Object.keys(map).length === 0) {
    throw new InvalidArgumentError('"map" is empty. Nothing was sent.', {
      argument: "map",
      fix: 'Pass at least one group and its role: { map: { analysts: "publisher" } }.',
    });
  }
  const cap = checkCap("maxDemotions", checked.maxDemotions ?? DEFAULT_CAP);
  for (const member of checked.members ?? []) checkInput("an element of members", member, "group:!string user:!string");
  checkChanges("earlier", checked.earlier ?? []);
  // A copy: the caller may change it while groups are read.
  return { ...checked, map: { ...map }, maxDemotions: cap };
}

/** A user, the role that the groups say, and why. */
interface Decision {
  readonly user: UserRecord;
  readonly role: UserRole;
  readonly reason: string;
}

/** Reads the members and makes the steps. */
class Roles {
  readonly #connection: Connection;
  readonly #options: RolesOptions;
  readonly #call: CallOptions;
  readonly #notes: string[] = [];

  constructor(connection: Connection, options: RolesOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#call = { signal: options.signal };
  }

  async plan(): Promise<Plan> {
    const server = await readServer(this.#connection, this.#call);
    const refusals = this.#guard(server);
    const planned = refusals.length === 0 ? await this.#planSteps(server, refusals) : [];
    const { steps, notes } = markRepeated(planned, this.#options.earlier ?? []);
    this.#notes.unshift(...notes);
    return new Plan({
      connection: this.#connection,
      inputs: () => ({ ...this.#options, signal: undefined }),
      kind: "roles",
      subject: Object.keys(this.#options.map).join(", "),
      steps,
      notes: this.#notes,
      refusals,
      accounts: await countReads(this.#connection, steps, server, this.#call),
      // Each step looks before it writes.
      requests: 2 * steps.filter(({ state }) => state === "planned").length,
    });
  }

  #guard(server: Server): Refusal[] {
    const caller = refuseCaller(server);
    if (caller !== undefined) return [caller];
    if (server.roles === "unknown") {
      this.#notes.push("The server does not say who owns the roles: a sign-in may change them back.");
    }
    if (server.roles !== "provider" || this.#options.force === true) return [];
    return [
      {
        guard: "provider-owned",
        reason: "the sign-in provider owns the roles, and the next sign-in would undo the changes",
        fix: "Map groups to roles in the server's configuration (Authorization.UserRoleGroupMapping), or pass `force: true`.",
      },
    ];
  }

  async #planSteps(server: Server, refusals: Refusal[]): Promise<PlanStep[]> {
    const decisions = await this.#decide();
    if (decisions === undefined) {
      refusals.push({
        guard: "empty-source",
        reason: "none of the groups has members",
        fix: "Check the names of the groups, and that their members are complete.",
      });
      return [];
    }
    const active = decisions.filter(({ user }) => !user.locked);
    const changes = active.filter(({ user, role }) => user.user_role !== role);
    const wanted = changes.filter((change) => this.#isWanted(change));
    this.#addNotes(decisions, changes, wanted);
    const demoted = wanted.filter(({ user, role }) => isLowerRole(role, user.user_role));
    refusals.push(...(await this.#refuseSteps(server, active, wanted, demoted)));
    return this.#sort(wanted).map((decision) => this.#step(decision, server));
  }

  /** Administrators keep their role unless changes of administrators are allowed. */
  #isWanted({ user: { user_role, username } }: Decision): boolean {
    if (username === BOOTSTRAP_USER) return false;
    return user_role !== "administrator" || this.#options.allowAdministrator === true;
  }

  async #refuseSteps(
    server: Server,
    active: readonly Decision[],
    wanted: readonly Decision[],
    demoted: readonly Decision[],
  ): Promise<Refusal[]> {
    const promoted = wanted.filter(({ role }) => role === "administrator");
    const isRefused = promoted.length > 0 && this.#options.allowAdministrator !== true;
    const names = promoted.map(({ user }) => printable(user.username)).join(", ");
    const losers = demoted.map(({ user }) => user).filter((user) => !this.#isProtected(user, server));
    const refusals = [
      isRefused
        ? {
            guard: "administrator",
            reason: `it would make ${names} administrator${promoted.length === 1 ? "" : "s"}`,
            fix: "Check them, then pass `allowAdministrator: true`.",
          }
        : undefined,
      refuseOverCap(this.#options.maxDemotions ?? DEFAULT_CAP, {
        option: "maxDemotions",
        guard: "max-demotions",
        count: losers.length,
        of: active.length,
        verb: "demote",
      }),
      await refuseLastAdministrator(this.#connection, losers, this.#call),
    ];
    return refusals.filter((refusal) => refusal !== undefined);
  }

  /** Returns what the groups say about each user; `undefined` if they say nothing. */
  async #decide(): Promise<Decision[] | undefined> {
    const { map, otherwise = "leave", members } = this.#options;
    const decisions = new Map<string, Decision>();
    const decide = (user: UserRecord, role: UserRole, reason: string): void => {
      const guid = normalizeGuid(user.guid);
      const known = decisions.get(guid);
      const isHigher = known === undefined || (known.role !== role && higherRole(known.role, role) === role);
      if (isHigher) decisions.set(guid, { user, role, reason });
    };
    const groups = await findGroups(this.#connection, Object.keys(map), this.#call);
    if (members === undefined) {
      const read = await readMembers(this.#connection, new Set(groups.values()), this.#call);
      for (const [name, group] of groups) {
        const found = read.get(group.guid) ?? [];
        if (found.length === 0) this.#notes.push(`The group ${printable(name)} has no members.`);
        for (const user of found) decide(user, map[name] ?? user.user_role, `member of ${group.name}`);
      }
    }
    if (members !== undefined || otherwise !== "leave") await this.#readUsers(members, otherwise, decisions, decide);
    return decisions.size === 0 ? undefined : [...decisions.values()];
  }

  /** Reads all users: to find the members of a list, and those that are in no group. */
  async #readUsers(
    members: readonly Membership[] | undefined,
    otherwise: "leave" | UserRole,
    decisions: ReadonlyMap<string, Decision>,
    decide: (user: UserRecord, role: UserRole, reason: string) => void,
  ): Promise<void> {
    const index = members === undefined ? undefined : new MemberIndex(this.#options.map, members);
    const others: UserRecord[] = [];
    for await (const user of this.#connection.users.find({}, this.#call)) {
      const found = index?.take(user);
      if (found !== undefined) decide(user, found.role, `member of ${found.group}`);
      else if (otherwise !== "leave") others.push(user);
    }
    for (const note of index?.notes() ?? []) this.#notes.push(note);
    // A list without anybody in it says nothing about the others.
    if (otherwise === "leave" || decisions.size === 0) return;
    for (const user of others) {
      if (!decisions.has(normalizeGuid(user.guid))) decide(user, otherwise, "in none of the groups");
    }
  }

  #addNotes(decisions: readonly Decision[], changes: readonly Decision[], wanted: readonly Decision[]): void {
    const locked = decisions.filter(({ user }) => user.locked).length;
    if (locked > 0) this.#notes.push(`${locked} locked user${locked === 1 ? " keeps the" : "s keep their"} role.`);
    const isChanged = new Set(wanted);
    const kept = changes.filter((change) => !isChanged.has(change)).map(({ user }) => printable(user.username));
    if (kept.length === 0) return;
    const keep = kept.length === 1 ? "keeps the role" : "keep their role";
    this.#notes.push(`${kept.join(", ")} ${keep}. Pass \`allowAdministrator: true\` to demote administrators.`);
  }

  /** Promotions come first: a promoted user may be needed. */
  #sort(decisions: readonly Decision[]): Decision[] {
    const isDemotion = ({ user, role }: Decision): boolean => isLowerRole(role, user.user_role);
    return [...decisions.filter((each) => !isDemotion(each)), ...decisions.filter(isDemotion)];
  }

  #step({ user, role, reason }: Decision, server: Server): PlanStep {
    if (this.#isProtected(user, server)) {
      const fix = "Ask another administrator to do it, or pass `force: true`.";
      return new PlanStep({ ...roleDetails(user, role, `${reason}, but your own account`), fix, state: "refused" });
    }
    const phase = isLowerRole(role, user.user_role) ? 1 : 0;
    return roleStep(this.#connection, user, { to: role, reason, phase });
  }

  /** Returns whether this is the caller, who could not undo it. */
  #isProtected(user: Pick<UserRecord, "guid">, { me }: Server): boolean {
    return this.#options.force !== true && me !== undefined && isSameGuid(me.guid, user.guid);
  }
}

/** The account that set the server up. */
export const BOOTSTRAP_USER = "__bootstrap_admin__";

/** Finds users in a list of memberships. */
class MemberIndex {
  readonly #rows = new Map<string, MemberRow>();
  readonly #byLowerCase = new Map<string, MemberRow>();

  constructor(map: Readonly<Record<string, UserRole>>, members: readonly Membership[]) {
    for (const { group, user } of members) {
      const role = Object.hasOwn(map, group) ? map[group] : undefined;
      // A guid in any spelling.
      const key = normalizeGuid(user);
      const known = this.#rows.get(key);
      if (role === undefined || (known !== undefined && !isLowerRole(known.role, role))) continue;
      const row: MemberRow = { role, group, match: "none" };
      this.#rows.set(key, row);
      this.#byLowerCase.set(user.toLowerCase(), row);
    }
  }

  take(user: UserRecord): MemberRow | undefined {
    const row = this.#rows.get(user.username) ?? this.#rows.get(normalizeGuid(user.guid));
    if (row !== undefined) row.match = "exact";
    const similar = this.#byLowerCase.get(user.username.toLowerCase());
    // Nobody knows whether it is this user.
    if (similar?.match === "none") similar.match = "similar";
    return row;
  }

  notes(): string[] {
    const list = (match: MemberRow["match"]): string =>
      [...this.#rows]
        .filter(([, row]) => row.match === match)
        .map(([name]) => printable(name))
        .join(", ");
    const [missing, similar] = [list("none"), list("similar")];
    return [
      ...(missing === "" ? [] : [`Members without an account: ${missing}.`]),
      ...(similar === ""
        ? []
        : [`Members that are left alone, because their account is spelled in another case: ${similar}.`]),
    ];
  }
}

interface MemberRow {
  readonly role: UserRole;
  readonly group: string;
  /** How an account was found. */
  match: "none" | "similar" | "exact";
}
