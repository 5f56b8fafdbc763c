import { requestPath } from "../errors/describe-request.ts";
import type { HttpMethod, OperationId } from "../operations.ts";
import type { ConnectPlugin } from "../plugin.ts";

/** One attempt, as {@link logger} tells of it: no header, no body, no query string, so no secret. */
export interface LogEntry {
  method: HttpMethod;
  /** Below `/__api__`. */
  path: string;
  operationId: OperationId | undefined;
  attempt: number;
  /** Milliseconds from sending the request to the end of the answer. */
  duration: number;
  /** The status of the answer; `undefined` when there was none. */
  status: number | undefined;
  /** What went wrong when there was no answer. */
  error: unknown;
  correlationId: string | undefined;
}

/**
 * Tells of every attempt after it has ended.
 *
 * @param log - Default: one line on `console.debug`.
 * @example
 * ```ts
 * createConnectClient({ url, apiKey, plugins: [logger((entry) => pino.info(entry, "connect"))] });
 * ```
 */
export function logger(log: (entry: LogEntry) => void = print): ConnectPlugin {
  return {
    name: "logger",
    per: "attempt",
    async fetch(request, next, { method, operationId, attempt }) {
      const start = performance.now();
      const tell = (status: number | undefined, error?: unknown) => {
        const path = requestPath(request.url);
        const correlationId = request.headers.get("x-correlation-id") ?? undefined;
        log({ method, path, operationId, attempt, duration: performance.now() - start, status, error, correlationId });
      };
      try {
        const response = await next(request);
        tell(response.status);
        return response;
      } catch (error) {
        tell(undefined, error);
        throw error;
      }
    },
  };
}

function print({ method, path, attempt, duration, status, error }: LogEntry): void {
  const outcome = status ?? (error instanceof Error ? error.name : "failed");
  console.debug(`${method} ${path} ${outcome} ${Math.round(duration)} ms${attempt > 1 ? ` (attempt ${attempt})` : ""}`);
}
