import type { ApiErrorBody } from "@connect-sdk/api";
import { operations, type HttpMethod, type OperationId } from "@connect-sdk/api/operations";
import { ApiProblem, OAuthProblem, type ErrorName } from "./errors.ts";
import {
  bytesOf,
  ConnectionReset,
  emptyResponse,
  isBodiless,
  jsonResponse,
  textResponse,
  type Exchange,
  type Handler,
  type HttpResponse,
} from "./http/exchange.ts";
import { fraction, hashText } from "./state/ids.ts";
import { InvalidInput, notAllowed, validate } from "./validate.ts";

/** Which requests fail, and how. A request must satisfy every given condition. At least one effect is required. */
export interface Fault {
  /** The operation that fails. */
  operationId?: OperationId;
  /** `GET` includes `HEAD`. */
  method?: HttpMethod;
  /** The path below `/__api__`, either a `RegExp` or a string in which `*` matches within a segment and `**` anything. */
  path?: string | RegExp;
  /** Number of requests that fail. By default all do, until the fault is removed. */
  times?: number;
  /** Number of matching requests that succeed before the first one fails; 0 by default. */
  after?: number;
  /** Probability that a matching request fails, from 0 to 1; 1 by default. Which ones fail depends on the seed only. */
  probability?: number;

  /**
   * Status of the response. Without `body`, a status of at least 400 has Connect's error envelope, and others have no body. The server
   * does not act.
   */
  status?: number;
  /** Body of the response: a string as it is, null for none, anything else as JSON. The server does not act. */
  body?: unknown;
  /** Responds with HTML, as a proxy does: `true` for a sign-in page, or the page. The server does not act. */
  html?: boolean | string;
  /** Headers to add to the response, or to replace. */
  headers?: Record<string, string>;
  /** Milliseconds to wait before anything else happens. */
  delay?: number;
  /**
   * Cuts the connection: `true` before the server acts, `"after"` when it has acted but before it responds, `"during"` in the
   * middle of the response body (or before the response if it has no body).
   */
  reset?: boolean | "after" | "during";
  /** Shortens the body to this number of bytes, or to half of it, in a response that is complete as far as HTTP can tell. */
  truncate?: boolean | number;
}

/** An injected fault. */
export interface FaultHandle {
  /** Number of requests it has hit. */
  readonly hits: number;
  /** Removes it. */
  remove(): void;
}

/** Wraps a handler so that requests run into the faults of a list. */
export function withFaults(faults: FaultList, handle: Handler): Handler {
  return (exchange) => {
    const fault = faults.take(exchange);
    if (fault === undefined) return handle(exchange);
    exchange.faulted = true;
    return inject(fault, handle, exchange);
  };
}

async function inject(fault: Fault, handle: Handler, exchange: Exchange): Promise<HttpResponse> {
  if (fault.delay !== undefined) await wait(fault.delay, exchange.request.signal);
  if (fault.reset === true) throw new ConnectionReset();
  const response = replacesServer(fault) ? replacement(fault, exchange) : await handle(exchange);
  if (fault.reset === "after") throw new ConnectionReset();
  for (const [name, value] of Object.entries(fault.headers ?? {})) response.headers[name.toLowerCase()] = value;
  if (fault.reset === "during") {
    if (response.body === null || response.body.length === 0) throw new ConnectionReset();
    response.broken = true;
  }
  if (fault.truncate !== undefined && fault.truncate !== false) {
    const bytes = bytesOf(response.body ?? "");
    response.body = bytes.subarray(0, fault.truncate === true ? bytes.length / 2 : fault.truncate);
  }
  return response;
}

/** Waits, but not longer than the client does. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
  signal.throwIfAborted();
}

function replacesServer({ status, body, html }: Fault): boolean {
  return status !== undefined || body !== undefined || (html !== undefined && html !== false);
}

function replacement({ status = 200, body, html }: Fault, { route }: Exchange): HttpResponse {
  if (isBodiless(status)) return emptyResponse(status);
  if (typeof html === "string") return textResponse(status, "text/html", html);
  if (html === true) return textResponse(status, "text/html", SIGN_IN_PAGE);
  if (body === null) return emptyResponse(status);
  if (typeof body === "string") return textResponse(status, "text/plain", body);
  if (body === undefined && status < 400) return emptyResponse(status);
  const json = body ?? (route.envelope === "oauth" ? oauthEnvelopeFor(status) : envelopeFor(status));
  return { ...jsonResponse(status, json), ...codeOf(json) };
}

/** The error code in a body, for the journal. */
function codeOf(body: unknown): Pick<HttpResponse, "code"> {
  if (typeof body !== "object" || body === null || !("code" in body)) return {};
  return typeof body.code === "number" ? { code: body.code } : {};
}

