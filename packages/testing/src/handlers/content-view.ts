import type { ContentRecord } from "@connect-sdk/api";
import { Problem } from "../errors/problem.ts";
import type { StoredContent } from "../state/content-store.ts";
import type { FakeState } from "../state/fake-state.ts";
import { callerOf, type Call } from "./call.ts";
import { appRoleOf } from "./content-rules.ts";
import type { InputOf } from "./handler-types.ts";

/** What can be asked for in addition to an item's own fields. */
export type Includes = InputOf<"getContents">["query"]["include"];

const NEW_INCLUDES: readonly string[] = ["bookmarked", "schedule"];

/** Throws a `Problem` for what a server of this version cannot include. */
export function checkIncludes(state: FakeState, includes: Includes = []): void {
  if (includes.some((name) => NEW_INCLUDES.includes(name)) && !state.version.has("newIncludes")) {
    throw new Problem("InvalidInclude");
  }
}

/** An item as the caller sees it. Tags and vanity addresses are left out, because the fake has none. */
export function viewContent(state: FakeState, item: StoredContent, call: Call, includes: Includes = []): ContentRecord {
  const { locked, locked_message, owner_guid, ...rest } = item;
  const owner = includes.includes("owner") ? state.users.get(owner_guid)?.record : undefined;
  return {
    ...rest,
    owner_guid,
    ...(state.version.has("contentLock") && { locked, locked_message }),
    content_url: `${call.baseUrl}/content/${item.guid}/`,
    dashboard_url: `${call.baseUrl}/connect/#/apps/${item.guid}`,
    app_role: appRoleOf(state, item, callerOf(call)),
    ...(owner && {
      owner: {
        guid: owner.guid,
        username: owner.username,
        first_name: owner.first_name,
        last_name: owner.last_name,
      },
    }),
    ...(includes.includes("bookmarked") && { bookmarked: false }),
    ...(includes.includes("schedule") && { schedules: [] }),
  };
}
