import type { User } from "@connect-sdk/users";
import type { Entry } from "./plan.ts";

/** Plans to lock or unlock a user. */
export function planLock(user: User, locked: boolean, line?: number): Entry {
  const unchanged = user.locked === locked;
  return {
    line,
    username: user.username,
    guid: user.guid,
    action: locked ? "lock" : "unlock",
    changes: unchanged ? [] : [{ field: "locked", from: user.locked, to: locked }],
    verdict: unchanged
      ? { status: "unchanged" }
      : { status: "planned", work: { kind: "change", user, update: {}, locked } },
  };
}
