import { USER } from "./support/records.ts";
import { type Arrival, type Listener, reply } from "./support/serve.ts";

/** One way in which a server, or something in between, misbehaves. */
export interface HostileResponse {
  /** What happens. */
  title: string;
  /** The call. */
  operation: "getUser" | "getUsers" | "updateUser" | "lockUser";
  /** What this client does. */
  outcome: string;
  listener: Listener;
  /** Where the request goes instead of the server's own URL. */
  url?: (server: string) => string;
  /** The server has stopped listening before the request comes. */
  down?: boolean;
  /** It never ends, so the client gets a short timeout. */
  endless?: boolean;
  /** Adds details of the requests to the outcome. */
  tell?: (arrivals: readonly Arrival[], elsewhere: readonly Arrival[]) => string;
}

/** The time for dates in `Retry-After`. */
export const NOW = Date.parse("2030-01-01T00:00:00Z");

const user = JSON.stringify(USER);
const json = { "content-type": "application/json; charset=utf-8" };
const html = { "content-type": "text/html" };
const loginPage = "<!doctype html><title>Sign in</title><form>";

/** Everything that the package promises to detect. The tests and the table in `docs/hostile-responses.md` are generated from it. */
export const hostileResponses: readonly HostileResponse[] = [
  to("getUser", "401, empty", "`AuthenticationError`", reply(401, "")),
  to("getUser", "403, empty", "`PermissionError`", reply(403, "")),
  to("getUser", "404, empty", "`NotFoundError`", reply(404, "")),
  to("getUser", "500, empty", "`ServerError`", reply(500, "")),
  to("getUser", "502 with a proxy's web page", "`ServerError`", reply(502, "<h1>Bad Gateway</h1>", html)),
  to("getUser", "404 with JSON without `code`", "`NotFoundError`", reply(404, '{"error":"no"}', json)),
  to("getUser", "404 with JSON without `error`", "`NotFoundError`", reply(404, '{"code":4}', json)),
  to("getUser", "404 with `null`", "`NotFoundError`", reply(404, "null", json)),
  to("getUser", "200 with a login page", "`UnexpectedResponseError`", reply(200, loginPage, html)),
  to("lockUser", "200 with a login page", "`UnexpectedResponseError`", reply(200, loginPage, html)),
  to("getUser", "200 with truncated JSON", "`UnexpectedResponseError`", reply(200, user.slice(0, 40), json)),
  to("getUser", "200 with some other object", "`UnexpectedResponseError`", reply(200, '{"ok":true}', json)),
  to("getUser", "200 with an array", "`UnexpectedResponseError`", reply(200, "[]", json)),
  to("getUser", "200 with `null`", "`UnexpectedResponseError`", reply(200, "null", json)),
  to("getUsers", "200 with an object that is no page", "`UnexpectedResponseError`", reply(200, '{"results":{}}', json)),
  to("getUser", "200, empty", "`UnexpectedResponseError`", reply(200, "")),
  to("getUser", "204", "`UnexpectedResponseError`", reply(204, "")),
  to("lockUser", "200, empty, as it should be", "success", reply(200, "")),
  ...[302, 307, 308].flatMap((status) => [
    moved(status, "getUser", "success; it arrives as GET"),
    moved(status, "updateUser", "success; it arrives as PUT with its body"),
    moved(status, "lockUser", "success; it arrives as POST with its body"),
  ]),
  {
    ...to(
      "getUser",
      "302 to another origin",
      "`UnexpectedResponseError`; the other origin gets nothing",
      (arrival, response) => {
        response.writeHead(302, { location: String(arrival.headers["x-elsewhere"]) }).end();
      },
    ),
    tell: (_, elsewhere) => {
      const keys = elsewhere.filter(({ headers }) => "x-rsc-authorization" in headers);
      return `; the other origin gets ${elsewhere.length === 0 ? "nothing" : keys.length > 0 ? "the key" : "a request"}`;
    },
  },
  to("getUser", "302 in a circle", "`UnexpectedResponseError`", (arrival, response) => {
    response.writeHead(302, { location: arrival.url }).end();
  }),
  { ...to("getUser", "connection refused", "`NetworkError`", reply(200, "")), down: true },
  { ...to("getUser", "unknown host", "`NetworkError`", reply(200, "")), url: () => "http://nonexistent.invalid" },
  {
    ...to("getUser", "no TLS where it is due", "`NetworkError`", reply(200, "")),
    url: (url) => url.replace("http", "https"),
  },
  to("getUser", "reset in the middle of the body", "`NetworkError`", (_, response) => {
    response.writeHead(200, { ...json, "content-length": user.length });
    response.write(user.slice(0, 40), () => response.destroy());
  }),
  {
    ...to("getUser", "a body that never ends", "`TimeoutError`", (_, response) => {
      response.writeHead(200, json).write(user.slice(0, 40));
    }),
    endless: true,
  },
  busy("`Retry-After: 2`", "2", "success, after 2 s"),
  busy("`Retry-After` as a date in 3 s", new Date(NOW + 3_000).toUTCString(), "success, after 3 s"),
  busy("`Retry-After: 99999999`", "99999999", "`RateLimitError`, at once"),
];

function to(
  operation: HostileResponse["operation"],
  title: string,
  outcome: string,
  listener: Listener,
): HostileResponse {
  return { title, operation, outcome, listener };
}

/** A redirect within the origin. */
function moved(status: number, operation: HostileResponse["operation"], outcome: string): HostileResponse {
  return {
    ...to(operation, `${status} within the origin`, outcome, (arrival, response, count) => {
      if (count === 1) response.writeHead(status, { location: `${arrival.url}?moved` }).end();
      else response.writeHead(200, json).end(operation === "lockUser" ? "" : user);
    }),
    tell(arrivals) {
      const last = arrivals.at(-1);
      if (last === undefined) return "";
      const body = operation === "getUser" ? "" : last.body === "" ? " without its body" : " with its body";
      return `; it arrives as ${last.method}${body}`;
    },
  };
}

/** 429 once, and then the user. */
function busy(what: string, retryAfter: string, outcome: string): HostileResponse {
  return to("getUser", `429 once, with ${what}`, outcome, (_, response, count) => {
    if (count === 1) response.writeHead(429, { "retry-after": retryAfter }).end();
    else response.writeHead(200, json).end(user);
  });
}