const SIGN_IN_PAGE =
  "<!doctype html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>";

/** The error envelope for a status when the fault has no body. */
function envelopeFor(status: number): ApiErrorBody {
  return new ApiProblem(ERRORS.get(status) ?? (status < 500 ? "InvalidParameter" : "InternalFailure")).body;
}

/** The envelope of OAuth for a status. */
function oauthEnvelopeFor(status: number): OAuthProblem["body"] {
  const error = status === 503 ? "temporarily_unavailable" : status < 500 ? "invalid_request" : "server_error";
  return new OAuthProblem(status === 401 ? "invalid_client" : error, "Injected by a fault.").body;
}

const ERRORS = new Map<number, ErrorName>([
  [401, "InvalidLogin"],
  [403, "PermissionDenied"],
  [404, "ObjectDoesNotExist"],
  [409, "DuplicateName"],
  [429, "RateLimitExceeded"],
]);

interface ActiveFault {
  readonly fault: Fault;
  readonly matches: (exchange: Exchange) => boolean;
  /** Position in the order of injection, which the random numbers depend on. */
  readonly number: number;
  /** Number of matching requests so far. */
  seen: number;
  hits: number;
}

/** An active fault. Its id is unique until the fake is reset. */
export interface ListedFault {
  readonly id: number;
  readonly fault: Fault;
  /** Number of requests it has hit. */
  readonly hits: number;
}

/** Returns a fault that the schema can describe, which knows no regular expressions. */
function withoutRegExp(fault: Fault): unknown {
  const hasPattern = typeof fault === "object" && (fault as unknown) !== null && fault.path instanceof RegExp;
  return hasPattern ? { ...fault, path: "/pattern" } : fault;
}

const EFFECTS = ["status", "body", "html", "headers", "delay", "reset", "truncate"] as const;

/** Returns whether a fault has an effect. False is the same as absent, except that it can be a body. */
function isGiven(fault: Fault, name: (typeof EFFECTS)[number]): boolean {
  return fault[name] !== undefined && (fault[name] !== false || name === "body");
}

/** Throws an `InvalidInput` for a fault that can have no effect, or not all of the effects that it names. */
function checkConsistency(fault: Fault): void {
  const { operationId, method, reset, status } = fault;
  if (!EFFECTS.some((name) => isGiven(fault, name))) {
    throw new InvalidInput(`the fault has no effect; add one of ${EFFECTS.join(", ")}`);
  }
  const ownMethod = operationId === undefined ? undefined : operations[operationId].method;
  if (method !== undefined && ownMethod !== undefined && method !== ownMethod) {
    throw new InvalidInput(
      `the fault can hit no request: ${String(operationId)} is ${ownMethod}, and method is ${method}`,
    );
  }
  if (isGiven(fault, "body") && isGiven(fault, "html")) {
    throw new InvalidInput("body and html cannot be combined: both replace the response");
  }
  const lost = EFFECTS.find((name) => name !== "reset" && name !== "delay" && isGiven(fault, name));
  if ((reset === true || reset === "after") && lost !== undefined) {
    throw new InvalidInput(`reset and ${lost} cannot be combined: a connection that is cut has no response`);
  }
  const unsent = (["body", "html", "truncate"] as const).find((name) => isGiven(fault, name) && fault[name] !== null);
  if (status !== undefined && isBodiless(status) && unsent !== undefined) {
    throw new InvalidInput(`status and ${unsent} cannot be combined: a response with the status ${status} has no body`);
  }
}

/** Returns a fault that stays as it is when the caller changes the given one. */
function withCopiedBody(fault: Fault): Fault {
  const { body, headers } = fault;
  return {
    ...fault,
    ...(headers && { headers: { ...headers } }),
    ...(body !== undefined && { body: copyOfJson(body) }),
  };
}

