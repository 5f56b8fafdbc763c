import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Features of browsers, and the first versions of Chrome, Firefox and Safari that have them (MDN). */
const features: readonly (readonly [name: string, use: RegExp, ...versions: readonly [number, number, number]])[] = [
  ["URL.canParse", /URL\.canParse\(/, 120, 115, 17],
  ["AbortSignal.any", /AbortSignal\.any\(/, 116, 124, 17.4],
  ["AbortSignal.timeout", /AbortSignal\.timeout\(/, 124, 100, 16],
  ["throwIfAborted", /\.throwIfAborted\(/, 100, 97, 15.4],
  ["Object.hasOwn", /Object\.hasOwn\(/, 93, 92, 15.4],
  ["findLast", /\.findLast(Index)?\(/, 97, 104, 15.4],
  ["at", /\.at\(/, 92, 90, 15.4],
  ["changing a copy of an array", /\.(toSorted|toReversed|toSpliced|with)\(/, 110, 115, 16],
  ["Object.groupBy", /(Object|Map)\.groupBy\(/, 117, 119, 17.4],
  ["Promise.withResolvers", /Promise\.(withResolvers|try)\(/, 119, 121, 17.4],
  ["Array.fromAsync", /Array\.fromAsync\(/, 121, 115, 16.4],
  ["methods of sets", /\.(union|intersection|difference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/, 122, 127, 17],
  [
    "helpers of iterators",
    /\.(values|keys|entries)\(\)\s*\.(map|filter|take|drop|some|every|find|toArray)\(/,
    122,
    131,
    18.4,
  ],
  ["iteration of a stream", /for await \([^)]*\bbody\b/, 124, 110, 26],
  ["well-formed strings", /\.(isWellFormed|toWellFormed)\(/, 111, 119, 16.4],
  ["lookbehind", /\(\?<[=!]/, 62, 78, 16.4],
  ["the v flag", /\/[gimsuy]*v[gimsuy]*[,;).]/, 112, 116, 17],
  ["RegExp.escape", /RegExp\.escape\(/, 136, 134, 18.2],
  ["base64 of bytes", /\.(toBase64|fromBase64|toHex|fromHex)\(/, 140, 133, 18.2],
  ["structuredClone", /structuredClone\(/, 98, 94, 15.4],
];

/** The sources without comments. */
function sourceOf(name: string): string {
  const folder = new URL(`../../${name}/src/`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(new URL(file.replaceAll("\\", "/"), folder), "utf8"))
    .join("\n")
    .replace(/^\s*\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, "");
}

describe("the oldest supported browsers", () => {
  const source = sourceOf("api") + sourceOf("users");
  const floors = [0, 1, 2].map((browser) =>
    Math.max(...features.filter(([, use]) => use.test(source)).map(([, , ...versions]) => versions[browser] ?? 0)),
  );
  const [chrome, firefox, safari] = floors;

  test("are those that have everything that the sources use", () => {
    expect({ chrome, firefox, safari }).toEqual({ chrome: 120, firefox: 115, safari: 17 });
  });

  test.each(["packages/api/README.md", "packages/users/README.md"])("are stated in %s", (file) => {
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8").replace(/\s+/g, " ");
    expect(text).toContain(`the interfaces of Chrome ${chrome}, Firefox ${firefox} and Safari ${safari}`);
  });

  test("are stated on the compatibility page", () => {
    const text = readFileSync(new URL("../../../docs/compatibility.md", import.meta.url), "utf8").replace(/ +/g, " ");
    expect(text).toContain(`| Chrome and Edge | ${chrome} and newer |`);
    expect(text).toContain(`| Firefox | ${firefox} and newer |`);
    expect(text).toContain(`| Safari | ${safari} and newer |`);
  });
});
