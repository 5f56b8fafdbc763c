// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

import type { Endpoints } from "./endpoints.ts";

/** The operations of the document that `@connect-sdk/users` does not call. */
export const furtherEndpoints: Endpoints = {
  "/v1/users/{guid}/keys/{id}": {
    GET: { operationId: "getKey", identity: "id" },
  },
  "/v1/groups": {
    POST: { operationId: "createGroup", identity: "guid", fields: "name:string unique_id:string gid:integer|null" },
    PUT: { operationId: "createRemoteGroup", identity: "guid", fields: "temp_ticket:string" },
  },
  "/v1/groups/remote": {
    GET: { operationId: "searchRemoteGroups", body: "page", identity: "name", fields: "prefix:string limit:integer" },
  },
  "/v1/groups/{guid}": {
    GET: { operationId: "getGroup", identity: "guid" },
    POST: { operationId: "updateGroup", identity: "guid", fields: "name:string owner_guid:string" },
    PATCH: { operationId: "patchGroup", identity: "guid", fields: "name:string owner_guid:string|null gid:integer|null" },
    DELETE: { operationId: "deleteGroup", body: "none" },
  },
  "/v1/content": {
    POST: { operationId: "createContent", identity: "guid", fields: "name:string title:string|null description:string access_type:=all|=logged_in|=acl connection_timeout:integer|null read_timeout:integer|null init_timeout:integer|null idle_timeout:integer|null max_processes:integer|null min_processes:integer|null max_conns_per_process:integer|null load_factor:number|null default_r_environment_management:boolean|null default_py_environment_management:boolean|null run_as:string|null run_as_current_user:boolean|null memory_request:integer|null memory_limit:integer|null cpu_request:number|null cpu_limit:number|null amd_gpu_limit:integer|null nvidia_gpu_limit:integer|null service_account_name:string|null default_image_name:string|null default_environment_guid:string|null metrics_collection_enabled:boolean|null notify_on_share:boolean|null otel_enabled:boolean|null" },
  },
  "/v1/content/{guid}": {
    PATCH: { operationId: "updateContent", identity: "guid", fields: "name:string title:string|null description:string owner_guid:string|null access_type:=all|=logged_in|=acl locked:boolean|null locked_message:string|null connection_timeout:integer|null read_timeout:integer|null init_timeout:integer|null idle_timeout:integer|null max_processes:integer|null min_processes:integer|null max_conns_per_process:integer|null load_factor:number|null default_r_environment_management:boolean|null default_py_environment_management:boolean|null run_as:string|null run_as_current_user:boolean|null memory_request:integer|null memory_limit:integer|null cpu_request:number|null cpu_limit:number|null amd_gpu_limit:integer|null nvidia_gpu_limit:integer|null service_account_name:string|null default_image_name:string|null default_environment_guid:string|null metrics_collection_enabled:boolean|null notify_on_share:boolean|null otel_enabled:boolean|null content_category:=|=mcp|null" },
    DELETE: { operationId: "deleteContent", body: "none" },
  },
  "/v1/content/{guid}/permissions": {
    GET: { operationId: "listContentPermissions", body: "list", identity: "id" },
    POST: { operationId: "addContentPermission", identity: "id", fields: "principal_guid:string principal_type:=user|=group role:=viewer|=owner send_email:boolean" },
  },
  "/v1/content/{guid}/permissions/{id}": {
    GET: { operationId: "getContentPermission", identity: "id" },
    PUT: { operationId: "updateContentPermission", identity: "id", repeatable: true, fields: "principal_guid:string principal_type:=user|=group role:=viewer|=owner send_email:boolean" },
    DELETE: { operationId: "deleteContentPermission", body: "none" },
  },
  "/server_settings": {
    GET: { operationId: "getServerSettings" },
  },
  "/v1/server_settings/public": {
    GET: { operationId: "getPublicSettings" },
  },
  "/v1/server_settings/python": {
    GET: { operationId: "getPythonInformation" },
  },
  "/v1/server_settings/r": {
    GET: { operationId: "getRInformation" },
  },
  "/v1/server_settings/quarto": {
    GET: { operationId: "getQuartoInformation" },
  },
  "/v1/server_settings/tensorflow": {
    GET: { operationId: "getTensorFlowInformation" },
  },
  "/v1/server_settings/nodejs": {
    GET: { operationId: "getNodeJsInformation" },
  },
  "/v1/bootstrap": {
    POST: { operationId: "bootstrap", identity: "api_key" },
  },
  "/v1/experimental/bootstrap": {
    POST: { operationId: "bootstrapExperimental", identity: "api_key" },
  },
};
