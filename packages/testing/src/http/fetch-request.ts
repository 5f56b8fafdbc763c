import { BodyBuffer } from "./body.ts";
import { bytesOf, isBodiless, resetError, type HttpRequest, type HttpResponse } from "./exchange.ts";

/** A request made in this process. */
export class FetchRequest implements HttpRequest {
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  readonly #request: Request;

  constructor(request: Request) {
    this.#request = request;
    // The URL of a Request is absolute and normalized, so it need not be parsed again.
    const { url } = request;
    const path = url.indexOf("/", url.indexOf("//") + 2);
    const fragment = url.indexOf("#", path);
    const end = fragment < 0 ? url.length : fragment;
    const question = url.indexOf("?", path);
    const hasQuery = question >= 0 && question < end;
    this.origin = url.slice(0, path);
    this.path = url.slice(path, hasQuery ? question : end);
    this.query = hasQuery ? url.slice(question + 1, end) : "";
  }

  get method(): string {
    return this.#request.method;
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  header(name: string): string | null {
    return this.#request.headers.get(name);
  }

  async bytes(limit: number): Promise<Uint8Array> {
    const { body, headers } = this.#request;
    const received = new BodyBuffer(limit, headers.get("content-length"));
    if (body === null) return received.bytes;
    const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) received.add(part.value);
    } catch (error) {
      // Not awaited: a source may never stop.
      reader.cancel(error).catch(() => undefined);
      throw error;
    }
    return received.bytes;
  }
}

/** Creates the `Response` that `fetch` returns. For a `HEAD` request it has no body. */
export function toFetchResponse(response: HttpResponse, method: string): Response {
  const { status, headers, body, broken, isBodyOwn } = response;
  if (body === null || method === "HEAD" || isBodiless(status)) return new Response(null, { status, headers });
  // As bytes: `Response` scans a string twice before it encodes it.
  const bytes = bytesOf(body);
  const source = broken === true ? brokenBody(bytes) : isBodyOwn === true && canGive ? givenBody(bytes) : bytes;
  return new Response(source, { status, headers });
}

/** Safari before 26 has no byte streams. */
const canGive = "ReadableByteStreamController" in globalThis;

/** A body whose memory goes to the reader. `Response` would copy it first, and large copies cost more than all else. */
function givenBody(bytes: Uint8Array<ArrayBuffer>): ReadableStream {
  return new ReadableStream(
    {
      type: "bytes",
      pull(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A body that breaks off half-way, with the error `fetch` reports in that case. */
function brokenBody(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
    pull(controller) {
      controller.error(new TypeError("terminated", { cause: resetError() }));
    },
  });
}
