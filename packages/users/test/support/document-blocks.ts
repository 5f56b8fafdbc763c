import { readFileSync } from "node:fs";

/** A TypeScript block of this package's documents. */
export interface DocumentBlock {
  /** The document, relative to the package. */
  readonly file: string;
  /** The nearest heading above it. */
  readonly heading: string;
  /** The number of its first line, counted from 1. */
  readonly line: number;
  readonly code: string;
}

/** Reads the TypeScript blocks of a document. */
export function readBlocks(file: "README.md" | "docs/recipes.md"): DocumentBlock[] {
  const lines = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8").split("\n");
  const blocks: DocumentBlock[] = [];
  let heading = "";
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (/^#+ /.test(line)) heading = line.replace(/^#+ /, "");
    if (!line.startsWith("```")) continue;
    const end = lines.indexOf("```", index + 1);
    if (line === "```ts") blocks.push({ file, heading, line: index + 2, code: lines.slice(index + 1, end).join("\n") });
    index = end;
  }
  return blocks;
}
