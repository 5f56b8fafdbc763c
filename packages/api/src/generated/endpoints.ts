// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

import type { operations } from "./schema.ts";

/** The facts that the client checks a call against. */
export interface Endpoint {
  readonly operationId: keyof operations;
  /**
   * Kind of the body of a success: none, an object, a list, or a page of a list. Binary if the body of the request or of the
   * response is not JSON.
   */
  readonly body: "none" | "object" | "list" | "page" | "binary";
  /** The string property that identifies each record. */
  readonly identity?: string;
  /** Whether it may be sent again when it is unknown whether the first attempt arrived. */
  readonly repeatable?: boolean;
}

/** Every operation of the document by method and path. */
export const endpoints: Readonly<Record<string, Endpoint | undefined>> = {
  "GET /v1/user": { operationId: "getCurrentUser", body: "object", identity: "guid", repeatable: true },
  "GET /v1/users": { operationId: "getUsers", body: "page", identity: "guid", repeatable: true },
  "POST /v1/users": { operationId: "createPushUser", body: "object", identity: "guid" },
  "PUT /v1/users": { operationId: "createPullUser", body: "object", identity: "guid" },
  "GET /v1/users/remote": { operationId: "searchRemoteUsers", body: "page", identity: "username", repeatable: true },
  "GET /v1/users/{guid}": { operationId: "getUser", body: "object", identity: "guid", repeatable: true },
  "PUT /v1/users/{guid}": { operationId: "updateUser", body: "object", identity: "username", repeatable: true },
  "POST /v1/users/{guid}/lock": { operationId: "lockUser", body: "none", repeatable: true },
  "GET /v1/users/{guid}/keys": { operationId: "listKeys", body: "list", identity: "id", repeatable: true },
  "POST /v1/users/{guid}/keys": { operationId: "createKey", body: "object", identity: "id" },
  "GET /v1/users/{guid}/keys/{id}": { operationId: "getKey", body: "object", identity: "id", repeatable: true },
  "DELETE /v1/users/{guid}/keys/{id}": { operationId: "deleteKey", body: "none" },
  "GET /v1/groups": { operationId: "getGroups", body: "page", identity: "guid", repeatable: true },
  "POST /v1/groups": { operationId: "createGroup", body: "object", identity: "guid" },
  "PUT /v1/groups": { operationId: "createRemoteGroup", body: "object", identity: "guid" },
  "GET /v1/groups/remote": { operationId: "searchRemoteGroups", body: "page", identity: "name", repeatable: true },
  "GET /v1/groups/{guid}": { operationId: "getGroup", body: "object", identity: "guid", repeatable: true },
  "POST /v1/groups/{guid}": { operationId: "updateGroup", body: "object", identity: "guid" },
  "PATCH /v1/groups/{guid}": { operationId: "patchGroup", body: "object", identity: "guid" },
  "DELETE /v1/groups/{guid}": { operationId: "deleteGroup", body: "none" },
  "GET /v1/groups/{group_guid}/members": { operationId: "getGroupMembers", body: "page", identity: "guid", repeatable: true },
  "POST /v1/groups/{group_guid}/members": { operationId: "addGroupMember", body: "none" },
  "DELETE /v1/groups/{group_guid}/members/{user_guid}": { operationId: "removeGroupMember", body: "none" },
  "GET /v1/experimental/groups/{guid}/content": { operationId: "getGroupOwnershipExperimental", body: "list", repeatable: true },
  "GET /v1/content": { operationId: "getContents", body: "list", identity: "guid", repeatable: true },
  "POST /v1/content": { operationId: "createContent", body: "object", identity: "guid" },
  "GET /v1/content/{guid}": { operationId: "getContent", body: "object", identity: "guid", repeatable: true },
  "PATCH /v1/content/{guid}": { operationId: "updateContent", body: "object", identity: "guid" },
  "DELETE /v1/content/{guid}": { operationId: "deleteContent", body: "none" },
  "GET /v1/content/{guid}/permissions": { operationId: "listContentPermissions", body: "list", identity: "id", repeatable: true },
  "POST /v1/content/{guid}/permissions": { operationId: "addContentPermission", body: "object", identity: "id" },
  "GET /v1/content/{guid}/permissions/{id}": { operationId: "getContentPermission", body: "object", identity: "id", repeatable: true },
  "PUT /v1/content/{guid}/permissions/{id}": { operationId: "updateContentPermission", body: "object", identity: "id", repeatable: true },
  "DELETE /v1/content/{guid}/permissions/{id}": { operationId: "deleteContentPermission", body: "none" },
  "GET /v1/content/{guid}/bundles": { operationId: "getBundles", body: "list", identity: "id", repeatable: true },
  "POST /v1/content/{guid}/bundles": { operationId: "uploadContentBundle", body: "binary" },
  "GET /v1/content/{guid}/bundles/{id}": { operationId: "getBundle", body: "object", identity: "id", repeatable: true },
  "DELETE /v1/content/{guid}/bundles/{id}": { operationId: "deleteBundle", body: "none" },
  "GET /v1/content/{guid}/bundles/{id}/download": { operationId: "downloadBundle", body: "binary", repeatable: true },
  "POST /v1/content/{guid}/deploy": { operationId: "deployContentBundle", body: "object" },
  "GET /v1/tasks/{id}": { operationId: "getTask", body: "object", identity: "id", repeatable: true },
  "GET /v1/tags": { operationId: "listTags", body: "list", identity: "id", repeatable: true },
  "POST /v1/tags": { operationId: "createTag", body: "object", identity: "id" },
  "GET /v1/tags/{id}": { operationId: "getTag", body: "object", identity: "id", repeatable: true },
  "PATCH /v1/tags/{id}": { operationId: "updateTag", body: "object", identity: "id", repeatable: true },
  "DELETE /v1/tags/{id}": { operationId: "deleteTag", body: "none" },
  "GET /v1/tags/{id}/content": { operationId: "listTagContent", body: "list", identity: "guid", repeatable: true },
  "GET /v1/content/{guid}/tags": { operationId: "listContentTags", body: "list", identity: "id", repeatable: true },
  "POST /v1/content/{guid}/tags": { operationId: "addTag", body: "none", repeatable: true },
  "DELETE /v1/content/{guid}/tags/{id}": { operationId: "removeTag", body: "none" },
  "GET /v1/instrumentation/content/visits": { operationId: "getContentVisits", body: "page", repeatable: true },
  "GET /v1/instrumentation/shiny/usage": { operationId: "getShinyAppUsage", body: "page", repeatable: true },
  "GET /v1/instrumentation/content/hits": { operationId: "getContentHits", body: "list", identity: "id", repeatable: true },
  "GET /server_settings": { operationId: "getServerSettings", body: "object", repeatable: true },
  "GET /v1/server_settings/public": { operationId: "getPublicSettings", body: "object", repeatable: true },
  "GET /v1/server_settings/python": { operationId: "getPythonInformation", body: "object", repeatable: true },
  "GET /v1/server_settings/r": { operationId: "getRInformation", body: "object", repeatable: true },
  "GET /v1/server_settings/quarto": { operationId: "getQuartoInformation", body: "object", repeatable: true },
  "GET /v1/server_settings/tensorflow": { operationId: "getTensorFlowInformation", body: "object", repeatable: true },
  "GET /v1/server_settings/nodejs": { operationId: "getNodeJsInformation", body: "object", repeatable: true },
  "POST /v1/bootstrap": { operationId: "bootstrap", body: "object", identity: "api_key" },
  "POST /v1/experimental/bootstrap": { operationId: "bootstrapExperimental", body: "object", identity: "api_key" },
};

/** Delimiters of list-valued query parameters that are not joined with a comma. */
export const listDelimiters: Readonly<Record<string, string>> = { user_role: "|", account_status: "|" };
