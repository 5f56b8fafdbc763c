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
  /** The query parameters of a GET, else the fields of the body, as `checkInput` takes them; after `[]` of each object in a list. */
  readonly fields?: string;
  /** The query parameters of any other method. */
  readonly query?: string;
}

/** Operations by path and method. */
export type Endpoints = Readonly<Record<string, Partial<Record<HttpMethod, Endpoint>>>>;

/** The operations that `@connect-sdk/users` calls. */
export const endpoints: Endpoints = {
  "/v1/user": {
    GET: { operationId: "getCurrentUser", identity: "guid" },
  },
  "/v1/users": {
    GET: { operationId: "getUsers", body: "page", identity: "guid", fields: "prefix:string page_number:integer page_size:integer asc_order:boolean sort:=first_name|=last_name|=username|=active_time|=created_time|=user_role user_role:[]=administrator|=publisher|=viewer account_status:[]=locked|=licensed|=inactive" },
    POST: { operationId: "createPushUser", identity: "guid", fields: "username:!string email:string first_name:string last_name:string user_role:=administrator|=publisher|=viewer|null user_must_set_password:boolean password:string external_id:string unique_id:string" },
    PUT: { operationId: "createPullUser", identity: "guid", fields: "temp_ticket:!string" },
  },
  "/v1/users/remote": {
    GET: { operationId: "searchRemoteUsers", body: "page", identity: "username", fields: "prefix:string limit:integer" },
  },
  "/v1/users/{guid}": {
    GET: { operationId: "getUser", identity: "guid" },
    PUT: { operationId: "updateUser", identity: "username", repeatable: true, fields: "email:string username:string first_name:string last_name:string user_role:=administrator|=publisher|=viewer" },
  },
  "/v1/users/{guid}/lock": {
    POST: { operationId: "lockUser", body: "none", repeatable: true, fields: "locked:!boolean" },
  },
  "/v1/users/{guid}/keys": {
    GET: { operationId: "listKeys", body: "list", identity: "id" },
    POST: { operationId: "createKey", identity: "id", fields: "name:!string user_role:=administrator|=publisher|=viewer|null expires_at:string|null" },
  },
  "/v1/users/{guid}/keys/{id}": {
    DELETE: { operationId: "deleteKey", body: "none" },
  },
  "/v1/groups": {
    GET: { operationId: "getGroups", body: "page", identity: "guid", fields: "prefix:string page_number:integer page_size:integer asc_order:boolean" },
  },
  "/v1/groups/{group_guid}/members": {
    GET: { operationId: "getGroupMembers", body: "page", identity: "guid", fields: "page_number:integer page_size:integer sort:=first_name|=user_role|=active_time asc_order:boolean" },
    POST: { operationId: "addGroupMember", body: "none", fields: "user_guid:!string" },
  },
  "/v1/groups/{group_guid}/members/{user_guid}": {
    DELETE: { operationId: "removeGroupMember", body: "none" },
  },
  "/v1/content": {
    GET: { operationId: "getContents", body: "list", identity: "guid", fields: "name:string owner_guid:string include:[]=tags|=owner|=vanity_url|=bookmarked|=schedule" },
  },
  "/v1/content/{guid}": {
    GET: { operationId: "getContent", identity: "guid", fields: "include:[]=tags|=owner|=vanity_url|=bookmarked|=schedule" },
  },
};

/** Delimiters of list-valued query parameters that are not joined with a comma. */
export const listDelimiters: Readonly<Record<string, string>> = { user_role: "|", account_status: "|" };
