import { operations, type OperationId } from "@connect-sdk/api/operations";
import type { Fault } from "@connect-sdk/testing";

/** An operation of the API, or the endpoint of the authorization server that refreshes sessions. */
export type Target = OperationId | "refresh";

/** Returns whether a request is for an operation. */
export function isTarget({ method, url }: Pick<Request, "method" | "url">, target: Target): boolean {
  const { pathname } = new URL(url);
  if (target === "refresh") return method === "POST" && pathname === TOKEN_PATH;
  const operation = operations[target];
  const pattern = new RegExp(`${operation.path.replaceAll(/\{\w+\}/g, "[0-9a-f-]{36}")}$`);
  return method === operation.method && pattern.test(pathname);
}

const TOKEN_PATH = "/oauth/v1/token";

/** Returns what a fault of the fake has to match. */
export function matchTarget(target: Target): Pick<Fault, "operationId" | "method" | "path"> {
  return target === "refresh" ? { method: "POST", path: TOKEN_PATH } : { operationId: target };
}
