/** Returns a function that says whether a path matches a pattern. In a string, `*` matches within a segment, `**` anything. */
export function pathMatcher(pattern: string | RegExp): (path: string) => boolean {
  // `search` neither uses nor changes the `lastIndex` of an expression, as `test` would.
  if (typeof pattern !== "string") return (path) => path.search(pattern) >= 0;
  if (!pattern.includes("*")) return (path) => path === pattern;
  const parts = pattern.match(/\*\*|\*|[^*]/gs) ?? [];
  return (path) => matches(parts, path);
}

/**
 * Matches all parts in parallel, so that the time grows with the length of the path and not, as with a regular expression that
 * backtracks, with its power.
 *
 * @param parts - characters, `*` and `**`.
 */
function matches(parts: readonly string[], path: string): boolean {
  // A position is marked if the parts before it match the characters read so far.
  let reached = new Uint8Array(parts.length + 1);
  reached[0] = 1;
  skipStars(parts, reached);
  for (let index = 0; index < path.length; index++) {
    const character = path.charAt(index);
    const next = new Uint8Array(parts.length + 1);
    for (const [position, part] of parts.entries()) {
      if (reached[position] !== 1) continue;
      if (part === "**" || (part === "*" && character !== "/")) next[position] = 1;
      else if (part === character) next[position + 1] = 1;
    }
    skipStars(parts, next);
    reached = next;
  }
  return reached[parts.length] === 1;
}

/** Marks the positions after stars, because a star may match nothing. */
function skipStars(parts: readonly string[], reached: Uint8Array): void {
  for (const [position, part] of parts.entries()) {
    if (reached[position] === 1 && part.startsWith("*")) reached[position + 1] = 1;
  }
}
