/** How content is organized: by tags, and by paths of its own. */
import type { TagRecord } from "@connect-sdk/api";
import type { components } from "@connect-sdk/api/schema";
import { ApiProblem, type ErrorName } from "../errors.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { canView, editedContent, findContent, findEditableContent, viewContent } from "./content.ts";
import { isAdministrator, type Caller, type HandlerMap } from "./operation.ts";
import { RESERVED_NAMES } from "./users.ts";

/** Tags, and the content that has them. */
export const tagHandlers = {
  listTags(state, { query }) {
    const { name, parent_id: parent } = query;
    const tags = parent === undefined ? [...state.tags.all()] : state.tags.below(parent);
    return { status: 200, body: name === undefined ? tags : tags.filter((tag) => tag.name === name) };
  },

  createTag(state, { body }) {
    const parent_id = body.parent_id ?? null;
    checkParent(state, parent_id);
    checkName(state, body.name, parent_id);
    const time = state.clock.timestamp;
    const id = unusedTagId(state);
    const tag: TagRecord = { id, name: body.name, parent_id, created_time: time, updated_time: time };
    state.tags.put(tag);
    return { status: 200, body: tag, audit: [{ action: "add_tag", event: `Added tag ${tag.name}` }] };
  },

  getTag: (state, { path }) => ({ status: 200, body: findTag(state, path.id) }),

  updateTag(state, { path, body }) {
    const before = findTag(state, path.id);
    const { name = before.name, parent_id = before.parent_id } = body;
    const tag: TagRecord = { ...before, name, parent_id, updated_time: state.clock.timestamp };
    if (parent_id !== before.parent_id) checkMove(state, before, parent_id);
    checkName(state, name, parent_id, before.id);
    const items = state.tags.contentWith([before]);
    state.tags.put(tag);
    // Items always have the tags above theirs, too.
    for (const guid of items) state.tags.assign(guid, tag);
    const changed = name !== before.name || parent_id !== before.parent_id;
    return {
      status: 200,
      body: tag,
      audit: changed ? [{ action: "edit_tag", event: `Updated tag ${tag.name}` }] : [],
    };
  },

  deleteTag(state, { path }) {
    const tag = findTag(state, path.id, "RemoveNothing");
    state.tags.delete(tag);
    return { status: 204, audit: [{ action: "remove_tag", event: `Removed tag ${tag.name}` }] };
  },

  listTagContent(state, { path }, context) {
    const tag = findTag(state, path.id);
    // Real server: unknown what it lists for a category, which no item has; assumed the content of all tags below it.
    const guids = state.tags.contentWith(tag.parent_id === null ? state.tags.subtree(tag) : [tag]);
    const items = guids.flatMap((guid) => state.content.get(guid) ?? []);
    const visible = items.filter((item) => canView(state, item, context.caller));
    return { status: 200, body: visible.map((item) => viewContent(state, item, context)) };
  },

  listContentTags(state, { path }, { caller }) {
    return { status: 200, body: state.tags.ofContent(findContent(state, path.guid, caller).guid) };
  },

  addTag(state, { path, body }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const tag = state.tags.get(body.tag_id);
    if (tag === undefined) throw new ApiProblem("InvalidTag");
    if (tag.parent_id === null) throw new ApiProblem("NoCategoryAppAssignment");
    const hasTag = state.tags.ofContent(item.guid).some(({ id }) => id === tag.id);
    state.tags.assign(item.guid, tag);
    const event = `Added tag ${tag.name} to content ${item.name}`;
    return { status: 200, audit: hasTag ? [] : [{ action: "add_application_tag", event }] };
  },

  removeTag(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const tag = state.tags.ofContent(item.guid).find(({ id }) => id === path.id);
    if (tag === undefined) throw new ApiProblem("RemoveNothing", "The content does not have this tag.");
    state.tags.unassign(item.guid, tag);
    const event = `Removed tag ${tag.name} from content ${item.name}`;
    return { status: 200, audit: [{ action: "remove_application_tag", event }] };
  },
} satisfies HandlerMap<
  | "listTags"
  | "createTag"
  | "getTag"
  | "updateTag"
  | "deleteTag"
  | "listTagContent"
  | "listContentTags"
  | "addTag"
  | "removeTag"
>;

/** Returns the next id. Tags that a test adds can have any id. */
export function unusedTagId(state: FakeState): string {
  for (;;) {
    const id = String(state.ids.next("tag"));
    if (state.tags.get(id) === undefined) return id;
  }
}

/** Returns the tag with an id, or at the end of a path of names such as `Departments,Finance`. */
function findTag(state: FakeState, idOrPath: string, problem: ErrorName = "ObjectDoesNotExist"): TagRecord {
  const tag = state.tags.get(idOrPath) ?? tagAt(state, idOrPath.split(","));
  if (tag === undefined) throw new ApiProblem(problem, "There is no such tag.");
  return tag;
}

function tagAt(state: FakeState, names: readonly string[]): TagRecord | undefined {
  let tag: TagRecord | undefined;
  for (const name of names) {
    tag = state.tags.below(tag?.id ?? null).find((candidate) => candidate.name === name);
    if (tag === undefined) return undefined;
  }
  return tag;
}

const MAXIMUM_NAME_LENGTH = 255;

