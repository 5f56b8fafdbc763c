/** The candidate that someone probably meant, if there is one that differs by no more than a few slips. */
export function closest(typed: string, candidates: readonly string[]): string | undefined {
  const [best] = candidates
    .map((candidate) => ({ candidate, slips: distance(typed, candidate) }))
    .sort((a, b) => a.slips - b.slips);
  const few = Math.min(3, Math.floor(typed.length / 2));
  return best !== undefined && best.slips <= few ? best.candidate : undefined;
}

/** How many characters have to be put in, left out or replaced to get from one word to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replaced = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
