import { withTimeLimit } from "./time-limit.ts";

/** Waits; rejects with the signal's reason as soon as that fires, and then leaves no timer behind. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const wait = (own: AbortSignal) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      own.addEventListener("abort", () => {
        clearTimeout(timer);
      });
    });
  return withTimeLimit({ signal }, wait);
}
