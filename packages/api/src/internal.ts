/**
 * Building blocks that the packages of this repository share. Not part of the public interface: they can change in any
 * release.
 */
export { CLIENT_OPTIONS } from "./call-input.ts";
export {
  checkInput,
  checkValue,
  type Defined,
  type Hint,
  isGuid,
  isObject,
  isSameGuid,
  normalizeGuid,
  suggest,
} from "./input.ts";
export { endpoints } from "./generated/endpoints.ts";
export { failures, OnDemand } from "./on-demand.ts";
export { correlate, internalsOf, redactSent, watchResponses } from "./plugins/credentials.ts";
export { printable } from "./errors.ts";
export { onAbort, sleep, unlessAborted, untilAborted } from "./signals.ts";

/**
 * Works on items, up to `concurrency` at a time, until all are done or `stopped` returns true. An item that was started is
 * always finished, even when another one fails; then the first failure is thrown.
 */
export async function forEachParallel<Item>(
  items: Iterable<Item>,
  concurrency: number,
  work: (item: Item) => Promise<void>,
  { stopped = () => false }: { stopped?: () => boolean } = {},
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (failures.length === 0 && !stopped()) {
      const next = queue.next();
      if (next.done === true) return;
      try {
        await work(next.value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  if (failures.length > 0) throw failures[0];
}
