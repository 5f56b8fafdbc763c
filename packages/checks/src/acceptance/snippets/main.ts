import { forEachParallel } from "@connect-sdk/api/internal";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parse as parseYaml } from "yaml";
import { Checklist } from "../checklist.ts";
import { root } from "../workspace.ts";
import { type CodeBlock, documents, placeOf, readCodeBlocks } from "./code-block.ts";
import { expectExcerpt } from "./excerpt.ts";
import { canRun, expectShellRuns, expectShellSyntax } from "./shell-block.ts";
import { TypeScriptBlocks } from "./typescript-blocks.ts";

/**
 * `check:snippets`: type-checks, parses and runs every code block of the documents. Files as arguments select some of them.
 * `check:excerpts` is the same with `--without-running`, and needs no build.
 */
const { values: options, positionals: only } = parseArgs({
  options: { "without-running": { type: "boolean", default: false } },
  allowPositionals: true,
});
const isRunning = !options["without-running"];
const checklist = new Checklist("document × code block", isRunning ? "snippets" : "excerpts");
const blocks = documents()
  .filter((file) => only.length === 0 || only.includes(file))
  .flatMap(readCodeBlocks);
const exempt = blocks.filter((block) => block.exemption !== undefined);
const excerpts = blocks.filter((block) => block.source !== undefined);
const checked = blocks.filter((block) => block.source === undefined && block.exemption?.from !== "check");
const typescript = new TypeScriptBlocks(checked.filter(isTypeScript));
const unknown: CodeBlock[] = [];

await forEachParallel(checked, availableParallelism(), async (block) => {
  const runs = isRunning && block.exemption?.from !== "run";
  if (isTypeScript(block)) {
    const typed = await check(block, "typed", () => {
      typescript.expectTyped(block);
    });
    if (typed && runs) await check(block, "run", () => typescript.expectRuns(block));
  } else if (["sh", "bash", "console"].includes(block.language)) {
    const readable = await check(block, "parsed", () => expectShellSyntax(block));
    if (readable && runs && canRun(block)) await check(block, "run", () => expectShellRuns(block));
  } else if (block.language === "json") {
    await check(block, "parsed", () => JSON.parse(block.code));
  } else if (["yaml", "yml"].includes(block.language)) {
    await check(block, "parsed", () => parseYaml(block.code) as unknown);
  } else {
    unknown.push(block);
  }
});

for (const block of excerpts) {
  await check(block, "excerpt", () => {
    const source = block.source ?? "";
    expectExcerpt(block.code, { name: source, content: readFileSync(join(root, source), "utf8") });
  });
}

checklist.finish();
for (const { exemption, ...block } of exempt)
  console.log(
    `not ${exemption?.from === "run" ? "run" : "checked"}: ${placeOf({ ...block, exemption })}, ${exemption?.reason ?? ""}`,
  );
for (const block of unknown)
  console.log(`not checked: ${placeOf(block)}, unknown language ${block.language || "plain text"}`);

function isTypeScript({ language }: CodeBlock): boolean {
  return ["ts", "typescript", "js", "javascript", "mjs"].includes(language);
}

async function check(block: CodeBlock, column: string, run: () => unknown): Promise<boolean> {
  return checklist.check(block.file, column, async () => {
    try {
      await run();
    } catch (error) {
      throw new Error(`${placeOf(block)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  });
}
