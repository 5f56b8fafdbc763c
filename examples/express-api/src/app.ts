import { type Connection, InvalidArgumentError, isApiError, isConnectError, SelfLockError } from "@connect-sdk/users";
import express, { type ErrorRequestHandler, type Express } from "express";

/** Options of {@link createApp}. */
export interface AppOptions {
  /** An API key that stands in for the visitor where the app does not run on Connect. */
  localKey?: string | undefined;
}

/** Returns the API on top of a connection to Connect. */
export function createApp(connection: Connection, { localKey }: AppOptions = {}): Express {
  const { users } = connection;
  const app = express();

  // As the visitor of this request. Connect adds the header for everyone who is signed in.
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

/** Maps the errors of the library to statuses. `fix` says what to do and never holds a secret. */
const sendError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!isConnectError(error)) {
    next(error);
    return;
  }
  response.status(statusOf(error)).json({ error: error.message, fix: error.fix });
};

function statusOf(error: Error): number {
  if (error instanceof InvalidArgumentError) return error.argument === "token" ? 401 : 400;
  if (error instanceof SelfLockError) return 409;
  // What Connect refuses about the request is the caller's matter; that our key is refused is not.
  if (isApiError(error) && [400, 404, 409].includes(error.status)) return error.status;
  return 502;
}
