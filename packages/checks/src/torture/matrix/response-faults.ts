import { except, fails, type NamedFaults, REFUSED, rightAfter } from "./expectation.ts";
import { interceptTarget } from "./operation.ts";

const server = { error: "ServerError", exit: "exit 5" } as const;

/** An error status. The operation has no effect. */
export const statusFaults: NamedFaults = {
  "HTML 502": {
    arm: ({ fault }, target) => fault(target, { status: 502, html: true }),
    expected: fails({ ...server, repeated: "repeatable" }),
  },
  "HTML 502 once": {
    arm: ({ fault }, target) => fault(target, { status: 502, html: true, times: 1 }),
    expected: except(rightAfter(2), {
      create: { outcome: "ServerError", attempts: 1, effects: 0 },
      member: { outcome: "ServerError", attempts: 1, effects: 0 },
      import: { outcome: "exit 5", attempts: 3, effects: 2 },
    }),
  },
  "500 in Connect's envelope": {
    arm: ({ fault }, target) => fault(target, { status: 500 }),
    expected: fails({ ...server, repeated: "none" }),
  },
  "empty 401": {
    arm: ({ fault }, target) => fault(target, { status: 401, body: null }),
    // A rejected key fails every row, so that the import stops at the first.
    expected: fails({ error: "AuthenticationError", exit: "exit 3", repeated: "none" }),
  },
  "429": {
    arm: ({ fault }, target) => fault(target, { status: 429 }),
    expected: fails({ error: "RateLimitError", exit: "exit 5", repeated: "all" }),
  },
  "429 with Retry-After, then fine": {
    arm: ({ fault }, target) => fault(target, { status: 429, headers: { "retry-after": "2" }, times: 1 }),
    expected: rightAfter(2),
  },
  "503": {
    arm: ({ fault }, target) => fault(target, { status: 503 }),
    expected: fails({ ...server, repeated: "repeatable" }),
  },
  "503, then fine": {
    arm: ({ fault }, target) => fault(target, { status: 503, times: 1 }),
    expected: except(rightAfter(2), {
      create: { outcome: "ServerError", attempts: 1, effects: 0 },
      member: { outcome: "ServerError", attempts: 1, effects: 0 },
      import: { outcome: "exit 5", attempts: 3, effects: 2 },
    }),
  },
  "503 with Retry-After, then fine": {
    arm: ({ fault }, target) => fault(target, { status: 503, headers: { "retry-after": "2" }, times: 1 }),
    // The server did not process the request.
    expected: rightAfter(2),
  },
};

const unexpected = fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none" });

/** A response that only looks like a success. The operation has no effect. */
export const bodyFaults: NamedFaults = {
  "HTML 200": {
    arm: ({ fault }, target) => fault(target, { html: true }),
    expected: unexpected,
  },
  "wrong JSON": {
    arm: ({ fault }, target) => fault(target, { body: { status: "ok", version: "1.0" } }),
    expected: unexpected,
  },
  "JSON of another endpoint": {
    arm: ({ fault }, target) => fault(target, { body: { results: [{ name: "x" }], total: 1 } }),
    expected: unexpected,
  },
  "plain text 200": {
    arm: ({ fault }, target) => fault(target, { body: "OK" }),
    expected: unexpected,
  },
  "empty 200": {
    arm: ({ fault }, target) => fault(target, { status: 200, body: null }),
    // The success of these operations looks the same.
    expected: except(unexpected, { lock: undefined, member: undefined }),
  },
};

const MOVED = "/moved";

/** One request and five redirects. */
const MOST = 6;

/** A redirect. */
export const redirectFaults: NamedFaults = {
  "302 to another host": {
    arm: ({ fault }, target) =>
      fault(target, { status: 302, body: null, headers: { location: "https://elsewhere.example/" } }),
    expected: unexpected,
  },
  "302 to a sign-in page": {
    arm: (world, target) => {
      world.intercept((send) => (request) => {
        if (new URL(request.url).pathname !== "/sign-in") return send(request);
        const headers = { "content-type": "text/html" };
        return Promise.resolve(new Response("<html><title>Sign in</title></html>", { headers }));
      });
      interceptTarget(world, target, () => {
        return Promise.resolve(new Response(null, { status: 302, headers: { location: "/sign-in" } }));
      });
    },
    expected: unexpected,
  },
  "302 without end": {
    arm: ({ fault }, target) => fault(target, { status: 302, body: null, headers: { location: "?again" } }),
    expected: fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none", attempts: MOST }),
  },
  "308 to where it works": {
    arm: (world, target) => {
      world.intercept((send) => (request) => {
        const url = new URL(request.url);
        if (!url.pathname.endsWith(MOVED)) return send(request);
        url.pathname = url.pathname.slice(0, -MOVED.length);
        return send(new Request(url, request));
      });
      interceptTarget(world, target, (request) => {
        const { pathname, search } = new URL(request.url);
        const headers = { location: `${pathname}${MOVED}${search}` };
        return Promise.resolve(new Response(null, { status: 308, headers }));
      });
    },
    // A 308 keeps method and body. A refresh token is sent to no other URL.
    expected: except(rightAfter(1), { session: REFUSED }),
  },
};

/** A response or error that quotes the key, as some proxies and runtimes do. */
export const quotingFaults: NamedFaults = {
  "an error that quotes the key": {
    arm: ({ fault, secret }, target) => {
      const quote = `invalid header: Authorization: Key ${secret}`;
      fault(target, { status: 500, body: { code: 1, error: quote, payload: { header: quote } } });
    },
    expected: fails({ error: "ServerError", exit: "exit 5", repeated: "none" }),
  },
  "a page that quotes the key": {
    arm: ({ fault, secret }, target) => {
      fault(target, { html: `<html><pre>Authorization: Key ${secret}</pre></html>` });
    },
    expected: fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none" }),
  },
  "a network failure that quotes the key": {
    arm: (world, target) => {
      interceptTarget(world, target, (request) => {
        const header = request.headers.get("authorization") ?? "no key";
        const cause = new Error(`bad header value "${header}"`, { cause: { headers: { authorization: header } } });
        return Promise.reject(new TypeError(`fetch failed: ${header}`, { cause }));
      });
    },
    expected: fails({ error: "NetworkError", exit: "exit 5", repeated: "repeatable" }),
  },
  "a redirect that quotes the key": {
    arm: ({ fault, secret }, target) => {
      const location = `https://elsewhere.example/?key=${secret}`;
      fault(target, { status: 302, body: null, headers: { location } });
    },
    expected: fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none" }),
  },
};
