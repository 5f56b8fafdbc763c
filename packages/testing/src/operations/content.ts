import type { ContentRecord } from "@connect-sdk/api";
import { type ErrorName, ApiProblem } from "../errors.ts";
import {
  type BodyOf,
  type Call,
  type Caller,
  type HandlerMap,
  type InputOf,
  callerOf,
  isAdministrator,
  mayActAs,
} from "./operation.ts";
import { type StoredContent, newContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { isGuid } from "../state/ids.ts";

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
      if (!isAdministrator(caller))
        throw new ApiProblem("PermissionDenied", "Only administrators can change the owner.");
      const owner = state.users.get(owner_guid);
      if (owner === undefined) throw new ApiProblem("InvalidUser");
      if (owner.record.user_role === "viewer") throw new ApiProblem("InvalidOwner");
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
  if (owner !== undefined && !isGuid(owner)) throw new ApiProblem("InvalidId", `Not a valid GUID: ${owner}`);
  if (name !== undefined) {
    return state.content
      .withName(name)
      .filter((item) => owner === undefined || item.owner_guid === owner.toLowerCase());
  }
  return owner === undefined ? state.content.all() : state.content.ofOwner(owner.toLowerCase());
}

/** What a caller is to an item, apart from being an administrator. */
export function appRoleOf(state: FakeState, item: StoredContent, { user }: Caller): ContentRecord["app_role"] {
  const { guid } = user.record;
  if (item.owner_guid === guid) return "owner";
  const principals = [guid, ...[...state.groups.ofUser(guid)].map((group) => group.guid)];
  const roles = principals.map((principal) => state.permissions.forPrincipal(item.guid, principal)?.role);
  if (roles.includes("owner")) return "editor";
  return roles.includes("viewer") || item.access_type !== "acl" ? "viewer" : "none";
}

/** The item with a guid, if the caller may see it. */
export function findContent(state: FakeState, guid: string, caller: Caller): StoredContent {
  const item = state.content.get(guid);
  if (item === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such content.");
  if (!maySee(state, item, caller)) throw new ApiProblem("NoViewPermission");
  return item;
}

/** Whether the caller may see an item. */
export function maySee(state: FakeState, item: StoredContent, caller: Caller): boolean {
  return isAdministrator(caller) || appRoleOf(state, item, caller) !== "none";
}

/** The item with a guid, if the caller may work on it: its owner, its collaborators and administrators may. */
export function findEditableContent(
  state: FakeState,
  guid: string,
  caller: Caller,
  otherwise: ErrorName,
): StoredContent {
  const item = findContent(state, guid, caller);
  const role = appRoleOf(state, item, caller);
  const edits = (role === "owner" || role === "editor") && mayActAs(caller, "publisher");
  if (!edits && !isAdministrator(caller)) throw new ApiProblem(otherwise);
  return item;
}

/** Throws an `ApiProblem` if the owner has another item of this name. */
export function checkContentName(state: FakeState, name: string, ownerGuid: string, ownGuid?: string): void {
  const taken = state.content.withName(name).some((item) => item.owner_guid === ownerGuid && item.guid !== ownGuid);
  if (taken) throw new ApiProblem("DuplicateName");
}

type Changes = BodyOf<"createContent"> & Omit<BodyOf<"updateContent">, "owner_guid">;

/** Settings that can be anything, null included. */
const NULLABLE = [
  "title",
  "connection_timeout",
  "read_timeout",
  "init_timeout",
  "idle_timeout",
  "max_processes",
  "min_processes",
  "max_conns_per_process",
  "load_factor",
  "memory_request",
  "memory_limit",
  "cpu_request",
  "cpu_limit",
  "amd_gpu_limit",
  "nvidia_gpu_limit",
  "service_account_name",
  "default_image_name",
  "default_environment_guid",
  "default_r_environment_management",
  "default_py_environment_management",
  "run_as",
  "metrics_collection_enabled",
  "notify_on_share",
] as const satisfies readonly (keyof Changes & keyof StoredContent)[];

/** Settings that keep their value when null is sent for them. */
const REQUIRED = [
  "description",
  "access_type",
  "run_as_current_user",
  "otel_enabled",
  "locked",
  "locked_message",
  "content_category",
] as const satisfies readonly (keyof Changes & keyof StoredContent)[];

/** A copy of an item with the settings that were sent. */
export function changeContent(item: StoredContent, changes: Changes, caller: Caller): StoredContent {
  if (changesAccount(item, changes) && !isAdministrator(caller)) {
    throw new ApiProblem("PermissionDenied", "Only administrators can choose the account that content runs under.");
  }
  const sent = [
    ...NULLABLE.filter((name) => changes[name] !== undefined),
    ...REQUIRED.filter((name) => changes[name] !== undefined && changes[name] !== null),
  ];
  const settings: Partial<StoredContent> = Object.fromEntries(sent.map((name) => [name, changes[name]]));
  // An empty name asks for one to be made up, which an item has from the beginning.
  return { ...item, ...settings, ...(changes.name !== undefined && changes.name !== "" && { name: changes.name }) };
}

function changesAccount(item: StoredContent, { run_as, run_as_current_user }: Changes): boolean {
  return (
    (run_as !== undefined && run_as !== item.run_as) ||
    (typeof run_as_current_user === "boolean" && run_as_current_user !== item.run_as_current_user)
  );
}

/** What can be asked for in addition to an item's own fields. */
export type Includes = InputOf<"getContents">["query"]["include"];

const NEW_INCLUDES: readonly string[] = ["bookmarked", "schedule"];

/** Throws an `ApiProblem` for what a server of this version cannot include. */
export function checkIncludes(state: FakeState, includes: Includes = []): void {
  if (includes.some((name) => NEW_INCLUDES.includes(name)) && !state.version.has("newIncludes")) {
    throw new ApiProblem("InvalidInclude");
  }
}

/** An item as the caller sees it. Tags and vanity addresses are left out, because the fake has none. */
export function viewContent(state: FakeState, item: StoredContent, call: Call, includes: Includes = []): ContentRecord {
  const { locked, locked_message, owner_guid, ...rest } = item;
  const owner = includes.includes("owner") ? state.users.get(owner_guid)?.record : undefined;
  return {
    ...rest,
    owner_guid,
    ...(state.version.has("contentLock") && { locked, locked_message }),
    content_url: `${call.baseUrl}/content/${item.guid}/`,
    dashboard_url: `${call.baseUrl}/connect/#/apps/${item.guid}`,
    app_role: appRoleOf(state, item, callerOf(call)),
    ...(owner && {
      owner: {
        guid: owner.guid,
        username: owner.username,
        first_name: owner.first_name,
        last_name: owner.last_name,
      },
    }),
    ...(includes.includes("bookmarked") && { bookmarked: false }),
    ...(includes.includes("schedule") && { schedules: [] }),
  };
}
