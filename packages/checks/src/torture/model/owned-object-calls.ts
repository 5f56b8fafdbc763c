import type { ApiKeyRecord, ContentRecord, GroupRecord, UserRole } from "@connect-sdk/api";
import { expectEqual } from "../expect-equal.ts";
import { type Call, pick } from "./call.ts";
import {
  type Access,
  isHigher,
  type ModelContent,
  type ModelGroup,
  type ModelKey,
  type ModelServer,
} from "./model-server.ts";

// Calls about content, groups and keys. The SDK has no methods to create content or groups, so the typed client creates them.

/** Creates a content item. Without a name, the server gives it one. */
export function createContent(name: string | undefined): Call<ContentRecord> {
  return {
    description: `create content ${name ?? ""}`.trim(),
    judge(model, caller) {
      if (!model.allows(caller, "publisher")) return { refusals: ["403"] };
      const isTaken = model.content.some((item) => item.owner === caller.owner && item.name === name);
      return { refusals: isTaken ? ["409/26"] : [] };
    },
    perform: async ({ api }) => (await api.POST("/v1/content", { body: name === undefined ? {} : { name } })).data,
    accept(model, caller, { guid, name: given, owner_guid }) {
      expectEqual([owner_guid, given], [caller.owner.guid, name ?? given], "the new content");
      model.content.push({ guid, name: given, owner: caller.owner, access: new Map() });
    },
  };
}

/** Gives a user access to a content item, or changes it. */
export function grantAccess(who: number, which: number, access: Access): Call<unknown> {
  return {
    description: `make user ${who} a ${access} of content ${which}`,
    judge(model, caller) {
      const [item, user] = [contentAt(model, which), pick(model.users, who)];
      if (item === undefined) return { refusals: ["404/4"] };
      const isEditor = item.owner === caller.owner || item.access.get(caller.owner) === "collaborator";
      if (!model.allows(caller, "administrator") && !(isEditor && model.allows(caller, "publisher"))) {
        return { refusals: ["403"] };
      }
      if (item.owner === user) return { refusals: ["400/34"] };
      return { refusals: access === "collaborator" && user.user_role === "viewer" ? ["403/33"] : [] };
    },
    async perform({ api }, model) {
      const path = { guid: contentAt(model, which)?.guid ?? NO_GROUP };
      const role = access === "viewer" ? "viewer" : "owner";
      const body = { principal_guid: pick(model.users, who).guid, principal_type: "user", role } as const;
      return api.POST("/v1/content/{guid}/permissions", { params: { path }, body });
    },
    accept(model) {
      contentAt(model, which)?.access.set(pick(model.users, who), access);
    },
  };
}

function contentAt({ content }: ModelServer, which: number): ModelContent | undefined {
  return content.length === 0 ? undefined : pick(content, which);
}

/** `user.content.find()`: administrators see all content, others their own and that to which they have access. */
export function findContent(who: number): Call<ContentRecord[]> {
  return {
    description: `content.find(user ${who})`,
    judge(model, caller) {
      return { refusals: model.visibleTo(caller).includes(pick(model.users, who)) ? [] : ["404/4"] };
    },
    async perform({ users }, model) {
      const user = await users.get(pick(model.users, who).guid);
      return user.content.find();
    },
    accept(model, caller, items) {
      const owner = pick(model.users, who);
      const seesAll = model.allows(caller, "administrator") || owner === caller.owner;
      const expected = model.content.filter((item) => {
        return item.owner === owner && (seesAll || item.access.has(caller.owner));
      });
      expectEqual(
        items.map(({ guid }) => guid).toSorted(),
        expected.map(({ guid }) => guid).toSorted(),
        "content.find()",
      );
    },
  };
}

/** Creates a group. */
export function createGroup(name: string): Call<GroupRecord> {
  return {
    description: `create group ${name}`,
    judge(model, caller) {
      const role = model.settings.publishersCanOwnGroups ? "publisher" : "administrator";
      if (!model.allows(caller, role)) return { refusals: ["403"] };
      return { refusals: model.groups.some((group) => group.name === name) ? ["409/15"] : [] };
    },
    perform: async ({ api }) => (await api.POST("/v1/groups", { body: { name } })).data,
    accept(model, caller, { guid }) {
      model.groups.push({ guid, name, owner: caller.owner, members: new Set() });
    },
  };
}

/** `user.groups.add()`. If there is no group, it uses an unknown guid. */
export function addToGroup(who: number, which: number): Call<void> {
  return {
    description: `groups.add(user ${who}, group ${which})`,
    judge(model, caller) {
      const target = pick(model.users, who);
      if (!model.visibleTo(caller).includes(target)) return { refusals: ["404/4"] };
      const group = groupAt(model, which);
      if (group === undefined) return { refusals: ["404/4"] };
      if (!manages(model, caller, group)) return { refusals: ["403"] };
      return { refusals: group.members.has(target) ? ["409/16"] : [] };
    },
    async perform({ users }, model) {
      const user = await users.get(pick(model.users, who).guid);
      await user.groups.add(groupAt(model, which)?.guid ?? NO_GROUP);
    },
    accept(model) {
      groupAt(model, which)?.members.add(pick(model.users, who));
    },
  };
}

