import type { ApiKeyRecord, ContentRecord, GroupRecord, UserRole } from "@connect-sdk/api";
import { expectEqual } from "../expect-equal.ts";
import { type Call, pick } from "./call.ts";
import { isHigher, type ModelGroup, type ModelKey, type ModelServer } from "./model-server.ts";

/** Creates a content item, which the SDK leaves to the client underneath. An empty body is enough. */
export function createContent(): Call<ContentRecord> {
  return {
    text: "create content",
    judge: (model, caller) => ({ refusals: model.allows(caller, "publisher") ? [] : ["403"] }),
    perform: async ({ api }) => (await api.POST("/v1/content", { body: {} })).data,
    accept(model, caller, { guid, owner_guid }) {
      expectEqual(owner_guid, caller.owner.guid, "the owner");
      model.content.push({ guid, owner: caller.owner });
    },
  };
}

/** `user.content.find()`: an administrator sees all of it, the owner their own; it is for them alone unless they say otherwise. */
export function findContent(who: number): Call<ContentRecord[]> {
  return {
    text: `content.find(user ${who})`,
    judge(model, caller) {
      return { refusals: model.visibleTo(caller).includes(pick(model.users, who)) ? [] : ["404/4"] };
    },
    async perform({ users }, model) {
      const user = await users.get(pick(model.users, who).guid);
      return user.content.find();
    },
    accept(model, caller, items) {
      const owner = pick(model.users, who);
      const visible = model.allows(caller, "administrator") || owner === caller.owner;
      const expected = visible ? model.content.filter((item) => item.owner === owner) : [];
      expectEqual(
        items.map(({ guid }) => guid).toSorted(),
        expected.map(({ guid }) => guid).toSorted(),
        "content.find()",
      );
    },
  };
}

/** Creates a group, which the SDK leaves to the client underneath. */
export function createGroup(name: string): Call<GroupRecord> {
  return {
    text: `create group ${name}`,
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

/** `user.groups.add()`. Without a group there is nothing to add to, so one of that guid is asked for that does not exist. */
export function addToGroup(who: number, which: number): Call<void> {
  return {
    text: `groups.add(user ${who}, group ${which})`,
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

/** `user.groups.remove()`. Everyone may leave. */
export function removeFromGroup(who: number, which: number): Call<void> {
  return {
    text: `groups.remove(user ${who}, group ${which})`,
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
    text: `groups.find(user ${who})`,
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

/** Administrators manage every group, owners their own as long as they may publish. */
function manages(model: ModelServer, caller: ModelKey, { owner }: ModelGroup): boolean {
  return model.allows(caller, "administrator") || (owner === caller.owner && model.allows(caller, "publisher"));
}

/** `user.keys.create()`, for oneself or for somebody else. Who creates a key can act with it from then on. */
export function createKey(who: number, name: string, user_role: UserRole | undefined): Call<ApiKeyRecord> {
  return {
    text: `keys.create(user ${who}, ${JSON.stringify({ name, user_role })})`,
    judge(model, caller) {
      const target = pick(model.users, who);
      if (!model.visibleTo(caller).includes(target)) return { refusals: ["404/4"] };
      if (target !== caller.owner) return { refusals: ["403"] };
      const refusals = name.trim() === "" ? ["400/62"] : [];
      const role = user_role ?? caller.owner.user_role;
      if (user_role !== undefined && isHigher(role, caller.owner.user_role)) return { refusals: [...refusals, "400"] };
      // Whether a weaker key can make a stronger one is not documented.
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

/** `user.keys.delete()` of a key that was created before; by its owner or by somebody else. */
export function deleteKey(which: number): Call<void> {
  return {
    text: `keys.delete(key ${which})`,
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

/** One that was created in the sequence, if there is any. */
function keyAt({ keys }: ModelServer, which: number): ModelKey {
  const created = keys.filter(({ id }) => id !== undefined);
  return pick(created.length > 0 ? created : keys, which);
}
