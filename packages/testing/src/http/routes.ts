import { operations, type OperationId } from "@connect-sdk/api/operations";
import { act } from "./act.ts";
import type { Engine } from "./engine.ts";
import { answerOptions, answerPing, isSupported, unknownRoute } from "./other-routes.ts";
import { API_PATH } from "./paths.ts";
import { readPath } from "../operations/input.ts";
import type { RequestRecord } from "./request-record.ts";
import { RouteTable, type PathParameters, type RouteMatch } from "./route-table.ts";
import { undocumentedRoutes } from "./undocumented-routes.ts";
import type { WireReply } from "./wire-reply.ts";
import type { WireRequest } from "./wire-request.ts";

/** What becomes of requests for a path. */
export interface Route {
  /** Null for what is not in the document. */
  readonly operationId: OperationId | null;
  readonly answer: (
    engine: Engine,
    request: WireRequest,
    parameters: PathParameters,
    record: RequestRecord,
  ) => WireReply | Promise<WireReply>;
}

const nowhere: RouteMatch<Route> = { route: { operationId: null, answer: unknownRoute }, parameters: {} };
const options: RouteMatch<Route> = { route: { operationId: null, answer: answerOptions }, parameters: {} };

let table: RouteTable<Route> | undefined;

/**
 * The route for a method and a path below the server's prefix. The table is put together when it is first needed; one is
 * enough for all fakes.
 */
export function findRoute({ state }: Engine, method: string, path: string): RouteMatch<Route> {
  if (method === "OPTIONS") return options;
  table ??= createTable();
  const match = table.find(method, path);
  if (match === undefined) return nowhere;
  const { operationId } = match.route;
  return operationId === null || isSupported(state.version, operationId) ? match : nowhere;
}

function createTable(): RouteTable<Route> {
  const created = new RouteTable<Route>();
  for (const operationId of operationIds()) {
    const { method, path } = operations[operationId];
    created.add(method, `${API_PATH}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, {
      operationId,
      answer: ({ state }, request, parameters, record) => act(state, request, operationId, parameters, record),
    });
  }
  for (const { methods, path, answer } of undocumentedRoutes) {
    const route: Route = {
      operationId: null,
      answer: ({ state }, request, parameters, record) => answer(state, request, readPath(parameters), record),
    };
    for (const method of methods) created.add(method, `${API_PATH}${path}`, route);
  }
  created.add("GET", "/__ping__", { operationId: null, answer: answerPing });
  return created;
}

function operationIds(): OperationId[] {
  const isOperationId = (id: string): id is OperationId => id in operations;
  return Object.keys(operations).filter(isOperationId);
}
