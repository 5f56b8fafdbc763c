/** What the methods of `user.content`, `user.groups` and `user.keys` do. They are described in `owned.ts`. */
import type { ApiKeyRecord, ConnectClient, ContentRecord, GroupRecord } from "@connect-sdk/api";
import {
  checkInput,
  checkValue,
  type Defined,
  endpoints,
  isGuid,
  isSameGuid,
  normalizeGuid,
  printable,
} from "@connect-sdk/api/internal";
import { notFoundError, readReference } from "./call.ts";
import { anotherGuidError, unusableError } from "./errors.ts";
import { readGroupIndex } from "./group-index.ts";
import type {
  ContentQuery,
  CreateKey,
  FindContent,
  GroupReference,
  IncludeContent,
  UserContent,
  UserGroups,
  UserKeys,
} from "./owned.ts";
import { PAGE_SIZE } from "./paging/pages.ts";
import { hideWhenInspected } from "./records.ts";
import { type CallOptions, CALL_OPTIONS, Owner } from "./session.ts";

export async function findContent(
  content: UserContent,
  conditions: FindContent,
  options: CallOptions,
): Promise<ContentRecord[]> {
  const { api, guid } = Owner.of(content);
  const query = { ...toQuery(checkInput("conditions", conditions, CONDITIONS)), owner_guid: guid };
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  const { data } = await api.GET("/v1/content", { params: { query }, signal });
  return data.filter(({ owner_guid }) => isSameGuid(owner_guid, guid));
}

export async function getContent(
  content: UserContent,
  guid: string,
  options: IncludeContent & CallOptions,
): Promise<ContentRecord> {
  const { api, guid: owner } = Owner.of(content);
  const id = normalizeGuid(checkValue("guid", guid, "string"));
  const { signal, ...query } = checkInput("options", options, `signal:signal ${INCLUDE}`);
  const params = { path: { guid: id }, query: toQuery(query) };
  const { data, response } = await api.GET("/v1/content/{guid}", { params, signal });
  if (!isSameGuid(data.guid, id)) throw await anotherGuidError(api, "GET", `/v1/content/${id}`, data.guid, response);
  if (isSameGuid(data.owner_guid, owner)) return data;
  const message = `The content item ${id} is not owned by the user ${owner}.`;
  throw notFoundError(api, `/v1/content/${id}`, message, `Get the user ${data.owner_guid}, who owns it.`);
}

/** The conditions without the owner: the user. */
const CONDITIONS = (endpoints["/v1/content"]?.GET?.fields ?? "").replace(/owner_guid:\S+ /, "");
const INCLUDE = endpoints["/v1/content/{guid}"]?.GET?.fields ?? "";

/** Leaves an empty list out: it includes nothing. */
function toQuery({ include, ...query }: Defined<FindContent>): Pick<ContentQuery, "name" | "include"> {
  return include === undefined || include.length === 0 ? query : { ...query, include: [...include] };
}

export async function findGroups(groups: UserGroups, options: CallOptions): Promise<GroupRecord[]> {
  const { session, guid } = Owner.of(groups);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  return (await readGroupIndex(session, signal)).of(guid);
}

export async function addToGroup(groups: UserGroups, group: GroupReference, options: CallOptions): Promise<void> {
  const { api, guid } = Owner.of(groups);
  const reference = readReference("group", group, "guid");
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  const path = { group_guid: await findGroup(api, reference, typeof group === "string", signal) };
  await api.POST("/v1/groups/{group_guid}/members", { params: { path }, body: { user_guid: guid }, signal });
}

export async function removeFromGroup(groups: UserGroups, group: GroupReference, options: CallOptions): Promise<void> {
  const { api, guid } = Owner.of(groups);
  const reference = readReference("group", group, "guid");
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  const path = { group_guid: await findGroup(api, reference, typeof group === "string", signal), user_guid: guid };
  await api.DELETE("/v1/groups/{group_guid}/members/{user_guid}", { params: { path }, signal });
}

/** Returns the guid of a group; `mayBeName` if the reference is a string of the caller. */
async function findGroup(
  api: ConnectClient,
  reference: string,
  mayBeName: boolean,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (isGuid(reference) || !mayBeName) return normalizeGuid(reference);
  // Among the names that start with a name, the name itself comes first. Older servers have no further pages.
  const query = { prefix: reference, page_size: PAGE_SIZE };
  const { data } = await api.GET("/v1/groups", { params: { query }, signal });
  const found = data.results.find(({ name }) => name === reference);
  if (found !== undefined) return found.guid;
  const similar = data.results.slice(0, 3).map(({ name }) => `"${printable(name)}"`);
  const hint = similar.length === 0 ? "" : ` There is ${similar.join(", ")}.`;
  const message = `There is no group named "${printable(reference)}".${hint}`;
  throw notFoundError(api, "/v1/groups", message, "Check the name. Upper and lower case differ.");
}

export async function findKeys(keys: UserKeys, options: CallOptions): Promise<ApiKeyRecord[]> {
  const { api, guid } = Owner.of(keys);
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  const params = { path: { guid } };
  return (await api.GET("/v1/users/{guid}/keys", { params, signal })).data;
}

export async function createKey(keys: UserKeys, key: CreateKey, options: CallOptions): Promise<ApiKeyRecord> {
  const { api, guid } = Owner.of(keys);
  const body = checkInput("key", key, endpoints["/v1/users/{guid}/keys"]?.POST?.fields ?? "");
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  const params = { path: { guid } };
  const { data, response } = await api.POST("/v1/users/{guid}/keys", { params, body, signal });
  const secret: unknown = data.key;
  if (typeof secret !== "string") {
    throw await unusableError(api, "POST", `/v1/users/${guid}/keys`, "returned no key", response);
  }
  return hideWhenInspected(data, { key: `…${secret.slice(-4)}` });
}

export async function deleteKey(
  keys: UserKeys,
  key: string | Pick<ApiKeyRecord, "id">,
  options: CallOptions,
): Promise<void> {
  const { api, guid } = Owner.of(keys);
  const path = { guid, id: readReference("key", key, "id") };
  const { signal } = checkInput("options", options, CALL_OPTIONS);
  await api.DELETE("/v1/users/{guid}/keys/{id}", { params: { path }, signal });
}
