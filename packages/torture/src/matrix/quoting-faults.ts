import { fails } from "./expectations.ts";
import type { NamedFaults } from "./fault.ts";
import { interceptTarget } from "./intercept.ts";

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
