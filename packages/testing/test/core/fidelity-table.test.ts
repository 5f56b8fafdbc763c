import { readdir, readFile } from "node:fs/promises";
import ts from "typescript";
import { expect, test } from "vitest";
import { toTable } from "../support/markdown-table.ts";

const TESTS = new URL("../", import.meta.url);
const FOLDERS = ["users", "groups", "content", "core", "audit", "provider", "oauth", "authorization"];

const INTRODUCTION = `# The rules of the fake

Every rule that the fake follows is a test. This table is generated from the tests and shows where each of them is. In a
rule, placeholders such as \`%s\` stand for several cases. Where no public source confirms a rule, the code says so:
search for \`Real server\`.
`;

/** To update the table: \`npx vitest run --update test/core/fidelity-table.test.ts\`. */
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

/** Returns the first name in a chain such as `test.each([...])`. */
function rootOf(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) ? rootOf(node.expression) : undefined;
}
