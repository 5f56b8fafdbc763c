import { operations, type OperationId } from "@connect-sdk/api/operations";
import { Hono } from "hono/tiny";
import { getPath } from "hono/utils/url";
import { act } from "./act.ts";
import { API_PATH } from "./api-path.ts";
import { answer } from "./answer.ts";
import type { Engine } from "./engine.ts";
import { answerPing, answerUnversionedMe, isSupported, unknownRoute } from "./other-routes.ts";

/** Where a request lies if it is not below the server's path prefix: no route matches it. */
const OUTSIDE = "/";

interface Environment {
  Bindings: { engine: Engine };
}

let app: Hono<Environment> | undefined;

/** Sends a request through the application, which is put together once, when it is first needed. */
export async function handle(engine: Engine, request: Request): Promise<Response> {
  // Hono would answer HEAD as if it were GET; Connect has no such route.
  if (request.method === "HEAD")
    return answer(engine, request, null, pathOf(engine, request), () => unknownRoute(engine));
  app ??= createApp();
  return app.fetch(request, { engine });
}

function createApp(): Hono<Environment> {
  const created = new Hono<Environment>({
    getPath: (request, options) => {
      const engine = options?.env?.engine;
      return engine === undefined ? getPath(request) : pathOf(engine, request);
    },
  });
  for (const id of operationIds()) {
    const { method, path } = operations[id];
    created.on(method, `${API_PATH}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, (context) => {
      const { engine } = context.env;
      const { raw } = context.req;
      if (!isSupported(engine.state.version, id))
        return answer(engine, raw, null, context.req.path, () => unknownRoute(engine));
      return answer(engine, raw, id, context.req.path, (record) =>
        act(engine.state, raw, id, context.req.param(), record),
      );
    });
  }
  created.get("/__ping__", ({ env, req }) => answer(env.engine, req.raw, null, req.path, answerPing));
  created.get(`${API_PATH}/me`, ({ env, req }) =>
    answer(env.engine, req.raw, null, req.path, (record) => answerUnversionedMe(env.engine.state, req.raw, record)),
  );
  created.notFound(({ env, req }) => answer(env.engine, req.raw, null, req.path, () => unknownRoute(env.engine)));
  // What gets here is meant to reach the caller of fetch: a connection that is cut, or an aborted request.
  created.onError((error) => {
    throw error;
  });
  return created;
}

function pathOf(engine: Engine, request: Request): string {
  const path = getPath(request);
  const { prefix } = engine.state.options;
  if (prefix === "") return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : OUTSIDE;
}

function operationIds(): OperationId[] {
  const isOperationId = (id: string): id is OperationId => id in operations;
  return Object.keys(operations).filter(isOperationId);
}
