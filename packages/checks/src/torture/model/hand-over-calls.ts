import {
  type LockOrder,
  planMerge,
  planOffboard,
  type PlanResult,
  planRoles,
  planTransfer,
} from "@connect-sdk/lifecycle";
import type { UserRole } from "@connect-sdk/api";
import { type Call, pick } from "./call.ts";
import { type Access, isHigher, type ModelServer, type ModelUser } from "./model-server.ts";
import { planCall } from "./plan-call.ts";

// Plans that give what one account has to another one, and the roles that follow from groups.

/** Options of an offboarding. */
export interface Offboarding {
  readonly lock: LockOrder;
  readonly keepGroups: boolean;
  readonly permissions: boolean;
  readonly keepAccess: Access | undefined;
  readonly renameClashes: string | undefined;
}

/** `planOffboard()`, with or without a successor. */
export function offboard(who: number, successor: number | undefined, options: Offboarding): Call<PlanResult> {
  const { lock, keepGroups, permissions, keepAccess, renameClashes } = options;
  const userOf = (model: ModelServer): ModelUser => pick(model.users, who);
  const toOf = (model: ModelServer): ModelUser | undefined =>
    successor === undefined ? undefined : pick(model.users, successor);
  return planCall({
    name: "offboard",
    description: `user ${who}, to user ${successor ?? "none"}, ${JSON.stringify(options)}`,
    people: (model) => [userOf(model), ...[toOf(model)].filter((user) => user !== undefined)],
    isRefused(model, me) {
      const [user, to] = [userOf(model), toOf(model)];
      if (lock !== "never" && user === me) return true;
      if (to !== undefined) return !canSucceed(user, to);
      return [...model.content, ...model.groups].some(({ owner }) => owner === user);
    },
    plan: (connection, model) =>
      planOffboard(connection, { user: userOf(model).guid, to: toOf(model)?.guid, ...options }),
    change(model) {
      const [user, to] = [userOf(model), toOf(model)];
      const others = model.content.filter(({ owner }) => owner !== user);
      const stays = to === undefined ? 0 : moveContent(model, user, to, { keepAccess, renameClashes });
      if (to !== undefined) moveGroups(model, user, to);
      if (!keepGroups) for (const { members } of model.groups) members.delete(user);
      if (permissions) for (const { access } of others) access.delete(user);
      if (lock === "first" || (lock === "last" && stays === 0)) user.locked = true;
      return 0;
    },
  });
}

/** `planTransfer()`. */
export function transfer(
  who: number,
  successor: number,
  options: Pick<Offboarding, "keepAccess" | "renameClashes">,
): Call<PlanResult> {
  const pairOf = (model: ModelServer): readonly [ModelUser, ModelUser] => [
    pick(model.users, who),
    pick(model.users, successor),
  ];
  return planCall({
    name: "transfer",
    description: `user ${who}, to user ${successor}, ${JSON.stringify(options)}`,
    people: pairOf,
    isRefused: (model) => !canSucceed(...pairOf(model)),
    plan(connection, model) {
      const [user, to] = pairOf(model);
      return planTransfer(connection, { user: user.guid, to: to.guid, ...options });
    },
    change(model) {
      moveContent(model, ...pairOf(model), options);
      moveGroups(model, ...pairOf(model));
      return 0;
    },
  });
}

/** Options of a merge. */
export interface Merging {
  readonly role: "highest" | "keep" | "publisher";
  readonly allowAdministrator: boolean;
  readonly lock: LockOrder;
  readonly renameClashes: string | undefined;
}

