import { ApiProblem } from "../errors.ts";
import { userActor } from "../state/audit-log.ts";
import { editedContent, findEditableContent, canView } from "../operations/content.ts";
import { readPath } from "../operations/input.ts";
import { requireCaller, identifyCaller } from "./authenticate.ts";
import { jsonResponse, type Exchange, type Handler, type HttpResponse, textResponse } from "./exchange.ts";
import { readBody } from "./body.ts";
import { isGuid } from "../state/ids.ts";
import type { StoredContent } from "../state/content-store.ts";

/** A route that clients use although it is not in the document. */
export interface UndocumentedRoute {
  readonly methods: readonly string[];
  /** Below the API's base path, with parameters as `:name`. */
  readonly path: string;
  readonly handle: Handler;
}

/** All undocumented routes. */
export const undocumentedRoutes: readonly UndocumentedRoute[] = [
  { methods: ["GET"], path: "/me", handle: handleMe },
  { methods: ["GET"], path: "/users/current", handle: handleMe },
  { methods: ["GET", "PATCH", "PUT"], path: "/v1/content/:guid/environment", handle: handleEnvironment },
  { methods: ["GET"], path: "/server_settings/applications", handle: handleApplicationSettings },
  { methods: ["GET"], path: "/server_settings/scheduler", handle: handleSchedulerSettings },
  { methods: ["GET"], path: "/server_settings/scheduler/:mode", handle: handleSchedulerSettings },
];

/** Older clients identify the caller with it. R's deployment client registers accounts by `/users/current`. */
function handleMe(exchange: Exchange): HttpResponse {
  const { user } = requireCaller(exchange);
  // Real server: unknown which number the id is, assumed the one that the audit log has for the user.
  const id = Number(userActor(user).user_id);
  return jsonResponse(200, { id, ...user.record, password: "", preferences: {}, privileges: [] });
}

/** Lists the names of a content item's environment variables, after changing some (PATCH) or all of them (PUT). */
async function handleEnvironment(exchange: Exchange): Promise<HttpResponse> {
  const { state, method, parameters } = exchange;
  const { guid = "" } = readPath(parameters);
  // Real server: unknown who may see the names, assumed the same users that may set them.
  findEditableContent(
    state,
    guid,
    requireCaller(exchange),
    method === "GET" ? "NoViewPermission" : "NoUpdatePermission",
  );
  if (method === "GET") return jsonResponse(200, state.environments.namesOf(guid));

  const { value, problem } = await readBody(exchange);
  exchange.body = withoutValues(value);
  // Again: the key or the content may have been deleted while the body arrived.
  const caller = requireCaller(exchange);
  const item = findEditableContent(state, guid, caller, "NoUpdatePermission");
  if (problem !== undefined) throw problem;
  const names = new Set(method === "PATCH" ? state.environments.namesOf(guid) : []);
  for (const variable of readVariables(value)) {
    if (variable.value === null) names.delete(variable.name);
    else names.add(variable.name);
  }
  state.environments.set(guid, names);
  // Real server: unknown whether and how this is recorded.
  const { action, event } = editedContent(item);
  state.audit.record(userActor(caller.user), action, event);
  return jsonResponse(200, state.environments.namesOf(guid));
}

/** A variable in a request; null removes it. */
interface Variable {
  readonly name: string;
  readonly value: string | null;
}

// Real server: the codes are unknown.
function readVariables(body: unknown): Variable[] {
  if (body === undefined) throw new ApiProblem("CannotParseRequestBody", "A JSON array is required.");
  if (!Array.isArray(body)) throw new ApiProblem("InvalidJson", "The body must be an array.");
  return body.map((item: unknown, index): Variable => {
    const { name, value = null } = isObject(item) ? item : {};
    if (typeof name !== "string" || name === "") {
      throw new ApiProblem("InvalidParameter", `The name of variable ${index} must be a non-empty string.`);
    }
    if (typeof value !== "string" && value !== null) {
      throw new ApiProblem("InvalidParameter", `The value of variable ${index} must be a string or null.`);
    }
    return { name, value };
  });
}

/** For the journal: the values are usually secrets. */
function withoutValues(body: unknown): unknown {
  if (!Array.isArray(body)) return undefined;
  return body.map((item: unknown) => (isObject(item) && "value" in item ? { ...item, value: "[redacted]" } : item));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Publishing tools read these settings before they deploy. */
function handleApplicationSettings(exchange: Exchange): HttpResponse {
  requireCaller(exchange);
  return jsonResponse(200, {
    access_types: ["all", "logged_in", "acl"],
    run_as: "rstudio-connect",
    run_as_group: "rstudio-connect",
    run_as_current_user: false,
  });
}

/** The limits of processes. They are the same for each kind of content and have no effect in the fake. */
function handleSchedulerSettings(exchange: Exchange): HttpResponse {
  requireCaller(exchange);
  return jsonResponse(200, SCHEDULER);
}

// Real server: the values are configurable; 0 means no limit.
const SCHEDULER = {
  min_processes: 0,
  max_processes: 3,
  max_conns_per_process: 20,
  load_factor: 0.5,
  init_timeout: 60,
  idle_timeout: 120,
  min_processes_limit: 0,
  max_processes_limit: 0,
  connection_timeout: 3600,
  read_timeout: 3600,
  cpu_request: 0,
  max_cpu_request: 0,
  cpu_limit: 0,
  max_cpu_limit: 0,
  memory_request: 0,
  max_memory_request: 0,
  memory_limit: 0,
  max_memory_limit: 0,
  amd_gpu_limit: 0,
  max_amd_gpu_limit: 0,
  nvidia_gpu_limit: 0,
  max_nvidia_gpu_limit: 0,
};

/**
 * Handles a visit to the page of a content item, `/content/{guid}/` and everything below it. Test suites wait for it to
 * return 200 after they have deployed. Visits are not recorded: instrumentation shows those that a test adds.
 */
export function handleContentPage(exchange: Exchange): HttpResponse {
  const { state, parameters } = exchange;
  const { guid = "" } = parameters;
  const item = isGuid(guid) ? state.content.get(guid.toLowerCase()) : undefined;
  const caller = identifyCaller(exchange, "optional");
  if (item === undefined) throw new ApiProblem("ObjectDoesNotExist", "There is no such content.");
  if (caller === undefined) {
    // Real server: a browser is redirected to the login page.
    if (item.access_type !== "all") throw new ApiProblem("AuthRequired");
  } else if (!canView(state, item, caller)) {
    throw new ApiProblem("NoViewPermission");
  }
  // Real server: unknown for content that was never deployed or is locked, assumed the same status.
  return textResponse(200, "text/html", pageOf(item));
}

function pageOf({ title, name, bundle_id, locked, locked_message }: StoredContent): string {
  const heading = escapeHtml(title ?? name);
  const message =
    locked === true
      ? escapeHtml(locked_message ?? "")
      : bundle_id === null
        ? "Nothing was deployed."
        : `Bundle ${escapeHtml(bundle_id)}.`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${heading}</title>
<h1>${heading}</h1>
<p>${message}</p>
<p>This server is a fake: it shows this page in place of the content.</p>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes text for elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
