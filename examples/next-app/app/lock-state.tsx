"use client";
import type { UserRecord } from "@connect-sdk/users";

export function LockState({ user }: { user: UserRecord }) {
  return (
    <li>
      {user.username} {user.locked ? "(locked)" : ""}
    </li>
  );
}
