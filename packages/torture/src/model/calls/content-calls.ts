import type { ContentRecord } from "@connect-sdk/api";
import { expectEqual } from "../../matrix/expect-equal.ts";
import { type Call, pick } from "../call.ts";

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
