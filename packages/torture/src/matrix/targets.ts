import type { Operation } from "./operation.ts";

type Target = Operation["target"];

const GUID = "[0-9a-f-]{36}";

/** Requests that faults hit, each as the fake and as a `fetch` see it. */
export const targets = {
  getUsers: { id: "getUsers", method: "GET", path: /\/v1\/users$/ },
  getUser: { id: "getUser", method: "GET", path: new RegExp(`/v1/users/${GUID}$`) },
  updateUser: { id: "updateUser", method: "PUT", path: new RegExp(`/v1/users/${GUID}$`) },
  lockUser: { id: "lockUser", method: "POST", path: new RegExp(`/v1/users/${GUID}/lock$`) },
  createPushUser: { id: "createPushUser", method: "POST", path: /\/v1\/users$/ },
  getContents: { id: "getContents", method: "GET", path: /\/v1\/content$/ },
  getGroupMembers: { id: "getGroupMembers", method: "GET", path: new RegExp(`/v1/groups/${GUID}/members$`) },
  addGroupMember: { id: "addGroupMember", method: "POST", path: new RegExp(`/v1/groups/${GUID}/members$`) },
  removeGroupMember: {
    id: "removeGroupMember",
    method: "DELETE",
    path: new RegExp(`/v1/groups/${GUID}/members/${GUID}$`),
  },
} as const satisfies Readonly<Record<string, Target>>;
