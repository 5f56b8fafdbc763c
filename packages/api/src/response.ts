/**
 * The two ends of the onion: sending a request, following redirects and reading the response (core), and checking that response
 * (outermost).
 */
import type { Endpoint } from "./generated/endpoints.ts";
import { isObject } from "./input.ts";
import { explain, failures } from "./on-demand.ts";
import { type CallContext, type ConnectPlugin, type Handler, spareOf } from "./plugin.ts";
import type { Watchers } from "./plugins/credentials.ts";

/** The bodies of responses that plugins had: a plugin may read one, keep it, and return it for another call. */
const bodies = new WeakMap<Response, string>();

/**
 * Creates the core of the onion. It sends the request and reads the whole response, so that whatever can break has broken
 * before a plugin relies on it.
 *
 * @param send - sends a request, see `Transport`.
 * @param watchers - called with each response.
 * @param readable - whether plugins or callers must be able to read the body again.
 */
export function receive(
  send: (request: Request, context: CallContext) => Promise<Response>,
  watchers: Watchers,
  readable: boolean,
): Handler {
  return async (request, context) => {
    try {
      failures.prefetch();
      const response = await send(request, context);
      for (const watch of watchers) watch(response);
      if (context.streaming) return response;
      const text = await readText(request.url, response, context);
      const whole = readable ? withBody(response, text || null) : response;
      if (readable) bodies.set(whole, text);
      context.read.response = whole;
      context.read.text = text;
      return whole;
    } catch (error) {
      throw await explain(request.url, error, context);
    }
  };
}

/**
 * Returns the parsed body of a success of the kind that the document describes, and throws everything else.
 *
 * @throws {@link ApiError} for a status of 400 or above, {@link UnexpectedResponseError} for an unusable response.
 */
export async function checkResponse(url: string, response: Response, context: CallContext): Promise<unknown> {
  const { read } = context;
  const text = read.response === response ? read.text : (bodies.get(response) ?? (await response.text()));
  if (response.status >= 400) throw (await failures.load()).createApiError(url, response, text, context);
  let data: unknown;
  try {
    data = text === "" ? undefined : JSON.parse(text);
    if (response.ok && (context.endpoint === undefined || matches(context.endpoint, data))) return data;
  } catch {
    // It is not JSON, so there is no data.
  }
  throw (await failures.load()).createUnusableResponseError(url, response, text, data, context);
}

/**
 * Returns whether a body is what the document describes, as far as needed to be sure that Connect sent it: its container,
 * and the identifying string of each record. New fields and values of a newer server pass.
 */
function matches({ body, identity }: Endpoint, data: unknown): boolean {
  if (body === "none") return data === undefined;
  const isRecord = (each: unknown) => isObject(each) && (identity === undefined || typeof each[identity] === "string");
  const isList = (each: unknown) => Array.isArray(each) && each.every(isRecord);
  if (body === "list") return isList(data);
  // Pages are counted, or linked to the ones around them.
  if (body === "page") {
    return isObject(data) && isList(data["results"]) && (isCount(data["total"]) || isObject(data["paging"]));
  }
  return isRecord(data);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

/** What is needed to read a body. */
type BodyContext = Pick<CallContext, "method" | "operationId" | "redact" | "maxResponseBytes">;

type ByteReader = Pick<ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, "read" | "cancel">;

/** Reads a body piece by piece, up to `maxResponseBytes`: a megabyte of gzip can become a gigabyte. */
export function readLimited(
  url: string,
  response: Response,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  context: BodyContext,
): ByteReader {
  const reader = body.getReader();
  let length = 0;
  return {
    async read() {
      const piece = await reader.read();
      length += piece.value?.length ?? 0;
      if (length <= context.maxResponseBytes) return piece;
      // Not awaited: a stream may never finish canceling.
      reader.cancel().catch(() => undefined);
      const problem = `returned more than ${context.maxResponseBytes} bytes`;
      const fix = "Ask for less, or raise maxResponseBytes.";
      throw (await failures.load()).createUnexpectedResponseError(url, response, problem, fix, context);
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

const whole = new TextDecoder();

/** Reads a whole body as text. */
export async function readText(url: string, response: Response, context: BodyContext): Promise<string> {
  if (response.body === null) return "";
  const reader = readLimited(url, response, response.body, context);
  const first = await reader.read();
  let next = await reader.read();
  // Most bodies are one piece, which is decoded faster than a stream.
  if (next.done) return whole.decode(first.value);
  const pieces = new TextDecoder();
  let text = pieces.decode(first.value, { stream: true });
  for (; !next.done; next = await reader.read()) text += pieces.decode(next.value, { stream: true });
  return text + pieces.decode();
}

/** Returns the response with another body. */
export function withBody(response: Response, body: string | ReadableStream<Uint8Array> | null): Response {
  if (!canBeCreated(response)) return response;
  return Object.defineProperty(new Response(body, response), "url", { value: response.url });
}

/** `Response` accepts these statuses only. Servers send others, and a browser reports 0 for a redirect that it hides. */
export function canBeCreated({ status }: Response): boolean {
  return status >= 200 && status <= 599;
}

/**
 * Follows redirects below the server's `/__api__`, keeping method and body: a lock arrives as a lock. A 303 asks for a GET
 * instead, so it is followed for a GET only. Nothing is sent anywhere else: not to another origin, and not to content that the
 * server hosts for its publishers.
 *
 * @param url - root of the server.
 * @throws {@link UnexpectedResponseError} for a redirect that is not followed.
 */
export function redirects(url: string): ConnectPlugin {
  const root = `${url}/__api__/`;
  return {
    name: "redirects",
    async fetch(request, next, context: CallContext) {
      let current = request;
      for (let followed = 0; ; followed++) {
        const spare = spareOf(current, context);
        const response = await next(current);
        if (![301, 302, 303, 307, 308].includes(response.status) || !response.headers.has("location")) return response;
        if (context.streaming) await response.body?.cancel();
        const { redirected } = await failures.load();
        current = await redirected(current, response, spare, { root, followed, context });
      }
    },
  };
}
