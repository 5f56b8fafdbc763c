import { readdir, readFile } from "node:fs/promises";
import ts from "typescript";
import { expect, test } from "vitest";

const TESTS = new URL("../", import.meta.url);
const FOLDERS = ["users", "groups", "content", "core"];

const INTRODUCTION = `# What the fake is held to

Every rule that the fake keeps is a test, and this table, which is made from the tests, says where each of them is. In a
rule, \`%s\` and its kind stand for several cases. A rule that no public source confirms is marked in the code that keeps
it: look for \`Real server\`.
`;

/** To write the table anew: \`npx vitest run --update test/core/fidelity-table.test.ts\`. */
test("the table of rules is up to date", async () => {
  const rows: [string, string][] = [["rule", "test"]];
  for (const folder of FOLDERS) {
    const files = (await readdir(new URL(folder, TESTS))).filter((file) => file.endsWith(".test.ts")).toSorted();
    for (const file of files) {
      const source = await readFile(new URL(`${folder}/${file}`, TESTS), "utf8");
      for (const title of titlesOf(source)) rows.push([title.replaceAll("|", "\\|"), `\`${folder}/${file}\``]);
    }
  }
  await expect(`${INTRODUCTION}\n${toTable(rows)}\n`).toMatchFileSnapshot("../../docs/fidelity.md");
});

/** Writes a table as the formatter of this repository does. */
function toTable(rows: readonly (readonly [string, string])[]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  return lines.toSpliced(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`).join("\n");
}

function titlesOf(source: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && rootOf(node.expression) === "test") {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("test.ts", source, ts.ScriptTarget.ES2023));
  return titles;
}

/** The name that a chain such as `test.each([...])` begins with. */
function rootOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) ? rootOf(node.expression) : undefined;
}
