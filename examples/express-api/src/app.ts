import { type Connection, InvalidArgumentError, isApiError, isConnectError, SelfLockError } from "@connect-sdk/users";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";

/** Options of {@link createApp}. */
export interface AppOptions {
  /** An API key that stands in for the visitor where the app does not run on Connect. */
  localKey?: string | undefined;
}

/** Returns the API on top of a connection to Connect. It signs nobody in: that is the job of what is in front of it. */
export function createApp(connection: Connection, { localKey }: AppOptions = {}): Express {
  const { users } = connection;
  const app = express();
  app.disable("x-powered-by");
  app.use(neverStore, refuseOtherOrigins);

  // Acts as the visitor. Connect adds this header to the requests of signed-in visitors.
  app.get("/me", async (request, response) => {
    const token = request.get("posit-connect-user-session-token");
    const visitor = await connection.withUserSessionToken(token, { localKey });
    response.json(await visitor.me());
  });

  app.get("/users", async (request, response) => {
    const { search } = request.query;
    response.json(await users.find(typeof search === "string" ? { prefix: search } : {}, { limit: 50 }));
  });

  app.get("/users/:name", async (request, response) => {
    response.json(await users.lookup(request.params.name));
  });

  app.post("/users/:name/lock", async (request, response) => {
    const user = await users.lookup(request.params.name);
    await user.lock();
    response.json(user);
  });

  app.post("/users/:name/unlock", async (request, response) => {
    const user = await users.lookup(request.params.name);
    await user.unlock();
    response.json(user);
  });

  app.use(sendError);
  return app;
}

/** People and their state do not belong in caches. */
const neverStore: RequestHandler = (_request, response, next) => {
  response.set("cache-control", "no-store");
  next();
};

/** Refuses writes that a page of another origin sends. Browsers send them without asking first, with the cookies of the visitor. */
const refuseOtherOrigins: RequestHandler = ({ method, headers: { origin, host } }, response, next) => {
  const isRead = method === "GET" || method === "HEAD";
  if (isRead || origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) next();
  else response.status(403).json({ error: "This request comes from a page of another origin." });
};

/** Maps the errors of the library to statuses. What is wrong between this server and Connect is for its log, not for the caller. */
const sendError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const status = statusOf(error);
  if (isConnectError(error) && status < 500) {
    response.status(status).json({ error: error.message, fix: error.fix });
    return;
  }
  console.error(error);
  response.status(status).json({ error: status === 502 ? "Connect is not available." : "The server failed." });
};

function statusOf(error: unknown): number {
  if (!isConnectError(error)) return 500;
  if (error instanceof InvalidArgumentError) return error.argument === "token" ? 401 : 400;
  if (error instanceof SelfLockError) return 409;
  // What Connect refuses about the request is the caller's matter; that our key is refused is not.
  if (isApiError(error) && [400, 402, 404, 409].includes(error.status)) return error.status;
  return 502;
}
