/**
 * The two ends of the onion: sending a request, following redirects and reading the response (core), and checking that response
 * (outermost).
 */
import type { FetchFunction, FetchInit } from "./client-types.ts";
import type { Endpoint } from "./generated/endpoints.ts";
import { isObject } from "./input.ts";
import { explain, failures } from "./on-demand.ts";
import {
  type CallContext,
  type ConnectPlugin,
  type Handler,
  type LateController,
  spareOf,
  type Transport,
} from "./plugin.ts";
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
      throw (await failures.load()).createTooLongError(url, response, context);
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

const decoder = new TextDecoder();

/** Where the pieces of most bodies are joined: memory that is new for each takes longer to get than to fill. */
const joined = new Uint8Array(2 ** 18);

/** Reads a whole body as text. */
export async function readText(url: string, response: Response, context: BodyContext): Promise<string> {
  if (response.body === null) return "";
  const reader = readLimited(url, response, response.body, context);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    length += next.value.length;
  }
  // In one go: a decoder that gets a stream takes twice the time, and returns strings of twice the size.
  const all = length > joined.length ? new Uint8Array(length) : joined;
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return decoder.decode(all.subarray(0, length));
}

/** Returns the response with another body. */
export function withBody(response: Response, body: string | ReadableStream<Uint8Array> | null): Response {
  if (!canBeCreated(response)) return response;
  return Object.defineProperty(new Response(body, response), "url", { value: response.url });
}

/** `Response` accepts these statuses only. Servers send others, and a browser reports 0 for a redirect that it hides. */
export function canBeCreated({ status }: Pick<Response, "status">): boolean {
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

/**
 * Returns how requests are created and sent. The global `fetch` is looked up for each request, because tests and instrumentation
 * replace it later.
 *
 * Another implementation does not understand this platform's `Request`: it takes it for a URL, and everything else from its
 * second argument. So it gets both. The response that it returns becomes one of this platform.
 */
export function transportOf(fetch: FetchFunction | undefined): Transport {
  if (fetch === undefined) return { CallRequest: Request, send: async (request) => globalThis.fetch(request) };
  return {
    CallRequest: cancelableRequest(fetch),
    async send(request, context) {
      // From memory: no two implementations share a type of stream. A copy, because `fetch` may read the request itself.
      const body = request.body === null ? null : (context.body ?? (await request.clone().arrayBuffer()));
      becomeUrl(request);
      return toOwnResponse(await fetch(request, describe(request, body)), "custom fetch");
    },
  };
}

/**
 * Returns a response of this platform for what a caller's function returned.
 *
 * @param what - the function, for the error if it returned no response.
 */
export async function toOwnResponse(response: unknown, what: string): Promise<Response> {
  return response instanceof Response ? response : (await failures.load()).adopt(response, what);
}

/**
 * Returns a kind of request whose signal is created where it is read: following another signal takes longer than everything else
 * that a client does for a call. For a `fetch` that declares its second parameter, which gets the signal there. To the others,
 * the platform's own signal of a request is all there is.
 */
function cancelableRequest(fetch: FetchFunction): typeof Request {
  if (fetch.length < 2) return Request;
  class CancelableRequest extends Request {
    controller: LateController | undefined;
  }
  // Defined here and not in the class, because some declarations of `Request` have properties in place of accessors and methods.
  const define = (name: string, get: (request: CancelableRequest) => unknown): void => {
    Object.defineProperty(CancelableRequest.prototype, name, {
      get(this: CancelableRequest) {
        return get(this);
      },
    });
  };
  define("signal", (request) => request.controller?.().signal ?? Reflect.get(Request.prototype, "signal", request));
  define(
    "toString",
    ({ url }) =>
      () =>
        url,
  );
  define("clone", (request) => () => {
    const copy = new CancelableRequest(Request.prototype.clone.call(request));
    copy.controller = request.controller;
    return copy;
  });
  return CancelableRequest;
}

/** Makes a request become its URL where a string is expected. */
function becomeUrl(request: Request): asserts request is Request & string {
  if ("controller" in request) return;
  Object.defineProperty(request, "toString", { value: () => request.url, configurable: true });
}

/** Describes a request as the second argument of `fetch`. */
function describe(request: Request, body: string | ArrayBuffer | null): FetchInit {
  const { method, cache } = request;
  return new Proxy({ request, method, headers: {}, body, signal: unread, redirect: "manual", cache }, LAZY);
}

const unread = new AbortController().signal;

/** Reads the parts that cost time only where they are used. Getters would cost as much, and those of a class cannot be spread. */
const LAZY: ProxyHandler<FetchInit> = {
  get(init, name): unknown {
    if (name === "headers") return Object.fromEntries(init.request.headers);
    return name === "signal" ? init.request.signal : Reflect.get(init, name);
  },
};
