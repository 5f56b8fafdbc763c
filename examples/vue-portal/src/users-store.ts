import type { Connection, User } from "@connect-sdk/users";
import { defineStore } from "pinia";
import { ref } from "vue";

/** Returns the store of the users that match a search. `User` objects work behind Vue's proxies. */
export function createUsersStore({ users }: Connection) {
  return defineStore("users", () => {
    const found = ref<User[]>([]);
    const error = ref("");

    async function search(prefix: string): Promise<void> {
      error.value = "";
      found.value = await users.find(prefix === "" ? {} : { prefix }, { limit: 50 });
    }

    async function toggle(user: User): Promise<void> {
      error.value = "";
      try {
        await (user.locked ? user.unlock() : user.lock());
      } catch (failure) {
        error.value = failure instanceof Error ? failure.message : String(failure);
      }
    }

    return { found, error, search, toggle };
  });
}
