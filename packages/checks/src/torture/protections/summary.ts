/** What became of the mutants of a protection. */
export type ProtectionVerdict = "noticed" | "not noticed" | "timed out" | "not tried";

/** Returns a line that says only what was seen, such as "9 of 9 tried noticed, 4 not tried". */
export function summarize(verdicts: readonly ProtectionVerdict[]): string {
  const count = (verdict: ProtectionVerdict): number => verdicts.filter((each) => each === verdict).length;
  const tried = verdicts.length - count("not tried");
  const others = (["timed out", "not tried"] as const)
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => `${count(verdict)} ${verdict}`);
  return [`${count("noticed")} of ${tried} tried noticed`, ...others].join(", ");
}
