import type { OperationId } from "@connect-sdk/api/operations";
import type { Exchange } from "./http/exchange.ts";
import { InvalidBody, type ValidationIssue } from "./operations/validate-body.ts";

/** A recorded request. Keys and passwords are not part of it. */
export interface JournalEntry {
  /** Null for paths and methods that are not in the document. */
  readonly operationId: OperationId | null;
  readonly method: string;
  /** The path below `/__api__`, such as `/v1/users`, or the whole path if it lies elsewhere. */
  readonly path: string;
  /** The query as it was sent; repeated parameters are arrays. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** The JSON body; undefined if there was none or it is invalid. */
  readonly body: unknown;
  /** Null if the connection was cut before the response. */
  readonly status: number | null;
  /** Connect's error code, if the response has one. */
  readonly code: number | null;
  /** The guid of the user whose key was sent, if it was valid. */
  readonly userGuid: string | null;
  readonly correlationId: string;
  /** The time shown by the fake's clock. */
  readonly time: string;
  /** The rules of the document that the body broke. */
  readonly issues: readonly ValidationIssue[];
  /** Whether a fault was injected. */
  readonly fault: boolean;
}

/** Records the newest requests. */
export class Journal {
  readonly #limit: number;
  #entries: JournalEntry[] = [];
  #view: readonly JournalEntry[] | undefined;
  /** Number of requests recorded so far, including those that were dropped or cleared. */
  recorded = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The requests, oldest first. The array never changes; read the property again for newer ones. */
  get entries(): readonly JournalEntry[] {
    this.#view ??= Object.freeze(
      this.#limit === 0 ? [] : this.#entries.slice(-this.#limit).map((entry) => Object.freeze(entry)),
    );
    return this.#view;
  }

  /** Number of the oldest request that is still recorded. */
  get oldest(): number {
    return this.recorded - Math.min(this.#entries.length, this.#limit) + 1;
  }

  /** Returns the requests from a number on, oldest first, without copying the others. */
  from(number: number): JournalEntry[] {
    const count = this.recorded - Math.max(number, this.oldest) + 1;
    return count <= 0 ? [] : this.#entries.slice(-count);
  }

  /** @param status - null if the connection was cut. */
  record(exchange: Exchange, status: number | null): void {
    this.recorded++;
    if (this.#limit === 0) return;
    this.#view = undefined;
    this.#entries.push(entryOf(exchange, status));
    // At twice the limit, so that not every request copies the array.
    if (this.#entries.length >= this.#limit * 2) this.#entries = this.#entries.slice(-this.#limit);
  }

  clear(): void {
    this.#entries = [];
    this.#view = undefined;
  }
}

function entryOf(exchange: Exchange, status: number | null): JournalEntry {
  const { route, request, path, query, body, problem, userGuid, correlationId, state, faulted } = exchange;
  return {
    operationId: route.operationId,
    method: request.method,
    path,
    query: foldQuery(query),
    body: redact(body),
    status,
    code: problem?.code ?? null,
    userGuid,
    correlationId,
    time: state.clock.timestamp,
    issues: problem instanceof InvalidBody ? problem.issues : [],
    fault: faulted,
  };
}

const NO_QUERY = Object.freeze({});

function foldQuery(query: Exchange["query"]): JournalEntry["query"] {
  const entries = Object.entries(query);
  if (entries.length === 0) return NO_QUERY;
  const folded = entries.map(([name, values]): [string, string | readonly string[]] => {
    const [first = "", ...others] = values;
    return [name, others.length === 0 ? first : Object.freeze([...values])];
  });
  return Object.freeze(Object.fromEntries(folded));
}

const SECRET_FIELDS = new Set(["password", "key", "api_key", "temp_ticket"]);

/** Valid bodies are not nested deeper; invalid ones would only fill the journal. */
const MAX_DEPTH = 16;

/** Returns a frozen copy of a JSON value without the values of fields that hold secrets. */
function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return "[nested too deeply]";
  if (Array.isArray(value)) return Object.freeze(value.map((item) => redact(item, depth + 1)));
  const copy = Object.entries(value).map(([name, field]) => [
    name,
    SECRET_FIELDS.has(name.toLowerCase()) ? "[redacted]" : redact(field, depth + 1),
  ]);
  return Object.freeze(Object.fromEntries(copy));
}
