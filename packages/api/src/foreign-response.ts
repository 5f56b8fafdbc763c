/** Responses of other implementations of `fetch`, such as undici and node-fetch. Loaded with `failures.ts`, because few callers pass one. */
import type { FetchedResponse } from "./client-types.ts";
import { ConnectError, printable } from "./errors.ts";
import { isObject } from "./input.ts";
import { canBeCreated } from "./response.ts";

/**
 * Returns a response of this platform for one of another implementation.
 *
 * @throws {@link ConnectError} if it is not a response.
 */
export async function adopt(response: unknown, what: string): Promise<Response> {
  if (!isResponse(response)) {
    throw new ConnectError(`The ${printable(what)} returned no response.`, {
      fix: "Return the response, even where it is an error.",
    });
  }
  const { status, statusText, url, body } = response;
  const headers = new Headers();
  response.headers.forEach((value, name) => {
    headers.append(name, value);
  });
  // Implementations for old browsers have no `body`.
  const content = isObject(body) ? toStream(body) : body === null ? null : await response.text();
  const isUsual = canBeCreated(response);
  const init = isUsual ? { status, statusText, headers } : { headers };
  const own = new Response([204, 205, 304].includes(status) ? null : content, init);
  if (!isUsual) Object.defineProperties(own, { status: { value: status }, ok: { value: false } });
  return Object.defineProperty(own, "url", { value: url });
}

/** Returns whether a value that a caller's function returned is a response, of any implementation. */
function isResponse(value: unknown): value is FetchedResponse {
  if (!isObject(value)) return false;
  const { status, headers, body, text } = value;
  const hasHeaders = isObject(headers) && typeof headers["forEach"] === "function";
  const hasBody = body === null || isObject(body) || typeof text === "function";
  return typeof status === "number" && hasHeaders && hasBody;
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
