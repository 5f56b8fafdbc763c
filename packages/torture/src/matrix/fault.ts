import type { Operation, OperationClass } from "./operation.ts";
import type { World } from "./world.ts";

/** Something that goes wrong, and what has to come of it. */
export interface MatrixFault {
  readonly name: string;
  /** Makes it go wrong from now on. */
  arm(world: World, target: Operation["target"]): void;
  /** What has to come of it for each class of operations. */
  readonly expected: Readonly<Record<OperationClass, Expectation>>;
}

/** Faults by their names. */
export type NamedFaults = Readonly<Record<string, Omit<MatrixFault, "name">>>;

/** What has to come of a pair; undefined where the fault has no meaning. */
export type Expectation = ExpectedOutcome | undefined;

export interface ExpectedOutcome {
  /** The name of the error, or that the answer has to be right in spite of everything. */
  readonly outcome: "right" | ErrorName;
  /** How many requests are sent to the target; undefined where that is not a promise. */
  readonly attempts: number | undefined;
  /** How often the server has done it in the end. */
  readonly effects: number;
}

export type ErrorName =
  | "AuthenticationError"
  | "NetworkError"
  | "RateLimitError"
  | "ServerError"
  | "TimeoutError"
  | "UnexpectedResponseError"
  | "UnstableListError"
  // How the program of `import` ends.
  | "exit 1"
  | "exit 3"
  | "exit 5";
