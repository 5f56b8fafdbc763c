import type { FakeConnect } from "../fake-connect.ts";
import { emptyReply, jsonReply, type WireReply } from "../http/wire-reply.ts";
import type { WireRequest } from "../http/wire-request.ts";
import type { WireHandler } from "../server/wire-handler.ts";
import { ShapeError } from "../shape/shape.ts";
import { ControlError } from "./control-error.ts";
import { controlRoutes, type ControlRoute } from "./control-routes.ts";

/** Opens the control routes under `/__fake__/` in front of a fake; everything else goes on to `answer`. */
export function withControl(fake: FakeConnect, answer: WireHandler): WireHandler {
  const root = `${new URL(fake.url).pathname.replace(/\/$/, "")}/__fake__`;
  const routes = controlRoutes(fake);
  return async (request) => {
    const { method, path } = request;
    if (path !== root && !path.startsWith(`${root}/`)) return answer(request);
    try {
      checkKey(request, fake.apiKey);
      return respond(await findRoute(routes, method, path.slice(root.length))(await readJson(request)));
    } catch (error) {
      return toControlError(error).toReply();
    }
  };
}

function checkKey(request: WireRequest, apiKey: string): void {
  const credential = request.header("authorization") ?? request.header("x-rsc-authorization");
  if (apiKey !== "" && credential === `Key ${apiKey}`) return;
  throw new ControlError(401, "The control routes need the administrator's key: Authorization: Key …");
}

function findRoute(routes: ReadonlyMap<string, ControlRoute>, method: string, path: string): ControlRoute {
  const route = routes.get(`${method} ${path}`);
  if (route !== undefined) return route;
  throw new ControlError(404, `There is no ${method} /__fake__${path}. There are: ${[...routes.keys()].join(", ")}.`);
}

async function readJson(request: WireRequest): Promise<unknown> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const text = await request.text();
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, "The body is not valid JSON.");
  }
}

function respond(result: unknown): WireReply {
  return result === undefined ? emptyReply(204) : jsonReply(200, result);
}

/** What the fake itself refuses, such as a fault with an impossible status, is the request's fault as well. */
function toControlError(error: unknown): ControlError {
  if (error instanceof ControlError) return error;
  if (error instanceof ShapeError || error instanceof TypeError || error instanceof RangeError) {
    return new ControlError(400, error.message, { cause: error });
  }
  throw error;
}
