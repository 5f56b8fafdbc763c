import { describe, expect, test } from "vitest";
import { exponentOf, quantile, summarize } from "../../src/bench/measure/timing.ts";
import { keeps } from "../../src/bench/row.ts";

describe("quantile", () => {
  test("the median of an even number of values is between the two in the middle", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  });

  test("the ends are the smallest and the largest value", () => {
    expect([quantile([3, 1, 2], 0), quantile([3, 1, 2], 1)]).toEqual([1, 3]);
  });

  test("no values have no quantile", () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

test("a summary has the median and the quartiles", () => {
  expect(summarize([1, 2, 3, 4, 5])).toEqual({ median: 3, low: 2, high: 4, runs: 5 });
});

describe("the exponent of growth", () => {
  const sizes = [1_000, 10_000, 100_000];

  test.each([0, 0.5, 1, 2])("of a cost that grows with the size to the power of %d", (exponent) => {
    const points = sizes.map((size) => ({ size, cost: 7 * size ** exponent }));

    expect(exponentOf(points)).toBeCloseTo(exponent, 6);
  });

  test("is undefined for a single size", () => {
    expect(() => exponentOf([{ size: 10, cost: 1 }])).toThrow(RangeError);
  });
});

describe("a budget", () => {
  test.each([
    [{ at: "most", value: 2, unit: "×" }, 2, true],
    [{ at: "most", value: 2, unit: "×" }, 2.01, false],
    [{ at: "least", value: 8_000, unit: "/s" }, 8_000, true],
    [{ at: "least", value: 8_000, unit: "/s" }, 7_999, false],
  ] as const)("%o of %d: %s", (budget, figure, kept) => {
    expect(keeps(budget, figure)).toBe(kept);
  });
});
