/** The headers that the client adds to requests, and the one that it reads from responses. */
import { printable } from "../errors.ts";
import type { HttpMethod, OperationId } from "../operations.ts";
import type { CallContext, ConnectPlugin } from "../plugin.ts";
import { crossesOrigins, isBrowser } from "../url.ts";

const CORRELATION_ID = "x-correlation-id";

/**
 * Sends `X-Correlation-ID`, the same for all attempts of a call, and `User-Agent`. The server writes the correlation id to its
 * log and returns it, so that errors carry it. One that the caller set is kept.
 *
 * A page of another origin sends no correlation id: Connect does not allow the header there, and the browser would refuse the
 * whole request. Browsers send their own `User-Agent`.
 */
export function requestHeaders(userAgent: string, ids: CorrelationIds): ConnectPlugin {
  return {
    name: "request-headers",
    fetch(request, next) {
      const { headers } = request;
      if (!headers.has(CORRELATION_ID) && "randomUUID" in crypto && !crossesOrigins(request.url)) {
        headers.set(CORRELATION_ID, ids.next?.() ?? crypto.randomUUID());
      }
      if (!isBrowser()) headers.set("user-agent", userAgent);
      return next(request);
    },
  };
}

/** Where a call gets its correlation id from, if not from chance. */
export interface CorrelationIds {
  next?: () => string | undefined;
}

/** An endpoint that the server reports as deprecated. */
export interface DeprecationNotice {
  operationId: OperationId | undefined;
  method: HttpMethod;
  /** As the document spells it, such as `/v1/users/{guid}`. */
  path: string;
  /** What to use instead; `undefined` if there is nothing. */
  replacement: string | undefined;
}

/** Reports each endpoint once that the server calls deprecated (`X-Deprecated-Endpoint`). */
export function deprecationNotice(notify: (notice: DeprecationNotice) => void = warn): ConnectPlugin {
  const reported = new Set<string>();
  return {
    name: "deprecation-notice",
    async fetch(request, next, { method, operationId, schemaPath: path, redact }: CallContext) {
      const response = await next(request);
      const value = response.headers.get("x-deprecated-endpoint");
      if (value === null || reported.has(method + path)) return response;
      reported.add(method + path);
      notify({ operationId, method, path, replacement: value === "n/a" ? undefined : printable(redact(value)) });
      return response;
    },
  };
}

function warn({ method, path, replacement }: DeprecationNotice): void {
  console.warn(
    `Connect: ${method} ${printable(path)} is deprecated${replacement === undefined ? "" : `, use ${replacement}`}.`,
  );
}
