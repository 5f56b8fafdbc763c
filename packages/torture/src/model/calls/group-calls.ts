import type { GroupRecord } from "@connect-sdk/api";
import { expectEqual } from "../../matrix/expect-equal.ts";
import { type Call, pick } from "../call.ts";
import type { ModelGroup, ModelKey, ModelServer } from "../model-server.ts";

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
