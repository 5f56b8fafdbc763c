/** The two ends of the onion: sending a request and reading its response (core), and checking that response (outermost). */
import type { FetchFunction } from "./client-types.ts";
import { isConnectError } from "./errors.ts";
import { createApiError, createNetworkError, createUnexpectedResponseError, type Redact } from "./errors-from.ts";
import { type Endpoint, endpoints } from "./generated/endpoints.ts";
import { isObject } from "./input.ts";
import type { Handler, RequestContext } from "./plugin.ts";

/** Bodies that were read, by response: reading them again would cost as much as the request. */
const bodies = new WeakMap<Response, { readonly text: string; readonly readable: boolean }>();

/**
 * Creates the core of the onion. It sends the request and reads the whole response, so that whatever can break has broken
 * before a plugin relies on it.
 *
 * @param fetch - default: the global one.
 * @param readable - whether plugins or callers must be able to read the body again.
 */
export function sendWith(fetch: FetchFunction | undefined, readable: boolean, redact: Redact): Handler {
  return async (request, { method, streaming }) => {
    const toNetworkError = (error: unknown): unknown =>
      isConnectError(error) ? error : createNetworkError(method, request.url, error, redact);
    try {
      // Looked up for each request: tests and instrumentation replace the global one later.
      const response = await (fetch ?? globalThis.fetch)(request);
      if (streaming) return streamBody(response, { mapError: toNetworkError });
      const text = await response.text();
      const whole = readable ? withBody(response, text || null) : response;
      bodies.set(whole, { text, readable });
      return whole;
    } catch (error) {
      throw toNetworkError(error);
    }
  };
}

/**
 * Returns the parsed body of a success of the kind that the document describes, and throws everything else.
 *
 * @throws {@link ApiError} for a status of 400 or above, {@link UnexpectedResponseError} for an unusable response.
 */
export async function checkResponse(
  url: string,
  response: Response,
  context: RequestContext,
  redact: Redact,
): Promise<unknown> {
  const body = bodies.get(response);
  // Bodies can be large, and a garbage collector keeps the values of a WeakMap for a while.
  if (body?.readable === false) bodies.delete(response);
  const text = body?.text ?? (await response.text());
  const request = { url, method: context.method, operationId: context.operationId };
  if (response.status >= 400) throw createApiError(request, response, text, redact);
  const data = parse(text);
  const problem = findProblem(response, text, data, context);
  if (problem === undefined) return data;
  const fix = "Check that the URL is that of a Connect server, not of a login page or proxy in front of it.";
  throw createUnexpectedResponseError(request, response, problem, fix, redact);
}

const UNREADABLE = Symbol();

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}

function findProblem(response: Response, text: string, data: unknown, context: RequestContext): string | undefined {
  if (response.type === "opaqueredirect") return "returned a redirect, which a browser does not let this client follow";
  if (!response.ok) return "returned a redirect without a target";
  if (data === UNREADABLE)
    return /^\s*</.test(text) ? "returned a web page, not JSON" : "returned invalid or truncated JSON";
  const endpoint = context.operationId && endpoints[`${context.method} ${context.schemaPath}`];
  if (endpoint === undefined || matches(endpoint, data)) return undefined;
  return data === undefined ? "returned an empty body" : "returned JSON that is not Connect's";
}

/**
 * Returns whether a body is what the document describes, as far as needed to be sure that Connect sent it: its container,
 * and the identifying string of each record. New fields and values of a newer server pass.
 */
function matches({ body, identity }: Endpoint, data: unknown): boolean {
  const isRecord = (each: unknown) => isObject(each) && (identity === undefined || typeof each[identity] === "string");
  const isList = (each: unknown) => Array.isArray(each) && each.every(isRecord);
  if (body === "none") return data === undefined;
  if (body === "object") return isRecord(data);
  if (body === "list") return isList(data);
  return isObject(data) && isList(data["results"]) && isCount(data["total"]);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

/** How a body is passed on, see {@link streamBody}. */
interface StreamOptions {
  /** Converts the error of a body that ends early. */
  mapError?: (error: unknown) => unknown;
  /** Called with a function that makes the body fail. */
  onStart?: (fail: (error: unknown) => void) => void;
  /** Called once the body has ended, failed or been canceled. */
  onEnd?: () => void;
}

/** Returns a response that passes on the body of another one while the caller reads it. */
export function streamBody(
  response: Response,
  { mapError = (error) => error, onStart, onEnd }: StreamOptions,
): Response {
  if (response.body === null || !canBeCreated(response)) {
    onEnd?.();
    return response;
  }
  const reader = response.body.getReader();
  return withBody(
    response,
    new ReadableStream<Uint8Array>(
      {
        start(controller) {
          onStart?.((error) => {
            controller.error(error);
            reader.cancel(error).catch(() => undefined);
          });
        },
        async pull(controller) {
          try {
            const { done, value } = await reader.read();
            if (!done) {
              controller.enqueue(value);
              return;
            }
            controller.close();
          } catch (error) {
            controller.error(mapError(error));
          }
          onEnd?.();
        },
        async cancel(reason) {
          onEnd?.();
          await reader.cancel(reason);
        },
      },
      { highWaterMark: 0 },
    ),
  );
}

/** Returns the response with another body. */
function withBody(response: Response, body: string | ReadableStream<Uint8Array> | null): Response {
  if (!canBeCreated(response)) return response;
  return Object.defineProperty(new Response(body, response), "url", { value: response.url });
}

/** `Response` accepts these statuses only. Servers send others, and a browser reports 0 for a redirect that it hides. */
function canBeCreated({ status }: Response): boolean {
  return status >= 200 && status <= 599;
}
