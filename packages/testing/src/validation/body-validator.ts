import type { operations, OperationId } from "@connect-sdk/api/operations";

/** The name of a schema that some operation's request body has. */
export type BodySchema = NonNullable<(typeof operations)[OperationId]["requestBody"]>;

/** A compiled check: says whether a value satisfies a schema, and keeps what it found against it until the next call. */
export interface BodyValidator {
  (value: unknown): boolean;
  errors?: readonly Violation[] | null;
}

/** One broken rule as compiled code reports it. */
export interface Violation {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** The rule, a keyword of JSON Schema. */
  readonly keyword: string;
  /** What the rule demands. */
  readonly params: Readonly<Record<string, unknown>>;
}
