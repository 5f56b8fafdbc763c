import type { Fault, FaultTarget } from "./fault.ts";

/** Says which requests a fault is meant for. */
export function matcherOf({ operationId, method, path }: Fault): (target: FaultTarget) => boolean {
  const matchesPath = path === undefined ? () => true : pathMatcher(path);
  return (target) =>
    (operationId === undefined || operationId === target.operationId) &&
    (method === undefined || method === target.method) &&
    matchesPath(target.path);
}

function pathMatcher(path: string | RegExp): (path: string) => boolean {
  if (typeof path === "string") {
    const pattern = path
      .split(/(\*\*|\*)/)
      .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")))
      .join("");
    return matcherFor(new RegExp(`^${pattern}$`));
  }
  return matcherFor(path);
}

/** `search` neither uses nor changes the `lastIndex` of a pattern, as `test` would. */
function matcherFor(pattern: RegExp): (path: string) => boolean {
  return (path) => path.search(pattern) >= 0;
}
