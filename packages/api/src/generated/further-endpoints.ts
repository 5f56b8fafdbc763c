// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

import type { Endpoints } from "./endpoints.ts";

/** The operations of the document that `@connect-sdk/users` does not call. */
export const furtherEndpoints: Endpoints = {
  "/v1/users/{guid}/keys/{id}": {
    GET: { operationId: "getKey", identity: "id" },
  },
  "/v1/groups": {
    POST: { operationId: "createGroup", identity: "guid", fields: "name:!string unique_id:string gid:integer|null" },
    PUT: { operationId: "createRemoteGroup", identity: "guid", fields: "temp_ticket:!string" },
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
  "/v1/experimental/groups/{guid}/content": {
    GET: { operationId: "getGroupOwnershipExperimental", body: "list" },
  },
  "/v1/content": {
    POST: { operationId: "createContent", identity: "guid", fields: "name:string title:string|null description:string access_type:=all|=logged_in|=acl connection_timeout:integer|null read_timeout:integer|null init_timeout:integer|null idle_timeout:integer|null max_processes:integer|null min_processes:integer|null max_conns_per_process:integer|null load_factor:decimal|null default_r_environment_management:boolean|null default_py_environment_management:boolean|null run_as:string|null run_as_current_user:boolean|null memory_request:integer|null memory_limit:integer|null cpu_request:decimal|null cpu_limit:decimal|null amd_gpu_limit:integer|null nvidia_gpu_limit:integer|null service_account_name:string|null default_image_name:string|null default_environment_guid:string|null metrics_collection_enabled:boolean|null notify_on_share:boolean|null otel_enabled:boolean|null" },
  },
  "/v1/content/{guid}": {
    PATCH: { operationId: "updateContent", identity: "guid", fields: "name:string title:string|null description:string owner_guid:string|null access_type:=all|=logged_in|=acl locked:boolean|null locked_message:string|null connection_timeout:integer|null read_timeout:integer|null init_timeout:integer|null idle_timeout:integer|null max_processes:integer|null min_processes:integer|null max_conns_per_process:integer|null load_factor:decimal|null default_r_environment_management:boolean|null default_py_environment_management:boolean|null run_as:string|null run_as_current_user:boolean|null memory_request:integer|null memory_limit:integer|null cpu_request:decimal|null cpu_limit:decimal|null amd_gpu_limit:integer|null nvidia_gpu_limit:integer|null service_account_name:string|null default_image_name:string|null default_environment_guid:string|null metrics_collection_enabled:boolean|null notify_on_share:boolean|null otel_enabled:boolean|null content_category:=|=mcp|null" },
    DELETE: { operationId: "deleteContent", body: "none" },
  },
  "/v1/content/{guid}/permissions": {
    GET: { operationId: "listContentPermissions", body: "list", identity: "id" },
    POST: { operationId: "addContentPermission", identity: "id", fields: "principal_guid:!string principal_type:!=user|=group role:!=viewer|=owner send_email:boolean" },
  },
  "/v1/content/{guid}/permissions/{id}": {
    GET: { operationId: "getContentPermission", identity: "id" },
    PUT: { operationId: "updateContentPermission", identity: "id", repeatable: true, fields: "principal_guid:!string principal_type:!=user|=group role:!=viewer|=owner send_email:boolean" },
    DELETE: { operationId: "deleteContentPermission", body: "none" },
  },
  "/v1/content/{guid}/bundles": {
    GET: { operationId: "getBundles", body: "list", identity: "id", fields: "page_number:integer page_size:integer asc_order:boolean" },
    POST: { operationId: "uploadContentBundle", body: "binary" },
  },
  "/v1/content/{guid}/bundles/{id}": {
    GET: { operationId: "getBundle", identity: "id" },
    DELETE: { operationId: "deleteBundle", body: "none" },
  },
  "/v1/content/{guid}/bundles/{id}/download": {
    GET: { operationId: "downloadBundle", body: "binary" },
  },
  "/v1/content/{guid}/deploy": {
    POST: { operationId: "deployContentBundle", fields: "bundle_id:string|null activate:boolean" },
  },
  "/v1/tasks/{id}": {
    GET: { operationId: "getTask", identity: "id", fields: "first:integer wait:integer" },
  },
  "/v1/tags": {
    GET: { operationId: "listTags", body: "list", identity: "id", fields: "name:string parent_id:string" },
    POST: { operationId: "createTag", identity: "id", fields: "name:!string parent_id:string|null" },
  },
  "/v1/tags/{id}": {
    GET: { operationId: "getTag", identity: "id" },
    PATCH: { operationId: "updateTag", identity: "id", repeatable: true, fields: "name:string parent_id:string|null" },
    DELETE: { operationId: "deleteTag", body: "none" },
  },
  "/v1/tags/{id}/content": {
    GET: { operationId: "listTagContent", body: "list", identity: "guid" },
  },
  "/v1/content/{guid}/tags": {
    GET: { operationId: "listContentTags", body: "list", identity: "id" },
    POST: { operationId: "addTag", body: "none", repeatable: true, fields: "tag_id:!string" },
  },
  "/v1/content/{guid}/tags/{id}": {
    DELETE: { operationId: "removeTag", body: "none" },
  },
  "/v1/content/{guid}/vanity": {
    GET: { operationId: "getVanity" },
    PUT: { operationId: "setVanity", repeatable: true, fields: "path:!string force:boolean" },
    DELETE: { operationId: "deleteVanity", body: "none" },
  },
  "/v1/vanities": {
    GET: { operationId: "listVanities", body: "list" },
  },
  "/v1/content/{guid}/jobs": {
    GET: { operationId: "getJobs", body: "list", identity: "id" },
  },
  "/v1/content/{guid}/jobs/{key}": {
    GET: { operationId: "getJob", identity: "id" },
    DELETE: { operationId: "killJob", identity: "guid" },
  },
  "/v1/content/{guid}/jobs/{key}/log": {
    GET: { operationId: "jobLogs", fields: "maxLogLines:integer" },
  },
  "/v1/content/{guid}/jobs/{key}/error": {
    GET: { operationId: "jobError" },
  },
  "/v1/instrumentation/content/visits": {
    GET: { operationId: "getContentVisits", body: "page", fields: "content_guid:string min_data_version:integer user_agent:string from:string to:string limit:integer previous:string next:string asc_order:boolean" },
  },
  "/v1/instrumentation/shiny/usage": {
    GET: { operationId: "getShinyAppUsage", body: "page", fields: "content_guid:string min_data_version:integer from:string to:string limit:integer previous:string next:string asc_order:boolean" },
  },
  "/v1/instrumentation/content/hits": {
    GET: { operationId: "getContentHits", body: "list", identity: "id", fields: "content_guid:string from:string to:string" },
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
  "/v1/audit_logs": {
    GET: { operationId: "getAuditLogs", body: "page", identity: "id", fields: "limit:integer previous:string next:string ascOrder:boolean" },
  },
  "/v1/search/auditlogs": {
    GET: { operationId: "searchAuditLogs", body: "page", identity: "id", fields: "q:string page_number:integer page_size:integer order:=asc|=desc" },
  },
  "/v1/audit/actions": {
    GET: { operationId: "getAuditActions", body: "list" },
  },
  "/v1/oauth/integrations": {
    GET: { operationId: "listOAuthIntegrations", body: "list", identity: "guid" },
    POST: { operationId: "createOAuthIntegration", identity: "guid", fields: "name:string|null description:string|null template:!string config:!object permissions:[]object" },
  },
  "/v1/oauth/integrations/credentials": {
    POST: { operationId: "exchangeCredentials", body: "binary", repeatable: true },
  },
  "/v1/oauth/integrations/{guid}": {
    GET: { operationId: "getOAuthIntegration", identity: "guid" },
    PATCH: { operationId: "updateOAuthIntegration", identity: "guid", repeatable: true, fields: "name:string|null description:string|null config:object permissions:[]object" },
    DELETE: { operationId: "deleteOAuthIntegration", body: "none" },
  },
  "/v1/oauth/integrations/{guid}/associations": {
    GET: { operationId: "listOAuthIntegrationAssociations", body: "list" },
  },
  "/v1/oauth/integrations/{guid}/verify": {
    POST: { operationId: "verifyOAuthIntegration", body: "none", repeatable: true },
  },
  "/v1/content/{guid}/oauth/integrations/associations": {
    GET: { operationId: "listContentAssociations", body: "list" },
    PUT: { operationId: "setContentAssociations", body: "list", repeatable: true, fields: "[] oauth_integration_guid:!string" },
  },
  "/v1/oauth/templates": {
    GET: { operationId: "listOAuthTemplates", body: "list", identity: "id" },
  },
  "/v1/oauth/templates/{key}": {
    GET: { operationId: "getOAuthTemplate", identity: "id" },
  },
  "/v1/oauth/sessions": {
    GET: { operationId: "listOAuthSessions", body: "list", identity: "guid", fields: "all:boolean" },
  },
  "/v1/oauth/sessions/{guid}": {
    GET: { operationId: "getOAuthSession", identity: "guid" },
    DELETE: { operationId: "deleteOAuthSession", body: "none" },
  },
  "/v1/oauth/clients": {
    GET: { operationId: "listOAuthClients", body: "page", identity: "id", fields: "page_number:integer page_size:integer asc_order:boolean" },
  },
  "/v1/oauth/clients/{client_id}": {
    GET: { operationId: "getOAuthClient", identity: "id" },
    DELETE: { operationId: "deleteOAuthClient", body: "none" },
  },
  "/v1/system/service-tokens": {
    GET: { operationId: "listServiceTokens", body: "list", identity: "guid" },
    POST: { operationId: "createServiceToken", identity: "guid", fields: "name:!string scopes:![]string expires_at:string|null" },
  },
  "/v1/system/service-tokens/scopes": {
    GET: { operationId: "listServiceTokenScopes" },
  },
  "/v1/system/service-tokens/{guid}": {
    DELETE: { operationId: "deleteServiceToken", body: "none" },
  },
  "/v1/bootstrap": {
    POST: { operationId: "bootstrap", identity: "api_key" },
  },
  "/v1/experimental/bootstrap": {
    POST: { operationId: "bootstrapExperimental", identity: "api_key" },
  },
};
