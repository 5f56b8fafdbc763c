import { Problem } from "../errors/problem.ts";
import { isGuid } from "../state/guid.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { newContent } from "../state/new-content.ts";
import { callerOf, isAdministrator } from "./call.ts";
import { changeContent } from "./change-content.ts";
import { checkContentName, findContent, findEditableContent, maySee } from "./content-rules.ts";
import { checkIncludes, viewContent } from "./content-view.ts";
import type { HandlerMap, InputOf } from "./handler-types.ts";

/** Content: find, create, change, delete. */
export const contentHandlers = {
  getContents(state, { query }, call) {
    const caller = callerOf(call);
    checkIncludes(state, query.include);
    const body = [...candidates(state, query)]
      .filter((item) => isAdministrator(caller) || maySee(state, item, caller))
      .map((item) => viewContent(state, item, call, query.include));
    return { status: 200, body };
  },

  getContent(state, { path, query }, call) {
    checkIncludes(state, query.include);
    const item = findContent(state, path.guid, callerOf(call));
    return { status: 200, body: viewContent(state, item, call, query.include) };
  },

  createContent(state, { body }, call) {
    const caller = callerOf(call);
    const owner_guid = caller.user.record.guid;
    if (body.name !== undefined && body.name !== "") checkContentName(state, body.name, owner_guid);
    const number = state.ids.next("content");
    const guid = state.ids.guid("content", number);
    const fresh = newContent({ guid, id: String(number), name: guid, owner_guid, time: state.clock.timestamp });
    const item = changeContent(fresh, body, caller);
    state.content.put(item);
    return { status: 200, body: viewContent(state, item, call) };
  },

  updateContent(state, { path, body }, call) {
    const caller = callerOf(call);
    const before = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const owner_guid = body.owner_guid?.toLowerCase() ?? before.owner_guid;
    if (owner_guid !== before.owner_guid) {
      if (!isAdministrator(caller)) throw new Problem("PermissionDenied", "Only administrators can change the owner.");
      const owner = state.users.get(owner_guid);
      if (owner === undefined) throw new Problem("InvalidUser");
      if (owner.record.user_role === "viewer") throw new Problem("InvalidOwner");
    }
    const item = { ...changeContent(before, body, caller), owner_guid };
    checkContentName(state, item.name, owner_guid, item.guid);
    state.content.put(item);
    // Owners are never in the list of those who were given access.
    const permission = state.permissions.forPrincipal(item.guid, owner_guid);
    if (permission !== undefined) state.permissions.delete(permission);
    return { status: 200, body: viewContent(state, item, call) };
  },

  deleteContent(state, { path }, call) {
    const item = findEditableContent(state, path.guid, callerOf(call), "NoRemovePermission");
    state.permissions.deleteContent(item.guid);
    state.environments.set(item.guid, []);
    state.content.delete(item);
    return { status: 204 };
  },
} satisfies HandlerMap<"getContents" | "getContent" | "createContent" | "updateContent" | "deleteContent">;

/** The items that match, found by the filter that leaves the fewest. */
function candidates(
  state: FakeState,
  { name, owner_guid: owner }: InputOf<"getContents">["query"],
): Iterable<StoredContent> {
  if (owner !== undefined && !isGuid(owner)) throw new Problem("InvalidId", `Not a valid GUID: ${owner}`);
  if (name !== undefined) {
    return state.content
      .withName(name)
      .filter((item) => owner === undefined || item.owner_guid === owner.toLowerCase());
  }
  return owner === undefined ? state.content.all() : state.content.ofOwner(owner.toLowerCase());
}
