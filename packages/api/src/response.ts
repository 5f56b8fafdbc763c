/** The two ends of the onion: sending a request and reading its response (core), and checking that response (outermost). */
import type { FetchFunction } from "./client-types.ts";
import { createApiError, toNetworkError, createUnexpectedResponseError, type Redact } from "./errors-from.ts";
import { type Endpoint, endpoints } from "./generated/endpoints.ts";
import { isObject } from "./internal.ts";
import type { Handler, RequestContext } from "./plugin.ts";
import { unlessAborted } from "./signals.ts";

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
    try {
      // Looked up for each request: tests and instrumentation replace the global one later.
      const response = await (fetch ?? globalThis.fetch)(request);
      if (streaming) return response;
      const text = await response.text();
      const whole = readable ? withBody(response, text || null) : response;
      bodies.set(whole, { text, readable });
      return whole;
    } catch (error) {
      throw toNetworkError(method, request.url, error, redact);
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
  if (response.status >= 400) throw createApiError(url, response, text, context, redact);
  const data = parse(text);
  const problem = findProblem(response, text, data, context);
  if (problem === undefined) return data;
  const fix = "Check that the URL leads to Connect, not to a login page or proxy.";
  throw createUnexpectedResponseError(url, response, problem, fix, context, redact);
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
  if (response.type === "opaqueredirect") return "returned a redirect, which browsers hide";
  if (!response.ok) return "returned a redirect without a target";
  if (data === UNREADABLE)
    return /^\s*</.test(text) ? "returned a web page, not JSON" : "returned invalid or truncated JSON";
  const endpoint = context.operationId && endpoints[context.schemaPath]?.[context.method];
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
  if (body === "list") return isList(data);
  // Pages are counted, or linked to the ones around them.
  if (body === "page") {
    return isObject(data) && isList(data["results"]) && (Number.isInteger(data["total"]) || isObject(data["paging"]));
  }
  return isRecord(data);
}

/**
 * Returns a response that passes on the body of another one while the caller reads it.
 *
 * @param signal - makes the body fail with its reason.
 * @param mapError - converts the error of a body that ends early.
 * @param onEnd - called once the body has ended, failed or been canceled.
 */
export function streamBody(
  response: Response,
  signal: AbortSignal,
  mapError: (error: unknown) => unknown,
  onEnd: () => void,
): Response {
  if (response.body === null || !canBeCreated(response)) {
    onEnd();
    return response;
  }
  const reader = response.body.getReader();
  const cancel = async (reason: unknown): Promise<void> => {
    onEnd();
    await reader.cancel(reason);
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await unlessAborted(reader.read(), signal);
          if (!done) {
            controller.enqueue(value);
            return;
          }
          controller.close();
          onEnd();
        } catch (error) {
          controller.error(signal.aborted ? error : mapError(error));
          await cancel(error);
        }
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  return withBody(response, body);
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
