/**
 * What follows from a failure: the error for a response or an exception, further attempts, and the request that follows a redirect.
 * Everything from outside is redacted and made printable here. Loaded beside the first request, see `on-demand.ts`, with the code
 * for responses of other implementations of `fetch`.
 */
import {
  type ApiError,
  type ApiErrorOptions,
  AuthenticationError,
  ConflictError,
  describeRequest,
  InvalidRequestError,
  NetworkError,
  NotFoundError,
  PermissionError,
  printable,
  RateLimitError,
  ServerError,
  UnexpectedResponseError,
  type UnexpectedResponseErrorOptions,
} from "./errors.ts";
import type { CallContext, Redact } from "./plugin.ts";
import { readRetryAfter, withBody } from "./plugins/further-attempts.ts";
import { isSafeSegment } from "./url.ts";

export { adopt } from "./foreign-response.ts";
export { BackOff } from "./plugins/further-attempts.ts";

/** What the factories need to know about the call that failed. */
type FailedCall = Pick<CallContext, "method" | "operationId" | "redact">;

/**
 * Creates the error for a response with a status of 400 or above, whatever its body is.
 *
 * @param fixes - what to do about certain error codes, where more can be said than for the status.
 */
export function createApiError(
  url: string,
  response: Response,
  body: string,
  call: FailedCall,
  fixes: Readonly<Partial<Record<number, string>>> = {},
): ApiError {
  const { code, error, payload } = parseErrorBody(body, call);
  const { status, headers } = response;
  const [Kind, fix] = API_ERRORS[status] ?? (status < 500 ? INVALID_REQUEST : SERVER);
  const words = typeof error === "string" && error !== "" ? `: ${quote(error)}` : ", without an error from Connect";
  const suffix = typeof code === "number" ? ` (code ${code})` : "";
  return new Kind(call.redact(`${describeRequest(call.method, url)} failed with status ${status}${words}${suffix}.`), {
    ...describe(url, response, call),
    fix: (typeof code === "number" ? fixes[code] : undefined) ?? fix,
    code: typeof code === "number" ? code : undefined,
    payload,
    retryAfter: readRetryAfter(headers),
  });
}

/** A class of {@link ApiError} and what to do about it. */
type ApiErrorKind = readonly [type: new (message: string, options: ApiErrorOptions) => ApiError, fix: string];

const INVALID_REQUEST: ApiErrorKind = [InvalidRequestError, "Correct what the server rejects."];
const SERVER: ApiErrorKind = [ServerError, "Try again later, or check the server's log."];
const API_ERRORS: Readonly<Record<number, ApiErrorKind>> = {
  401: [AuthenticationError, "Check that the API key or token is complete, current, and from this server."],
  403: [PermissionError, "Use the key of a user whose role allows this."],
  404: [NotFoundError, "Check the identifier, the URL, and that the server is new enough."],
  409: [ConflictError, "Use another name or the existing object."],
  429: [RateLimitError, "Wait, then send fewer requests at a time."],
};

/** Creates the error for a success or a redirect that is not what the document describes. */
export function createUnusableResponseError(
  url: string,
  response: Response,
  text: string,
  data: unknown,
  call: FailedCall,
): UnexpectedResponseError {
  const fix = "Check that the URL leads to Connect, not to a login page or proxy.";
  return createUnexpectedResponseError(url, response, problemOf(response, text, data), fix, call);
}

function problemOf({ type, ok }: Response, text: string, data: unknown): string {
  if (type === "opaqueredirect") return "returned a redirect, which browsers hide";
  if (!ok) return "returned a redirect without a target";
  if (data !== undefined) return "returned JSON that is not Connect's";
  if (text === "") return "returned an empty body";
  return /^\s*</.test(text) ? "returned a web page, not JSON" : "returned invalid or truncated JSON";
}

/** Creates the error for a response that is unusable; `problem` completes the sentence "GET /v1/user …". */
export function createUnexpectedResponseError(
  url: string,
  response: Response,
  problem: string,
  fix: string,
  call: FailedCall,
): UnexpectedResponseError {
  return new UnexpectedResponseError(
    call.redact(`${describeRequest(call.method, url)} ${problem} (status ${response.status}).`),
    { ...describe(url, response, call), fix },
  );
}

/** Returns the error for a body that is longer than the client reads. */
export function createTooLongError(
  url: string,
  response: Response,
  call: FailedCall & { readonly maxResponseBytes: number },
): UnexpectedResponseError {
  const problem = `returned more than ${call.maxResponseBytes} bytes`;
  return createUnexpectedResponseError(url, response, problem, "Ask for less, or raise maxResponseBytes.", call);
}

