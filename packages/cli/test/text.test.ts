import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { cut, fitColumns, GAP, pad } from "../src/terminal/table.ts";
import { progressLine } from "../src/terminal/progress.ts";
import { safeJson, safeText, wrapLine } from "../src/terminal/text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });

describe("wrapped lines", () => {
  const guid = "6f3a1c0e-1111-4222-8333-444455556666";

  test("fit the width, but for words that are longer, and have the same words", () => {
    fc.assert(
      fc.property(
        anyText.map((text) => safeText(text.replaceAll(/[`"]/g, "'"))),
        fc.integer({ min: 24, max: 120 }),
        fc.nat(12),
        (text, width, indent) => {
          const lines = wrapLine(text, width, indent).split("\n");
          for (const line of lines) if (/\S +\S/.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join(" ").match(/[^ ]+/g)).toEqual(text.match(/[^ ]+/g));
        },
      ),
    );
  });

  test.each([
    ["a short line", "= jdoe: unchanged", "= jdoe: unchanged"],
    [
      "the words of a row, below its name",
      "+ jdoe: create (email: jo@example.com)",
      "+ jdoe: create\n  (email:\n  jo@example.com)",
    ],
    ["a finding, below its text", "fail  server: it has no certificate", "fail  server: it has\n      no certificate"],
    ["a fix, below its text", "      fix: Renew it in time", "      fix: Renew it\n           in time"],
    ["a guid is not cut", `the guid ${guid} is known`, `the guid\n  ${guid}\n  is known`],
    ["a URL is not cut", "see https://docs.example.com/a/b?c=d", "see\n  https://docs.example.com/a/b?c=d"],
    ["a command is not cut", "run `connect-users login --web` now", "run\n  `connect-users login --web`\n  now"],
    [
      "a command at the end is not cut",
      "again: connect-users import a.csv --yes",
      "again:\n  connect-users import a.csv --yes",
    ],
  ])("%s", (_, text, wrapped) => {
    expect(wrapLine(text, 20)).toBe(wrapped);
    expect(wrapLine(text, undefined)).toBe(text);
    expect(wrapLine(text, 200)).toBe(text);
  });
});

describe("fitting text", () => {
  test("truncated text fits the width, and short text is unchanged", () => {
    fc.assert(
      fc.property(anyText.map(safeText), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const result = cut(text, width);
        expect(stringWidth(result)).toBeLessThanOrEqual(width);
        if (stringWidth(text) <= width) expect(result).toBe(text);
      }),
    );
  });

  test("padded text has exactly the width", () => {
    fc.assert(
      fc.property(anyText.map(safeText), (text) => {
        expect(stringWidth(pad(cut(text, 20), 20))).toBe(20);
      }),
      { examples: [["\u{111c2}"]] },
    );
  });

  test("columns fit the terminal, and identifying columns keep their width", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ width: fc.integer({ min: 1, max: 300 }), whole: fc.constant(false) }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 40, max: 200 }),
        (others, width, terminal) => {
          const natural = [{ width, whole: true }, ...others];
          const widths = fitColumns(natural, terminal);
          const shown = widths.filter((each) => each !== undefined);

          expect(widths[0]).toBe(width);
          expect(shown.reduce((sum, each) => sum + each, GAP.length * (shown.length - 1))).toBeLessThanOrEqual(
            terminal,
          );
          widths.forEach((each = 0, at) => expect(each).toBeLessThanOrEqual(natural[at]?.width ?? 0));
        },
      ),
    );
  });

  test("columns are dropped from the right when none can shrink further", () => {
    const column = { width: 20, whole: false };

    expect(fitColumns([column, { ...column }, { ...column }], 40)).toEqual([12, 12, 12]);
    expect(fitColumns([column, { ...column }, { ...column }], 27)).toEqual([12, 13, undefined]);
    expect(fitColumns([{ ...column }, { width: 20, whole: true }], 24)).toEqual([undefined, 20]);
  });

  test("without a terminal no column shrinks", () => {
    expect(fitColumns([{ width: 300, whole: false }], undefined)).toEqual([300]);
  });
});

describe("safe text", () => {
  test("contains no control character, and safe text is unchanged", () => {
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
