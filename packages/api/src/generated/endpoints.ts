// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

import type { operations } from "./schema.ts";

/** The facts that the client checks a call against. */
export interface Endpoint {
  readonly operationId: keyof operations;
  /** Kind of the body of a success: none, an object, a list, or a page of a list. */
  readonly body: "none" | "object" | "list" | "page";
  /** The string property that identifies each record. */
  readonly identity?: string;
  /** Whether it may be sent again when it is unknown whether the first attempt arrived. */
  readonly repeatable?: boolean;
  /** Its query parameters, or the fields of its body, as `checkInput` takes them. */
  readonly fields?: string;
}

/** Every operation of the document by method and path. */
export const endpoints: Readonly<Record<string, Endpoint | undefined>> = {
  "GET /v1/user": { operationId: "getCurrentUser", body: "object", identity: "guid", repeatable: true },
  "GET /v1/users": {
    operationId: "getUsers",
    body: "page",
    identity: "guid",
    repeatable: true,
    fields:
      "prefix:string page_number:integer page_size:integer asc_order:boolean sort:=first_name|=last_name|=username|=active_time|=created_time|=user_role user_role:[]=administrator|=publisher|=viewer account_status:[]=locked|=licensed|=inactive",
  },
  "POST /v1/users": {
    operationId: "createPushUser",
    body: "object",
    identity: "guid",
    fields:
      "username:string email:string first_name:string last_name:string user_role:=administrator|=publisher|=viewer|null user_must_set_password:boolean password:string external_id:string unique_id:string",
  },
  "PUT /v1/users": { operationId: "createPullUser", body: "object", identity: "guid", fields: "temp_ticket:string" },
  "GET /v1/users/remote": {
    operationId: "searchRemoteUsers",
    body: "page",
    identity: "username",
    repeatable: true,
    fields: "prefix:string limit:integer",
  },
  "GET /v1/users/{guid}": { operationId: "getUser", body: "object", identity: "guid", repeatable: true },
  "PUT /v1/users/{guid}": {
    operationId: "updateUser",
    body: "object",
    identity: "username",
    repeatable: true,
    fields:
      "email:string username:string first_name:string last_name:string user_role:=administrator|=publisher|=viewer",
  },
  "POST /v1/users/{guid}/lock": { operationId: "lockUser", body: "none", repeatable: true, fields: "locked:boolean" },
  "GET /v1/users/{guid}/keys": { operationId: "listKeys", body: "list", identity: "id", repeatable: true },
  "POST /v1/users/{guid}/keys": {
    operationId: "createKey",
    body: "object",
    identity: "id",
    fields: "name:string user_role:=administrator|=publisher|=viewer|null expires_at:string|null",
  },
  "GET /v1/users/{guid}/keys/{id}": { operationId: "getKey", body: "object", identity: "id", repeatable: true },
  "DELETE /v1/users/{guid}/keys/{id}": { operationId: "deleteKey", body: "none" },
  "GET /v1/groups": {
    operationId: "getGroups",
    body: "page",
    identity: "guid",
    repeatable: true,
    fields: "prefix:string page_number:integer page_size:integer asc_order:boolean",
  },
  "POST /v1/groups": {
    operationId: "createGroup",
    body: "object",
    identity: "guid",
    fields: "name:string unique_id:string gid:integer|null",
  },
  "PUT /v1/groups": {
    operationId: "createRemoteGroup",
    body: "object",
    identity: "guid",
    fields: "temp_ticket:string",
  },
  "GET /v1/groups/remote": {
    operationId: "searchRemoteGroups",
    body: "page",
    identity: "name",
    repeatable: true,
    fields: "prefix:string limit:integer",
  },
  "GET /v1/groups/{guid}": { operationId: "getGroup", body: "object", identity: "guid", repeatable: true },
  "POST /v1/groups/{guid}": {
    operationId: "updateGroup",
    body: "object",
    identity: "guid",
    fields: "name:string owner_guid:string",
  },
  "PATCH /v1/groups/{guid}": {
    operationId: "patchGroup",
    body: "object",
    identity: "guid",
    fields: "name:string owner_guid:string|null gid:integer|null",
  },
  "DELETE /v1/groups/{guid}": { operationId: "deleteGroup", body: "none" },
  "GET /v1/groups/{group_guid}/members": {
    operationId: "getGroupMembers",
    body: "page",
    identity: "guid",
    repeatable: true,
    fields: "page_number:integer page_size:integer sort:=first_name|=user_role|=active_time asc_order:boolean",
  },
  "POST /v1/groups/{group_guid}/members": { operationId: "addGroupMember", body: "none", fields: "user_guid:string" },
  "DELETE /v1/groups/{group_guid}/members/{user_guid}": { operationId: "removeGroupMember", body: "none" },
  "GET /v1/content": {
    operationId: "getContents",
    body: "list",
    identity: "guid",
    repeatable: true,
    fields: "name:string owner_guid:string include:[]=tags|=owner|=vanity_url|=bookmarked|=schedule",
  },
  "POST /v1/content": {
    operationId: "createContent",
    body: "object",
    identity: "guid",
    fields:
      "name:string title:string|null description:string access_type:=all|=logged_in|=acl connection_timeout:integer|null read_timeout:integer|null init_timeout:integer|null idle_timeout:integer|null max_processes:integer|null min_processes:integer|null max_conns_per_process:integer|null load_factor:number|null default_r_environment_management:boolean|null default_py_environment_management:boolean|null run_as:string|null run_as_current_user:boolean|null memory_request:integer|null memory_limit:integer|null cpu_request:number|null cpu_limit:number|null amd_gpu_limit:integer|null nvidia_gpu_limit:integer|null service_account_name:string|null default_image_name:string|null default_environment_guid:string|null metrics_collection_enabled:boolean|null notify_on_share:boolean|null otel_enabled:boolean|null",
  },
  "GET /v1/content/{guid}": {
    operationId: "getContent",
    body: "object",
    identity: "guid",
    repeatable: true,
    fields: "include:[]=tags|=owner|=vanity_url|=bookmarked|=schedule",
  },
  "PATCH /v1/content/{guid}": {
    operationId: "updateContent",
    body: "object",
    identity: "guid",
    fields:
      "name:string title:string|null description:string owner_guid:string|null access_type:=all|=logged_in|=acl locked:boolean|null locked_message:string|null connection_timeout:integer|null read_timeout:integer|null init_timeout:integer|null idle_timeout:integer|null max_processes:integer|null min_processes:integer|null max_conns_per_process:integer|null load_factor:number|null default_r_environment_management:boolean|null default_py_environment_management:boolean|null run_as:string|null run_as_current_user:boolean|null memory_request:integer|null memory_limit:integer|null cpu_request:number|null cpu_limit:number|null amd_gpu_limit:integer|null nvidia_gpu_limit:integer|null service_account_name:string|null default_image_name:string|null default_environment_guid:string|null metrics_collection_enabled:boolean|null notify_on_share:boolean|null otel_enabled:boolean|null content_category:=|=mcp|null",
  },
  "DELETE /v1/content/{guid}": { operationId: "deleteContent", body: "none" },
  "GET /v1/content/{guid}/permissions": {
    operationId: "listContentPermissions",
    body: "list",
    identity: "id",
    repeatable: true,
  },
  "POST /v1/content/{guid}/permissions": {
    operationId: "addContentPermission",
    body: "object",
    identity: "id",
    fields: "principal_guid:string principal_type:=user|=group role:=viewer|=owner send_email:boolean",
  },
  "GET /v1/content/{guid}/permissions/{id}": {
    operationId: "getContentPermission",
    body: "object",
    identity: "id",
    repeatable: true,
  },
  "PUT /v1/content/{guid}/permissions/{id}": {
    operationId: "updateContentPermission",
    body: "object",
    identity: "id",
    repeatable: true,
    fields: "principal_guid:string principal_type:=user|=group role:=viewer|=owner send_email:boolean",
  },
  "DELETE /v1/content/{guid}/permissions/{id}": { operationId: "deleteContentPermission", body: "none" },
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
