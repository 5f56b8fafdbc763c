import { operations, type OperationId } from "@connect-sdk/api/operations";
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { act } from "./act.ts";
import { answer as answerRequest, type Act } from "./answer.ts";
import { preflightReply } from "./cors.ts";
import type { Engine } from "./engine.ts";
import { readPath } from "./read-path.ts";
import { undocumentedRoutes } from "./undocumented-routes.ts";
import { API_PATH, routedPath } from "./paths.ts";
import { answerPing, isSupported, unknownRoute } from "./other-routes.ts";

interface Environment {
  Bindings: { engine: Engine };
}

let app: Hono<Environment> | undefined;

/** Sends a request through the application, which is put together once, when it is first needed. */
export async function handle(engine: Engine, request: Request): Promise<Response> {
  // Hono would answer HEAD as if it were GET; Connect has no such route.
  if (request.method === "HEAD") {
    return answerRequest(engine, request, null, () => unknownRoute(engine));
  }
  app ??= createApp();
  return app.fetch(request, { engine });
}

function createApp(): Hono<Environment> {
  const created = new Hono<Environment>({
    getPath: (request, options) => routedPath(options?.env?.engine.state.options.prefix ?? "", request),
  });
  for (const id of operationIds()) {
    const { method, path } = operations[id];
    created.on(method, `${API_PATH}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, (context) => {
      const { engine } = context.env;
      if (!isSupported(engine.state.version, id)) return reply(context, null, () => unknownRoute(engine));
      return reply(context, id, (record) => act(engine.state, context.req.raw, id, context.req.param(), record));
    });
  }
  created.get("/__ping__", (context) => reply(context, null, answerPing));
  for (const { methods, path, answer } of undocumentedRoutes) {
    created.on([...methods], `${API_PATH}${path}`, (context) => {
      const { env, req } = context;
      return reply(context, null, (record) => answer(env.engine.state, req.raw, readPath(req.param()), record));
    });
  }
  created.options("*", (context) => {
    const { engine } = context.env;
    return reply(context, null, () => (engine.state.options.cors ? preflightReply() : unknownRoute(engine)));
  });
  created.notFound((context) => reply(context, null, () => unknownRoute(context.env.engine)));
  // What gets here is meant to reach the caller of fetch: a connection that is cut, or an aborted request.
  created.onError((error) => {
    throw error;
  });
  return created;
}

function reply({ env, req }: Context<Environment>, id: OperationId | null, act: Act): Promise<Response> {
  return answerRequest(env.engine, req.raw, id, act);
}

function operationIds(): OperationId[] {
  const isOperationId = (id: string): id is OperationId => id in operations;
  return Object.keys(operations).filter(isOperationId);
}
