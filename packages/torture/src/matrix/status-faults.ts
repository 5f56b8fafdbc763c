import { except, fails, rightAfter } from "./expectations.ts";
import type { NamedFaults } from "./fault.ts";

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
