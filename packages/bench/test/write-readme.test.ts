import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeBetweenMarkers } from "../src/report/write-readme.ts";

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "bench-readme-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, "README.md"), text);
  return join(folder, "README.md");
}

test("what stands between the markers is replaced, the rest stays", async () => {
  const file = fileWith("# Title\n\n<!-- bench:start -->\n\nold\n\n<!-- bench:end -->\n\nEnd.\n");

  expect(await writeBetweenMarkers(file, "| a | b |\n| --- | --- |\n| 1 | 22222 |")).toBe(true);
  expect(readFileSync(file, "utf8")).toBe(
    "# Title\n\n<!-- bench:start -->\n\n| a   | b     |\n| --- | ----- |\n| 1   | 22222 |\n\n<!-- bench:end -->\n\nEnd.\n",
  );
});

test.each(["# Title\n", "<!-- bench:end --> <!-- bench:start -->\n"])("%j has no place for it", async (text) => {
  const file = fileWith(text);

  expect(await writeBetweenMarkers(file, "new")).toBe(false);
  expect(readFileSync(file, "utf8")).toBe(text);
});
