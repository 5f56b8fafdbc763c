import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.ts";

/** A fenced code block of a Markdown file. */
export interface CodeBlock {
  /** The file, relative to the repository. */
  file: string;
  /** The line of its first line of code, counted from 1. */
  line: number;
  language: string;
  code: string;
  /** From the comment before it, which exempts it from being checked or only from being run, and must say why. */
  exemption: { from: "check" | "run"; reason: string } | undefined;
  /** The code of the blocks before it in the same file and language. */
  before: string;
}

/**
 * Reads the code blocks of a Markdown file. `<!-- no-check: reason -->` above a block exempts it from everything,
 * `<!-- no-run: reason -->` from being run.
 */
export function readCodeBlocks(file: string): CodeBlock[] {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  const blocks: CodeBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const fence = /^( *)(`{3,})([\w-]*)/.exec(lines[index] ?? "");
    if (fence === null) continue;
    const [, indent = "", ticks = "", language = ""] = fence;
    const end = lines.findIndex((line, at) => at > index && line.trimEnd() === indent + ticks);
    if (end === -1) throw new Error(`${file}:${index + 1}: the code block has no end.`);
    const code = lines.slice(index + 1, end).map((line) => line.slice(indent.length));
    const before = blocks.filter((block) => block.language === language).map((block) => block.code);
    blocks.push({
      file,
      line: index + 2,
      language,
      code: `${code.join("\n")}\n`,
      exemption: readExemption(lines, index),
      before: before.join("\n"),
    });
    index = end;
  }
  return blocks;
}

/** Where a block is, as editors and terminals link it. */
export function placeOf(block: CodeBlock): string {
  return `${block.file}:${block.line}`;
}

function readExemption(lines: readonly string[], fence: number): CodeBlock["exemption"] {
  for (let index = fence - 1; index >= 0; index--) {
    const line = lines[index]?.trim() ?? "";
    const comment = /^<!-- *no-(check|run): *(.+?) *-->$/.exec(line);
    if (comment !== null) return { from: comment[1] === "check" ? "check" : "run", reason: comment[2] ?? "" };
    if (line !== "" && !line.startsWith("<!--")) return undefined;
  }
  return undefined;
}
