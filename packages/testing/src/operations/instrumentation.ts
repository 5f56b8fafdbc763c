import type { ContentHitRecord, ContentRecord, ContentVisitRecord, ShinyUsageRecord } from "@connect-sdk/api";
import { ApiProblem } from "../errors.ts";
import { formatTime } from "../state/clock.ts";
import type { FakeState } from "../state/fake-state.ts";
import { isGuid } from "../state/ids.ts";
import { compareVisits, type StoredVisit } from "../state/content-store.ts";
import { appRoleOf } from "./content.ts";
import { keysetPage, type KeysetPage, type KeysetQuery } from "./input.ts";
import { isAdministrator, type Caller, type HandlerMap, type OperationContext } from "./operation.ts";

/** Instrumentation: who used which content. All of it comes from the visits that a test adds. */
export const instrumentationHandlers = {
  getContentVisits(state, { query }, context) {
    const visits = selectVisits(state, query, context.caller).filter(
      (visit) =>
        !isShiny(state, visit) &&
        (visit.data_version ?? VISIT_VERSION) >= query.min_data_version &&
        (query.user_agent === undefined || visit.user_agent === query.user_agent),
    );
    const { items, paging } = page(state, visits, query, "/v1/instrumentation/content/visits", context);
    return { status: 200, body: { results: items.map(viewVisit), paging } };
  },

  getShinyAppUsage(state, { query }, context) {
    const visits = selectVisits(state, query, context.caller).filter(
      (visit) => isShiny(state, visit) && (visit.data_version ?? USAGE_VERSION) >= query.min_data_version,
    );
    const { items, paging } = page(state, visits, query, "/v1/instrumentation/shiny/usage", context);
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
  state: FakeState,
  visits: StoredVisit[],
  query: PageQuery,
  path: string,
  { baseUrl }: OperationContext<Caller>,
): KeysetPage<StoredVisit> {
  const direction = query.asc_order ? 1 : -1;
  return keysetPage(query.asc_order ? visits : visits.reverse(), query, {
    url: `${baseUrl}/__api__${path}`,
    cursorOf: ({ id }) => String(id),
    isBefore: (cursor) => {
      const edge = state.visits.get(Number(cursor));
      return edge && ((visit) => direction * compareVisits(visit, edge) < 0);
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