/** Returns the properties that errors about a response have in common. */
function describe(
  url: string,
  { status, headers }: Response,
  { method, operationId, redact }: FailedCall,
): Omit<UnexpectedResponseErrorOptions, "fix"> {
  const id = headers.get("x-correlation-id");
  const correlationId = id === null ? undefined : printable(redact(id));
  return { status, method, url: redact(url), operationId, correlationId };
}

/** Parses a body that should be Connect's error object and can be anything. Connect's are short. */
function parseErrorBody(body: string, { redact }: FailedCall): { code?: unknown; error?: unknown; payload?: unknown } {
  try {
    const parsed = body.length < 1e6 && parseRedacted(body, redact);
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

/**
 * Returns the error for an exception of `fetch` or of a body: a `NetworkError` if the connection failed. Any other exception
 * is returned unchanged, unless it holds a secret.
 */
export function fromException(
  url: string,
  exception: unknown,
  { method, redact }: FailedCall,
  crossesOrigins: boolean,
): unknown {
  const failures = listCauses(exception);
  const cause = withoutSecrets(exception, redact);
  const words = failures.map((failure) => read(failure, "message")).findLast((message) => !!message);
  const reason = typeof words === "string" ? redact(words.slice(0, 1e5)) : "";
  const codes = failures.map((failure) => read(failure, "code")).filter((each) => typeof each === "string");
  const isFailure =
    failures[0] && (read(failures[0], "name") === "TypeError" || codes.some((each) => CONNECTION.test(each)));
  if (isFailure !== true) return cause;
  const code = /connection ?refused/i.test(reason + codes.join()) ? "ECONNREFUSED" : codes.at(-1);
  return new NetworkError(
    redact(`${describeRequest(method, url)} received no response from ${new URL(url).host}: ${quote(reason)}.`),
    { method, url: redact(url), code, cause, fix: networkFix(code ?? "", crossesOrigins) },
  );
}

function networkFix(code: string, crossesOrigins: boolean): string {
  if (CERTIFICATE.test(code)) {
    return "Check whether the URL is https or http, and that the server's certificate is trusted.";
  }
  const fix = "Check the URL, that the server is running, and the network in between (VPN, proxy).";
  return crossesOrigins ? `${fix} Does the server allow this page's origin (CORS)?` : fix;
}

/** How OpenSSL and the runtimes name problems with a certificate or a handshake. */
const CERTIFICATE = /CERT|SSL|TLS|SIGNED|ISSUER/;

/** How Node, undici, node-fetch, axios and Bun name connections that failed or ended early. */
const CONNECTION =
  /^(E(CONN|AI_|PIPE|PROTO|HOST|NET|TIMEDOUT|NOTFOUND|ADDR)|UND_ERR|HPE_|Z_|ERR_(NETWORK|HTTP2|STREAM_P)|Connection|FailedToOpen)|CERT|SSL|TLS|SIGNED|ISSUER/;

/** Lists an exception and its causes, the deepest last. A chain of causes can be circular. */
function listCauses(exception: unknown): object[] {
  const causes: object[] = [];
  for (let next = exception; typeof next === "object" && next !== null && causes.length < 10;) {
    causes.push(next);
    const errors = read(next, "errors");
    next = read(next, "cause") ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return causes;
}

/** Quotes foreign words in a message: on one line, without the final full stop. */
function quote(words: string): string {
  return printable(words.slice(0, 1_000).replace(/\s+/g, " "), 500).replace(/[\s.:]+$/, "");
}

/** How many redirects in a row are followed. */
const MAX_REDIRECTS = 5;

/**
 * Returns the request that follows a redirect below `root`.
 *
 * @param spare - a copy of the request, if it has a body that is not in the context.
 * @param followed - how many redirects were followed before.
 * @throws {@link UnexpectedResponseError} for a redirect that is not followed.
 */
export async function redirected(
  request: Request,
  response: Response,
  spare: Request | undefined,
  { root, followed, context }: { readonly root: string; readonly followed: number; readonly context: CallContext },
): Promise<Request> {
  const { url } = request;
  const { method } = context;
  const location = response.headers.get("location") ?? "";
  const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
  const dropsBody = response.status === 303 && method !== "GET";
  const problem = problemOfRedirect(target, root, dropsBody, followed === MAX_REDIRECTS);
  if (target === undefined || problem !== undefined) {
    const fix = "Use the URL at which Connect itself responds, with https if it has that. Nothing was sent elsewhere.";
    throw createUnexpectedResponseError(url, response, problem ?? "", fix, context);
  }
  // From memory, because not every browser can send a stream.
  return withBody(request, target, context.body ?? (await spare?.arrayBuffer()) ?? null);
}

function problemOfRedirect(
  target: URL | undefined,
  root: string,
  dropsBody: boolean,
  isLast: boolean,
): string | undefined {
  if (target === undefined) return "returned an invalid redirect URL";
  // A proxy may decode `..%2f`, and climb up.
  const isBelow = target.pathname.split("/").every((segment) => segment === "" || isSafeSegment(segment));
  if (!target.href.startsWith(root) || !isBelow) {
    const { origin, pathname } = target;
    return `was redirected to ${origin === new URL(root).origin ? printable(pathname) : origin}`;
  }
  if (dropsBody) return "was redirected in a way that drops the body";
  return isLast ? `exceeded ${MAX_REDIRECTS} redirects` : undefined;
}

/** Parses JSON and redacts its strings, including names: escapes are undone, so none can hide a secret. */
function parseRedacted(json: string, redact: Redact): unknown {
  return JSON.parse(json, (_, value: unknown) => {
    if (typeof value === "string") return redact(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]: [string, unknown]) => [redact(name), field]));
  });
}