/** `user.groups.remove()`. Every user may leave a group. */
export function removeFromGroup(who: number, which: number): Call<void> {
  return {
    description: `groups.remove(user ${who}, group ${which})`,
    judge(model, caller) {
      const target = pick(model.users, who);
      if (!model.visibleTo(caller).includes(target)) return { refusals: ["404/4"] };
      const group = groupAt(model, which);
      if (group === undefined) return { refusals: ["404"] };
      if (target !== caller.owner && !manages(model, caller, group)) return { refusals: ["403"] };
      return { refusals: group.members.has(target) ? [] : ["404/17"] };
    },
    async perform({ users }, model) {
      const user = await users.get(pick(model.users, who).guid);
      await user.groups.remove(groupAt(model, which)?.guid ?? NO_GROUP);
    },
    accept(model) {
      groupAt(model, which)?.members.delete(pick(model.users, who));
    },
  };
}

/** `user.groups.find()`. */
export function findGroups(who: number): Call<GroupRecord[]> {
  return {
    description: `groups.find(user ${who})`,
    judge(model, caller) {
      return { refusals: model.visibleTo(caller).includes(pick(model.users, who)) ? [] : ["404/4"] };
    },
    async perform({ users }, model) {
      const user = await users.get(pick(model.users, who).guid);
      return user.groups.find();
    },
    accept(model, _caller, groups) {
      const expected = model.groups.filter(({ members }) => members.has(pick(model.users, who)));
      expectEqual(
        groups.map(({ guid }) => guid).toSorted(),
        expected.map(({ guid }) => guid).toSorted(),
        "groups.find()",
      );
    },
  };
}

const NO_GROUP = "00000000-0000-4000-8000-000000000000";

function groupAt({ groups }: ModelServer, which: number): ModelGroup | undefined {
  return groups.length === 0 ? undefined : pick(groups, which);
}

/** Returns whether a caller may change a group. Owners need the publisher role. */
function manages(model: ModelServer, caller: ModelKey, { owner }: ModelGroup): boolean {
  return model.allows(caller, "administrator") || (owner === caller.owner && model.allows(caller, "publisher"));
}

/** `user.keys.create()`, for the caller or for another user. The new key can be the caller of later calls. */
export function createKey(who: number, name: string, user_role: UserRole | undefined): Call<ApiKeyRecord> {
  return {
    description: `keys.create(user ${who}, ${JSON.stringify({ name, user_role })})`,
    judge(model, caller) {
      const target = pick(model.users, who);
      if (!model.visibleTo(caller).includes(target)) return { refusals: ["404/4"] };
      if (target !== caller.owner) return { refusals: ["403"] };
      const refusals = name.trim() === "" ? ["400/62"] : [];
      const role = user_role ?? caller.owner.user_role;
      if (user_role !== undefined && isHigher(role, caller.owner.user_role)) return { refusals: [...refusals, "400"] };
      // Whether a key can create one with a higher role than its own is not documented.
      if (isHigher(role, model.roleOf(caller))) return { refusals: [...refusals, "400"], open: refusals.length === 0 };
      return { refusals };
    },
    async perform({ users }, model) {
      const user = await users.get(pick(model.users, who).guid);
      return user.keys.create({ name, user_role });
    },
    accept(model, caller, { id, key, user_role: role }) {
      model.keys.push({ secret: key, id, owner: caller.owner, user_role: role, deleted: false });
    },
  };
}

/** `user.keys.delete()` of a key that was created before, by its owner or by another user. */
export function deleteKey(which: number): Call<void> {
  return {
    description: `keys.delete(key ${which})`,
    judge(model, caller) {
      const key = keyAt(model, which);
      if (!model.visibleTo(caller).includes(key.owner)) return { refusals: ["404/4"] };
      if (key.owner !== caller.owner) return { refusals: ["403"] };
      return { refusals: key.id === undefined || key.deleted ? ["404/4"] : [] };
    },
    async perform({ users }, model) {
      const { owner, id } = keyAt(model, which);
      const user = await users.get(owner.guid);
      await user.keys.delete(id ?? "999999");
    },
    accept(model) {
      keyAt(model, which).deleted = true;
    },
  };
}

/** Returns a key that the sequence created, if there is one. */
function keyAt({ keys }: ModelServer, which: number): ModelKey {
  const created = keys.filter(({ id }) => id !== undefined);
  return pick(created.length > 0 ? created : keys, which);
}
