/** Sends a request with the platform's `fetch`, or with any other implementation: undici's, node-fetch, cross-fetch, a fake. */
import type { FetchFunction, ForeignInit } from "./client-types.ts";
import { isObject } from "./input.ts";
import type { CallContext } from "./plugin.ts";

/**
 * Returns a function that sends requests.
 *
 * Another implementation does not understand this platform's `Request`: it takes it for a URL, and everything else from its
 * second argument. So it gets both, and the request becomes its URL where a string is expected. The response that it returns
 * becomes one of this platform.
 *
 * @param fetch - default: the global one, looked up for each request, because tests and instrumentation replace it later.
 */
export function sendWith(
  fetch: FetchFunction | undefined,
): (request: Request, context: CallContext) => Promise<Response> {
  if (fetch === undefined) return async (request) => globalThis.fetch(request);
  return async (request, context) => {
    // From memory: no two implementations share a type of stream. A copy, because `fetch` may read the request itself.
    const body = request.body === null ? undefined : (context.body ?? (await request.clone().arrayBuffer()));
    Object.defineProperty(request, "toString", { value: () => request.url, configurable: true });
    return adopt(await fetch(request, describe(request, body)));
  };
}

/** Describes a request as the second argument of `fetch`. Most is read only where it is used, so that a fake costs nothing. */
function describe(request: Request, body: string | ArrayBuffer | undefined): ForeignInit {
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
    get cache() {
      return request.cache;
    },
    redirect: "manual",
  };
}

/** Returns a response of this platform for one of another implementation. */
async function adopt(response: ForeignResponse): Promise<Response> {
  if (response instanceof Response) return response;
  if (!isObject(response)) throw new Error("The custom fetch returned no response.");
  const { status, statusText, headers, url, body } = response;
  // Implementations for old browsers have no `body`.
  const content = body === undefined ? await response.text() : body && toStream(body);
  const isBodiless = [204, 205, 304].includes(status);
  const own = new Response(isBodiless ? null : content, { status, statusText, headers: [...headers] });
  return Object.defineProperty(own, "url", { value: url });
}

/** The part of a response that all implementations have in common. */
interface ForeignResponse extends Pick<Response, "status" | "statusText" | "headers" | "url" | "text"> {
  readonly body?: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null;
}

/** Returns a stream of this platform for one of another implementation, such as a stream of Node. */
function toStream(body: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  if (body instanceof ReadableStream) return body;
  const iterator = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
