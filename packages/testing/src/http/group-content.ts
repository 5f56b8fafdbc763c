import { canView } from "../operations/content.ts";
import { findGroup } from "../operations/groups.ts";
import { requireCaller } from "./require-caller.ts";
import type { UndocumentedRoute } from "./undocumented-routes.ts";
import { jsonReply } from "./wire-reply.ts";

/** Answers which content a group was given access to, as far as the caller may see it. */
export const answerGroupContent: UndocumentedRoute["answer"] = (state, request, { guid = "" }, record) => {
  const caller = requireCaller(state, request, record);
  const group = findGroup(state, guid);
  const items = Array.from(state.permissions.contentOf(group.guid), (content) => state.content.get(content));
  const body = items.flatMap((item) => {
    const permission = item && state.permissions.forPrincipal(item.guid, group.guid);
    if (item === undefined || permission === undefined || !canView(state, item, caller)) return [];
    return {
      content_guid: item.guid,
      content_name: item.name,
      content_title: item.title,
      access_type: item.access_type,
      permissions: [
        {
          principal_guid: group.guid,
          principal_name: group.name,
          principal_type: "group",
          // Real server: called so here, while it is `owner` in the list of permissions.
          principal_role: permission.role === "owner" ? "publisher" : "viewer",
        },
      ],
    };
  });
  return jsonReply(200, body);
};
