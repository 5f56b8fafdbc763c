import { describe, expect, test } from "vitest";
import { sampleMutations } from "../../src/torture/mutants/rules.ts";
import { mutants, mutate, readSource } from "../../src/torture/mutants/sources.ts";

describe("each mutant is at one place of its file, and makes another text of it", () => {
  test.each(mutants)("$package $file: $why", (mutant) => {
    const source = readSource(mutant.package, mutant.file);

    expect(mutate(source, mutant)).not.toBe(source);
  });
});

test("a sample is the same for the same seed, and another for another", () => {
  const texts = (seed: number) => sampleMutations("users", 10, seed).sample.map(({ what }) => what);

  expect(texts(1)).toEqual(texts(1));
  expect(texts(1)).not.toEqual(texts(2));
});

test("every sampled mutation changes its file", () => {
  for (const { package: name, file, text } of sampleMutations("testing", 200, 3).sample) {
    expect(text).not.toBe(readSource(name, file));
  }
});
