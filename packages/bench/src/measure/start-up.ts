import { timeNode } from "./child-process.ts";
import { ratios } from "./side-by-side.ts";

/** How many times as long a program takes as Node takes to do nothing. */
export function startUpRatios(args: readonly string[]): Promise<readonly number[]> {
  return ratios(
    () => timeNode(args),
    () => timeNode(["-e", "0"]),
    { rounds: 25, warmUps: 3 },
  );
}
