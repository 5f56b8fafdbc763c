import type { PermissionRecord } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { findContent, findEditableContent } from "./content.ts";
import type { BodyOf, HandlerMap } from "./operation.ts";

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
      return { status: 200, body: setRole(state, existing, body.role) };
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
    return { status: 200, body: permission };
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
    return { status: 200, body: setRole(state, permission, body.role) };
  },

  deleteContentPermission(state, { path }, { caller }) {
    const item = findEditableContent(state, path.guid, caller, "NoUpdatePermission");
    state.permissions.delete(findPermission(state, item, path.id));
    return { status: 204 };
  },
} satisfies HandlerMap<
  | "listContentPermissions"
  | "addContentPermission"
  | "getContentPermission"
  | "updateContentPermission"
  | "deleteContentPermission"
>;

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