/** `planMerge()` of two accounts. */
export function merge(one: number, other: number, options: Merging): Call<PlanResult> {
  const { role, allowAdministrator, lock, renameClashes } = options;
  const pairOf = (model: ModelServer): readonly [ModelUser, ModelUser] => [
    pick(model.users, one),
    pick(model.users, other),
  ];
  return planCall({
    name: "merge",
    description: `user ${one}, into user ${other}, ${JSON.stringify(options)}`,
    people: pairOf,
    isRefused(model, me) {
      const [from, into] = pairOf(model);
      return from === into || from === me || into === me || into.locked;
    },
    plan(connection, model) {
      const [from, into] = pairOf(model);
      return planMerge(connection, { from: from.guid, into: into.guid, ...options });
    },
    change(model) {
      const [from, into] = pairOf(model);
      const wanted = role === "highest" && isHigher(from.user_role, into.user_role) ? from.user_role : into.user_role;
      const raised = role === "publisher" ? role : wanted;
      const allowed = raised === "administrator" && !allowAdministrator ? "publisher" : raised;
      if (isHigher(allowed, into.user_role)) into.user_role = allowed;
      const mayOwn = into.user_role !== "viewer";
      let stays = mayOwn
        ? moveContent(model, from, into, { keepAccess: undefined, renameClashes })
        : model.content.filter(({ owner }) => owner === from).length;
      moveGroups(model, from, into);
      for (const { members } of model.groups) if (members.delete(from)) members.add(into);
      for (const { owner, access } of model.content) {
        const [own, existing] = [access.get(from), access.get(into)];
        if (own === undefined) continue;
        const isEnough = owner === into || existing === "collaborator" || existing === own;
        // Viewers cannot be collaborators.
        if (!isEnough && own === "collaborator" && !mayOwn) stays++;
        else {
          access.delete(from);
          if (!isEnough) access.set(into, own);
        }
      }
      if (lock === "first" || (lock === "last" && stays === 0)) from.locked = true;
      return 0;
    },
  });
}

function canSucceed(user: ModelUser, to: ModelUser): boolean {
  return user !== to && !to.locked && to.user_role !== "viewer";
}

/** Moves content one item after the other. Returns how many stay because of their name. */
function moveContent(
  { content }: ModelServer,
  from: ModelUser,
  to: ModelUser,
  { keepAccess, renameClashes }: Pick<Offboarding, "keepAccess" | "renameClashes">,
): number {
  let stays = 0;
  for (const item of content.filter(({ owner }) => owner === from)) {
    const isTaken = (name: string): boolean => content.some((each) => each.owner === to && each.name === name);
    const name = isTaken(item.name) ? `${item.name}${renameClashes ?? ""}` : item.name;
    if (isTaken(name)) {
      stays++;
      continue;
    }
    Object.assign(item, { name, owner: to });
    item.access.delete(to);
    if (keepAccess !== undefined) item.access.set(from, from.user_role === "viewer" ? "viewer" : keepAccess);
  }
  return stays;
}

function moveGroups({ groups }: ModelServer, from: ModelUser, to: ModelUser): void {
  for (const group of groups) if (group.owner === from) group.owner = to;
}

/** Options of roles. */
export interface RoleRules {
  readonly map: Readonly<Record<string, UserRole>>;
  readonly otherwise: "leave" | UserRole;
  readonly allowAdministrator: boolean;
}

/** `planRoles()`. A group that does not exist is an error, and not an empty group. */
export function setRoles(options: RoleRules): Call<PlanResult> {
  const { map, otherwise, allowAdministrator } = options;
  /** Returns the users whose roles change, and their new roles. */
  const changesOf = (model: ModelServer): Map<ModelUser, UserRole> => {
    const wanted = new Map<ModelUser, UserRole>();
    for (const user of model.users) {
      const roles = model.groups.flatMap(({ name, members }) => (members.has(user) ? (map[name] ?? []) : []));
      const highest = roles.toSorted((a, b) => (isHigher(a, b) ? -1 : 1))[0] ?? otherwise;
      if (highest === "leave" || highest === user.user_role || user.locked) continue;
      if (user.user_role !== "administrator" || allowAdministrator) wanted.set(user, highest);
    }
    return wanted;
  };
  const call = planCall({
    name: "roles",
    description: JSON.stringify(options),
    isRefused(model) {
      const isEmpty = model.groups.every(({ name, members }) => map[name] === undefined || members.size === 0);
      return isEmpty || (!allowAdministrator && [...changesOf(model).values()].includes("administrator"));
    },
    plan: (connection) => planRoles(connection, { ...options, maxDemotions: "100%" }),
    change(model, me) {
      for (const [user, role] of changesOf(model)) if (user !== me) user.user_role = role;
      return 0;
    },
  });
  return {
    ...call,
    judge(model, caller) {
      const isKnown = Object.keys(map).every((name) => model.groups.some((group) => group.name === name));
      const { refusals } = call.judge(model, caller);
      return isKnown || !model.allows(caller, "administrator") ? { refusals } : { refusals: ["NotFoundError"] };
    },
  };
}
