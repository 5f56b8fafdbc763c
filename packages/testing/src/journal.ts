import type { OperationId } from "@connect-sdk/api/operations";
import type { Exchange, HttpResponse } from "./http/exchange.ts";
import { InvalidBody, type ValidationIssue } from "./operations/input.ts";
import type { FakeState } from "./state/fake-state.ts";

/** A recorded request. Keys and passwords are not part of it. */
export interface JournalEntry {
  /** Null for paths and methods that are not in the document. */
  readonly operationId: OperationId | null;
  readonly method: string;
  /** The path below `/__api__`, such as `/v1/users`, or the whole path if it lies elsewhere. */
  readonly path: string;
  /** The query as it was sent; repeated parameters are arrays. */
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /**
   * The JSON body. Undefined if there was none, it is invalid or larger than 64 KiB, or the request was refused before its body
   * was read: without a valid key, without permission, or because the body was too large.
   */
  readonly body: unknown;
  /** Size of the body in bytes, as far as it was read or announced. */
  readonly bodyBytes: number;
  /** Null if the connection was cut before the response. */
  readonly status: number | null;
  /** Connect's error code, if the response has one. */
  readonly code: number | null;
  /** The guid of the user whose key was sent, if it was valid. */
  readonly userGuid: string | null;
  readonly correlationId: string;
  /** The time shown by the fake's clock. */
  readonly time: string;
  /** The rules of the document that the body broke, or why no endpoint of the fake takes the request. */
  readonly issues: readonly ValidationIssue[];
  /** Whether a fault was injected. */
  readonly fault: boolean;
}

/** Bodies up to this size are kept. */
const MAX_BODY_BYTES = 64 * 1024;

/** Up to this size of all paths, queries and bodies together, the newest requests are kept. */
const MAX_TOTAL_BYTES = 16 * 1024 * 1024;

/** Records the newest requests. */
export class Journal {
  readonly #limit: number;
  #entries: JournalEntry[] = [];
  /** Sizes of the entries, and their sum. */
  #sizes: number[] = [];
  #totalSize = 0;
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

  /** @param response - null if the connection was cut. */
  record(exchange: Exchange, response: HttpResponse | null): void {
    this.recorded++;
    if (this.#limit === 0) return;
    this.#view = undefined;
    this.#entries.push(entryOf(exchange, response));
    const size = sizeOf(exchange);
    this.#sizes.push(size);
    this.#totalSize += size;
    // At twice the limit, so that not every request copies the arrays.
    if (this.#entries.length >= this.#limit * 2) this.#dropOldest(this.#limit);
    if (this.#totalSize > MAX_TOTAL_BYTES) this.#dropOldest(this.#countWithin(MAX_TOTAL_BYTES / 2));
  }

  /** Returns how many of the newest entries have at most this size, but at least one. */
  #countWithin(size: number): number {
    let count = 0;
    for (let sum = 0; count < this.#sizes.length; count++) {
      sum += this.#sizes.at(-1 - count) ?? 0;
      if (sum > size) break;
    }
    return Math.max(1, count);
  }

  #dropOldest(kept: number): void {
    this.#entries = this.#entries.slice(-kept);
    this.#sizes = this.#sizes.slice(-kept);
    this.#totalSize = this.#sizes.reduce((sum, size) => sum + size, 0);
  }

  clear(): void {
    this.#entries = [];
    this.#sizes = [];
    this.#totalSize = 0;
    this.#view = undefined;
  }
}

/** A rough size of what is kept of a request. */
function sizeOf({ request, correlationId, bodyBytes }: Exchange): number {
  const body = bodyBytes > MAX_BODY_BYTES ? 0 : bodyBytes;
  return request.method.length + request.path.length + request.query.length + correlationId.length + body;
}

/** A request that the fake has received, but not handled yet. */
export type ReceivedRequest = Pick<JournalEntry, "operationId" | "method" | "path" | "query" | "correlationId">;

/** Returns what is known about a request before it is handled. */
export function describeRequest({ route, request, path, query, correlationId, state }: Exchange): ReceivedRequest {
  const { operationId } = route;
  return { operationId, method: request.method, path, query: foldQuery(query, state), correlationId };
}

/** Without a spread: an object of one known shape takes a fifth of the time, and every request pays for it. */
function entryOf(exchange: Exchange, response: HttpResponse | null): JournalEntry {
  const { route, request, path, query, correlationId, body, bodyBytes, userGuid, state, faulted } = exchange;
  return {
    operationId: route.operationId,
    method: request.method,
    path,
    query: foldQuery(query, state),
    correlationId,
    body: bodyBytes > MAX_BODY_BYTES ? undefined : redact(body),
    bodyBytes,
    status: response?.status ?? null,
    code: response?.code ?? null,
    userGuid,
    time: state.clock.timestamp,
    issues: issuesOf(exchange),
    fault: faulted,
  };
}

const NO_ISSUES: readonly ValidationIssue[] = Object.freeze([]);

function issuesOf({ problem, note }: Exchange): readonly ValidationIssue[] {
  if (note !== undefined) return Object.freeze([Object.freeze(note)]);
  return problem instanceof InvalidBody ? problem.issues : NO_ISSUES;
}

const NO_QUERY = Object.freeze({});

function foldQuery(query: Exchange["query"], state: FakeState): JournalEntry["query"] {
  const entries = Object.entries(query);
  if (entries.length === 0) return NO_QUERY;
  const folded = entries.map(([name, values]): [string, string | readonly string[]] => {
    const shown = values.map((value) => (isSecret(name) || state.knowsSecret(value) ? REDACTED : value));
    const [first = "", ...others] = shown;
    return [name, others.length === 0 ? first : Object.freeze([...shown])];
  });
  return Object.freeze(Object.fromEntries(folded));
}

const REDACTED = "[redacted]";

/** Fields of bodies and parameters of queries. Some programs send a key in the query, which Connect ignores. A `user_code` is shown to people. */
const SECRETS =
  /^(?:api|access|private)?[-_]?key$|passw|secret|token|ticket|authorization|credential|assertion|^code$|(?<!user)_code$|verifier/i;

function isSecret(name: string): boolean {
  return SECRETS.test(name);
}

/** Valid bodies are not nested deeper; invalid ones would only fill the journal. */
const MAX_DEPTH = 16;

/** Returns a frozen copy of a JSON value without the values of fields that hold secrets. */
function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return "[nested too deeply]";
  if (Array.isArray(value)) return Object.freeze(value.map((item) => redact(item, depth + 1)));
  const copy = Object.entries(value).map(([name, field]) => [
    name,
    isSecret(name) && typeof field !== "boolean" ? REDACTED : redact(field, depth + 1),
  ]);
  return Object.freeze(Object.fromEntries(copy));
}
