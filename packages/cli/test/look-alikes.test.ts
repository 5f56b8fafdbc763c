import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldUsername } from "@connect-sdk/lifecycle";

describe("usernames that people take for each other", () => {
  test.each([
    ["case", "JDoe", "jdoe"],
    ["case of letters with several forms", "STRASSE", "straße"],
    ["Unicode form", "rene\u0301", "ren\u00e9"],
    ["width", "ｊｄｏｅ", "jdoe"],
    ["a space without width", "jdoe\u200b", "jdoe"],
    ["a soft hyphen", "jd\u00adoe", "jdoe"],
    ["a direction mark", "\u202ajdoe", "jdoe"],
    ["spaces", " j doe\u00a0", "jdoe"],
    ["leading zeros", "00123", "123"],
    ["Cyrillic letters", "p\u0430yp\u0430l", "paypal"],
    ["Cyrillic letters only", "\u0430\u0441\u0435", "ace"],
    ["Greek capitals", "\u0391NNA", "anna"],
    ["the dot of a Turkish capital", "\u0130nci", "inci"],
    ["a Turkish letter without a dot", "\u0131nci", "inci"],
    ["only zeros", "000", "0"],
  ])("fold to the same text: %s", (_what, one, other) => {
    expect(foldUsername(one)).toBe(foldUsername(other));
  });

  test.each([
    ["jdoe", "jdoe2"],
    ["0jdoe", "jdoe"],
    ["1230", "123"],
    ["rene", "rené"],
    ["\u0438\u0440\u0438\u043d\u0430", "irina"],
    ["paypa1", "paypal"],
  ])("do not include %s and %s", (one, other) => {
    expect(foldUsername(one)).not.toBe(foldUsername(other));
  });

  test("fold once: folding again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(foldUsername(foldUsername(name))).toBe(foldUsername(name));
      }),
      { numRuns: 2_000 },
    );
  });

  test("fold to the same text in every case and Unicode form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        for (const form of ["NFC", "NFD"] as const) expect(foldUsername(name.normalize(form))).toBe(foldUsername(name));
      }),
      { numRuns: 2_000 },
    );
  });
});
