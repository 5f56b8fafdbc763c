import ts from "typescript";
import type { Source } from "./sources.ts";

// Which test files reach a mutation: each function of a source file notes that it was entered, and the file that it was loaded.

/** A function of a file, or the file itself. */
interface Region {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/** Returns the regions of a file. The first one is the file itself. */
function regionsOf({ path, code, tree }: Source): (Region & { readonly body: ts.Node | undefined })[] {
  const regions: (Region & { readonly body: ts.Node | undefined })[] = [
    { start: 0, end: code.length, id: `${path}:0`, body: undefined },
  ];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      regions.push({
        start: node.getStart(),
        end: node.getEnd(),
        id: `${path}:${node.getStart()}`,
        body: node.body,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return regions;
}

/** Returns the code of a file with notes. */
export function instrument(source: Source): string {
  const note = (id: string): string => `globalThis.__entered?.add(${JSON.stringify(id)})`;
  const insertions: { readonly at: number; readonly text: string }[] = [];
  for (const { id, body } of regionsOf(source)) {
    if (body === undefined) insertions.push({ at: 0, text: `${note(id)};` });
    else if (ts.isBlock(body)) insertions.push({ at: body.getStart() + 1, text: `${note(id)};` });
    else {
      insertions.push({ at: body.getStart(), text: `(${note(id)}, (` }, { at: body.getEnd(), text: "))" });
    }
  }
  // From the end, so that the other positions stay.
  return insertions
    .toSorted((a, b) => b.at - a.at)
    .reduce((code, { at, text }) => code.slice(0, at) + text + code.slice(at), source.code);
}

/** Returns the id of the smallest region around a position. */
export function regionAt(source: Source, position: number): string {
  const around = regionsOf(source).filter(({ start, end }) => start <= position && position < end);
  const smallest = around.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
  return smallest?.id ?? `${source.path}:0`;
}
