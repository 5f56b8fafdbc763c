/** The control routes under `/__fake__`, which `openapi/fake-control.yaml` describes. */
import { ApiProblem } from "../errors.ts";
import type { FakeConnect } from "../fake-connect-types.ts";
import { parseJson } from "../http/body.ts";
import {
  emptyResponse,
  type HttpRequest,
  type HttpResponse,
  jsonResponse,
  problemResponse,
  type RequestHandler,
} from "../http/exchange.ts";
import { type ControlRequest, type ControlRoute, type Inspection, NotFound } from "../inspector/inspection.ts";
import { foreignReason } from "../http/authenticate.ts";
import { addContentSeed, addGroupSeed } from "../details.ts";
import { readSnapshot } from "../snapshot.ts";
import { InvalidInput, validate } from "../validate.ts";
import { operations } from "@connect-sdk/api/operations";
import { listAudit, listContent, listGroups, showContent, showGroup } from "../inspector/organization.ts";
import { watchChanges } from "../inspector/changes.ts";
import { previewClock } from "../inspector/clock.ts";
import { changeUser, listUsers, revealKey, showUser } from "../inspector/users.ts";

/**
 * Handles requests under `/__fake__` and passes all others on.
 *
 * @param host - the address that the server listens on.
 * @param token - accepted in place of the administrator's key, which an empty server does not have yet.
 */
export function withControl(
  fake: FakeConnect,
  inspection: Inspection,
  host: string,
  token: string | undefined,
  handle: RequestHandler,
): RequestHandler {
  const root = `${new URL(fake.url).pathname.replace(/\/$/, "")}/__fake__`;
  const routes = controlRoutes(fake, inspection);
  const respond = async (request: HttpRequest): Promise<HttpResponse> => {
    const method = request.method === "HEAD" ? "GET" : request.method;
    try {
      const foreign = foreignReason(request, host);
      if (foreign !== undefined) throw new ControlError(403, foreign);
      authenticate(request, [fake.apiKey, ...(token === undefined ? [] : [token])]);
      const { route, parameter } = findRoute(routes, method, request.path.slice(root.length));
      const { query, signal } = request;
      const body = method === "GET" ? undefined : await readJson(request);
      const result = await route({ body, query, parameter, signal });
      return result === undefined ? emptyResponse(204) : jsonResponse(200, result);
    } catch (error) {
      return errorResponse(error);
    }
  };
  return (request) =>
    request.path === root || request.path.startsWith(`${root}/`) ? respond(request) : handle(request);
}

/** The routes by method and path below `/__fake__`. */
function controlRoutes(fake: FakeConnect, inspection: Inspection): ReadonlyMap<string, ControlRoute> {
  const { faults } = inspection;
  return new Map<string, ControlRoute>([
    ["GET /state", () => ({ now: fake.clock.now(), users: fake.users, groups: fake.groups, content: fake.content })],
    ["GET /audit", () => fake.audit],
    ["GET /requests", () => fake.requests],
    [
      "POST /reset",
      () => {
        fake.reset();
      },
    ],
    ["GET /snapshot", () => fake.snapshot()],
    [
      "POST /snapshot",
      ({ body }) => {
        fake.restore(readSnapshot(body));
      },
    ],
    ["GET /faults", () => faults.list()],
    [
      "POST /faults",
      ({ body }) => {
        fake.fault(validate("Fault", body));
        return faults.list().at(-1);
      },
    ],
    [
      "DELETE /faults",
      () => {
        fake.clearFaults();
      },
    ],
    [
      "POST /clock",
      ({ body }) => {
        fake.clock.advance(validate("ClockChange", body).advance);
        return { now: fake.clock.now() };
      },
    ],
    ["POST /users", ({ body }) => fake.addUser(validate("UserDetails", body ?? {}))],
    ["POST /groups", ({ body }) => addGroupSeed(fake, validate("GroupSeed", body ?? {}))],
    ["POST /content", ({ body }) => addContentSeed(fake, validate("ContentSeed", body ?? {}))],
    ["POST /permissions", ({ body }) => fake.addPermission(validate("PermissionDetails", body))],
    ["POST /tags", ({ body }) => fake.addTag(validate("TagDetails", body))],
    [
      "POST /visits",
      ({ body }) => {
        fake.addVisit(validate("VisitDetails", body));
      },
    ],
    ["POST /jobs", ({ body }) => ({ key: fake.addJob(validate("JobDetails", body)) })],
    ["POST /integrations", ({ body }) => fake.addIntegration(validate("IntegrationDetails", body ?? {}))],
    ["POST /oauth-sessions", ({ body }) => fake.addOAuthSession(validate("OAuthSessionDetails", body))],
    ["POST /session-tokens", ({ body }) => ({ token: sessionToken(fake, validate("SessionTokenRequest", body)) })],
    [
      "POST /sign-ins",
      ({ body }) => {
        const { user, ...options } = validate("SignInRequest", body);
        return fake.signIn(user, options);
      },
    ],
    [
      "POST /idp",
      ({ body }) => {
        const { user, change } = validate("ProviderChangeRequest", body);
        return fake.idp(user, change);
      },
    ],
    ["GET /oauth", () => fake.oauth.pending],
    [
      "POST /oauth/approve",
      ({ body }) => {
        const { id, user } = validate("SignInApproval", body);
        return { redirect: fake.oauth.approve(id, user) };
      },
    ],
    ["POST /oauth/deny", ({ body }) => ({ redirect: fake.oauth.deny(validate("SignInRefusal", body).id) })],
    ["POST /oauth/tokens", ({ body }) => fake.oauth.tokensFor(validate("UserRequest", body).user)],
    ["POST /principals", ({ body }) => ({ guid: fake.oauth.addPrincipal(validate("PrincipalDetails", body)) })],
    [
      "POST /identity-tokens",
      async ({ body }) => ({ token: await fake.oauth.identityToken(validate("IdentityTokenDetails", body ?? {})) }),
    ],
    [
      "POST /keys",
      ({ body }) => {
        const { user, ...options } = validate("KeyRequest", body);
        return { api_key: fake.keyFor(user, options) };
      },
    ],
    ...inspectionRoutes(inspection),
  ]);
}

