import { Problem } from "../errors/problem.ts";
import type { ErrorName } from "../errors/error-table.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { ContentRecord } from "@connect-sdk/api";
import { isAdministrator, mayActAs, type Caller } from "./call.ts";

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
  if (item === undefined) throw new Problem("ObjectDoesNotExist", "There is no such content.");
  if (!maySee(state, item, caller)) throw new Problem("NoViewPermission");
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
  if (!edits && !isAdministrator(caller)) throw new Problem(otherwise);
  return item;
}

/** Throws a `Problem` if the owner has another item of this name. */
export function checkContentName(state: FakeState, name: string, ownerGuid: string, ownGuid?: string): void {
  const taken = state.content.withName(name).some((item) => item.owner_guid === ownerGuid && item.guid !== ownGuid);
  if (taken) throw new Problem("DuplicateName");
}
