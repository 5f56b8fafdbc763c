import { except, fails, type NamedFaults, right, rightAfter } from "./expectation.ts";
import { interceptTarget } from "./operation.ts";

/** Longer than every time limit. */
const TOO_LONG = 600_000;

const network = { error: "NetworkError", exit: "exit 5" } as const;

/** The response does not arrive, or only a part of it. */
export const connectionFaults: NamedFaults = {
  "connection refused": {
    arm: (world, target) => {
      interceptTarget(world, target, () => world.refuse());
    },
    // The request cannot have had an effect, so that even operations that are not repeatable are retried.
    expected: fails({ ...network, repeated: "all" }),
  },
  "connection refused once": {
    arm: (world, target) => {
      interceptTarget(world, target, (request, send, turn) => (turn === 0 ? world.refuse() : send(request)));
    },
    expected: rightAfter(2),
  },
  "reset before the server acts": {
    arm: ({ fault }, target) => fault(target, { reset: true }),
    expected: fails({ ...network, repeated: "repeatable" }),
  },
  "reset before the server acts, once": {
    arm: ({ fault }, target) => fault(target, { reset: true, times: 1 }),
    expected: except(rightAfter(2), {
      create: { outcome: "NetworkError", attempts: 1, effects: 0 },
      member: { outcome: "NetworkError", attempts: 1, effects: 0 },
      import: { outcome: "right", attempts: 4, effects: 3 },
    }),
  },
  "reset after the server acted": {
    arm: ({ fault }, target) => fault(target, { reset: "after" }),
    // The import checks whether the account exists although no response arrived.
    expected: except(fails({ ...network, repeated: "repeatable", acts: true }), { import: right("import", 3) }),
  },
  "reset after the server acted, once": {
    arm: ({ fault }, target) => fault(target, { reset: "after", times: 1 }),
    expected: except(rightAfter(2), {
      create: { outcome: "NetworkError", attempts: 1, effects: 1 },
      member: { outcome: "NetworkError", attempts: 1, effects: 1 },
      import: right("import", 3),
    }),
  },
  "reset during the response": {
    arm: ({ fault }, target) => fault(target, { reset: "during" }),
    expected: except(fails({ ...network, repeated: "repeatable", acts: true }), {
      import: right("import", 3),
      // Its body is read after the retries.
      exchange: { outcome: "NetworkError", attempts: 1, effects: 0 },
    }),
  },
  slow: {
    arm: ({ fault }, target) => fault(target, { delay: TOO_LONG }),
    expected: fails({ error: "TimeoutError", exit: "exit 5", repeated: "none" }),
  },
  "slow but in time": {
    arm: ({ fault }, target) => fault(target, { delay: 200 }),
    expected: rightAfter(1),
  },
  truncated: {
    arm: ({ fault }, target) => fault(target, { truncate: true }),
    expected: except(
      fails({ error: "UnexpectedResponseError", exit: "exit 5", repeated: "none", acts: true }),
      // A response without a body cannot be truncated.
      { lock: right("lock", 1), member: right("member", 1), import: right("import", 3) },
    ),
  },
};
