import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { hostileResponses } from "./hostile-responses.ts";
import { withHostileTable } from "./support/hostile-table.ts";
import { observeConnectClient } from "./support/observe.ts";

describe("a hostile response", () => {
  test.each(hostileResponses)("$operation: $title → $outcome", async (hostile) => {
    expect(await observeConnectClient(hostile)).toBe(hostile.outcome);
  });
});

test("docs/hostile-responses.md is up to date (pnpm --filter @connect-sdk/api docs:hostile)", async () => {
  const page = await readFile(new URL("../docs/hostile-responses.md", import.meta.url), "utf8");
  expect(await withHostileTable(page)).toBe(page);
});
