/** Steps that give the content of one user to another one. */
import { type ApiError, ConnectError, isApiError } from "@connect-sdk/api";
import { forEachParallel, isSameGuid, normalizeGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { isWithoutResponse } from "./apply.ts";
import { CONCURRENCY } from "./people.ts";
import { type ContentRole, grantAccess, grantStep, type Item, readAccess } from "./permissions.ts";
import { PlanStep, type StepDetails, type WorkResult } from "./step.ts";

/** How content is moved. */
export interface ContentMoveOptions {
  /** Access that the old owner keeps. Default: none. */
  readonly keepAccess?: ContentRole | undefined;
  /** Appended to the name of an item if the new owner has an item of this name. Without it, such items are refused. */
  readonly renameClashes?: string | undefined;
  /** Names of the items that the new owner has, or gets from others. Names that are taken are added. */
  readonly takenNames: Set<string>;
  readonly phase: number;
  /** Guids of the old owner's items that have another new owner. */
  readonly elsewhere?: ReadonlySet<string> | undefined;
  /** Takes what is published after planning, too. Default: true. */
  readonly takesNew?: boolean | undefined;
  /** Ids of the steps that must succeed first. */
  readonly needs?: readonly string[] | undefined;
  /** Why no item can be moved. */
  readonly refused?: Pick<StepDetails, "reason" | "fix"> | undefined;
}

/** The moves from one user to another one. Before the first one is made, the content is listed again. */
export class ContentMoves {
  readonly #connection: Connection;
  readonly #from: User;
  readonly #to: User;
  readonly #options: ContentMoveOptions;
  /** Guids of the items that have a step. */
  readonly #known = new Set<string>();
  #movesAny = false;
  /** Guids of the items that are no longer the old owner's; `undefined` until the content is listed again. */
  #gone: Set<string> | undefined;
  #listing: Promise<void> | undefined;
  /** Guids of the items that got their new owner here, and whose old owner has no access yet. */
  readonly #withoutAccess = new Set<string>();
  /** Why the server does not accept the new owner, once it has said so. */
  #rejected: ApiError | undefined;
  /** Steps for items that were published after planning, until a step returns them. */
  #more: PlanStep[] = [];

  constructor(connection: Connection, from: User, to: User, options: ContentMoveOptions) {
    this.#connection = connection;
    this.#from = from;
    this.#to = to;
    this.#options = options;
  }

  /** Whether an item is moved. Before the first one, the content is listed again. */
  get movesAny(): boolean {
    return this.#movesAny;
  }

  /** Number of requests that each step takes. */
  get requestsPerItem(): number {
    return this.#options.keepAccess === undefined ? 1 : 2;
  }

  /** Returns one step per item. */
  plan(items: Iterable<Item>): PlanStep[] {
    return Array.from(items, (item) => {
      this.#known.add(normalizeGuid(item.guid));
      return this.#planItem(item);
    });
  }

  /** Lists the content again, once. Returns the steps for items that are new, once. */
  async recheck(): Promise<PlanStep[]> {
    await this.#listOnce();
    return this.#takeMore();
  }

  async #listOnce(): Promise<void> {
    this.#listing ??= this.#list();
    try {
      await this.#listing;
    } catch (error) {
      this.#listing = undefined;
      throw error;
    }
  }

  async #list(): Promise<void> {
    const gone = new Set(this.#known);
    const added: Item[] = [];
    for (const { guid, name } of await this.#from.content.find()) {
      const key = normalizeGuid(guid);
      if (!gone.delete(key) && this.#options.elsewhere?.has(key) !== true) added.push({ guid, name });
    }
    this.#gone = gone;
    if (this.#options.takesNew === false) return;
    this.#more.push(...this.plan(added));
  }

  #takeMore(): PlanStep[] {
    const more = this.#more;
    this.#more = [];
    return more;
  }

  #planItem(item: Item): PlanStep {
    const { takenNames, renameClashes, needs, phase, refused } = this.#options;
    const details = {
      id: `move-content:${item.guid}:${this.#to.guid}`,
      action: "move-content",
      target: { kind: "content", ...item },
      from: this.#from.username,
      to: this.#to.username,
      reason: `owned by ${this.#from.username}`,
      ...(needs !== undefined && { needs }),
      ...(this.#options.keepAccess !== undefined && { isDivided: true }),
    } as const;
    if (refused !== undefined) return new PlanStep({ ...details, ...refused, state: "refused" });
    const isClash = takenNames.has(item.name);
    const name = isClash ? `${item.name}${renameClashes ?? ""}` : item.name;
    if (takenNames.has(name)) {
      const fix =
        renameClashes === undefined
          ? "Rename one of the two, or pass `renameClashes` with a suffix; deploying it by name then creates a new item."
          : "Pass another suffix as `renameClashes`, or rename one of the two.";
      const reason = `${this.#to.username} has an item named ${name}`;
      return new PlanStep({ ...details, reason, fix, state: "refused" });
    }
    takenNames.add(name);
    this.#movesAny = true;
    const note = isClash ? `renamed to ${name}: deploying it by name creates a new item` : undefined;
    const work = () => this.#move(item, isClash ? name : undefined);
    return new PlanStep({ ...details, ...(note !== undefined && { note }), state: "planned" }, { work, phase });
  }

  async #move(item: Item, name: string | undefined): Promise<WorkResult> {
    const key = normalizeGuid(item.guid);
    if (this.#withoutAccess.has(key)) {
      await this.#keepAccess(item);
      return {};
    }
    await this.#listOnce();
    if (this.#gone?.has(normalizeGuid(item.guid)) === true) {
      return { ...(await this.#readMoved(item)), more: this.#takeMore() };
    }
    if (this.#rejected !== undefined) throw this.#rejected;
    const result = await this.#changeOwner(item, name);
    if (result.status !== "unchanged") await this.#keepAccess(item);
    return { ...result, more: this.#takeMore() };
  }

  async #changeOwner({ guid, name: oldName }: Item, name: string | undefined): Promise<WorkResult> {
    const owner = { owner_guid: this.#to.guid };
    try {
      // Real server: unknown whether both are checked together, assumed so. Unknown, too, whether locked content can get another
      // owner, assumed so, and whether access that the new owner had before is kept, on which nothing here depends.
      await this.#patch(guid, { ...owner, ...(name !== undefined && { name }) });
      return {};
    } catch (error) {
      if (isApiError(error, { status: 404 })) return { status: "unchanged", note: "deleted meanwhile" };
      if (name !== undefined && isApiError(error, { status: 409 })) {
        await this.#patch(guid, { name });
        await this.#patch(guid, owner);
        return {};
      }
      if (isApiError(error, { code: 156 })) {
        // Real server: unknown, this code may also stand for a name that the new owner has by now.
        const isTaken = await this.#isTaken(name ?? oldName);
        if (isTaken) throw takenName(this.#to, name ?? oldName, error);
        this.#rejected = error;
      }
      if (!isWithoutResponse(error)) throw error;
      const { owner_guid } = await this.#read(guid, error);
      if (!isSameGuid(owner_guid, this.#to.guid)) throw error;
      return { note: "the response was lost, but the owner is changed" };
    }
  }

  /** Returns whether the new owner has an item with this name. */
  async #isTaken(name: string): Promise<boolean> {
    const query = { owner_guid: this.#to.guid, name };
    return (await this.#connection.api.GET("/v1/content", { params: { query } })).data.length > 0;
  }

  async #patch(guid: string, body: { owner_guid?: string; name?: string }): Promise<void> {
    await this.#connection.api.PATCH("/v1/content/{guid}", { params: { path: { guid } }, body });
  }

  /** @param error - what is thrown if the item cannot be read either. */
  async #read(guid: string, error: unknown) {
    try {
      return (await this.#connection.api.GET("/v1/content/{guid}", { params: { path: { guid } } })).data;
    } catch {
      throw error;
    }
  }

  /** Returns what became of an item that the old owner does not have any more. */
  async #readMoved({ guid }: Item): Promise<WorkResult> {
    const { api } = this.#connection;
    try {
      const { data } = await api.GET("/v1/content/{guid}", { params: { path: { guid } } });
      const isMoved = isSameGuid(data.owner_guid, this.#to.guid);
      return { status: "unchanged", note: isMoved ? "moved meanwhile" : "given to somebody else meanwhile" };
    } catch (error) {
      if (isApiError(error, { status: 404 })) return { status: "unchanged", note: "deleted meanwhile" };
      throw error;
    }
  }

  async #keepAccess({ guid, name }: Item): Promise<void> {
    const { keepAccess } = this.#options;
    if (keepAccess === undefined) return;
    // The server does not allow it before: an owner cannot have a permission.
    this.#withoutAccess.add(normalizeGuid(guid));
    try {
      await grantAccess(this.#connection, guid, this.#from, keepAccess);
      this.#withoutAccess.delete(normalizeGuid(guid));
    } catch (cause) {
      const { username } = this.#from;
      throw new ConnectError(`${name} has its new owner, but ${username} could not be given access to it.`, {
        fix: `Apply the plan again, plan again with the report of this run, or add ${username} as ${keepAccess} to the content ${guid}.`,
        cause,
      });
    }
  }
}

function takenName({ username }: User, name: string, cause: unknown): ConnectError {
  const fix = "Plan again: it says how to rename one of the two.";
  return new ConnectError(`${username} has an item named ${name} by now.`, { fix, cause });
}

/** Who gets access to what has one of the new owners. */
export interface UngrantedOptions {
  readonly from: User;
  readonly owners: readonly User[];
  readonly role: ContentRole;
  readonly phase: number;
}

/**
 * Returns the steps that give a user access to items that an earlier run had started to move, if it did not end. Takes two
 * requests per item.
 *
 * @param started - guids of content.
 */
export async function findUngranted(
  connection: Connection,
  started: Iterable<string>,
  { from, owners, role, phase }: UngrantedOptions,
  { signal }: CallOptions,
): Promise<PlanStep[]> {
  const steps = new Map<string, PlanStep>();
  await forEachParallel(started, CONCURRENCY, async (guid) => {
    const params = { path: { guid } };
    try {
      const { data } = await connection.api.GET("/v1/content/{guid}", { params, signal });
      // It was given to somebody else since, or not moved at all.
      if (!owners.some((owner) => isSameGuid(data.owner_guid, owner.guid))) return;
      const existing = await readAccess(connection.api, guid, from, signal);
      if (existing !== undefined && (role === "viewer" || existing.role === "owner")) return;
      const options = { from: null, to: role, reason: "moved by an earlier run that did not end", phase };
      steps.set(guid, grantStep(connection, { guid: data.guid, name: data.name }, from, options));
    } catch (error) {
      if (!isApiError(error, { status: 404 })) throw error;
    }
  });
  return Array.from(started, (guid) => steps.get(guid)).filter((step) => step !== undefined);
}

/** Lists the content of a user, as little of it as plans need. */
export async function listItems(user: User, signal: AbortSignal | undefined): Promise<Item[]> {
  const items = await user.content.find({}, { signal });
  return items.map(({ guid, name }) => ({ guid, name }));
}

/** Returns whether an error makes all other moves pointless: the new owner cannot own content. */
export function stopsMoves(error: unknown): boolean {
  return isApiError(error, { code: 156 });
}
