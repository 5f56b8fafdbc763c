import { expect, test } from "vitest";
import { readOptions } from "../../src/bench/options.ts";

test("without arguments every row is measured and nothing is written", () => {
  expect(readOptions([])).toEqual({
    only: [],
    all: false,
    growth: false,
    million: false,
    peers: false,
    baseline: undefined,
    size: "full",
    json: false,
    write: undefined,
  });
});

test("rows are chosen by name, with or without the separator that pnpm passes on", () => {
  expect(readOptions(["--", "--only", "create-fake", "--only", "cli-help", "--json"])).toMatchObject({
    only: ["create-fake", "cli-help"],
    json: true,
  });
});

test("a baseline is another checkout", () => {
  expect(readOptions(["--baseline", "../old", "--small"])).toMatchObject({ baseline: "../old", size: "small" });
});

test("the figures are written into a page", () => {
  expect(readOptions(["--all", "--write"]).write).toBe("docs/benchmarks.md");
  expect(readOptions(["--write", "docs/other.md"]).write).toBe("docs/other.md");
  expect(() => readOptions(["docs/other.md"])).toThrow("Unexpected argument: docs/other.md");
});

test("an unknown name is rejected with the known names", () => {
  expect(() => readOptions(["--only", "create-fakes"])).toThrow(/Unknown name: create-fakes.+create-fake/);
});
