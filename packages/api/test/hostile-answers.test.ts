import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { hostileAnswers } from "./hostile-answers.ts";
import { withHostileTable } from "./support/hostile-table.ts";
import { observeConnectClient } from "./support/observe.ts";

describe("a hostile answer", () => {
  test.each(hostileAnswers)("$operation: $title → $outcome", async (answer) => {
    expect(await observeConnectClient(answer)).toBe(answer.outcome);
  });
});

test("the README's table of hostile answers is up to date (pnpm --filter @connect-sdk/api docs:hostile)", async () => {
  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  expect(await withHostileTable(readme)).toBe(readme);
});
