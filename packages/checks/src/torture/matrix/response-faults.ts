import { except, fails, type NamedFaults, rightAfter } from "./expectation.ts";
import { interceptTarget } from "./operation.ts";

const server = { error: "ServerError", exit: "exit 5" } as const;

/** Somebody answers, and the answer is an error. The server has not acted. */
export const statusFaults: NamedFaults = {
  "HTML 502": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 502, html: true }),
    expected: fails({ ...server, repeated: "repeatable" }),
  },
  "HTML 502 once": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 502, html: true, times: 1 }),
    expected: except(rightAfter(2), {
      create: { outcome: "ServerError", attempts: 1, effects: 0 },
      member: { outcome: "ServerError", attempts: 1, effects: 0 },
      import: { outcome: "exit 5", attempts: 3, effects: 2 },
    }),
  },
  "500 in Connect's envelope": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 500 }),
    expected: fails({ ...server, repeated: "none" }),
  },
  "empty 401": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 401, body: null }),
    // A key that is not accepted fails every row: the import stops at the first.
    expected: fails({ error: "AuthenticationError", exit: "exit 3", repeated: "none" }),
  },
  "429": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 429 }),
    expected: fails({ error: "RateLimitError", exit: "exit 5", repeated: "all" }),
  },
  "429 with Retry-After, then fine": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 429, headers: { "retry-after": "2" }, times: 1 }),
    expected: rightAfter(2),
  },
  "503": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 503 }),
    expected: fails({ ...server, repeated: "repeatable" }),
  },
  "503, then fine": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 503, times: 1 }),
    expected: except(rightAfter(2), {
      create: { outcome: "ServerError", attempts: 1, effects: 0 },
      member: { outcome: "ServerError", attempts: 1, effects: 0 },
      import: { outcome: "exit 5", attempts: 3, effects: 2 },
    }),
  },
  "503 with Retry-After, then fine": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 503, headers: { "retry-after": "2" }, times: 1 }),
    // The server says that it did nothing.
    expected: rightAfter(2),
  },
};

const unexpected = fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none" });

/** Somebody answers with a success that is none. The server has not acted. */
export const bodyFaults: NamedFaults = {
  "HTML 200": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, html: true }),
    expected: unexpected,
  },
  "wrong JSON": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, body: { status: "ok", version: "1.0" } }),
    expected: unexpected,
  },
  "JSON of another endpoint": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, body: { results: [{ name: "x" }], total: 1 } }),
    expected: unexpected,
  },
  "plain text 200": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, body: "OK" }),
    expected: unexpected,
  },
  "empty 200": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, status: 200, body: null }),
    // This is what success looks like where there is nothing to say: nobody could tell.
    expected: except(unexpected, { lock: undefined, member: undefined }),
  },
};

const MOVED = "/moved";

/** One request, and as many redirects as are followed. */
const MOST = 6;

/** Somebody answers that it is elsewhere. */
export const redirectFaults: NamedFaults = {
  "302 to another host": {
    arm: ({ fake }, { id }) =>
      fake.fault({ operationId: id, status: 302, body: null, headers: { location: "https://elsewhere.example/" } }),
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
    arm: ({ fake }, { id }) =>
      fake.fault({ operationId: id, status: 302, body: null, headers: { location: "?again" } }),
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
    // The same method with the same body, wherever it is: a lock does not become a read.
    expected: rightAfter(1),
  },
};

/** Something quotes the key, as careless proxies and runtimes do. */
export const quotingFaults: NamedFaults = {
  "an error that quotes the key": {
    arm: ({ fake }, { id }) => {
      const quote = `invalid header: Authorization: Key ${fake.apiKey}`;
      fake.fault({ operationId: id, status: 500, body: { code: 1, error: quote, payload: { header: quote } } });
    },
    expected: fails({ error: "ServerError", exit: "exit 5", repeated: "none" }),
  },
  "a page that quotes the key": {
    arm: ({ fake }, { id }) => {
      fake.fault({ operationId: id, html: `<html><pre>Authorization: Key ${fake.apiKey}</pre></html>` });
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
    arm: ({ fake }, { id }) => {
      const location = `https://elsewhere.example/?key=${fake.apiKey}`;
      fake.fault({ operationId: id, status: 302, body: null, headers: { location } });
    },
    expected: fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none" }),
  },
};
