import { ApiProblem } from "../errors.ts";
import type { AuditLogRecord } from "../state/audit-log.ts";
import { type Keyset, keysetPage, type KeysetPage, type KeysetQuery } from "./input.ts";
import { type Caller, type HandlerMap, isAdministrator, type OperationContext } from "./operation.ts";
import type { ContentHitRecord, ContentRecord, ContentVisitRecord, ShinyUsageRecord } from "@connect-sdk/api";
import { formatTime } from "../state/clock.ts";
import type { FakeState } from "../state/fake-state.ts";
import { isGuid } from "../state/ids.ts";
import { compareVisits, type StoredVisit } from "../state/content-store.ts";
import { appRoleOf } from "./content.ts";

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
    // Real server: unknown how large a page can be.
    if (query.page_size > state.options.assumptions.auditSearchPage) throw new ApiProblem("InvalidRange");
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
      const time = parseTime(name, values);
      return (entry) => Date.parse(entry.time) >= time;
    }
    case "to": {
      const time = parseTime(name, values);
      return (entry) => Date.parse(entry.time) <= time;
    }
    default: {
      const word = text.replaceAll('"', "").toLowerCase();
      return ({ user_description, action, event_description }) =>
        [user_description, action, event_description].some((field) => field.toLowerCase().includes(word));
    }
  }
}

function parseTime(name: string, values: readonly string[]): number {
  const time = Date.parse(values.join(","));
  // Real server: the code is unknown.
  if (Number.isNaN(time)) throw new ApiProblem("InvalidParameter", `${name} must be an RFC 3339 timestamp.`);
  return time;
}

/** Instrumentation: who used which content. All of it comes from the visits that a test adds. */
export const instrumentationHandlers = {
  getContentVisits(state, { query }, context) {
    const visits = selectVisits(state, query, context.caller).filter(
      (visit) =>
        !isShiny(state, visit) &&
        (visit.data_version ?? VISIT_VERSION) >= query.min_data_version &&
        (query.user_agent === undefined || visit.user_agent === query.user_agent),
    );
    const { items, paging } = page(visits, query, "/v1/instrumentation/content/visits", context);
    return { status: 200, body: { results: items.map(viewVisit), paging } };
  },

  getShinyAppUsage(state, { query }, context) {
    const visits = selectVisits(state, query, context.caller).filter(
      (visit) => isShiny(state, visit) && (visit.data_version ?? USAGE_VERSION) >= query.min_data_version,
    );
    const { items, paging } = page(visits, query, "/v1/instrumentation/shiny/usage", context);
    return { status: 200, body: { results: items.map(viewUsage), paging } };
  },

  getContentHits(state, { query }, { caller }) {
    return { status: 200, body: selectVisits(state, query, caller).map(viewHit) };
  },
} satisfies HandlerMap<"getContentVisits" | "getShinyAppUsage" | "getContentHits">;

/** The way in which servers record visits, and sessions of Shiny applications, today. */
const VISIT_VERSION = 3;
const USAGE_VERSION = 1;

// Real server: unknown whether Shiny for Python counts as Shiny here, assumed so.
const SHINY: readonly ContentRecord["app_mode"][] = ["shiny", "rmd-shiny", "quarto-shiny", "python-shiny"];

function isShiny(state: FakeState, { content_guid }: StoredVisit): boolean {
  const item = state.content.get(content_guid);
  return item !== undefined && SHINY.includes(item.app_mode);
}

interface VisitQuery {
  readonly content_guid: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Returns the visits in a window of time to the content that the caller owns or collaborates on; all for administrators. */
function selectVisits(state: FakeState, { content_guid, from, to }: VisitQuery, caller: Caller): StoredVisit[] {
  if (content_guid !== undefined && !isGuid(content_guid)) {
    throw new ApiProblem("InvalidId", `Not a valid GUID: ${content_guid}`);
  }
  const earliest = readTime("from", from);
  const latest = readTime("to", to) ?? state.clock.timestamp;
  const visible = new Map<string, boolean>();
  const isVisible = (guid: string): boolean => {
    const known = visible.get(guid) ?? canRead(state, guid, caller);
    visible.set(guid, known);
    return known;
  };
  return state.visits
    .all()
    .filter(
      (visit) =>
        (content_guid === undefined || visit.content_guid === content_guid.toLowerCase()) &&
        (earliest === undefined || visit.time >= earliest) &&
        visit.time <= latest &&
        isVisible(visit.content_guid),
    );
}

function canRead(state: FakeState, contentGuid: string, caller: Caller): boolean {
  const item = state.content.get(contentGuid);
  if (item === undefined) return false;
  return isAdministrator(caller) || ["owner", "editor"].includes(appRoleOf(state, item, caller));
}

/** A date and a time with an offset. `Date.parse` alone accepts much more. */
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** Returns a time of the query in the format of the stored ones. */
function readTime(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = RFC_3339.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return formatTime(time);
  throw new ApiProblem("InvalidTimeFormat", `${name} must be a time such as 2026-01-31T12:00:00Z.`);
}

interface PageQuery extends KeysetQuery, VisitQuery {
  readonly asc_order: boolean;
}

function page(
  visits: StoredVisit[],
  query: PageQuery,
  path: string,
  { baseUrl }: OperationContext<Caller>,
): KeysetPage<StoredVisit> {
  const direction = query.asc_order ? 1 : -1;
  return keysetPage(query.asc_order ? visits : visits.reverse(), query, {
    url: `${baseUrl}/__api__${path}`,
    // Time and id, so that a cursor stays valid when its visit has gone with the content.
    cursorOf: ({ time, id }) => `${Date.parse(time)}-${id}`,
    isBefore: (cursor) => {
      const [, milliseconds, id] = /^(-?\d{1,15})-(\d{1,15})$/.exec(cursor) ?? [];
      if (milliseconds === undefined || id === undefined) return undefined;
      const edge = { time: formatTime(Number(milliseconds)), id: Number(id) };
      return (visit) => direction * compareVisits(visit, edge) < 0;
    },
  });
}

function viewVisit(visit: StoredVisit): ContentVisitRecord {
  const { content_guid, user_guid, variant_key, time, rendering_id, bundle_id, path, user_agent } = visit;
  const data_version = visit.data_version ?? VISIT_VERSION;
  return { content_guid, user_guid, variant_key, time, rendering_id, bundle_id, path, data_version, user_agent };
}

function viewUsage({ content_guid, user_guid, time, ended, data_version }: StoredVisit): ShinyUsageRecord {
  return { content_guid, user_guid, started: time, ended, data_version: data_version ?? USAGE_VERSION };
}

function viewHit({ id, content_guid, user_guid, time, path, query, user_agent }: StoredVisit): ContentHitRecord {
  return { id: String(id), user_guid, content_guid, timestamp: time, data: { path, query, user_agent } };
}
