import { Problem } from "../errors/problem.ts";
import { requireGroups, viewGroup } from "./group-rules.ts";
import type { HandlerMap } from "./handler-types.ts";

/** Groups in the directory: find them, take them over. Only LDAP has any. */
export const remoteGroupHandlers = {
  searchRemoteGroups(state, { query }) {
    requireGroups(state);
    if (state.options.provider !== "ldap") throw new Problem("InvalidAuthProvider");
    const start = query.prefix.toLowerCase();
    const matches = state.directory.groups.filter((name) => name.toLowerCase().startsWith(start)).sort();
    const results = matches.slice(0, query.limit).map((name) => ({
      name,
      guid: state.groups.byName(name)?.guid ?? null,
      temp_ticket: state.directory.ticketForGroup(name),
    }));
    return { status: 200, body: { results, current_page: 1, total: matches.length } };
  },

  createRemoteGroup(state, { body }) {
    requireGroups(state);
    if (state.options.provider !== "ldap") throw new Problem("PullOnPushAuth");
    const name = state.directory.groupOf(body.temp_ticket);
    if (name === undefined) throw new Problem("InvalidTempTicket");
    if (state.groups.byName(name) !== undefined) throw new Problem("DuplicateGroupName");
    state.directory.useGroup(name);
    const guid = state.ids.guid("group", state.ids.next("group"));
    const uniqueId = `cn=${name},ou=groups,dc=example,dc=com`;
    const group = state.groups.add({ guid, name, ownerGuid: null, gid: null, uniqueId, members: [] });
    return { status: 200, body: viewGroup(state, group) };
  },
} satisfies HandlerMap<"searchRemoteGroups" | "createRemoteGroup">;
