import type { UserRecord } from "@connect-sdk/api";

export const GUID = "2d178c46-4dca-40d5-bf1b-c3f1d83b9bf5";

/** A user as a server sends it. */
export const USER: UserRecord = {
  email: "jo@example.com",
  username: "jo",
  first_name: "Jo",
  last_name: "March",
  user_role: "publisher",
  created_time: "2024-01-01T00:00:00Z",
  updated_time: "2024-01-02T00:00:00Z",
  active_time: null,
  confirmed: true,
  locked: false,
  guid: GUID,
};

/** An error as a server sends it. */
export const NOT_FOUND = { code: 4, error: "The requested object does not exist.", payload: null };

/** A key that may appear in one header only. */
export const KEY = "canary-0123456789-canary";
