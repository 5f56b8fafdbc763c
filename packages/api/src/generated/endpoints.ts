// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

import type { HttpMethod } from "../operations.ts";
import type { operations } from "./schema.ts";

/** The facts that the client checks a call against. */
export interface Endpoint {
  readonly operationId: keyof operations;
  /**
   * Kind of the body of a success: none, a list, or a page of a list. Default: an object. Binary if the body of the request or
   * of the response is not JSON.
   */
  readonly body?: "none" | "list" | "page" | "binary";
  /** The string property that identifies each record. */
  readonly identity?: string;
  /** Whether it may be sent again when it is unknown whether the first attempt arrived. Default: only a GET. */
  readonly repeatable?: boolean;
}

/** Every operation of the document by path and method. */
export const endpoints: Readonly<Record<string, Partial<Record<HttpMethod, Endpoint>>>> = {
  "/v1/user": {
    GET: { operationId: "getCurrentUser", identity: "guid" },
  },
  "/v1/users": {
    GET: { operationId: "getUsers", body: "page", identity: "guid" },
    POST: { operationId: "createPushUser", identity: "guid" },
    PUT: { operationId: "createPullUser", identity: "guid" },
  },
  "/v1/users/remote": {
    GET: { operationId: "searchRemoteUsers", body: "page", identity: "username" },
  },
  "/v1/users/{guid}": {
    GET: { operationId: "getUser", identity: "guid" },
    PUT: { operationId: "updateUser", identity: "username", repeatable: true },
  },
  "/v1/users/{guid}/lock": {
    POST: { operationId: "lockUser", body: "none", repeatable: true },
  },
  "/v1/users/{guid}/keys": {
    GET: { operationId: "listKeys", body: "list", identity: "id" },
    POST: { operationId: "createKey", identity: "id" },
  },
  "/v1/users/{guid}/keys/{id}": {
    GET: { operationId: "getKey", identity: "id" },
    DELETE: { operationId: "deleteKey", body: "none" },
  },
  "/v1/groups": {
    GET: { operationId: "getGroups", body: "page", identity: "guid" },
    POST: { operationId: "createGroup", identity: "guid" },
    PUT: { operationId: "createRemoteGroup", identity: "guid" },
  },
  "/v1/groups/remote": {
    GET: { operationId: "searchRemoteGroups", body: "page", identity: "name" },
  },
  "/v1/groups/{guid}": {
    GET: { operationId: "getGroup", identity: "guid" },
    POST: { operationId: "updateGroup", identity: "guid" },
    PATCH: { operationId: "patchGroup", identity: "guid" },
    DELETE: { operationId: "deleteGroup", body: "none" },
  },
  "/v1/groups/{group_guid}/members": {
    GET: { operationId: "getGroupMembers", body: "page", identity: "guid" },
    POST: { operationId: "addGroupMember", body: "none" },
  },
  "/v1/groups/{group_guid}/members/{user_guid}": {
    DELETE: { operationId: "removeGroupMember", body: "none" },
  },
  "/v1/experimental/groups/{guid}/content": {
    GET: { operationId: "getGroupOwnershipExperimental", body: "list" },
  },
  "/v1/content": {
    GET: { operationId: "getContents", body: "list", identity: "guid" },
    POST: { operationId: "createContent", identity: "guid" },
  },
  "/v1/content/{guid}": {
    GET: { operationId: "getContent", identity: "guid" },
    PATCH: { operationId: "updateContent", identity: "guid" },
    DELETE: { operationId: "deleteContent", body: "none" },
  },
  "/v1/content/{guid}/permissions": {
    GET: { operationId: "listContentPermissions", body: "list", identity: "id" },
    POST: { operationId: "addContentPermission", identity: "id" },
  },
  "/v1/content/{guid}/permissions/{id}": {
    GET: { operationId: "getContentPermission", identity: "id" },
    PUT: { operationId: "updateContentPermission", identity: "id", repeatable: true },
    DELETE: { operationId: "deleteContentPermission", body: "none" },
  },
  "/v1/content/{guid}/bundles": {
    GET: { operationId: "getBundles", body: "list", identity: "id" },
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
    POST: { operationId: "deployContentBundle" },
  },
  "/v1/tasks/{id}": {
    GET: { operationId: "getTask", identity: "id" },
  },
  "/v1/tags": {
    GET: { operationId: "listTags", body: "list", identity: "id" },
    POST: { operationId: "createTag", identity: "id" },
  },
  "/v1/tags/{id}": {
    GET: { operationId: "getTag", identity: "id" },
    PATCH: { operationId: "updateTag", identity: "id", repeatable: true },
    DELETE: { operationId: "deleteTag", body: "none" },
  },
  "/v1/tags/{id}/content": {
    GET: { operationId: "listTagContent", body: "list", identity: "guid" },
  },
  "/v1/content/{guid}/tags": {
    GET: { operationId: "listContentTags", body: "list", identity: "id" },
    POST: { operationId: "addTag", body: "none", repeatable: true },
  },
  "/v1/content/{guid}/tags/{id}": {
    DELETE: { operationId: "removeTag", body: "none" },
  },
  "/v1/instrumentation/content/visits": {
    GET: { operationId: "getContentVisits", body: "page" },
  },
  "/v1/instrumentation/shiny/usage": {
    GET: { operationId: "getShinyAppUsage", body: "page" },
  },
  "/v1/instrumentation/content/hits": {
    GET: { operationId: "getContentHits", body: "list", identity: "id" },
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
    GET: { operationId: "getAuditLogs", body: "page", identity: "id" },
  },
  "/v1/search/auditlogs": {
    GET: { operationId: "searchAuditLogs", body: "page", identity: "id" },
  },
  "/v1/audit/actions": {
    GET: { operationId: "getAuditActions", body: "list" },
  },
  "/v1/oauth/integrations": {
    GET: { operationId: "listOAuthIntegrations", body: "list", identity: "guid" },
    POST: { operationId: "createOAuthIntegration", identity: "guid" },
  },
  "/v1/oauth/integrations/credentials": {
    POST: { operationId: "exchangeCredentials", body: "binary", repeatable: true },
  },
  "/v1/oauth/integrations/{guid}": {
    GET: { operationId: "getOAuthIntegration", identity: "guid" },
    PATCH: { operationId: "updateOAuthIntegration", identity: "guid", repeatable: true },
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
    PUT: { operationId: "setContentAssociations", body: "list", repeatable: true },
  },
  "/v1/oauth/templates": {
    GET: { operationId: "listOAuthTemplates", body: "list", identity: "id" },
  },
  "/v1/oauth/templates/{key}": {
    GET: { operationId: "getOAuthTemplate", identity: "id" },
  },
  "/v1/oauth/sessions": {
    GET: { operationId: "listOAuthSessions", body: "list", identity: "guid" },
  },
  "/v1/oauth/sessions/{guid}": {
    GET: { operationId: "getOAuthSession", identity: "guid" },
    DELETE: { operationId: "deleteOAuthSession", body: "none" },
  },
  "/v1/system/service-tokens": {
    GET: { operationId: "listServiceTokens", body: "list", identity: "guid" },
    POST: { operationId: "createServiceToken", identity: "guid" },
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

/** Delimiters of list-valued query parameters that are not joined with a comma. */
export const listDelimiters: Readonly<Record<string, string>> = { user_role: "|", account_status: "|" };
