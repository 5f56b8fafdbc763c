import { ApiProblem } from "../errors.ts";
import type { AuditLogRecord } from "../state/audit-log.ts";
import { keysetPage, type Keyset } from "./input.ts";
import type { HandlerMap } from "./operation.ts";

/** The audit log: list, search, and the actions in it. */
export const auditLogHandlers = {
  getAuditLogs(state, { query }, { baseUrl }) {
    const { ascOrder: ascending } = query;
    if (query.next !== undefined && query.previous !== undefined) {
      throw new ApiProblem("InvalidParameter", "next and previous cannot be combined.");
    }
    const entries = state.audit.all();
    const keyset = keysetOf(`${baseUrl}/__api__/v1/audit_logs`, ascending);
    const { items: results, paging } = keysetPage(ascending ? entries : entries.toReversed(), query, keyset);
    return { status: 200, body: { results, paging } };
  },

  searchAuditLogs(state, { query }) {
    const matches = parseSearch(query.q ?? "");
    // Real server: the default order is unknown, assumed the newest first.
    const found = state.audit.all().filter(matches);
    if (query.order !== "asc") found.reverse();
    const start = (query.page_number - 1) * query.page_size;
    return { status: 200, body: { total: found.length, results: found.slice(start, start + query.page_size) } };
  },

  getAuditActions() {
    const body = Object.entries(AUDIT_ACTIONS).map(([action, description]) => ({ action, description }));
    return { status: 200, body };
  },
} satisfies HandlerMap<"getAuditLogs" | "searchAuditLogs" | "getAuditActions">;

/**
 * Every action that the fake records. Real server: has more, and the names for content, bundles and tags are not published. The fake's
 * follow the other names.
 */
export const AUDIT_ACTIONS = {
  add_user: "A user was created.",
  edit_user: "The details or the role of a user were changed.",
  update_lock_user: "A user was locked or unlocked.",
  user_login: "A user signed in.",
  add_group: "A group was created.",
  edit_group: "A group was changed.",
  remove_group: "A group was deleted.",
  add_group_member: "A user was added to a group.",
  remove_group_member: "A user was removed from a group.",
  assign_user_app_role: "A user got access to content.",
  remove_user_app_role: "A user lost access to content.",
  assign_group_app_role: "A group got access to content.",
  remove_group_app_role: "A group lost access to content.",
  add_api_key: "An API key was created.",
  remove_api_key: "An API key was deleted.",
  add_application: "Content was created.",
  edit_application: "Content was changed or handed to another owner.",
  remove_application: "Content was deleted.",
  add_bundle: "A bundle was uploaded.",
  remove_bundle: "A bundle was deleted.",
  deploy_application: "A bundle of content was deployed.",
  add_tag: "A tag was created.",
  edit_tag: "A tag was renamed or moved.",
  remove_tag: "A tag was deleted.",
  add_application_tag: "Content got a tag.",
  remove_application_tag: "Content lost a tag.",
} as const satisfies Readonly<Record<string, string>>;

/**
 * Returns how the log is read by pages. A cursor is the id of an entry. As ids never change, cursors stay valid while entries are
 * added, and even when the entry itself is no longer kept.
 */
function keysetOf(url: string, ascending: boolean): Keyset<AuditLogRecord> {
  return {
    url,
    cursorOf: ({ id }) => id,
    isBefore: (cursor) => {
      if (!/^\d{1,15}$/.test(cursor)) return undefined;
      return ({ id }) => (ascending ? Number(id) < Number(cursor) : Number(id) > Number(cursor));
    },
  };
}

type Condition = (entry: AuditLogRecord) => boolean;

/** Parses words and filters, such as `mira action:add_user,edit_user -user_id:0`. All of them have to match. */
function parseSearch(text: string): Condition {
  const conditions = Array.from(text.matchAll(TERM), ([, minus = "", name = "", value = ""]) => {
    const condition = createCondition(name.slice(0, -1), value);
    return minus === "" ? condition : (entry: AuditLogRecord) => !condition(entry);
  });
  return (entry) => conditions.every((condition) => condition(entry));
}

/** An optional minus sign, an optional name with a colon, and values of which some may be quoted. */
const TERM = /(-?)((?:action|user_guid|user_id|from|to):)?((?:"[^"]*"|[^\s"])+)/g;

function createCondition(name: string, text: string): Condition {
  const values = Array.from(text.matchAll(/"([^"]*)"|([^,"]+)/g), ([, quoted, plain = ""]) => quoted ?? plain);
  switch (name) {
    case "action":
      return ({ action }) => values.some((value) => value.toLowerCase() === action.toLowerCase());
    case "user_guid":
      return ({ user_guid }) => values.some((value) => value.toLowerCase() === user_guid);
    case "user_id":
      return ({ user_id }) => values.includes(user_id);
    case "from": {
      const time = readTime(name, values);
      return (entry) => Date.parse(entry.time) >= time;
    }
    case "to": {
      const time = readTime(name, values);
      return (entry) => Date.parse(entry.time) <= time;
    }
    default: {
      const word = text.replaceAll('"', "").toLowerCase();
      return ({ user_description, action, event_description }) =>
        [user_description, action, event_description].some((field) => field.toLowerCase().includes(word));
    }
  }
}

function readTime(name: string, values: readonly string[]): number {
  const time = Date.parse(values.join(","));
  // Real server: the code is unknown.
  if (Number.isNaN(time)) throw new ApiProblem("InvalidParameter", `${name} must be an RFC 3339 timestamp.`);
  return time;
}
