import { OPERATION_CLASSES, type OperationClass } from "./operation.ts";
import type { Target } from "./target.ts";
import type { World } from "./world.ts";

/** A failure and its expected outcomes. A row of the matrix. */
export interface MatrixFault {
  readonly name: string;
  /** Makes requests to the target fail from now on. */
  arm(world: World, target: Target): void;
  /** The expected outcome for each class of operations. */
  readonly expected: Readonly<Record<OperationClass, Expectation>>;
}

/** Faults by name. */
export type NamedFaults = Readonly<Record<string, Omit<MatrixFault, "name">>>;

/** The expected outcome of a fault and an operation. Undefined where the fault does not apply. */
export type Expectation = ExpectedOutcome | undefined;

export interface ExpectedOutcome {
  /** The name of the error, or `right` where the result must be correct in spite of the fault. */
  readonly outcome: "right" | ErrorName;
  /** The number of requests to the target. Undefined where it is not guaranteed. */
  readonly attempts: number | undefined;
  /** How often the operation takes effect on the server. */
  readonly effects: number;
}

export type ErrorName =
  | "AuthenticationError"
  | "ConnectError"
  | "NetworkError"
  | "RateLimitError"
  | "ServerError"
  | "SignInError"
  | "TimeoutError"
  | "UnexpectedResponseError"
  | "UnstableListError"
  // The exit codes of `import`.
  | "exit 1"
  | "exit 3"
  | "exit 5";

type Expectations = Readonly<Record<OperationClass, Expectation>>;

/** The rows of the import. Each is one effect. */
const ROWS = 3;

/** The first attempt and two retries. */
const ALL = 3;

/** Expects the correct result after so many attempts, for each class. */
export function rightAfter(attempts: number | undefined): Expectations {
  return forEach((each) =>
    each === "session" && attempts !== 1
      ? REFUSED
      : {
          outcome: "right",
          attempts: isLong(each) ? undefined : attempts,
          effects: effectsOf(each),
        },
  );
}

export interface Failure {
  readonly error: ErrorName;
  /** The exit code of the import. */
  readonly exit: ErrorName;
  /** Which operations are retried. */
  readonly repeated: "all" | "repeatable" | "none";
  /** Whether the operation takes effect before the failure. Default: false. */
  readonly acts?: boolean;
  /** The number of requests where it does not depend on retries. */
  readonly attempts?: number;
}

/** Expects an error, for each class. */
export function fails({ error, exit, repeated, acts = false, attempts }: Failure): Expectations {
  return forEach((each) =>
    each === "session"
      ? REFUSED
      : {
          outcome: each === "import" ? exit : error,
          attempts: isLong(each) ? undefined : (attempts ?? (isRepeated(each, repeated) ? ALL : 1)),
          effects: acts ? effectsOf(each) : 0,
        },
  );
}

/** A session that could not be refreshed. */
export const REFUSED: ExpectedOutcome = { outcome: "SignInError", attempts: 1, effects: 0 };

/** Returns whether an operation takes a number of requests that depends on what it finds. */
function isLong(each: OperationClass): boolean {
  return each === "list" || each === "log" || each === "import";
}

/** Returns expectations with exceptions for some classes. */
export function except(general: Expectations, exceptions: Partial<Expectations>): Expectations {
  return { ...general, ...exceptions };
}

/** Expects the correct result for one class. */
export function right(each: OperationClass, attempts: number | undefined): Expectation {
  return { outcome: "right", attempts, effects: effectsOf(each) };
}

/** Expects an outcome for lists only, because only they have more than one page. */
export function listsOnly(outcome: "right" | ErrorName): Expectations {
  return forEach((each) => (each === "list" ? { outcome, attempts: undefined, effects: 0 } : undefined));
}

/** Expects an outcome for the audit log only, because only it has cursors. */
export function logOnly(outcome: "right" | ErrorName): Expectations {
  return forEach((each) => (each === "log" ? { outcome, attempts: undefined, effects: 0 } : undefined));
}

function isRepeated(each: OperationClass, repeated: Failure["repeated"]): boolean {
  if (repeated === "repeatable")
    return (
      each === "read" ||
      each === "list" ||
      each === "log" ||
      each === "exchange" ||
      each === "update" ||
      each === "lock"
    );
  return repeated === "all";
}

function effectsOf(each: OperationClass): number {
  if (each === "import") return ROWS;
  return ["read", "list", "log", "session", "exchange"].includes(each) ? 0 : 1;
}

function forEach(expect: (each: OperationClass) => Expectation): Expectations {
  const [read, list, log, session, exchange, update, lock, create, member, fromFile] = OPERATION_CLASSES;
  return {
    read: expect(read),
    list: expect(list),
    log: expect(log),
    session: expect(session),
    exchange: expect(exchange),
    update: expect(update),
    lock: expect(lock),
    create: expect(create),
    member: expect(member),
    import: expect(fromFile),
  };
}
