import { planOffboard } from "@connect-sdk/lifecycle";
import { type Connection, InvalidArgumentError, isApiError, isConnectError, SelfLockError } from "@connect-sdk/users";
import { Hono, type MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";

/**
 * Returns the portal's server. It holds the API key. The page reads through `/__api__`, which passes GET requests for users and
 * nothing else, and writes through routes of its own. It signs nobody in: that is the job of what is in front of it.
 */
export function createApp(connection: Connection): Hono {
  const { api, users } = connection;
  const app = new Hono();
  // A page of another origin can send a POST with the visitor's cookies; it is refused.
  app.use(csrf(), secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"] } }));
  app.use("/__api__/*", neverStore);
  app.use("/users/*", neverStore);
  app.use("/me", neverStore);

  // Acts as the visitor. Connect adds this header to the requests of signed-in visitors.
  app.get("/me", async ({ req, json }) => {
    const visitor = await connection.withUserSessionToken(req.header("posit-connect-user-session-token"));
    return json((await visitor.me()).toJSON());
  });

  app.get("/__api__/v1/users", async ({ req, json }) => {
    const { search } = new URL(req.url);
    const response = await api.fetch(`/v1/users${search}`);
    // The page sees what Connect says about its request. That our key is refused is a matter of this server.
    if (!response.ok && response.status !== 400) return json(UNAVAILABLE, 502);
    return json(await response.json(), response.ok ? 200 : 400);
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
    if (error instanceof HTTPException) return error.getResponse();
    const status = isConnectError(error) ? statusOf(error) : 500;
    if (isConnectError(error) && status < 500) return json({ error: error.message, fix: error.fix }, status);
    console.error(error);
    return json(status === 502 ? UNAVAILABLE : { error: "The server failed." }, status);
  });
  return app;
}

const UNAVAILABLE = { error: "Connect is not available." };

/** People and their state do not belong in caches. */
const neverStore: MiddlewareHandler = async ({ header }, next) => {
  header("cache-control", "no-store");
  await next();
};

function statusOf(error: Error): 400 | 401 | 404 | 409 | 502 {
  if (error instanceof InvalidArgumentError) return error.argument === "token" ? 401 : 400;
  if (error instanceof SelfLockError) return 409;
  if (!isApiError(error)) return 502;
  const { status } = error;
  return status === 400 || status === 404 || status === 409 ? status : 502;
}
