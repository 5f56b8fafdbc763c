import type { OperationId } from "@connect-sdk/api/operations";
import type { ValidationIssue } from "./operations/validate-body.ts";

/** What happened in one request. Keys and passwords are not in it. */
export interface JournalEntry {
  /** Null for paths and methods that the document does not have. */
  readonly operationId: OperationId | null;
  readonly method: string;
  /** The path below `/__api__`, such as `/v1/users`; the whole path if it lies elsewhere. */
  readonly path: string;
  /** The query as it was sent; parameters that were repeated are lists. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** The JSON body; undefined if there was none or it could not be read. */
  readonly body: unknown;
  /** Null if the connection was cut before there was an answer. */
  readonly status: number | null;
  /** Connect's error code, if the answer has one. */
  readonly code: number | null;
  /** The guid of the user whose key was used, if it was valid. */
  readonly userGuid: string | null;
  readonly correlationId: string;
  /** What the fake's clock showed. */
  readonly time: string;
  /** Which rules of the document the body broke. */
  readonly issues: readonly ValidationIssue[];
  /** Whether a fault decided on the answer. */
  readonly fault: boolean;
}

/** Remembers the newest requests. */
export class Journal {
  readonly #limit: number;
  #entries: JournalEntry[] = [];
  #view: readonly JournalEntry[] | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The requests, oldest first. The array does not change; ask again for a newer one. */
  get entries(): readonly JournalEntry[] {
    this.#view ??= Object.freeze(
      this.#limit === 0 ? [] : this.#entries.slice(-this.#limit).map((entry) => Object.freeze(entry)),
    );
    return this.#view;
  }

  record(entry: JournalEntry): void {
    if (this.#limit === 0) return;
    this.#view = undefined;
    this.#entries.push(entry);
    // Twice the limit, so that the array is not moved for every request.
    if (this.#entries.length >= this.#limit * 2) this.#entries = this.#entries.slice(-this.#limit);
  }

  clear(): void {
    this.#entries = [];
    this.#view = undefined;
  }
}
