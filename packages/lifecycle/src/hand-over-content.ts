/** Plans the moves of a user's content to one or several successors. */
import { normalizeGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { type ContentAssignment, readContentMap } from "./content-map.ts";
import { ContentMoves, findUngranted, listItems } from "./content-moves.ts";
import type { Refusal } from "./errors.ts";
import { type Person, refuseSuccessor } from "./people.ts";
import type { ContentRole, Item } from "./permissions.ts";
import { PlanStep } from "./step.ts";

/** The old owner, the new owners and the options of a hand-over. */
export interface ContentHandOverOptions extends CallOptions {
  readonly user: User;
  /** Receives the items that the map does not assign. */
  readonly to: User | undefined;
  readonly map: readonly ContentAssignment[];
  /** Returns the user for a person named in the map. */
  readonly userOf: (person: Person) => User;
  readonly keepAccess: ContentRole | undefined;
  readonly renameClashes: string | undefined;
  readonly started: readonly string[];
  readonly phase: number;
}

/** The steps, and what the plan has to know about them. */
export interface ContentHandOver {
  readonly steps: readonly PlanStep[];
  readonly moves: readonly ContentMoves[];
  /** Number of requests of the steps. Listing the content again comes on top. */
  readonly requests: number;
  readonly refusals: readonly Refusal[];
  readonly notes: readonly string[];
}

/** Reads the content of the user, and of each successor. */
export async function planContentHandOver(
  connection: Connection,
  { user, to, map, userOf, keepAccess, renameClashes, started, phase, signal }: ContentHandOverOptions,
): Promise<ContentHandOver> {
  const items = await listItems(user, signal);
  const assigned = await readContentMap(connection, map, { items, userOf, user }, { signal });
  const shares = new Map<string, { readonly owner: User; readonly items: Item[] }>();
  if (to !== undefined) shares.set(normalizeGuid(to.guid), { owner: to, items: [] });
  const rest: Item[] = [];
  for (const item of items) {
    const owner = assigned.ownerOf(item) ?? to;
    if (owner === undefined) {
      rest.push(item);
      continue;
    }
    const share = shares.get(normalizeGuid(owner.guid));
    if (share === undefined) shares.set(normalizeGuid(owner.guid), { owner, items: [item] });
    else share.items.push(item);
  }
  const refusals = [...assigned.refusals];
  const details = { reason: "owned by the leaver, and there is no successor", fix: "Pass `to`." };
  const steps = rest.map(({ guid, name }) => {
    const target = { kind: "content", guid, name } as const;
    return new PlanStep({ id: `move-content:${guid}`, action: "move-content", target, ...details, state: "refused" });
  });
  // A viewer never owns content, so nobody can be its collaborator.
  const role = keepAccess === "collaborator" && user.user_role === "viewer" ? "viewer" : keepAccess;
  const elsewhere = new Set(items.map(({ guid }) => normalizeGuid(guid)));
  const moves: ContentMoves[] = [];
  let requests = 0;
  for (const { owner, items: share } of shares.values()) {
    const isSuccessor = owner === to;
    const refusal = isSuccessor ? undefined : refuseSuccessor(user, owner);
    if (refusal !== undefined) refusals.push(refusal);
    const owned = await listItems(owner, signal);
    const move = new ContentMoves(connection, user, owner, {
      keepAccess: role,
      renameClashes,
      takenNames: new Set(owned.map(({ name }) => name)),
      phase,
      elsewhere,
      takesNew: isSuccessor,
    });
    const planned = move.plan(share);
    requests += planned.filter(({ state }) => state === "planned").length * move.requestsPerItem;
    moves.push(move);
    steps.push(...planned);
  }
  const owners = [...new Set([...(to === undefined ? [] : [to]), ...map.map((row) => userOf(row.to))])];
  const granted =
    role === undefined
      ? []
      : await findUngranted(connection, new Set(started), { from: user, owners, role, phase }, { signal });
  requests += 2 * granted.length;
  return { steps: [...granted, ...steps], moves, requests, refusals, notes: assigned.notes };
}
