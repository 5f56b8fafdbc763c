import type { CallOptions } from "./client.ts";
import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
import type { HttpMethod, OperationId } from "./operations.ts";
import type { ConnectClientSettings } from "./options.ts";
import type { RequestContext } from "./plugin.ts";

/** What plugins are told of a call: what the call says, else what the client says, else the defaults. */
export function createContext(
  method: HttpMethod,
  schemaPath: string,
  operationId: OperationId | undefined,
  client: ConnectClientSettings,
  call: CallOptions,
): RequestContext {
  const retry = call.retry ?? client.retry;
  return {
    operationId,
    method,
    schemaPath,
    attempt: 1,
    signal: call.signal,
    timeout: limit("timeout", call.timeout ?? client.timeout ?? 30_000),
    deadline: limit("deadline", call.deadline ?? client.deadline ?? false),
    retry: retry !== false && { ...client.retry, ...retry },
  };
}

function limit(argument: string, milliseconds: number | false): number | false {
  if (milliseconds === false || milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError(`${argument} is ${milliseconds}, so nothing was sent.`, {
    argument,
    fix: "Pass a number of milliseconds, or false for no limit.",
  });
}