/** Returns a session token of a visitor, or without a user of the content itself. */
function sessionToken(
  fake: FakeConnect,
  { user, ...options }: ReturnType<typeof validate<"SessionTokenRequest">>,
): string {
  const { content, ...others } = options;
  return user === undefined ? fake.contentSessionTokenFor(content, others) : fake.sessionTokenFor(user, options);
}

function authenticate(request: HttpRequest, keys: readonly string[]): void {
  const credential = request.header("authorization") ?? request.header("x-rsc-authorization");
  if (keys.some((key) => key !== "" && credential === `Key ${key}`)) return;
  throw new ControlError(401, "The control routes require the administrator's key: Authorization: Key …");
}

interface FoundRoute extends Pick<ControlRequest, "parameter"> {
  readonly route: ControlRoute;
}

function findRoute(routes: ReadonlyMap<string, ControlRoute>, method: string, path: string): FoundRoute {
  const exact = routes.get(`${method} ${path}`);
  if (exact !== undefined) return { route: exact, parameter: "" };
  const [, collection = "", sent = ""] = /^(\/[a-z]+)\/([^/{}]+)$/.exec(path) ?? [];
  const route = routes.get(`${method} ${collection}/{guid}`) ?? routes.get(`${method} ${collection}/{id}`);
  const parameter = decode(sent);
  if (route !== undefined && parameter !== undefined) return { route, parameter };
  const known = [...routes.keys()].join(", ");
  throw new ControlError(404, `There is no route ${method} /__fake__${path}. Routes: ${known}.`);
}

function decode(parameter: string): string | undefined {
  try {
    return decodeURIComponent(parameter);
  } catch {
    return undefined;
  }
}

/** Snapshots of large servers are larger than the requests that the server itself accepts. */
const MAX_BODY_BYTES = 268_435_456;

async function readJson(request: HttpRequest): Promise<unknown> {
  const { value, problem } = parseJson(await request.bytes(MAX_BODY_BYTES));
  if (problem !== undefined) throw new ControlError(400, problem.message);
  return value;
}

class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: keyof typeof CODES;

  constructor(status: keyof typeof CODES, message: string) {
    super(message);
    this.status = status;
  }
}

/** Connect's codes for the same kinds of errors. */
const CODES = { 400: 25, 401: 24, 403: 22, 404: 2 } as const;

/** Creates a response with Connect's error envelope, which its clients can display. */
function errorResponse(error: unknown): HttpResponse {
  if (error instanceof ApiProblem) return problemResponse(error);
  const status = statusOf(error);
  if (status === undefined || !(error instanceof Error)) throw error;
  return jsonResponse(status, { code: CODES[status], error: error.message, payload: null });
}

function statusOf(error: unknown): keyof typeof CODES | undefined {
  if (error instanceof ControlError) return error.status;
  if (error instanceof NotFound) return 404;
  return error instanceof InvalidInput || error instanceof RangeError ? 400 : undefined;
}

/** Returns the control routes that show a fake in parts, by method and path below `/__fake__`. */
export function inspectionRoutes(inspection: Inspection): readonly (readonly [string, ControlRoute])[] {
  const changes = watchChanges(inspection);
  return [
    ["GET /changes", ({ query, signal }) => changes(query, signal)],
    ["GET /operations", listOperations],
    ["GET /users", ({ query }) => listUsers(inspection, query)],
    ["GET /users/{guid}", ({ parameter }) => showUser(inspection, parameter)],
    ["PATCH /users/{guid}", ({ parameter, body }) => changeUser(inspection, parameter, body)],
    ["GET /groups", ({ query }) => listGroups(inspection, query)],
    ["GET /groups/{guid}", ({ parameter }) => showGroup(inspection, parameter)],
    ["GET /content", ({ query }) => listContent(inspection, query)],
    ["GET /content/{guid}", ({ parameter }) => showContent(inspection, parameter)],
    ["GET /audit/entries", ({ query }) => listAudit(inspection, query)],
    ["GET /keys/{id}", ({ parameter }) => revealKey(inspection, parameter)],
    ["POST /clock/preview", ({ body }) => previewClock(inspection, body)],
    [
      "DELETE /faults/{id}",
      ({ parameter }) => {
        if (!inspection.faults.remove(Number(parameter))) throw new NotFound(`There is no fault ${parameter}.`);
      },
    ],
  ];
}

/** An operation of the Connect API. */
export interface ListedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

function listOperations(): ListedOperation[] {
  return Object.entries(operations).map(([id, { method, path }]) => ({ id, method, path }));
}
