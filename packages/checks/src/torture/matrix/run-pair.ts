import { isDeepStrictEqual } from "node:util";
import type { FakeConnect } from "@connect-sdk/testing";
import { WrongResult } from "../expect-equal.ts";
import { findSecrets } from "../secrets.ts";
import type { ExpectedOutcome, MatrixFault } from "./expectation.ts";
import type { Operation } from "./operation.ts";
import { isTarget } from "./target.ts";
import { createWorld, type Transport, type World } from "./world.ts";
import { CANARY_PASSWORD, ProgramFailed } from "./writing-operations.ts";

/** How a pair is run. */
export interface Surroundings {
  readonly open: (fake: FakeConnect) => Promise<Transport>;
  /** Waits for a promise, and advances time if timers are faked. */
  settle<Result>(work: Promise<Result>): Promise<Result>;
}

/** The outcome of a pair. */
export interface Observed extends ExpectedOutcome {
  readonly attempts: number;
  /** Everything that must not happen: exposed secrets, keys sent to other origins, changes to other users. */
  readonly wrongs: readonly string[];
}

/** Runs an operation against a fault, in a new world. */
export async function runPair(operation: Operation, fault: MatrixFault, around: Surroundings): Promise<Observed> {
  await using world = await createWorld(operation.users, around.open);
  const prepared = await around.settle(operation.prepare(world));
  const before = world.sent.length;
  const bystanders = bystandersOf(world);
  fault.arm(world, operation.target);

  let result: unknown;
  let failure: unknown;
  try {
    result = await around.settle(prepared.run());
    prepared.check(result);
  } catch (error) {
    failure = error;
  }
  return {
    outcome: nameOf(failure),
    attempts: world.sent
      .slice(before)
      .filter(({ method, path }) => isTarget({ method, url: `http://x${path}` }, operation.target)).length,
    effects: prepared.effects(),
    wrongs: [
      ...findSecrets([world.fake.apiKey, CANARY_PASSWORD, ...(prepared.secrets ?? [])], {
        "the result": result,
        "the error": failure,
        "the output": failure instanceof ProgramFailed ? failure.output : result,
        "the journal": world.fake.requests,
        "the log": world.log,
        "the connection": world.connection,
      }).map((place) => `a secret in ${place}`),
      ...world.sent
        .filter(({ origin, hasKey }) => hasKey && origin !== new URL(world.url).origin)
        .map(({ origin }) => `the key was sent to ${origin}`),
      ...(bystanders() ? [] : ["another user was changed"]),
    ],
  };
}

/** Returns a function that returns whether the users outside the operation are unchanged. */
function bystandersOf({ fake }: World): () => boolean {
  const [, ...others] = fake.users.slice(0, 10);
  return () => {
    const now = new Map(fake.users.map((user) => [user.guid, user]));
    return others.every((user) => isDeepStrictEqual(now.get(user.guid), user));
  };
}

function nameOf(failure: unknown): ExpectedOutcome["outcome"] {
  if (failure === undefined) return "right";
  if (failure instanceof WrongResult) throw failure;
  // Any other name fails the comparison with the expected outcome.
  return (failure instanceof Error ? failure.name : typeof failure) as ExpectedOutcome["outcome"];
}
