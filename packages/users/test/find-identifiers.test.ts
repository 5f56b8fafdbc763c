import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { serveList } from "./support/serve-list.ts";

const NIL = "00000000-0000-0000-0000-000000000000";
const MAX = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Writes 32 hexadecimal digits as a guid. */
function hyphenate(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Returns what tells a row from others: the guid, however it is spelled. Any other string is what it is. */
function identityOf(id: string): string {
  const bare = id.toLowerCase().replace(/^\{(.*)\}$/, "$1");
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(bare) ? bare : id;
}

/** Guids that differ in a few bits or in all of them. */
const guid = fc.oneof(
  fc.constantFrom(NIL, MAX),
  fc.uuid(),
  fc
    .array(fc.constantFrom("00000000", "00000001", "80000000", "ffffffff"), { minLength: 4, maxLength: 4 })
    .map((words) => hyphenate(words.join(""))),
);

/** Guids in each of their spellings, and strings that are nearly guids, or nothing like them. */
const identifier = fc.oneof(
  fc
    .tuple(
      guid,
      fc.constantFrom<(text: string) => string>(
        (text) => text,
        (text) => text.toUpperCase(),
        (text) => `{${text}}`,
      ),
    )
    .map(([text, spell]) => spell(text)),
  fc
    .tuple(fc.constantFrom(NIL, MAX), fc.nat(35), fc.constantFrom("", "-", "+", "0", "g", "G", "\u0010", "\u0100"))
    .map(([text, at, character]) => text.slice(0, at) + character + text.slice(at + 1)),
  fc
    .tuple(fc.constantFrom(NIL, MAX), fc.string({ maxLength: 3 }))
    .map(([text, end]) => text + end.replace(/[{}]/g, "")),
  fc.constantFrom("", "1", "users", "Users"),
);

describe("find() returns each user once", () => {
  test("if the server returns one of them twice", async () => {
    const { users } = serveList([MAX, NIL, MAX]);
    expect((await users.find()).map((user) => user.guid)).toEqual([MAX, NIL]);
  });

  test("if ids differ in a single character, wherever it is, and asks for each page once", async () => {
    const ids = new Set([NIL, MAX]);
    for (const text of [NIL, MAX]) {
      for (let at = 0; at < 36; at++) {
        for (const character of "0123456789abcdefgG-") ids.add(text.slice(0, at) + character + text.slice(at + 1));
      }
      for (const character of "0fg-") ids.add(text + character);
      ids.add(text.slice(0, -1)).add(text.replaceAll("-", ""));
    }
    const { users, requests } = serveList([...ids]);
    expect((await users.find()).map((user) => user.guid)).toEqual([...ids]);
    expect(requests).toHaveLength(Math.ceil(ids.size / 500));
  });

  test.for([0, 8, 16, 24])("if 4,000 guids differ in the eight digits from %i on only", async (at) => {
    const guids = Array.from({ length: 4_000 }, (_, index) =>
      hyphenate(
        index
          .toString(16)
          .padStart(at + 8, "0")
          .padEnd(32, "0"),
      ),
    );
    const { users, requests } = serveList(guids);
    expect((await users.find()).map((user) => user.guid)).toEqual(guids);
    expect(requests).toHaveLength(8);
  });

  test.for([100, 1])("if all come in several spellings, and the server counts %i", async (count) => {
    const guids = [MAX, ...Array.from({ length: 98 }, () => crypto.randomUUID()), NIL];
    const spelled = guids.flatMap((guid) => [guid.toUpperCase(), `{${guid}}`]);
    const { users, requests } = serveList([...guids, ...spelled, ...guids], undefined, () => count);
    expect((await users.find()).map((user) => user.guid)).toEqual(guids);
    expect(requests).toHaveLength(1);
  });

  test("if two that a later pass finds have ids that differ in the case of letters only", async () => {
    const twins = ["user_a", "user_A"].map((id) => id.padStart(36, "-"));
    const guids = [...Array.from({ length: 600 }, () => crypto.randomUUID()), ...twins];
    const all = guids.toSorted();
    const { users } = serveList(guids, ({ number }) => {
      // Both move to the beginning of the list while its second page is requested.
      if (number === 2 && guids.at(-1) === twins[1]) guids.unshift(...guids.splice(-2));
    });
    expect((await users.find()).map((user) => user.guid).toSorted()).toEqual(all);
  });

  test("however alike the guids are, however they are spelled, and even if some are none", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(identifier, { minLength: 1, maxLength: 400, size: "max" }), async (ids) => {
        const known = new Set<string>();
        const first = ids.filter((id) => known.size < known.add(identityOf(id)).size);
        const { users } = serveList(ids);
        expect((await users.find()).map((user) => user.guid)).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });
});
