import { isTarget, type Target } from "./target.ts";
import type { Send, World } from "./world.ts";

/** Something a user of the SDK does, prepared so that the fault hits one call. A column of the matrix. */
export interface Operation {
  readonly name: string;
  readonly class: OperationClass;
  /** The operation that the fault hits. */
  readonly target: Target;
  /** The number of users on the server. */
  readonly users: number;
  /** Prepares the call, without any fault. */
  prepare(world: World): Promise<Prepared>;
}

/** Operations by name. */
export type NamedOperations = Readonly<Record<string, Omit<Operation, "name">>>;

/** An operation that is ready to run. */
export interface Prepared {
  /** Runs it. Rejects with the error that the SDK threw. */
  run(): Promise<unknown>;
  /** @throws WrongResult unless the result is correct. */
  check(result: unknown): void;
  /** Returns how often it has taken effect on the server. */
  effects(): number;
  /** What must not be exposed, besides the key. */
  readonly secrets?: readonly string[];
}

/** Operations for which a fault has the same outcome. */
export type OperationClass = (typeof OPERATION_CLASSES)[number];

export const OPERATION_CLASSES = [
  /** Reads one response. */
  "read",
  /** Reads a list of several pages. */
  "list",
  /** Reads the audit log part after part. */
  "log",
  /** Refreshes a session before a call. Is never repeated, because a refresh token can be used once. */
  "session",
  /** Exchanges a token for a credential. Is repeatable. */
  "exchange",
  /** Writes, is repeatable, and returns a record. */
  "update",
  /** Writes, is repeatable, and returns nothing. */
  "lock",
  /** Writes, is not repeatable, and returns a record. */
  "create",
  /** Writes, is not repeatable, and returns nothing. */
  "member",
  /** The command that creates one user per row of a file. */
  "import",
] as const;

/** Handles a request in place of the server. `turn` counts the requests to the target from 0. */
export type StandIn = (request: Request, send: Send, turn: number) => Promise<Response>;

/** Intercepts the requests to the target, between the client and the server. */
export function interceptTarget(world: World, target: Target, standIn: StandIn): void {
  let turn = 0;
  world.intercept((send) => (request) => (isTarget(request, target) ? standIn(request, send, turn++) : send(request)));
}

/** Returns the same request with other query parameters. */
export function withQuery(request: Request, changes: Readonly<Record<string, string>>): Request {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return new Request(url, request);
}
