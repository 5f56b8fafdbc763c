// Generated from openapi/connect.yaml by `pnpm generate`. Do not edit.

import type { Routes } from "../route.ts";

export const routes: Routes = {
  "/v1/user": {"GET":["getCurrentUser","object","guid"]},
  "/v1/users": {"GET":["getUsers","page","guid"],"POST":["createPushUser","object","guid"],"PUT":["createPullUser","object","guid"]},
  "/v1/users/remote": {"GET":["searchRemoteUsers","page","username"]},
  "/v1/users/{guid}": {"GET":["getUser","object","guid"],"PUT":["updateUser","object","username"]},
  "/v1/users/{guid}/lock": {"POST":["lockUser","none"]},
  "/v1/users/{guid}/keys": {"GET":["listKeys","list","id"],"POST":["createKey","object","id"]},
  "/v1/users/{guid}/keys/{id}": {"GET":["getKey","object","id"],"DELETE":["deleteKey","none"]},
  "/v1/groups": {"GET":["getGroups","page","guid"],"POST":["createGroup","object","guid"],"PUT":["createRemoteGroup","object","guid"]},
  "/v1/groups/remote": {"GET":["searchRemoteGroups","page","name"]},
  "/v1/groups/{guid}": {"GET":["getGroup","object","guid"],"POST":["updateGroup","object","guid"],"PATCH":["patchGroup","object","guid"],"DELETE":["deleteGroup","none"]},
  "/v1/groups/{group_guid}/members": {"GET":["getGroupMembers","page","guid"],"POST":["addGroupMember","none"]},
  "/v1/groups/{group_guid}/members/{user_guid}": {"DELETE":["removeGroupMember","none"]},
  "/v1/content": {"GET":["getContents","list","guid"],"POST":["createContent","object","guid"]},
  "/v1/content/{guid}": {"GET":["getContent","object","guid"],"PATCH":["updateContent","object","guid"],"DELETE":["deleteContent","none"]},
  "/v1/content/{guid}/permissions": {"GET":["listContentPermissions","list","id"],"POST":["addContentPermission","object","id"]},
  "/v1/content/{guid}/permissions/{id}": {"GET":["getContentPermission","object","id"],"PUT":["updateContentPermission","object","id"],"DELETE":["deleteContentPermission","none"]},
  "/server_settings": {"GET":["getServerSettings","object"]},
  "/v1/server_settings/public": {"GET":["getPublicSettings","object"]},
  "/v1/server_settings/python": {"GET":["getPythonInformation","object"]},
  "/v1/server_settings/r": {"GET":["getRInformation","object"]},
  "/v1/server_settings/quarto": {"GET":["getQuartoInformation","object"]},
  "/v1/server_settings/tensorflow": {"GET":["getTensorFlowInformation","object"]},
  "/v1/server_settings/nodejs": {"GET":["getNodeJsInformation","object"]},
  "/v1/bootstrap": {"POST":["bootstrap","object","api_key"]},
  "/v1/experimental/bootstrap": {"POST":["bootstrapExperimental","object","api_key"]},
};

export const listDelimiters: Readonly<Record<string, string>> = {
  "user_role": "|",
  "account_status": "|"
};

