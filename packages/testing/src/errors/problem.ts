import type { ApiErrorBody } from "@connect-sdk/api";
import { errorTable, type ErrorName } from "./error-table.ts";

/** Thrown by whatever refuses a request; becomes an answer with Connect's error envelope. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly kind: ErrorName;
  readonly code: number;
  readonly status: number;

  /** `detail` replaces the general words of the table. */
  constructor(kind: ErrorName, detail?: string) {
    const { code, status, text } = errorTable[kind];
    super(detail ?? text);
    this.kind = kind;
    this.code = code;
    this.status = status;
  }

  /** The envelope, with its keys in the order in which real servers write them. */
  get body(): ApiErrorBody {
    return { code: this.code, error: this.message, payload: null };
  }
}
