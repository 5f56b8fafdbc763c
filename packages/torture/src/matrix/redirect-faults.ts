import { fails, rightAfter } from "./expectations.ts";
import type { NamedFaults } from "./fault.ts";
import { interceptTarget } from "./intercept.ts";

const unexpected = fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none" });

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