// Real server: unknown whether the names of tags are case-sensitive, assumed so.
function checkName(state: FakeState, name: string, parentId: string | null, ownId?: string): void {
  if (name.trim() === "") throw new ApiProblem("NoEmptyTagName");
  if (name.length > MAXIMUM_NAME_LENGTH) throw new ApiProblem("NoLongTagName");
  const taken = state.tags.below(parentId).some((tag) => tag.name === name && tag.id !== ownId);
  if (taken) throw new ApiProblem("NoDuplicateTagNames");
}

function checkParent(state: FakeState, parentId: string | null): void {
  if (parentId !== null && state.tags.get(parentId) === undefined) throw new ApiProblem("InvalidParentTag");
}

function checkMove(state: FakeState, tag: TagRecord, parentId: string | null): void {
  checkParent(state, parentId);
  if (state.tags.subtree(tag).some(({ id }) => id === parentId)) throw new ApiProblem("InvalidRelationship");
  // Real server: unknown, assumed that a tag of content cannot become a category.
  if (parentId === null && state.tags.contentWith([tag]).length > 0) throw new ApiProblem("NoCategoryAppAssignment");
}

type VanityRecord = components["schemas"]["Vanity"];

/** Vanity URLs: paths that lead to content. */
export const vanityHandlers = {
  listVanities(state) {
    return { status: 200, body: [...state.content.all()].flatMap((item) => viewVanity(item) ?? []) };
  },

  getVanity(state, { path }, { caller }) {
    const vanity = viewVanity(findContent(state, path.guid, caller));
    if (vanity === undefined) throw new ApiProblem("ObjectDoesNotExist", "This content has no vanity URL.");
    return { status: 200, body: vanity };
  },

  setVanity(state, { path, body }, { caller }) {
    const item = findContentToName(state, path.guid, caller);
    const wanted = readVanityPath(body.path);
    const holder = checkVanityPath(state, item, wanted);
    if (holder !== undefined) {
      if (body.force !== true) throw new ApiProblem("VanityPathInUse");
      state.content.put(withoutVanity(findContentToName(state, holder.guid, caller)));
    }
    const changed = { ...item, vanity: { path: wanted, created_time: state.clock.timestamp } };
    state.content.put(changed);
    return { status: 200, body: { content_guid: item.guid, ...changed.vanity }, audit: [editedContent(item)] };
  },

  deleteVanity(state, { path }, { caller }) {
    const item = findContentToName(state, path.guid, caller);
    // Real server: unknown, assumed the same as for other things that are not there.
    if (item.vanity === undefined) throw new ApiProblem("RemoveNothing", "This content has no vanity URL.");
    state.content.put(withoutVanity(item));
    // Real server: unknown whether and how vanity URLs are recorded.
    return { status: 204, audit: [editedContent(item)] };
  },
} satisfies HandlerMap<"listVanities" | "getVanity" | "setVanity" | "deleteVanity">;

function withoutVanity(item: StoredContent): StoredContent {
  const copy = { ...item };
  delete copy.vanity;
  return copy;
}

function viewVanity({ guid, vanity }: StoredContent): VanityRecord | undefined {
  return vanity && { content_guid: guid, ...vanity };
}

/** Returns the item with a guid. Throws an `ApiProblem` unless the caller may choose its path. */
function findContentToName(state: FakeState, guid: string, caller: Caller): StoredContent {
  // A recorded response for a caller without the right has this code, which differs from that of other changes.
  const item = findEditableContent(state, guid, caller, "PermissionDenied");
  if (!state.options.settings.publishersCanManageVanities && !isAdministrator(caller)) {
    throw new ApiProblem("PermissionDenied", "Only administrators can manage vanity URLs on this server.");
  }
  return item;
}

/** Returns whether a path, or what is above it, belongs to Connect itself. Letter case does not matter. */
function isReserved(path: string): boolean {
  const [, first = ""] = path.toLowerCase().split("/");
  return first.startsWith("__") || first === "oauth" || RESERVED_NAMES.includes(first);
}

/**
 * Returns a path with slashes at both ends.
 *
 * @throws ApiProblem for a path that is not allowed.
 */
export function readVanityPath(text: string): string {
  // Real server: unknown whether slashes at the ends are required, assumed added.
  const path = `/${text}/`.replaceAll(/\/+/g, "/");
  if (!/^[\w/-]+$/.test(path) || path === "/" || isReserved(path)) throw new ApiProblem("ProhibitedVanityPath");
  return path;
}

/**
 * Returns the other item that has a path.
 *
 * @throws ApiProblem if the path of another item lies above or below it.
 */
export function checkVanityPath(state: FakeState, item: StoredContent, path: string): StoredContent | undefined {
  const above = state.content.atOrAbove(path);
  const holder = above?.guid === item.guid ? undefined : above;
  if (holder !== undefined && holder.vanity?.path !== path) throw new ApiProblem("VanityPathInUse");
  for (const { guid } of state.content.below(path)) if (guid !== item.guid) throw new ApiProblem("VanityPathInUse");
  return holder;
}

/** Returns the item that a path of the server leads to: a vanity URL, or something below one. */
export function contentAt(state: FakeState, path: string): StoredContent | undefined {
  return state.content.atOrAbove(`${path}/`.replaceAll(/\/+/g, "/"));
}
