import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PUBLISHED, root } from "../workspace.ts";

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
  /** The file that it is an excerpt of, relative to the repository; from the comment before it. */
  source: string | undefined;
  /** The code of the blocks before it in the same file and language. */
  before: string;
}

/**
 * Reads the code blocks of a Markdown file. `<!-- no-check: reason -->` above a block exempts it from everything,
 * `<!-- no-run: reason -->` from being run; `<!-- from: path -->` makes it an excerpt of that file.
 *
 * Throws for a block without an end, and for an excerpt of a file whose changes this check would not notice.
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
      source: readSource(lines, index, file),
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
  const check = commentAbove(lines, fence, "no-check");
  if (check !== undefined) return { from: "check", reason: check };
  const run = commentAbove(lines, fence, "no-run");
  return run === undefined ? undefined : { from: "run", reason: run };
}

function readSource(lines: readonly string[], fence: number, file: string): string | undefined {
  const source = commentAbove(lines, fence, "from");
  // The result of this check is cached: what a block is an excerpt of must be among the task's inputs in turbo.json.
  if (source !== undefined && !SOURCE.test(source))
    throw new Error(`${file}:${fence + 1}: ${source} is neither in openapi/ nor in the src/ of a published package.`);
  return source;
}

const SOURCE = new RegExp(`^(openapi|packages/(${PUBLISHED.join("|")})/src)/`);

/** What `<!-- name: text -->` says above a block, among other comments. */
function commentAbove(lines: readonly string[], fence: number, name: string): string | undefined {
  for (let index = fence - 1; index >= 0; index--) {
    const line = lines[index]?.trim() ?? "";
    const [, found, text] = /^<!-- *([\w-]+): *(.+?) *-->$/.exec(line) ?? [];
    if (found === name) return text;
    if (line !== "" && !line.startsWith("<!--")) return undefined;
  }
  return undefined;
}
