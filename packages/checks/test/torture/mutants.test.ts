import { describe, expect, test } from "vitest";
import ts from "typescript";
import { applyMutant, type PickedMutant } from "../../src/torture/mutants/picked.ts";
import { pickedMutants } from "../../src/torture/mutants/picked-mutants.ts";
import { sampleMutations } from "../../src/torture/mutants/sampled.ts";
import { MUTATED_PACKAGES, readSources, type Source } from "../../src/torture/mutants/sources.ts";

describe.each(MUTATED_PACKAGES)("the picked mutants of %s", (name) => {
  const sources = readSources(name);
  const originals = new Map(sources.map(({ file, code }) => [file, code]));

  test.each(pickedMutants[name])("$why: is at one place and changes the code", (mutant) => {
    const { file, code } = applyMutant(name, mutant, sources);

    expect(code).not.toBe(originals.get(file));
    expect(syntaxErrors(code)).toEqual([]);
  });
});

describe("a picked mutant", () => {
  const code = `
    export class Door {
      open({ force = false } = {}) {
        // A comment.
        if (!force && this.locked) throw new LockedError("locked");
        this.state = { open: true, count: this.count + 1 };
        log(this.name.slice(-4), "open");
      }
    }
    export const close = (doors) => doors.every((door) => door.closed);
  `;
  const apply = (mutant: Omit<PickedMutant, "why">): string => {
    const sources = [sourceOf(code)];
    const mutated = applyMutant("users", { why: "", ...mutant }, sources).code;
    const before = code.split("\n");
    return mutated
      .split("\n")
      .filter((line) => !before.includes(line))
      .map((line) => line.trim())
      .join("\n");
  };

  test.each<[Omit<PickedMutant, "why">, string]>([
    [{ in: "Door.open", rule: "remove", at: ["LockedError"] }, "if (!force && this.locked) ;"],
    [{ in: "Door.open", rule: "always", at: ["force", "locked"] }, 'if (true) throw new LockedError("locked");'],
    [{ in: "Door.open", rule: "never", at: ["force"] }, 'if (false && this.locked) throw new LockedError("locked");'],
    [{ in: "Door.open", rule: "drop", at: ["force"] }, 'if ((this.locked)) throw new LockedError("locked");'],
    [{ in: "Door", rule: "value", at: ["open"], to: "false" }, "this.state = { open: false, count: this.count + 1 };"],
    [{ in: "Door", rule: "omit", at: ["count"] }, "this.state = { open: true };"],
    [{ in: "Door", rule: "operator", at: ["count"] }, "this.state = { open: true, count: this.count - 1 };"],
    [{ in: "Door", rule: "swap", at: ["count"] }, "this.state = { open: true, count: 1 + this.count };"],
    [{ in: "Door", rule: "number", at: ["slice"] }, 'log(this.name.slice(-(4 + 1)), "open");'],
    [
      { rule: "rename", at: ["every"], to: "some" },
      "export const close = (doors) => doors.some((door) => door.closed);",
    ],
  ])("%o", (mutant, line) => {
    expect(apply(mutant)).toBe(line);
  });

  test("finds its place in another file, another line and with other words around it", () => {
    const moved = code.replace("// A comment.", "const unrelated = 1;\n").replace("this.locked", "this.isLocked()");
    const mutant: PickedMutant = { in: "Door.open", rule: "remove", at: ["LockedError"], why: "" };

    expect(applyMutant("users", mutant, [sourceOf("export const other = 1;"), sourceOf(moved)]).code).toContain(
      "if (!force && this.isLocked()) ;",
    );
  });

  test("is rejected if its place does not exist or is ambiguous", () => {
    expect(() => apply({ in: "Door.shut", rule: "remove", at: ["LockedError"] })).toThrow("users, Door.shut: 0 places");
    expect(() => apply({ in: "Door.open", rule: "omit", at: ["open"] })).toThrow("2 places");
  });
});

describe("sampled mutations", () => {
  test("depend on the seed alone", () => {
    const sampleOf = (seed: number) => sampleMutations("users", 10, seed).sample.map(({ description }) => description);

    expect(sampleOf(1)).toEqual(sampleOf(1));
    expect(sampleOf(1)).not.toEqual(sampleOf(2));
  });

  test("change their file", () => {
    const originals = new Map(readSources("testing").map(({ file, code }) => [file, code]));
    for (const { file, code } of sampleMutations("testing", 200, 3).sample) expect(code).not.toBe(originals.get(file));
  });
});

function sourceOf(code: string): Source {
  return { file: "src/door.ts", code, tree: ts.createSourceFile("src/door.ts", code, ts.ScriptTarget.ES2023, true) };
}

function syntaxErrors(code: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
