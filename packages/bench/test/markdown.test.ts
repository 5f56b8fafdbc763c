import { expect, test } from "vitest";
import { summarize } from "../src/measure/statistics.ts";
import { toMarkdown } from "../src/report/markdown.ts";
import type { Machine } from "../src/report/machine.ts";
import type { Result } from "../src/report/result.ts";

const machine: Machine = {
  processor: "Abacus",
  cores: 2,
  memory: "1 GiB",
  system: "Linux 6",
  node: "20.19.0",
  load: 0,
  version: "1.0.0",
  date: "2026-01-31",
};

function result(what: string, figure: number, budget: number): Result {
  return {
    row: {
      name: what,
      what,
      floor: "",
      budget: { at: "most", value: budget, unit: "×" },
      measure: () => Promise.resolve([]),
    },
    summary: summarize([figure]),
    kept: figure <= budget,
  };
}

test("the section begins with how many budgets are kept, and names those that are missed", () => {
  const section = toMarkdown({ machine, results: [result("a", 1, 2), result("b", 3, 2)], curves: [], peers: [] });

  expect(section).toContain("1 of 2 budgets are kept; missed: b (3.00 ×, budget 2.00 ×).");
});

test("with every budget kept nothing is missed", () => {
  const section = toMarkdown({ machine, results: [result("a", 1, 2)], curves: [], peers: [] });

  expect(section).toContain("1 of 1 budgets are kept.");
  expect(section).not.toContain("missed");
});
