import { requestPath } from "../errors.ts";
import { checkValue } from "../input.ts";
import type { HttpMethod, OperationId } from "../operations.ts";
import type { ConnectPlugin } from "../plugin.ts";

/** One attempt as {@link logger} reports it: without headers, body and query string, so without secrets. */
export interface LogEntry {
  method: HttpMethod;
  /** Below `/__api__`. */
  path: string;
  operationId: OperationId | undefined;
  attempt: number;
  /** Milliseconds from sending the request to the end of the response (for `client.fetch()`: of its headers). */
  duration: number;
  /** Status of the response; `undefined` if there was none. */
  status: number | undefined;
  /** The exception if there was no response. */
  error: unknown;
  correlationId: string | undefined;
}

/**
 * Reports every attempt after it has ended.
 *
 * @param log - Default: one line on `console.debug`.
 * @example
 * ```ts
 * createConnectClient({ url, apiKey, plugins: [logger((entry) => pino.info(entry, "connect"))] });
 * ```
 */
export function logger(log: (entry: LogEntry) => void = print): ConnectPlugin {
  checkValue("log", log, "function");
  return {
    name: "logger",
    per: "attempt",
    async fetch(request, next, { method, operationId, attempt }) {
      const start = performance.now();
      const report = (status: number | undefined, error?: unknown) => {
        const path = requestPath(request.url);
        const correlationId = request.headers.get("x-correlation-id") ?? undefined;
        log({ method, path, operationId, attempt, duration: performance.now() - start, status, error, correlationId });
      };
      let response: Response;
      try {
        response = await next(request);
      } catch (error) {
        report(undefined, error);
        throw error;
      }
      report(response.status);
      return response;
    },
  };
}

function print({ method, path, attempt, duration, status, error }: LogEntry): void {
  const result = status ?? (error instanceof Error ? error.name : "failed");
  console.debug(`${method} ${path} ${result} ${Math.round(duration)} ms${attempt > 1 ? ` (attempt ${attempt})` : ""}`);
}
