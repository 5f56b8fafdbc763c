import { type Operation, OPERATION_CLASSES, type OperationClass } from "./operation.ts";
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

type Expectations = Readonly<Record<OperationClass, Expectation>>;

/** How many rows the import has: each is an effect of its own. */
const ROWS = 3;

/** The attempts of the client: one, and two more where that cannot do any harm. */
const ALL = 3;

/** The right answer after so many attempts, whatever the operation. */
export function rightAfter(attempts: number | undefined): Expectations {
  return forEach((each) => ({
    outcome: "right",
    attempts: each === "list" || each === "import" ? undefined : attempts,
    effects: effectsOf(each),
  }));
}

export interface Failure {
  readonly error: ErrorName;
  /** How the import ends. */
  readonly exit: ErrorName;
  /** Which operations are tried again. */
  readonly repeated: "all" | "repeatable" | "none";
  /** Whether the server acts before it fails. */
  readonly acts?: boolean;
  /** How many requests the client sends, where it is not a matter of trying again. */
  readonly attempts?: number;
}

/** An error, whatever the operation. */
export function fails({ error, exit, repeated, acts = false, attempts }: Failure): Expectations {
  return forEach((each) => ({
    outcome: each === "import" ? exit : error,
    attempts: each === "import" || each === "list" ? undefined : (attempts ?? (isRepeated(each, repeated) ? ALL : 1)),
    effects: acts ? effectsOf(each) : 0,
  }));
}

/** Expectations with exceptions. */
export function except(general: Expectations, exceptions: Partial<Expectations>): Expectations {
  return { ...general, ...exceptions };
}

/** The right answer of one class. */
export function right(each: OperationClass, attempts: number | undefined): Expectation {
  return { outcome: "right", attempts, effects: effectsOf(each) };
}

/** Only lists have more than one page. */
export function listsOnly(outcome: "right" | ErrorName): Expectations {
  return forEach((each) => (each === "list" ? { outcome, attempts: undefined, effects: 0 } : undefined));
}

function isRepeated(each: OperationClass, repeated: Failure["repeated"]): boolean {
  if (repeated === "repeatable") return each === "read" || each === "list" || each === "update" || each === "lock";
  return repeated === "all";
}

function effectsOf(each: OperationClass): number {
  if (each === "read" || each === "list") return 0;
  return each === "import" ? ROWS : 1;
}

function forEach(expect: (each: OperationClass) => Expectation): Expectations {
  const [read, list, update, lock, create, member, fromFile] = OPERATION_CLASSES;
  return {
    read: expect(read),
    list: expect(list),
    update: expect(update),
    lock: expect(lock),
    create: expect(create),
    member: expect(member),
    import: expect(fromFile),
  };
}