/** Returns a foreign exception as it is. One that holds a secret anywhere (`request`, `config.headers` …) is rebuilt without. */
function withoutSecrets(error: unknown, redact: Redact): unknown {
  return holdsSecret(error, redact) ? rebuild(error, redact) : error;
}

/** How many objects and strings of an exception are searched. A larger one counts as holding a secret. */
const SEARCH_LIMIT = 5_000;

function holdsSecret(error: unknown, redact: Redact): boolean {
  const found = new Set<unknown>([error]);
  try {
    for (const value of found) {
      if (found.size > SEARCH_LIMIT) return true;
      if (typeof value === "string" && (value.length > 1e6 || redact(value) !== value)) return true;
      if (typeof value === "object" && value !== null) addParts(value, found);
    }
    return false;
  } catch {
    // A proxy, or an object that is too large to search.
    return true;
  }
}

/** Adds what an object consists of, as far as it can be printed. */
function addParts(object: object, parts: Set<unknown>): void {
  if (ArrayBuffer.isView(object)) {
    parts.add(new TextDecoder().decode(new Uint8Array(object.buffer, object.byteOffset, object.byteLength)));
    return;
  }
  // `Request`, `Response` and `DOMException` inherit getters of these names.
  for (const name of [...Reflect.ownKeys(object), "message", "headers", "url"]) {
    parts.add(name).add(read(object, name));
  }
  if (isCollection(object)) {
    object.forEach((value, key) => {
      parts.add(value).add(key);
    });
  }
}

/** Returns whether an object is a `Map`, a `Set`, or headers or parameters of any implementation. */
function isCollection(object: object): object is Pick<Map<unknown, unknown>, "forEach"> {
  return "forEach" in object && typeof object.forEach === "function" && !Array.isArray(object);
}

/** Copies an error without its secrets: name, message, stack, primitive properties, and its causes. */
function rebuild(error: unknown, redact: Redact, depth = 0): Error {
  const clean = (value: unknown): unknown =>
    typeof value === "string" ? redact(value.length > 1e6 ? "" : value) : value;
  const copy = new Error();
  const properties = { message: typeof error === "string" ? error : "", name: "Error" };
  const object = typeof error === "object" && error !== null ? error : properties;
  const set = (name: PropertyKey, value: unknown, enumerable = false): void => {
    Object.defineProperty(copy, name, { value, enumerable, configurable: true, writable: true });
  };
  for (const name of attempt(() => Object.keys(object)) ?? []) {
    const value = read(object, name);
    if (typeof value !== "object" && typeof value !== "function") set(redact(name), clean(value), true);
  }
  for (const name of ["name", "message", "stack"]) {
    const value = read(object, name);
    if (typeof value === "string") set(name, clean(value));
  }
  const cause = read(object, "cause");
  if (cause !== undefined && depth < 5) set("cause", rebuild(cause, redact, depth + 1));
  return copy;
}

/** Reads a property of a foreign object; `undefined` if its getter throws. */
function read(object: object, name: PropertyKey): unknown {
  return attempt((): unknown => Reflect.get(object, name));
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
