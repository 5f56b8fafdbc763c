// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

import type { Route } from "../route.ts";

export const routes: Readonly<Record<string, Route>> = {
  "GET /v1/user": ["getCurrentUser","object","guid"],
  "GET /v1/users": ["getUsers","page","guid"],
  "POST /v1/users": ["createPushUser","object","guid"],
  "PUT /v1/users": ["createPullUser","object","guid"],
  "GET /v1/users/remote": ["searchRemoteUsers","page","username"],
  "GET /v1/users/{guid}": ["getUser","object","guid"],
  "PUT /v1/users/{guid}": ["updateUser","object","username"],
  "POST /v1/users/{guid}/lock": ["lockUser","none"],
  "GET /v1/users/{guid}/keys": ["listKeys","list","id"],
  "POST /v1/users/{guid}/keys": ["createKey","object","id"],
  "GET /v1/users/{guid}/keys/{id}": ["getKey","object","id"],
  "DELETE /v1/users/{guid}/keys/{id}": ["deleteKey","none"],
  "GET /v1/groups": ["getGroups","page","guid"],
  "POST /v1/groups": ["createGroup","object","guid"],
  "PUT /v1/groups": ["createRemoteGroup","object","guid"],
  "GET /v1/groups/remote": ["searchRemoteGroups","page","name"],
  "GET /v1/groups/{guid}": ["getGroup","object","guid"],
  "POST /v1/groups/{guid}": ["updateGroup","object","guid"],
  "PATCH /v1/groups/{guid}": ["patchGroup","object","guid"],
  "DELETE /v1/groups/{guid}": ["deleteGroup","none"],
  "GET /v1/groups/{group_guid}/members": ["getGroupMembers","page","guid"],
  "POST /v1/groups/{group_guid}/members": ["addGroupMember","none"],
  "DELETE /v1/groups/{group_guid}/members/{user_guid}": ["removeGroupMember","none"],
  "GET /v1/content": ["getContents","list","guid"],
  "POST /v1/content": ["createContent","object","guid"],
  "GET /v1/content/{guid}": ["getContent","object","guid"],
  "PATCH /v1/content/{guid}": ["updateContent","object","guid"],
  "DELETE /v1/content/{guid}": ["deleteContent","none"],
  "GET /v1/content/{guid}/permissions": ["listContentPermissions","list","id"],
  "POST /v1/content/{guid}/permissions": ["addContentPermission","object","id"],
  "GET /v1/content/{guid}/permissions/{id}": ["getContentPermission","object","id"],
  "PUT /v1/content/{guid}/permissions/{id}": ["updateContentPermission","object","id"],
  "DELETE /v1/content/{guid}/permissions/{id}": ["deleteContentPermission","none"],
  "GET /server_settings": ["getServerSettings","object"],
  "GET /v1/server_settings/public": ["getPublicSettings","object"],
  "GET /v1/server_settings/python": ["getPythonInformation","object"],
  "GET /v1/server_settings/r": ["getRInformation","object"],
  "GET /v1/server_settings/quarto": ["getQuartoInformation","object"],
  "GET /v1/server_settings/tensorflow": ["getTensorFlowInformation","object"],
  "GET /v1/server_settings/nodejs": ["getNodeJsInformation","object"],
  "POST /v1/bootstrap": ["bootstrap","object","api_key"],
  "POST /v1/experimental/bootstrap": ["bootstrapExperimental","object","api_key"],
};

export const listDelimiters: Readonly<Record<string, string>> = {
  "user_role": "|",
  "account_status": "|",
  "include": ","
};

