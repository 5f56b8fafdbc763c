import type { Checklist } from "../checklist.ts";
import { isObject } from "../workspace.ts";

/** Checks results that came from another process and puts them into the table, a column for each suite. */
export function recordResults(checklist: Checklist, runtime: string, results: unknown, seconds: number): void {
  if (!Array.isArray(results) || results.length === 0) throw new Error(`No test was run: ${JSON.stringify(results)}`);
  for (const result of results as unknown[]) {
    if (!isResult(result)) throw new Error(`This is no result: ${JSON.stringify(result)}`);
    const { suite, name, failure } = result;
    if (failure === undefined) {
      checklist.record({ row: runtime, column: suite, passed: 1, failed: 0, seconds: seconds / results.length });
    } else {
      checklist.fail(runtime, suite, `${name}: ${failure}`);
    }
  }
}

function isResult(value: unknown): value is { suite: string; name: string; failure?: string } {
  if (!isObject(value)) return false;
  const { suite, name, failure } = value;
  return typeof suite === "string" && typeof name === "string" && ["string", "undefined"].includes(typeof failure);
}
