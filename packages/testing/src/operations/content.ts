import type { ContentRecord } from "@connect-sdk/api";
import { ApiProblem, type ErrorName } from "../errors.ts";
import { newContent, type StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { isGuid } from "../state/ids.ts";
import type { UserEntry } from "../state/user-search/user-entry.ts";
import {
  type AuditEvent,
  type BodyOf,
  type Caller,
  type HandlerMap,
  hasRole,
  type InputOf,
  isAdministrator,
  type OperationContext,
} from "./operation.ts";

/** Content: list, get, create, update, delete. */
export const contentHandlers = {
  getContents(state, { query }, context) {
    const { caller } = context;
    checkIncludes(state, query.include);
    const body = [...candidates(state, query)]
      .filter((item) => canView(state, item, caller))
      .map((item) => viewContent(state, item, context, query.include));
    return { status: 200, body };
  },

  getContent(state, { path, query }, context) {
    checkIncludes(state, query.include);
    const item = findContent(state, path.guid, context.caller);
    return { status: 200, body: viewContent(state, item, context, query.include) };
  },

  createContent(state, { body }, context) {
    const { caller } = context;
    const owner_guid = caller.user.record.guid;
    if (body.name !== undefined && body.name !== "") checkContentName(state, body.name, owner_guid);
    const { number, guid } = state.nextGuid("content");
    const created = newContent({ guid, id: String(number), name: guid, owner_guid, time: state.clock.timestamp });
    const item = withChanges(created, body, caller);
    state.content.put(item);
    return {
      status: 200,
      body: viewContent(state, item, context),
      audit: [{ action: "add_application", event: `Added content ${item.name}` }],
    };
  },

  updateContent(state, { path, body }, context) {
    const { caller } = context;
    const before = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const owner_guid = body.owner_guid?.toLowerCase() ?? before.owner_guid;
    if (owner_guid !== before.owner_guid) checkNewOwner(state, owner_guid, caller);
    const item = { ...withChanges(before, body, caller), owner_guid };
    const handedOver = owner_guid !== before.owner_guid;
    if (handedOver) checkHandover(state, before, item);
    else checkContentName(state, item.name, owner_guid, item.guid);
    state.content.put(item);
    const permission = state.permissions.forPrincipal(item.guid, owner_guid);
    // Real server: unknown, assumed removed because owners are never in the list of permissions.
    const removed = state.options.assumptions.newOwnerPermission === "removed";
    if (permission !== undefined && handedOver && removed) state.permissions.delete(permission);
    return {
      status: 200,
      body: viewContent(state, item, context),
      // Real server: unknown which action a new owner has, assumed the same as other changes.
      audit: Object.keys(body).length > 0 ? [editedContent(item)] : [],
    };
  },

  deleteContent(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoRemovePermission");
    state.deleteContent(item);
    return { status: 204, audit: [{ action: "remove_application", event: `Removed content ${item.name}` }] };
  },
} satisfies HandlerMap<"getContents" | "getContent" | "createContent" | "updateContent" | "deleteContent">;

/** Describes a change of an item for the audit log. */
export function editedContent(item: StoredContent): AuditEvent<"edit_application"> {
  return { action: "edit_application", event: `Updated content ${item.name}` };
}

/** Returns the items with this name and owner, using the more selective index. */
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

/** Returns the item with a guid. Throws an `ApiProblem` if there is none, or if the caller cannot view it. */
export function findContent(state: FakeState, guid: string, caller: Caller): StoredContent {
  const item = state.content.get(guid);
  if (item === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such content.");
  if (!canView(state, item, caller)) throw new ApiProblem("NoViewPermission");
  return item;
}

/** Returns the item with a guid. Throws `problem` unless the caller is its owner, a collaborator or an administrator. */
export function findEditableContent(state: FakeState, guid: string, caller: Caller, problem: ErrorName): StoredContent {
  const item = findContent(state, guid, caller);
  const role = appRoleOf(state, item, caller);
  const canEdit = (role === "owner" || role === "editor") && hasRole(caller, "publisher");
  if (!canEdit && !isAdministrator(caller)) throw new ApiProblem(problem);
  return item;
}

export function canView(state: FakeState, item: StoredContent, caller: Caller): boolean {
  return isAdministrator(caller) || appRoleOf(state, item, caller) !== "none";
}

/** Returns whether a user can view an item, as owner, collaborator or viewer. */
export function canUserView(state: FakeState, item: StoredContent, user: UserEntry): boolean {
  return user.record.user_role === "administrator" || appRoleOf(state, item, { user }) !== "none";
}

/** Returns the caller's role for an item, regardless of their role on the server. */
export function appRoleOf(
  state: FakeState,
  item: StoredContent,
  { user }: Pick<Caller, "user">,
): ContentRecord["app_role"] {
  const { guid } = user.record;
  if (item.owner_guid === guid) return "owner";
  const machine = state.authorizations.principal(guid);
  if (machine?.content_guid === item.guid) return machine.app_role;
  const principals = [guid, ...[...state.groups.ofUser(guid)].map((group) => group.guid)];
  const roles = principals.map((principal) => state.permissions.forPrincipal(item.guid, principal)?.role);
  if (roles.includes("owner")) return "editor";
  return roles.includes("viewer") || item.access_type !== "acl" ? "viewer" : "none";
}

/** Throws an `ApiProblem` if the owner has another item with this name. */
function checkContentName(
  state: FakeState,
  name: string,
  ownerGuid: string,
  ownGuid?: string,
  problem: ErrorName | number = "DuplicateName",
): void {
  const taken = state.content.withName(name).some((item) => item.owner_guid === ownerGuid && item.guid !== ownGuid);
  if (taken) throw new ApiProblem(problem);
}

function checkNewOwner(state: FakeState, ownerGuid: string, caller: Caller): void {
  if (!isAdministrator(caller)) {
    throw new ApiProblem("PermissionDenied", "Only administrators can change the owner.");
  }
  const owner = state.users.get(ownerGuid);
  if (owner === undefined) throw new ApiProblem("InvalidUser");
  if (owner.record.user_role === "viewer") throw new ApiProblem("InvalidOwner");
  // Real server: unknown whether a locked user can become the owner.
  if (owner.record.locked && state.options.assumptions.lockedNewOwner === "refused")
    throw new ApiProblem("InvalidOwner");
}

/** Throws an `ApiProblem` if an item cannot be handed to its new owner. */
function checkHandover(state: FakeState, before: StoredContent, after: StoredContent): void {
  const { lockedContent, nameAndOwner, nameClashCode } = state.options.assumptions;
  // Real server: unknown whether locked content can change hands, and with which code it cannot.
  const isStuck = before.locked && lockedContent === "refused";
  if (isStuck) throw new ApiProblem("LockedContentBundle", "Unlock this content before you change its owner.");
  // Real server: unknown whether a new name and a new owner are checked together, and which code a name in use has.
  if (nameAndOwner === "name-first") checkContentName(state, after.name, before.owner_guid, after.guid);
  const names = nameAndOwner === "owner-first" ? [before.name, after.name] : [after.name];
  for (const name of names) checkContentName(state, name, after.owner_guid, after.guid, nameClashCode);
}

type ContentChanges = BodyOf<"createContent"> & Omit<BodyOf<"updateContent">, "owner_guid">;

/** Settings that can be set to null. */
const NULLABLE_SETTINGS = [
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
] as const satisfies readonly (keyof ContentChanges & keyof StoredContent)[];

/** Settings that do not change when null is sent. */
const OTHER_SETTINGS = [
  "description",
  "access_type",
  "run_as_current_user",
  "otel_enabled",
  "locked",
  "locked_message",
  "content_category",
] as const satisfies readonly (keyof ContentChanges & keyof StoredContent)[];

/** Returns a copy of an item with the settings that were sent. */
function withChanges(item: StoredContent, changes: ContentChanges, caller: Caller): StoredContent {
  if (changesAccount(item, changes) && !isAdministrator(caller)) {
    throw new ApiProblem("PermissionDenied", "Only administrators can choose the account that content runs under.");
  }
  const sent = [
    ...NULLABLE_SETTINGS.filter((name) => changes[name] !== undefined),
    ...OTHER_SETTINGS.filter((name) => changes[name] !== undefined && changes[name] !== null),
  ];
  const settings: Partial<StoredContent> = Object.fromEntries(sent.map((name) => [name, changes[name]]));
  // An empty name requests a generated one, which every item already has.
  return { ...item, ...settings, ...(changes.name !== undefined && changes.name !== "" && { name: changes.name }) };
}

function changesAccount(item: StoredContent, { run_as, run_as_current_user }: ContentChanges): boolean {
  return (
    (run_as !== undefined && run_as !== item.run_as) ||
    (typeof run_as_current_user === "boolean" && run_as_current_user !== item.run_as_current_user)
  );
}

/** The parts that can be requested in addition to an item's own fields. */
type Includes = InputOf<"getContents">["query"]["include"];

const NEW_INCLUDES: readonly string[] = ["bookmarked", "schedule"];

/** Throws an `ApiProblem` for parts that a server of this version cannot include. */
function checkIncludes(state: FakeState, includes: Includes = []): void {
  if (includes.some((name) => NEW_INCLUDES.includes(name)) && !state.version.has("newIncludes")) {
    throw new ApiProblem("InvalidInclude");
  }
}

/** Returns an item as the caller sees it. */
export function viewContent(
  state: FakeState,
  item: StoredContent,
  { caller, baseUrl }: OperationContext<Caller>,
  includes: Includes = [],
): ContentRecord {
  const { locked, locked_message, draft_marker_enabled = false, owner_guid, vanity, schedules = [], ...rest } = item;
  // Real server: its documentation promises an empty list, but clients rely on none.
  const tags = includes.includes("tags") ? state.tags.ofContent(item.guid) : [];
  const owner = includes.includes("owner") ? state.users.get(owner_guid)?.record : undefined;
  return {
    ...rest,
    owner_guid,
    ...(state.version.has("contentLock") && { locked, locked_message }),
    // Real server: the default is unknown.
    ...(state.version.has("draftMarker") && { draft_marker_enabled }),
    content_url: `${baseUrl}/content/${item.guid}/`,
    dashboard_url: `${baseUrl}/connect/#/apps/${item.guid}`,
    app_role: appRoleOf(state, item, caller),
    ...(owner && {
      owner: {
        guid: owner.guid,
        username: owner.username,
        first_name: owner.first_name,
        last_name: owner.last_name,
      },
    }),
    ...(tags.length > 0 && { tags }),
    ...(includes.includes("bookmarked") && { bookmarked: false }),
    ...(vanity && includes.includes("vanity_url") && { vanity_url: `${baseUrl}${vanity.path}` }),
    ...(includes.includes("schedule") && { schedules: structuredClone(schedules) }),
  };
}
