import type { UserRecord } from "@connect-sdk/api";

/** Returns a user as Connect sends it. */
export function userRecord(index: number): UserRecord {
  const number = String(index).padStart(8, "0");
  return {
    email: `user${number}@example.com`,
    username: `user${number}`,
    first_name: `First${number}`,
    last_name: `Last${number}`,
    user_role: "viewer",
    created_time: "2025-01-01T00:00:00Z",
    updated_time: "2025-06-01T00:00:00Z",
    active_time: "2026-01-01T00:00:00Z",
    confirmed: true,
    locked: false,
    guid: `${number}-0000-4000-8000-${number.padStart(12, "0")}`,
  };
}
