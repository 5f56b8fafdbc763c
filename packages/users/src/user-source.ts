import type { ConnectClient, UserRecord } from "@connect-sdk/api";
import type { UserQuery, UserSort } from "./find-user.ts";
import type { Source } from "./listing/source.ts";

/** The users whom a query selects, as a list that is read page by page. */
export function userSource(api: ConnectClient, query: UserQuery, signal: AbortSignal): Source<UserRecord> {
  return {
    // Users cannot be deleted, so only a filter makes them leave a list.
    shrinks: query.user_role !== undefined || query.account_status !== undefined,
    place: (user) => placeOf(user, query.sort),
    fetchPage: (page) => api.GET("/v1/users", { params: { query: { ...query, ...page } }, signal }),
  };
}

/** What decides about a user's place in a list. */
export function placeOf(user: UserRecord, sort: UserSort = "first_name"): string {
  const { guid, first_name, last_name, username, email } = user;
  return JSON.stringify([guid, user[sort], first_name, last_name, username, email]);
}
