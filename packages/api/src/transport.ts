/** Sending requests, with the global `fetch` or another implementation. */
import type { FetchedResponse, FetchFunction, FetchInit } from "./client-types.ts";
import { isObject } from "./input.ts";
import type { Transport } from "./plugin.ts";

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
      const response = await fetch(request, describe(request, body));
      return response instanceof Response ? response : adopt(response);
    },
  };
}

/**
 * Returns a kind of request whose signal is created where it is read: following another signal takes longer than everything else
 * that a client does for a call. For a `fetch` that declares its second parameter, which gets the signal there. To the others,
 * the platform's own signal of a request is all there is.
 */
function cancelableRequest(fetch: FetchFunction): typeof Request {
  if (fetch.length < 2) return Request;
  class CancelableRequest extends Request {
    controller: AbortController | undefined;
  }
  // Defined here and not in the class, because some declarations of `Request` have properties in place of accessors and methods.
  const define = (name: string, get: (request: CancelableRequest) => unknown): void => {
    Object.defineProperty(CancelableRequest.prototype, name, {
      get(this: CancelableRequest) {
        return get(this);
      },
    });
  };
  define("signal", (request) => request.controller?.signal ?? Reflect.get(Request.prototype, "signal", request));
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

/** Returns a response of this platform for one of another implementation. */
async function adopt(response: FetchedResponse): Promise<Response> {
  if (!isObject(response)) throw new Error("The custom fetch returned no response.");
  const { status, statusText, url, body } = response;
  const headers = new Headers();
  response.headers.forEach((value, name) => {
    headers.append(name, value);
  });
  // Implementations for old browsers have no `body`.
  const content = isObject(body) ? toStream(body) : body === null ? null : await response.text();
  const own = new Response([204, 205, 304].includes(status) ? null : content, { status, statusText, headers });
  return Object.defineProperty(own, "url", { value: url });
}

/** Returns a stream of this platform for one of another implementation, such as a stream of Node. */
function toStream(body: object): ReadableStream {
  if (body instanceof ReadableStream) return body;
  const iterator = isIterable(body) ? body[Symbol.asyncIterator]() : undefined;
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator?.next();
      if (next === undefined || next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator?.return?.();
    },
  });
}

function isIterable(body: object): body is AsyncIterable<Uint8Array> {
  return Symbol.asyncIterator in body;
}
