import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import ts from "typescript";
import { compiles } from "../../src/torture/mutants/compile.ts";
import { instrument, regionAt } from "../../src/torture/mutants/coverage.ts";
import { allMutations, EQUIVALENT, sample } from "../../src/torture/mutants/mutations.ts";
import { readMutantOptions } from "../../src/torture/mutants/options.ts";
import { formatResults, type Tried, type Verdict } from "../../src/torture/mutants/results.ts";
import { AREAS, parseSource, readSources } from "../../src/torture/mutants/sources.ts";
import { isFull } from "./run-apart.ts";

/** Returns each mutation of a function's body as the lines that differ. */
function mutationsOf(line: string): string[] {
  const code = `export async function f(a, b) {\n  ${line}\n}\n`;
  return allMutations({ name: "users" }, [parseSource("/f.ts", "src/f.ts", code)]).map((mutation) =>
    mutation.code.split("\n").slice(1, -2).join("\n").trim(),
  );
}

describe("a rule", () => {
  test.each([
    ["negates a condition", "if (a) b(); else a();", "if (!(a)) b(); else a();"],
    ["removes a guard", "if (a) return b;", ";"],
    ["removes a guard that throws", "if (a) { throw b; }", ";"],
    ["removes a call", "a(b);", ";"],
    ["removes an assignment", "a = b;", ";"],
    ["does not wait", "await a;", "(a);"],
    ["moves a limit", "return a < b;", "return a <= b;"],
    ["confuses and with or", "return a && b;", "return a || b;"],
    ["drops a default", "return a ?? b;", "return (a);"],
    ["counts one too many", "return a + 1;", "return a + (1 + 1);"],
    ["flips a boolean", "return [a, true].at(b);", "return [a, false].at(b);"],
    ["empties a string", 'return a === "b";', 'return a === "";'],
    ["empties the key of a shared symbol", 'return Symbol.for("b");', 'return Symbol.for("");'],
    ["empties a list", "return [a, b];", "return [];"],
    ["drops what is spread", "return { a, ...b };", "return { a, ...{} };"],
  ])("%s", (_what, line, mutated) => {
    expect(mutationsOf(line)).toContain(mutated);
  });

  test.each([
    ["text for people", "throw a(`The ${b} is missing.`, 'Pass a name.');"],
    ["the description of a symbol", 'return Symbol("b");'],
    ["types", 'let x: "a" | 1;'],
    ["the only way to construct a class", "return class extends a { constructor() { super(); } };"],
  ])("leaves %s alone", (_what, line) => {
    expect(mutationsOf(line)).toEqual([]);
  });
});

test("every mutation changes its file, and the file still is code", () => {
  for (const area of AREAS) {
    const sources = readSources(area);
    const codes = new Map(sources.map(({ path, code }) => [path, code]));
    for (const { path, code, name } of sample(allMutations(area, sources), 12, 3)) {
      expect(code, name).not.toBe(codes.get(path));
      const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
      expect(diagnostics, name).toEqual([]);
    }
  }
});

// Takes the compiler 15 seconds of processor time.
test.runIf(isFull).each(AREAS)("the code of $name compiles as it is, and not with a wrong type", (area) => {
  const [first] = readSources(area);
  const { path = "", code = "" } = first ?? {};
  expect(compiles(area, path, code)).toBe(true);
  expect(compiles(area, path, `${code}\nexport const wrong: number = "text";\n`)).toBe(false);
});

test("a sample depends on the seed alone", () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  expect(sample(numbers, 10, 1)).toEqual(sample(numbers, 10, 1));
  expect(sample(numbers, 10, 1)).not.toEqual(sample(numbers, 10, 2));
});

test("every mutation has a name of its own, so that leaving one out leaves out no other", () => {
  for (const area of AREAS) {
    const names = allMutations(area, readSources(area)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("every mutation that is left out as equivalent can be made, and has a reason", () => {
  const names = new Set(AREAS.flatMap((area) => allMutations(area, readSources(area)).map(({ name }) => name)));
  for (const [name, why] of EQUIVALENT) {
    expect(names).toContain(name);
    expect(why).toMatch(/\.$/);
  }
});

test("a test file that enters a function runs for the mutations in it", () => {
  const code = "export const one = (a) => a + 1;\nexport function two() {\n  return [1].map((b) => b);\n}\n";
  const source = parseSource("/f.ts", "src/f.ts", code);
  const entered = new Set<string>();
  const body = instrument(source).replaceAll("export ", "");
  const call = (expression: string): unknown => runInNewContext(`${body}; ${expression}`, { __entered: entered });

  expect(call("one(1)")).toBe(2);
  expect([...entered]).toEqual([regionAt(source, 0), regionAt(source, code.indexOf("a + 1"))]);
  entered.clear();
  expect(call("two().length")).toBe(1);
  expect(entered).toContain(regionAt(source, code.indexOf("=> b")));
});

test("a sample fails if it shows that too few mutations are noticed", () => {
  const triedWith = (killed: number, survived: number): Tried[] => {
    const tried = (count: number, verdict: Verdict): Tried[] =>
      Array.from({ length: count }, () => ({ mutation: { area: "users", name: "" }, verdict }));
    return [...tried(killed, "killed"), ...tried(survived, "survived")];
  };
  expect(formatResults(triedWith(90, 10), 1).isEnough).toBe(true);
  // It may be bad luck.
  expect(formatResults(triedWith(50, 12), 1).isEnough).toBe(true);
  expect(formatResults(triedWith(50, 25), 1).isEnough).toBe(false);
  expect(formatResults([], 1).isEnough).toBe(false);
});

test("only a failing test kills: a time limit does not, and what no test can tell is left out", () => {
  const verdicts = ["killed", "killed", "timed out", "survived", "not reached", "does not compile", "unclear"] as const;
  const tried = verdicts.map((verdict): Tried => ({ mutation: { area: "users", name: "" }, verdict }));
  expect(formatResults(tried, 1).table).toContain("2 of 5, 40.0 %");
});

test("the command line is checked", () => {
  expect(readMutantOptions(["--", "--area", "fake", "--sample", "5", "--seed", "7", "--minutes", "2"])).toEqual({
    areas: ["fake"],
    size: 5,
    seed: 7,
    minutes: 2,
    match: [],
    slowest: Infinity,
    ownTests: false,
    onlyReports: false,
  });
  expect(readMutantOptions(["--only-report"])).toMatchObject({ onlyReports: true });
  expect(readMutantOptions(["--slowest", "20", "--own-tests"])).toMatchObject({ slowest: 20, ownTests: true });
  expect(() => readMutantOptions(["--area", "docs"])).toThrow("Unknown area: docs");
  expect(() => readMutantOptions(["--sample", "few"])).toThrow("need a number");
});
