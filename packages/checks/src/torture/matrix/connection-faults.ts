import { except, fails, type NamedFaults, right, rightAfter } from "./expectation.ts";
import { interceptTarget } from "./operation.ts";

/** Longer than anybody waits. */
const TOO_LONG = 600_000;

const network = { error: "NetworkError", exit: "exit 5" } as const;

/** There is no answer, or not all of it. */
export const connectionFaults: NamedFaults = {
  "connection refused": {
    arm: (world, target) => {
      interceptTarget(world, target, () => world.refuse());
    },
    // Nothing can have happened, so even what must not be repeated is.
    expected: fails({ ...network, repeated: "all" }),
  },
  "connection refused once": {
    arm: (world, target) => {
      interceptTarget(world, target, (request, send, turn) => (turn === 0 ? world.refuse() : send(request)));
    },
    expected: rightAfter(2),
  },
  "reset before the server acts": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, reset: true }),
    expected: fails({ ...network, repeated: "repeatable" }),
  },
  "reset before the server acts, once": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, reset: true, times: 1 }),
    expected: except(rightAfter(2), {
      create: { outcome: "NetworkError", attempts: 1, effects: 0 },
      member: { outcome: "NetworkError", attempts: 1, effects: 0 },
      import: { outcome: "exit 5", attempts: 3, effects: 2 },
    }),
  },
  "reset after the server acted": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, reset: "after" }),
    // The import looks whether the account is there although the answer never came.
    expected: except(fails({ ...network, repeated: "repeatable", acts: true }), { import: right("import", 3) }),
  },
  "reset after the server acted, once": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, reset: "after", times: 1 }),
    expected: except(rightAfter(2), {
      create: { outcome: "NetworkError", attempts: 1, effects: 1 },
      member: { outcome: "NetworkError", attempts: 1, effects: 1 },
      import: right("import", 3),
    }),
  },
  "reset during the answer": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, reset: "during" }),
    expected: except(fails({ ...network, repeated: "repeatable", acts: true }), { import: right("import", 3) }),
  },
  slow: {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, delay: TOO_LONG }),
    expected: fails({ error: "TimeoutError", exit: "exit 5", repeated: "none" }),
  },
  "slow, yet in time": {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, delay: 200 }),
    expected: rightAfter(1),
  },
  truncated: {
    arm: ({ fake }, { id }) => fake.fault({ operationId: id, truncate: true }),
    expected: except(
      fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none", acts: true }),
      // Of nothing, half is nothing: what has no body arrives whole.
      { lock: right("lock", 1), member: right("member", 1), import: right("import", 3) },
    ),
  },
};
