import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { checks, deviations, implementations, tryFetch, withFetchTable } from "./support/fetch-matrix.ts";

describe.each(Object.keys(implementations))("with %s", (implementation) => {
  test.each(Object.keys(checks))("%s works", async (check) => {
    expect(await tryFetch(implementation, check)).toBe(deviations[`${implementation}: ${check}`] ?? "✓");
  });
});

test("the table of the compatibility page is up to date (pnpm --filter @connect-sdk/api docs:fetches)", async () => {
  const page = await readFile(new URL("../../../docs/compatibility.md", import.meta.url), "utf8");
  expect(await withFetchTable(page)).toBe(page);
});
