import { except, fails } from "./expectations.ts";
import type { NamedFaults } from "./fault.ts";

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
