import type { OperationId } from "@connect-sdk/api/operations";
import type { World } from "./world.ts";

/** Operations that a fault treats alike. */
export type OperationClass = (typeof OPERATION_CLASSES)[number];

export const OPERATION_CLASSES = [
  /** Reads one answer. */
  "read",
  /** Reads a list that takes several pages. */
  "list",
  /** Writes, may be repeated, and is answered with a record. */
  "update",
  /** Writes, may be repeated, and is answered with nothing. */
  "lock",
  /** Writes, must not be repeated, and is answered with a record. */
  "create",
  /** Writes, must not be repeated, and is answered with nothing. */
  "member",
  /** The command that creates one user for each row of a file. */
  "import",
] as const;

/** What a user of the SDK does, prepared so that one call is what the fault hits. */
export interface Operation {
  readonly name: string;
  readonly class: OperationClass;
  /** The request that the fault hits. */
  readonly target: { readonly id: OperationId; readonly method: string; readonly path: RegExp };
  /** How many users the server has. */
  readonly users: number;
  /** Gets everything ready, without any fault. */
  prepare(world: World): Promise<Prepared>;
}

/** Operations by their names. */
export type NamedOperations = Readonly<Record<string, Omit<Operation, "name">>>;

/** An operation that is ready to run. */
export interface Prepared {
  /** Does it. Rejects with what the SDK threw. */
  run(): Promise<unknown>;
  /** Throws unless the result is the right one. */
  check(result: unknown): void;
  /** How often it has taken effect on the server. */
  effects(): number;
}
