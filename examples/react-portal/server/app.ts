import { planOffboard } from "@connect-sdk/lifecycle";
import { type Connection, InvalidArgumentError, isApiError, isConnectError, SelfLockError } from "@connect-sdk/users";
import { Hono } from "hono";

/**
 * Returns the portal's server. It holds the API key. The page reads through `/__api__`, which passes GET requests for users and
 * nothing else, and writes through routes of its own.
 */
export function createApp(connection: Connection): Hono {
  const { api, users } = connection;
  const app = new Hono();

  // As the visitor of this request. Connect adds the header for everyone who is signed in.
  app.get("/me", async ({ req, json }) => {
    const visitor = await connection.withUserSessionToken(req.header("posit-connect-user-session-token"));
    return json((await visitor.me()).toJSON());
  });

  app.get("/__api__/v1/users", async ({ req }) => {
    const { search } = new URL(req.url);
    const response = await api.fetch(`/v1/users${search}`);
    return new Response(response.body, { status: response.status, headers: { "content-type": "application/json" } });
  });

  app.post("/users/:guid/lock", async ({ req, json }) => {
    const user = await users.get(req.param("guid"));
    await user.lock();
    return json(user.toJSON());
  });

  app.post("/users/:guid/unlock", async ({ req, json }) => {
    const user = await users.get(req.param("guid"));
    await user.unlock();
    return json(user.toJSON());
  });

  // Only reads: the page shows what offboarding would do.
  app.get("/users/:guid/offboard", async ({ req, json }) => {
    const { steps, notes, refusals } = await planOffboard(connection, {
      user: req.param("guid"),
      to: req.query("to") ?? "",
    });
    const shown = steps.map(({ id, action, target, reason, state }) => ({
      id,
      action,
      target: target.name,
      reason,
      state,
    }));
    return json({ steps: shown, notes, refusals: refusals.map(({ reason }) => reason) });
  });

  app.onError((error, { json }) => {
    if (!isConnectError(error)) throw error;
    return json({ error: error.message, fix: error.fix }, statusOf(error));
  });
  return app;
}

function statusOf(error: Error): 400 | 401 | 404 | 409 | 502 {
  if (error instanceof InvalidArgumentError) return error.argument === "token" ? 401 : 400;
  if (error instanceof SelfLockError) return 409;
  if (!isApiError(error)) return 502;
  const { status } = error;
  return status === 400 || status === 404 || status === 409 ? status : 502;
}