function copyOfJson(body: unknown): unknown {
  try {
    const json: unknown = JSON.stringify(body);
    // A function has none.
    const copy: unknown = typeof json === "string" ? JSON.parse(json) : undefined;
    // A date would become a string, and NaN null.
    if (copy !== undefined && kindOf(copy) === kindOf(body)) return copy;
  } catch {
    // Refused below: a cycle, or a bigint.
  }
  throw new InvalidInput(notAllowed("body", body, "a string, null, or anything that JSON can express"));
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const STREAM = hashText("fault");

/** The active faults. The first one that applies to a request wins. */
export class FaultList {
  readonly #seed: number;
  #active: ActiveFault[] = [];
  #count = 0;
  /** Changes when a fault is added or removed. */
  revision = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** @throws TypeError if the fault is invalid. */
  add(fault: Fault): FaultHandle {
    validate("Fault", withoutRegExp(fault));
    checkConsistency(fault);
    const active: ActiveFault = {
      fault: withCopiedBody(fault),
      matches: matcherOf(fault),
      number: this.#count++,
      seen: 0,
      hits: 0,
    };
    this.#active.push(active);
    this.revision++;
    return {
      get hits() {
        return active.hits;
      },
      remove: () => {
        this.remove(active.number);
      },
    };
  }

  /** Removes the fault with an id. Returns whether there was one. */
  remove(id: number): boolean {
    const others = this.#active.filter(({ number }) => number !== id);
    if (others.length === this.#active.length) return false;
    this.#active = others;
    this.revision++;
    return true;
  }

  /** Returns the faults in order of injection. Patterns are shown as strings. */
  list(): ListedFault[] {
    return this.#active.map(({ number, fault, hits }) => {
      const { path } = fault;
      return { id: number, fault: path instanceof RegExp ? { ...fault, path: String(path) } : fault, hits };
    });
  }

  clear(): void {
    this.#active = [];
    this.revision++;
  }

  /** Removes all faults, and restarts the random numbers. */
  reset(): void {
    this.clear();
    this.#count = 0;
  }

  /** Returns the fault that a request runs into, if any, and counts the hit. */
  take(exchange: Exchange): Fault | undefined {
    return this.#active.find((active) => active.matches(exchange) && this.#hits(active))?.fault;
  }

  #hits(active: ActiveFault): boolean {
    const { times = Infinity, after = 0, probability = 1 } = active.fault;
    if (active.hits >= times) return false;
    const turn = active.seen++;
    if (turn < after || fraction(this.#seed, STREAM + active.number, turn) >= probability) return false;
    active.hits++;
    return true;
  }
}

function matcherOf({ operationId, method, path }: Fault): (exchange: Exchange) => boolean {
  const matchesPath = path === undefined ? undefined : pathMatcher(path);
  return (exchange) =>
    (operationId === undefined || operationId === exchange.route.operationId) &&
    (method === undefined || method === exchange.method) &&
    (matchesPath === undefined || matchesPath(exchange.path));
}

/** Returns a function that says whether a path matches a pattern. In a string, `*` matches within a segment, `**` anything. */
export function pathMatcher(pattern: string | RegExp): (path: string) => boolean {
  // `search` neither uses nor changes the `lastIndex` of an expression, as `test` would.
  if (typeof pattern !== "string") return (path) => path.search(pattern) >= 0;
  if (!pattern.includes("*")) return (path) => path === pattern;
  const parts = pattern.match(/\*\*|\*|[^*]/gs) ?? [];
  return (path) => matches(parts, path);
}

/**
 * Matches all parts in parallel, so that the time grows with the length of the path and not, as with a regular expression that
 * backtracks, with its power.
 *
 * @param parts - characters, `*` and `**`.
 */
function matches(parts: readonly string[], path: string): boolean {
  // A position is marked if the parts before it match the characters read so far.
  let reached = new Uint8Array(parts.length + 1);
  reached[0] = 1;
  skipStars(parts, reached);
  for (let index = 0; index < path.length; index++) {
    const character = path.charAt(index);
    const next = new Uint8Array(parts.length + 1);
    for (const [position, part] of parts.entries()) {
      if (reached[position] !== 1) continue;
      if (part === "**" || (part === "*" && character !== "/")) next[position] = 1;
      else if (part === character) next[position + 1] = 1;
    }
    skipStars(parts, next);
    reached = next;
  }
  return reached[parts.length] === 1;
}

/** Marks the positions after stars, because a star may match nothing. */
function skipStars(parts: readonly string[], reached: Uint8Array): void {
  for (const [position, part] of parts.entries()) {
    if (reached[position] === 1 && part.startsWith("*")) reached[position + 1] = 1;
  }
}
