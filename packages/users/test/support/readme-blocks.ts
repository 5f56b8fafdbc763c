import { readFileSync } from "node:fs";

/** A TypeScript block of this package's README. */
export interface ReadmeBlock {
  /** The nearest heading above it. */
  readonly heading: string;
  /** Where it begins, counted from 1. */
  readonly line: number;
  readonly code: string;
}

export function readReadmeBlocks(): ReadmeBlock[] {
  const lines = readFileSync(new URL("../../README.md", import.meta.url), "utf8").split("\n");
  const blocks: ReadmeBlock[] = [];
  let heading = "";
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (/^#+ /.test(line)) heading = line.replace(/^#+ /, "");
    if (!line.startsWith("```")) continue;
    const end = lines.indexOf("```", index + 1);
    if (line === "```ts") blocks.push({ heading, line: index + 2, code: lines.slice(index + 1, end).join("\n") });
    index = end;
  }
  return blocks;
}
