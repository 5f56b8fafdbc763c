import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { root } from "../../src/acceptance/workspace.ts";
import {
  CoverageCache,
  type CoveredTest,
  fingerprintOf,
  loadedFiles,
} from "../../src/torture/mutants/coverage-cache.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "connect-sdk-cache-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a test file, and returns what it reaches. */
function covered(file: string, entered = ["/src/user.ts:0"]): CoveredTest {
  writeFileSync(file, "a test");
  return { file, milliseconds: 5, isGreen: true, entered };
}

test("what a test file reaches is remembered until the file changes", () => {
  const path = join(folder, "cache", "users.json");
  const one = covered(join(folder, "one.test.ts"));
  expect(new CoverageCache(path, "code").get(one.file)).toBeUndefined();
  new CoverageCache(path, "code").keep([one]);
  expect(new CoverageCache(path, "code").get(one.file)).toEqual(one);
  writeFileSync(one.file, "another test");
  expect(new CoverageCache(path, "code").get(one.file)).toBeUndefined();
});

test("nothing is remembered when the code changes, and nothing of the old code stays in the file", () => {
  const path = join(folder, "users.json");
  const [one, other] = [covered(join(folder, "one.test.ts")), covered(join(folder, "other.test.ts"))];
  new CoverageCache(path, "code").keep([one, other]);
  const { size } = statSync(path);
  const changed = new CoverageCache(path, "kode");
  expect([changed.get(one.file), changed.get(other.file)]).toEqual([undefined, undefined]);
  changed.keep([one]);
  expect(statSync(path).size).toBeLessThan(size);
  expect(new CoverageCache(path, "code").get(other.file)).toBeUndefined();
});

test("a file has one entry, and a deleted file none", () => {
  const path = join(folder, "users.json");
  const [one, other] = [covered(join(folder, "one.test.ts")), covered(join(folder, "other.test.ts"))];
  new CoverageCache(path, "code").keep([one]);
  const { size } = statSync(path);
  new CoverageCache(path, "code").keep([other]);
  rmSync(other.file);
  writeFileSync(one.file, "another test");
  new CoverageCache(path, "code").keep([one]);
  expect(statSync(path).size).toBe(size);
});

test("a test file that is edited while it runs is not remembered as it is afterwards", () => {
  const path = join(folder, "users.json");
  const one = covered(join(folder, "one.test.ts"));
  const cache = new CoverageCache(path, "code");
  expect(cache.get(one.file)).toBeUndefined();
  writeFileSync(one.file, "another test");
  cache.keep([one]);
  expect(new CoverageCache(path, "code").get(one.file)).toBeUndefined();
  writeFileSync(one.file, "a test");
  expect(new CoverageCache(path, "code").get(one.file)).toEqual(one);
});

test("a damaged cache is empty", () => {
  const one = covered(join(folder, "one.test.ts"));
  for (const content of ["", "[]", "{}", '{"code":"code"}']) {
    const path = join(folder, "users.json");
    writeFileSync(path, content);
    expect(new CoverageCache(path, "code").get(one.file)).toBeUndefined();
  }
});

test("the fingerprint of the code changes with the content and the name of any file", () => {
  const [a, b] = [join(folder, "a.csv"), join(folder, "b.csv")];
  writeFileSync(a, "1");
  writeFileSync(b, "1");
  const before = fingerprintOf([a]);
  expect(fingerprintOf([a])).toBe(before);
  expect(fingerprintOf([b])).not.toBe(before);
  expect(fingerprintOf([a, b])).not.toBe(before);
  writeFileSync(a, "2");
  expect(fingerprintOf([a])).not.toBe(before);
});

test("the fingerprint of the code changes with the version of Node", () => {
  const before = fingerprintOf([]);
  vi.stubGlobal("process", Object.create(process, { version: { value: "v0.0.1" } }));
  try {
    expect(fingerprintOf([])).not.toBe(before);
  } finally {
    vi.unstubAllGlobals();
  }
});

test("the code is every file of the packages and of what they share, and nothing that is built or a test", () => {
  const files = loadedFiles().map((file) => relative(root, file).replaceAll("\\", "/"));
  for (const ending of [".ts", ".tsx", ".json", ".html", ".csv", ".md"]) {
    expect(
      files.some((file) => file.startsWith("packages/") && file.endsWith(ending)),
      ending,
    ).toBe(true);
  }
  expect(files).toEqual(
    expect.arrayContaining(["tsconfig.base.json", "pnpm-lock.yaml", "vitest.shared.ts", "openapi/connect.yaml"]),
  );
  expect(files.some((file) => file.startsWith("examples/"))).toBe(true);
  expect(files.filter((file) => /(?:^|\/)(?:node_modules|dist|reports)\/|\.test\.ts$/.test(file))).toEqual([]);
});
