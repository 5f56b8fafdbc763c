import type { PermissionRecord } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import { describeUser } from "../state/audit-log.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { findContent, findEditableContent } from "./content.ts";
import type { AuditEvent, BodyOf, HandlerMap } from "./operation.ts";

type Grant = BodyOf<"addContentPermission">;

/** Permissions: users and groups that were given access to a content item. */
export const permissionHandlers = {
  // Real server: unknown who can see the list, assumed every user that can see the content.
  listContentPermissions(state, { path }, { caller }) {
    const item = findContent(state, path.guid, caller);
    return { status: 200, body: [...state.permissions.ofContent(item.guid)] };
  },

  addContentPermission(state, { path, body }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const principal = findPrincipal(state, item, body);
    const existing = state.permissions.forPrincipal(item.guid, principal);
    if (existing !== undefined) {
      if (!state.version.has("permissionUpsert")) {
        throw new ApiProblem(body.principal_type === "user" ? "DuplicateUserPermission" : "DuplicateGroupPermission");
      }
      const changed = setRole(state, existing, body.role);
      return { status: 200, body: changed, audit: [assigned(state, item, changed)] };
    }
    const permission: PermissionRecord = {
      id: String(state.ids.next("permission")),
      content_guid: item.guid,
      principal_guid: principal,
      principal_type: body.principal_type,
      role: body.role,
    };
    state.permissions.add(permission);
    // Real server: its documentation also lists 201. Recorded responses have 200.
    return { status: 200, body: permission, audit: [assigned(state, item, permission)] };
  },

  getContentPermission(state, { path }, { caller }) {
    const item = findContent(state, path.guid, caller);
    return { status: 200, body: findPermission(state, item, path.id) };
  },

  updateContentPermission(state, { path, body }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const permission = findPermission(state, item, path.id);
    // Real server: unknown whether the principal of a permission can change, assumed not.
    if (findPrincipal(state, item, body) !== permission.principal_guid) {
      throw new ApiProblem("InvalidParameter", "principal_guid cannot be changed.");
    }
    const changed = setRole(state, permission, body.role);
    return { status: 200, body: changed, audit: [assigned(state, item, changed)] };
  },

  deleteContentPermission(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    const permission = findPermission(state, item, path.id);
    state.permissions.delete(permission);
    return { status: 204, audit: [removed(state, item, permission)] };
  },
} satisfies HandlerMap<
  | "listContentPermissions"
  | "addContentPermission"
  | "getContentPermission"
  | "updateContentPermission"
  | "deleteContentPermission"
>;

function assigned(
  state: FakeState,
  item: StoredContent,
  permission: PermissionRecord,
): AuditEvent<"assign_user_app_role" | "assign_group_app_role"> {
  const action = permission.principal_type === "user" ? "assign_user_app_role" : "assign_group_app_role";
  return {
    action,
    event: `Assigned role ${permission.role} for content ${item.name} to ${describe(state, permission)}`,
  };
}

function removed(
  state: FakeState,
  item: StoredContent,
  permission: PermissionRecord,
): AuditEvent<"remove_user_app_role" | "remove_group_app_role"> {
  const action = permission.principal_type === "user" ? "remove_user_app_role" : "remove_group_app_role";
  return { action, event: `Removed role for content ${item.name} from ${describe(state, permission)}` };
}

/** Describes the user or group of a permission. */
function describe(state: FakeState, { principal_guid, principal_type }: PermissionRecord): string {
  if (principal_type === "group") return `group ${state.groups.get(principal_guid)?.name ?? principal_guid}`;
  const user = state.users.get(principal_guid);
  return `user ${user === undefined ? principal_guid : describeUser(user)}`;
}

function findPermission(state: FakeState, item: StoredContent, id: string): PermissionRecord {
  const permission = state.permissions.get(item.guid, id);
  if (permission === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such permission.");
  return permission;
}

/** Returns the guid of the user or group to give access to. Throws an `ApiProblem` if that is not possible. */
function findPrincipal(state: FakeState, item: StoredContent, { principal_guid, principal_type, role }: Grant): string {
  const guid = principal_guid.toLowerCase();
  if (principal_type === "group") {
    if (state.groups.get(guid) === undefined) throw new ApiProblem("InvalidGroup");
    return guid;
  }
  const user = state.users.get(guid);
  if (user === undefined) throw new ApiProblem("InvalidUser");
  if (guid === item.owner_guid) throw new ApiProblem("InvalidCollaboratorOwner");
  if (role === "owner" && user.record.user_role === "viewer") throw new ApiProblem("InvalidCollaborator");
  return guid;
}

function setRole(state: FakeState, permission: PermissionRecord, role: PermissionRecord["role"]): PermissionRecord {
  const changed = { ...permission, role };
  state.permissions.replace(changed);
  return changed;
}
