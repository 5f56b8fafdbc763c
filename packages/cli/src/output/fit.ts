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

/** A column that is to be fitted. */
export interface NaturalColumn {
  /** As wide as its widest cell. */
  readonly width: number;
  /** Neither shrinks nor goes: whoever reads it will type it again. */
  readonly whole: boolean;
}

/**
 * Shrinks columns until they fit into a terminal: always the widest, and none below what can still be read. What then does
 * not fit is left out, from the right: its width is `undefined`. Without a terminal everything stays as it is.
 */
export function fitColumns(columns: readonly NaturalColumn[], terminal = Infinity): (number | undefined)[] {
  const shown = new Set(columns);
  const least = ({ width, whole }: NaturalColumn): number => (whole ? width : Math.min(width, NARROWEST));
  while (lineWidth([...shown].map(least)) > terminal) {
    const last = [...shown].findLast(({ whole }) => !whole);
    if (last === undefined) break;
    shown.delete(last);
  }
  const widths = new Map([...shown].map((column) => [column, column.width]));
  let excess = lineWidth([...widths.values()]) - terminal;
  for (; excess > 0; excess -= 1) {
    const [widest] = [...widths]
      .filter(([column, width]) => width > least(column))
      .sort(([, one], [, other]) => other - one);
    if (widest === undefined) break;
    widths.set(widest[0], widest[1] - 1);
  }
  return columns.map((column) => widths.get(column));
}

function lineWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
}

/** In terminal cells; narrower columns tell nothing. */
const NARROWEST = 8;
