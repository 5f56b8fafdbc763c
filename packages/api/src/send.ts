/** Sends a request with the platform's `fetch`, or with any other implementation: undici's, node-fetch, cross-fetch, a fake. */
import type { FetchedResponse, FetchFunction, FetchInit } from "./client-types.ts";
import { isObject } from "./input.ts";
import type { CallContext } from "./plugin.ts";

/**
 * Returns a function that sends requests.
 *
 * Another implementation does not understand this platform's `Request`: it takes it for a URL, and everything else from its
 * second argument. So it gets both. The response that it returns becomes one of this platform.
 *
 * @param fetch - default: the global one, looked up for each request, because tests and instrumentation replace it later.
 */
export function sendWith(
  fetch: FetchFunction | undefined,
): (request: Request, context: CallContext) => Promise<Response> {
  if (fetch === undefined) return async (request) => globalThis.fetch(request);
  return async (request, context) => {
    // From memory: no two implementations share a type of stream. A copy, because `fetch` may read the request itself.
    const body = request.body === null ? null : (context.body ?? (await request.clone().arrayBuffer()));
    becomeUrl(request);
    return adopt(await fetch(request, describe(request, body)));
  };
}

/** Makes a request become its URL where a string is expected. */
function becomeUrl(request: Request): asserts request is Request & string {
  Object.defineProperty(request, "toString", { value: () => request.url, configurable: true });
}

/** Describes a request as the second argument of `fetch`. Most is read only where it is used, so that a fake costs nothing. */
function describe(request: Request, body: string | ArrayBuffer | null): FetchInit {
  return {
    request,
    get method() {
      return request.method;
    },
    get headers() {
      return Object.fromEntries(request.headers);
    },
    body,
    get signal() {
      return request.signal;
    },
    redirect: "manual",
    get cache() {
      return request.cache;
    },
  };
}

/** Returns a response of this platform for one of another implementation. */
async function adopt(response: FetchedResponse): Promise<Response> {
  if (response instanceof Response) return response;
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
