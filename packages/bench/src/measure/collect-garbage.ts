/** Leaves nothing of one run for the next one to clean up. The benchmark is started with `--expose-gc`. */
export function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error("Start the benchmark with `pnpm bench`, or Node with --expose-gc.");
  globalThis.gc();
}
