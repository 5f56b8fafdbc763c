// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

export const routes = {
  "GET /v1/user": "getCurrentUser",
  "GET /v1/users": "getUsers",
  "POST /v1/users": "createPushUser",
  "PUT /v1/users": "createPullUser",
  "GET /v1/users/remote": "searchRemoteUsers",
  "GET /v1/users/{guid}": "getUser",
  "PUT /v1/users/{guid}": "updateUser",
  "POST /v1/users/{guid}/lock": "lockUser",
  "GET /v1/users/{guid}/keys": "listKeys",
  "POST /v1/users/{guid}/keys": "createKey",
  "GET /v1/users/{guid}/keys/{id}": "getKey",
  "DELETE /v1/users/{guid}/keys/{id}": "deleteKey",
  "GET /v1/groups": "getGroups",
  "POST /v1/groups": "createGroup",
  "PUT /v1/groups": "createRemoteGroup",
  "GET /v1/groups/remote": "searchRemoteGroups",
  "GET /v1/groups/{guid}": "getGroup",
  "POST /v1/groups/{guid}": "updateGroup",
  "PATCH /v1/groups/{guid}": "patchGroup",
  "DELETE /v1/groups/{guid}": "deleteGroup",
  "GET /v1/groups/{group_guid}/members": "getGroupMembers",
  "POST /v1/groups/{group_guid}/members": "addGroupMember",
  "DELETE /v1/groups/{group_guid}/members/{user_guid}": "removeGroupMember",
  "GET /v1/content": "getContents",
  "POST /v1/content": "createContent",
  "GET /v1/content/{guid}": "getContent",
  "PATCH /v1/content/{guid}": "updateContent",
  "DELETE /v1/content/{guid}": "deleteContent",
  "GET /v1/content/{guid}/permissions": "listContentPermissions",
  "POST /v1/content/{guid}/permissions": "addContentPermission",
  "GET /v1/content/{guid}/permissions/{id}": "getContentPermission",
  "PUT /v1/content/{guid}/permissions/{id}": "updateContentPermission",
  "DELETE /v1/content/{guid}/permissions/{id}": "deleteContentPermission",
  "GET /server_settings": "getServerSettings",
  "GET /v1/server_settings/public": "getPublicSettings",
  "GET /v1/server_settings/python": "getPythonInformation",
  "GET /v1/server_settings/r": "getRInformation",
  "GET /v1/server_settings/quarto": "getQuartoInformation",
  "GET /v1/server_settings/tensorflow": "getTensorFlowInformation",
  "GET /v1/server_settings/nodejs": "getNodeJsInformation",
  "POST /v1/bootstrap": "bootstrap",
  "POST /v1/experimental/bootstrap": "bootstrapExperimental"
} as const;

export const listDelimiters: Readonly<Record<string, string>> = {
  "user_role": "|",
  "account_status": "|",
  "include": ","
};

