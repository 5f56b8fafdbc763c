import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { summarize } from "../../src/bench/measure/timing.ts";
import { type Machine, type Report, toMarkdown, writeBetweenMarkers } from "../../src/bench/report.ts";
import type { Result } from "../../src/bench/row.ts";

const machine: Machine = {
  processor: "Abacus",
  cores: 2,
  memory: "1 GiB",
  system: "Linux 6",
  node: "20.19.0",
  busy: 0,
  version: "1.0.0",
  date: "2026-01-31",
};

const empty: Report = { options: "", machine, results: [], comparisons: [], curves: [], unmeasured: [], peers: [] };

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

describe("the page of figures", () => {
  test("begins with the number of met budgets and names the missed ones", () => {
    const page = toMarkdown({ ...empty, results: [result("a", 1, 2), result("b", 3, 2)] });

    expect(page).toMatch(/^1 of 2 budgets are met; missed: b \(3\.00 ×, budget 2\.00 ×\)\./);
  });

  test("names no missed budget when all are met", () => {
    const page = toMarkdown({ ...empty, results: [result("a", 1, 2)] });

    expect(page).toContain("1 of 1 budgets are met.");
    expect(page).not.toContain("missed");
  });

  test("says by which command it was written, and how busy the machine was", () => {
    expect(toMarkdown(empty)).toContain("Written by `pnpm bench`.");
    expect(toMarkdown(empty)).not.toContain("Other programs");
    const page = toMarkdown({ ...empty, options: "--growth --write", machine: { ...machine, busy: 0.5 } });
    expect(page).toContain("Written by `pnpm bench --growth --write`.");
    expect(page).toContain("Other programs used 50 % of it.");
  });

  test("shows the comparison with a baseline", () => {
    const page = toMarkdown({ ...empty, comparisons: [{ what: "`find()`", ratio: summarize([0.5, 0.5]) }] });

    expect(page).toContain("| `find()` | 0.50 × | 0.50 × – 0.50 × |");
  });
});

describe("writing between markers", () => {
  test("replaces the text between them and keeps the rest", async () => {
    const file = fileWith("# Title\n\n<!-- bench:start -->\n\nold\n\n<!-- bench:end -->\n\nEnd.\n");

    expect(await writeBetweenMarkers(file, "| a | b |\n| --- | --- |\n| 1 | 22222 |")).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(
      "# Title\n\n<!-- bench:start -->\n\n| a   | b     |\n| --- | ----- |\n| 1   | 22222 |\n\n<!-- bench:end -->\n\nEnd.\n",
    );
  });

  test.each(["# Title\n", "<!-- bench:end --> <!-- bench:start -->\n"])("leaves %j as it is", async (content) => {
    const file = fileWith(content);

    expect(await writeBetweenMarkers(file, "new")).toBe(false);
    expect(readFileSync(file, "utf8")).toBe(content);
  });

  test("reports a file that does not exist", async () => {
    expect(await writeBetweenMarkers(join(tmpdir(), "no-such-folder", "page.md"), "new")).toBe(false);
  });
});

function fileWith(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), "bench-report-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, "README.md"), content);
  return join(folder, "README.md");
}
