import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PUBLISHED, root } from "../workspace.ts";

/** A fenced code block of a Markdown file. */
export interface CodeBlock {
  /** The file, relative to the repository. */
  file: string;
  /** The number of its first line of code, from 1. */
  line: number;
  language: string;
  code: string;
  /** From the comment above: exempts the block from all checks, or from running, and gives the reason. */
  exemption: { from: "check" | "run"; reason: string } | undefined;
  /** From the comment above: the file that the block is an excerpt of, relative to the repository. */
  source: string | undefined;
  /** The code of the earlier blocks of the same file and language. */
  before: string;
}

/**
 * Reads the code blocks of a Markdown file. `<!-- no-check: reason -->` above a block exempts it from all checks,
 * `<!-- no-run: reason -->` from running. `<!-- from: path -->` makes it an excerpt of that file.
 *
 * @throws Error for a block without an end, and for an excerpt of a file outside the inputs of this check.
 */
export function readCodeBlocks(file: string): CodeBlock[] {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  const blocks: CodeBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const fence = /^( *)(`{3,})([\w-]*)/.exec(lines[index] ?? "");
    if (fence === null) continue;
    const [, indent = "", ticks = "", language = ""] = fence;
    const end = lines.findIndex((line, at) => at > index && line.trimEnd() === indent + ticks);
    if (end === -1) throw new Error(`${file}:${index + 1}: the code block has no closing fence.`);
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

/** Returns the place of a block in the form that editors and terminals link. */
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
  // turbo.json caches this check by its inputs, so the source must be one of them.
  if (source !== undefined && !SOURCE.test(source))
    throw new Error(
      `${file}:${fence + 1}: ${source} is neither in openapi/ or examples/ nor in the src/ of a published package.`,
    );
  return source;
}

const SOURCE = new RegExp(`^(openapi|examples|packages/(${PUBLISHED.join("|")})/src)/`);

/** Returns the value of `<!-- name: value -->` above a block, among other comments. */
function commentAbove(lines: readonly string[], fence: number, name: string): string | undefined {
  for (let index = fence - 1; index >= 0; index--) {
    const line = lines[index]?.trim() ?? "";
    const [, found, value] = /^<!-- *([\w-]+): *(.+?) *-->$/.exec(line) ?? [];
    if (found === name) return value;
    if (line !== "" && !line.startsWith("<!--")) return undefined;
  }
  return undefined;
}

/** Returns the Markdown files whose code blocks are checked, relative to the repository. */
export function documents(): string[] {
  const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .map((file) => `docs/${file.replaceAll("\\", "/")}`)
    // Decisions show code of their time. The reference is generated.
    .filter((file) => file.endsWith(".md") && !/^docs\/(decisions|node_modules|reference)\//.test(file));
  const readmes = PUBLISHED.flatMap((name) => [`packages/${name}/README.md`, ...pagesIn(`packages/${name}/docs`)]);
  const all = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...docs.toSorted(), ...readmes];
  return all.filter((file) => existsSync(join(root, file)));
}

function pagesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const pages = readdirSync(join(root, folder)).filter((file) => file.endsWith(".md"));
  return pages.toSorted().map((file) => `${folder}/${file}`);
}
