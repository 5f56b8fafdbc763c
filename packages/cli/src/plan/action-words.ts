import type { Action } from "./plan.ts";

/** What an action is called once it is done. */
export const PAST: Readonly<Record<Action, string>> = {
  create: "created",
  update: "updated",
  lock: "locked",
  unlock: "unlocked",
};
