import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { cut, fitWidths, GAP, pad } from "../src/output/fit.ts";
import { progressLine } from "../src/output/progress.ts";
import { safeJson, safeText } from "../src/output/safe-text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });

describe("fitting text", () => {
  test("cut text is never wider than asked, and short text is left alone", () => {
    fc.assert(
      fc.property(anyText.map(safeText), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const result = cut(text, width);
        expect(stringWidth(result)).toBeLessThanOrEqual(width);
        if (stringWidth(text) <= width) expect(result).toBe(text);
      }),
    );
  });

  test("padded text is exactly as wide as asked", () => {
    fc.assert(
      fc.property(anyText.map(safeText), (text) => {
        expect(stringWidth(pad(cut(text, 20), 20))).toBe(20);
      }),
    );
  });

  test("columns fit the terminal whenever readable columns can", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 80, max: 200 }),
        (natural, terminal) => {
          const widths = fitWidths(natural, terminal);
          const line = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
          expect(line).toBeLessThanOrEqual(terminal);
          widths.forEach((width, at) => expect(width).toBeLessThanOrEqual(natural[at] ?? 0));
        },
      ),
    );
  });

  test("without a terminal no column shrinks", () => {
    expect(fitWidths([300, 2], undefined)).toEqual([300, 2]);
  });
});

describe("safe text", () => {
  test("has no control character, and leaves what has none alone", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = safeText(text);
        expect(safe).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(safeText(safe)).toBe(safe);
      }),
    );
  });

  test("JSON keeps its value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(safeJson(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("progress", () => {
  test.each([
    [{ done: 0, total: 5_000, elapsed: 0 }, "Importing 0 of 5000 (0%)"],
    [{ done: 1_200, total: 5_000, elapsed: 4_000 }, "Importing 1200 of 5000 (24%), 300/s, 13s left"],
    [{ done: 10, total: 5_000, elapsed: 4_000 }, "Importing 10 of 5000 (0%), 2.5/s, 33m 16s left"],
    [{ done: 5_000, total: 5_000, elapsed: 10_000 }, "Importing 5000 of 5000 (100%), 500/s"],
    [{ done: 700, total: undefined, elapsed: 1_000 }, "Importing 700, 700/s"],
    [{ done: 0, total: 0, elapsed: 1_000 }, "Importing 0 of 0 (100%)"],
  ])("%j reads %j", (state, line) => {
    expect(progressLine({ label: "Importing", ...state })).toBe(line);
  });
});
