/** Steps about groups: their owners and their members. */
import { type GroupRecord, isApiError, paginate } from "@connect-sdk/api";
import { isSameGuid, printable } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { StepRefusedError } from "./errors.ts";
import { PlanStep, type StepDetails } from "./step.ts";

/** When a step runs, and after which. */
export interface StepOrder {
  readonly phase: number;
  readonly needs?: readonly string[] | undefined;
}

/** Number of rows that a page of any list can have. */
export const PAGE_SIZE = 500;

/** Lists all groups. */
export async function listGroups({ api }: Connection, { signal }: CallOptions): Promise<GroupRecord[]> {
  const groups = new Map<string, GroupRecord>();
  const fetchPage = (page_number: number) =>
    api.GET("/v1/groups", { params: { query: { page_number, page_size: PAGE_SIZE } }, signal });
  for await (const group of paginate(fetchPage)) groups.set(group.guid, group);
  return [...groups.values()];
}

/** Returns the groups that a user owns. */
export function ownedBy(user: User, groups: readonly GroupRecord[]): GroupRecord[] {
  return groups.filter(({ owner_guid }) => owner_guid !== null && isSameGuid(owner_guid, user.guid));
}

/** Says what a user still owns, for the end of a plan that should have left nothing. */
export function stillOwned(user: User, items: number, groups: readonly GroupRecord[]): string[] {
  const name = printable(user.username);
  const owned = ownedBy(user, groups).length;
  return [
    ...(items > 0 ? [`${name} still owns ${items} content item${items === 1 ? "" : "s"}`] : []),
    ...(owned > 0 ? [`${name} still owns ${owned} group${owned === 1 ? "" : "s"}`] : []),
  ];
}

/** Returns the step that gives a group to another owner. Takes two requests. */
export function moveGroupStep(
  { api }: Connection,
  group: GroupRecord,
  from: User,
  to: User,
  { phase, needs, isManual }: StepOrder & { readonly isManual: boolean },
): PlanStep {
  const path = { guid: group.guid };
  const details: Omit<StepDetails, "state"> = {
    id: `move-group:${group.guid}:${to.guid}`,
    action: "move-group",
    target: { kind: "group", guid: group.guid, name: group.name },
    from: from.username,
    to: to.username,
    reason: `owned by ${from.username}`,
    ...(needs !== undefined && { needs }),
  };
  if (isManual) {
    const fix = "The sign-in provider owns this server's groups: change the owner there.";
    return new PlanStep({ ...details, fix, state: "manual" });
  }
  const work = async () => {
    try {
      const { data } = await api.GET("/v1/groups/{guid}", { params: { path } });
      if (data.owner_guid === null || !isSameGuid(data.owner_guid, from.guid)) {
        return { status: "unchanged", note: "has another owner now" } as const;
      }
      // Real server: unknown, assumed that a publisher can own a group even if publishers cannot create one.
      await api.POST("/v1/groups/{guid}", { params: { path }, body: { owner_guid: to.guid } });
    } catch (error) {
      const mayOwn = to.user_role === "administrator";
      if (isApiError(error, { status: 403 }) && !mayOwn) throw refusedOwner(group, to, error);
      if (isApiError(error, { status: 404 })) return { status: "unchanged", note: "deleted meanwhile" } as const;
      throw error;
    }
    return undefined;
  };
  return new PlanStep({ ...details, state: "planned" }, { work, phase });
}

function refusedOwner({ name }: GroupRecord, { username }: User, cause: unknown): StepRefusedError {
  return new StepRefusedError(`The server does not let ${printable(username)} own the group ${printable(name)}.`, {
    fix: "Turn on PublishersCanOwnGroups on the server, or give the group to an administrator.",
    cause,
  });
}

/** Returns the step that removes a user from a group. Done if the user is not a member. */
export function leaveStep(
  group: GroupRecord,
  user: User,
  { reason, phase, needs }: StepOrder & { readonly reason: string },
): PlanStep {
  const work = async () => {
    try {
      await user.groups.remove(group.guid);
    } catch (error) {
      if (isApiError(error, { status: 404 })) return { status: "unchanged" } as const;
      throw error;
    }
    return undefined;
  };
  return new PlanStep(
    {
      id: `remove-member:${group.guid}:${user.guid}`,
      action: "remove-member",
      target: { kind: "membership", guid: group.guid, name: group.name },
      from: user.username,
      to: null,
      reason,
      ...(needs !== undefined && { needs }),
      state: "planned",
    },
    { work, phase },
  );
}

/** Returns the step that adds a user to a group. Done if the user is a member. */
export function joinStep(
  group: GroupRecord,
  user: User,
  { reason, phase, needs }: StepOrder & { readonly reason: string },
): PlanStep {
  const work = async () => {
    try {
      await user.groups.add(group.guid);
    } catch (error) {
      if (isApiError(error, { status: 409, code: 16 })) return { status: "unchanged" } as const;
      throw error;
    }
    return undefined;
  };
  return new PlanStep(
    {
      id: `add-member:${group.guid}:${user.guid}`,
      action: "add-member",
      target: { kind: "membership", guid: group.guid, name: group.name },
      from: null,
      to: user.username,
      reason,
      ...(needs !== undefined && { needs }),
      state: "planned",
    },
    { work, phase },
  );
}
