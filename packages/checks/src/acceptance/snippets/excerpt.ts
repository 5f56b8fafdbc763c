/** The file of an excerpt. */
export interface Source {
  name: string;
  content: string;
}

/**
 * Checks that a file contains an excerpt, ignoring indentation. A line with nothing but `…` stands for omitted lines.
 *
 * @throws Error that names the first line that differs.
 */
export function expectExcerpt(excerpt: string, { name, content }: Source): void {
  const lines = withoutIndentation(content);
  const parts = partsOf(withoutIndentation(excerpt.trimEnd()));
  if (parts.length === 0) throw new Error(`The excerpt of ${name} is empty.`);
  let from = 0;
  for (const part of parts) {
    const at = findPart(lines, part, from);
    if (at === undefined)
      throw new Error(`${name} does not have this line here: ${differingLine(lines, part, from)}. Copy it anew.`);
    from = at + part.length;
  }
}

function withoutIndentation(code: string): string[] {
  return code.split("\n").map((line) => line.trim());
}

/** Returns the parts between lines of `…`. */
function partsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const line of lines) {
    if (line === "…") parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.filter((part) => part.some((line) => line !== ""));
}

function findPart(lines: readonly string[], part: readonly string[], from: number): number | undefined {
  const at = lines.findIndex((_, start) => start >= from && linesInCommon(lines, part, start) === part.length);
  return at === -1 ? undefined : at;
}

/** Returns the first differing line at the place where most of the part matches. */
function differingLine(lines: readonly string[], part: readonly string[], from: number): string {
  const most = Math.max(0, ...lines.map((_, start) => (start < from ? 0 : linesInCommon(lines, part, start))));
  return part[most] ?? "";
}

function linesInCommon(lines: readonly string[], part: readonly string[], start: number): number {
  const differing = part.findIndex((line, offset) => lines[start + offset] !== line);
  return differing === -1 ? part.length : differing;
}
