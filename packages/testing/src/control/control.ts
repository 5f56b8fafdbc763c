/** The control routes under `/__fake__`, which `openapi/fake-control.yaml` describes. */
import { ApiProblem } from "../errors.ts";
import type { FakeConnect } from "../fake-connect-types.ts";
import type { Fault, FaultHandle } from "../faults.ts";
import { parseJson } from "../http/body.ts";
import { emptyResponse, jsonResponse, problemResponse, type HttpRequest, type HttpResponse } from "../http/exchange.ts";
import { foreignReason } from "./foreign-requests.ts";
import { addContentSeed, addGroupSeed } from "../seed.ts";
import { readSnapshot } from "../snapshot.ts";
import { InvalidInput, validate } from "../validate.ts";

type RequestHandler = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * Handles requests under `/__fake__` and passes all others on.
 *
 * @param host - the address that the server listens on.
 */
export function withControl(fake: FakeConnect, host: string, handle: RequestHandler): RequestHandler {
  const root = `${new URL(fake.url).pathname.replace(/\/$/, "")}/__fake__`;
  const routes = controlRoutes(fake);
  return async (request) => {
    const { path } = request;
    const method = request.method === "HEAD" ? "GET" : request.method;
    if (path !== root && !path.startsWith(`${root}/`)) return handle(request);
    try {
      const foreign = foreignReason(request, host);
      if (foreign !== undefined) throw new ControlError(403, foreign);
      authenticate(request, fake.apiKey);
      const route = findRoute(routes, method, path.slice(root.length));
      const result = route(method === "GET" ? undefined : await readJson(request));
      return result === undefined ? emptyResponse(204) : jsonResponse(200, result);
    } catch (error) {
      return errorResponse(error);
    }
  };
}

/** Executes a control request. The result is sent as JSON, or as an empty response if it is undefined. */
type ControlRoute = (body: unknown) => unknown;

/** The routes by method and path below `/__fake__`. */
function controlRoutes(fake: FakeConnect): ReadonlyMap<string, ControlRoute> {
  let faults: { fault: Fault; handle: FaultHandle }[] = [];
  const clearFaults = (): void => {
    fake.clearFaults();
    faults = [];
  };
  return new Map<string, ControlRoute>([
    ["GET /state", () => ({ now: fake.clock.now(), users: fake.users, groups: fake.groups, content: fake.content })],
    ["GET /requests", () => fake.requests],
    [
      "POST /reset",
      () => {
        clearFaults();
        fake.reset();
      },
    ],
    ["GET /snapshot", () => fake.snapshot()],
    [
      "POST /snapshot",
      (body) => {
        fake.restore(readSnapshot(body));
      },
    ],
    ["GET /faults", () => faults.map(({ fault, handle: { hits } }) => ({ fault, hits }))],
    [
      "POST /faults",
      (body) => {
        const fault = validate("Fault", body);
        const handle = fake.fault(fault);
        faults.push({ fault, handle });
        return { hits: handle.hits };
      },
    ],
    ["DELETE /faults", clearFaults],
    [
      "POST /clock",
      (body) => {
        fake.clock.advance(validate("ClockChange", body).advance);
        return { now: fake.clock.now() };
      },
    ],
    ["POST /users", (body) => fake.addUser(validate("UserDetails", body ?? {}))],
    ["POST /groups", (body) => addGroupSeed(fake, validate("GroupSeed", body ?? {}))],
    ["POST /content", (body) => addContentSeed(fake, validate("ContentSeed", body ?? {}))],
    ["POST /keys", (body) => ({ api_key: fake.keyFor(validate("KeyRequest", body).user) })],
  ]);
}

function authenticate(request: HttpRequest, apiKey: string): void {
  const credential = request.header("authorization") ?? request.header("x-rsc-authorization");
  if (apiKey !== "" && credential === `Key ${apiKey}`) return;
  throw new ControlError(401, "The control routes require the administrator's key: Authorization: Key …");
}

function findRoute(routes: ReadonlyMap<string, ControlRoute>, method: string, path: string): ControlRoute {
  const route = routes.get(`${method} ${path}`);
  if (route !== undefined) return route;
  const known = [...routes.keys()].join(", ");
  throw new ControlError(404, `There is no route ${method} /__fake__${path}. Routes: ${known}.`);
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
  const isInvalid = error instanceof InvalidInput || error instanceof RangeError;
  if (!isInvalid && !(error instanceof ControlError)) throw error;
  const status = error instanceof ControlError ? error.status : 400;
  return jsonResponse(status, { code: CODES[status], error: error.message, payload: null });
}
