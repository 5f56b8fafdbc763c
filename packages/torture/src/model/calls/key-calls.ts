import type { ApiKeyRecord, UserRole } from "@connect-sdk/api";
import { type Call, pick } from "../call.ts";
import { isHigher, type ModelKey, type ModelServer } from "../model-server.ts";

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
