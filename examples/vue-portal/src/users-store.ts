import type { Connection, User } from "@connect-sdk/users";
import { defineStore } from "pinia";
import { ref } from "vue";

/** Returns the store of the users that match a search. `User` objects work behind Vue's proxies. */
export function createUsersStore({ users }: Connection) {
  return defineStore("users", () => {
    const found = ref<User[]>([]);
    const error = ref("");

    let latest = new AbortController();

    /** Replaces the users found. A newer search cancels an older one, whose response could arrive later. */
    async function search(prefix: string): Promise<void> {
      latest.abort();
      const { signal } = (latest = new AbortController());
      await show(async () => {
        found.value = await users.find(prefix === "" ? {} : { prefix }, { limit: 50, signal });
      }, signal);
    }

    async function toggle(user: User): Promise<void> {
      await show(() => (user.locked ? user.unlock() : user.lock()));
    }

    /** Runs an action, and keeps its error for the page unless it was canceled. */
    async function show(action: () => Promise<unknown>, signal?: AbortSignal): Promise<void> {
      error.value = "";
      try {
        await action();
      } catch (failure) {
        if (signal?.aborted !== true) error.value = failure instanceof Error ? failure.message : String(failure);
      }
    }

    return { found, error, search, toggle };
  });
}
