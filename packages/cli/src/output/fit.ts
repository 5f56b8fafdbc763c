import stringWidth from "string-width";

/** Between two columns. */
export const GAP = "  ";

/** Pads text to a width in terminal cells, counting wide characters as two. Longer text stays as it is. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/** Cuts text to a width in terminal cells; an ellipsis shows that something is missing. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/**
 * Shrinks columns until they fit into a terminal: always the widest, and none below what can still be read.
 * Without a terminal nothing shrinks.
 */
export function fitWidths(natural: readonly number[], terminal: number | undefined): number[] {
  const widths = [...natural];
  if (terminal === undefined) return widths;
  let excess = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - terminal;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
    excess -= 1;
  }
  return widths;
}

const NARROWEST = 3;
