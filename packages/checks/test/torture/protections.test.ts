import { describe, expect, test } from "vitest";
import ts from "typescript";
import { parseSource, readSources } from "../../src/torture/mutants/sources.ts";
import { applyMutant, type Mutant } from "../../src/torture/protections/apply.ts";
import { summarize } from "../../src/torture/protections/summary.ts";
import { protections } from "../../src/torture/protections/table.ts";

describe.each(protections)("the protection of $package: $name", ({ package: owner, mutants }) => {
  const sources = readSources({ package: owner });

  test.each(mutants)("can be removed at one place: $why", (mutant) => {
    const { path, code } = applyMutant(owner, mutant, sources);

    expect(code).not.toBe(sources.find((source) => source.path === path)?.code);
    expect(syntaxErrors(code)).toEqual([]);
  });
});

describe("a mutant", () => {
  const code = `
    export class Door {
      open({ force = false } = {}) {
        if (!force && this.locked) throw new LockedError("locked");
        this.state = { open: true, count: this.count + 1 };
        log(this.name, "open");
      }
    }
  `;
  const apply = (mutant: Omit<Mutant, "why">): string => {
    const mutated = applyMutant("api", { why: "", ...mutant }, [parseSource("/src/door.ts", "src/door.ts", code)]).code;
    const before = code.split("\n");
    return mutated
      .split("\n")
      .filter((line) => !before.includes(line))
      .map((line) => line.trim())
      .join("\n");
  };

  test.each<[Omit<Mutant, "why">, string]>([
    [{ in: "Door.open", rule: "remove", at: ["LockedError"] }, "if (!force && this.locked) ;"],
    [{ in: "Door.open", rule: "always", at: ["force", "locked"] }, 'if (true) throw new LockedError("locked");'],
    [{ in: "Door.open", rule: "never", at: ["force"] }, 'if (false && this.locked) throw new LockedError("locked");'],
    [{ in: "Door.open", rule: "drop", at: ["force"] }, 'if ((this.locked)) throw new LockedError("locked");'],
    [{ in: "Door", rule: "value", at: ["open"], to: "false" }, "this.state = { open: false, count: this.count + 1 };"],
    [{ in: "Door", rule: "omit", at: ["count"] }, "this.state = { open: true };"],
    [{ in: "Door", rule: "replace", at: [], from: "this.name", to: '"x"' }, 'log("x", "open");'],
  ])("%o", (mutant, line) => {
    expect(apply(mutant)).toBe(line);
  });

  test("is rejected if its place does not exist or is ambiguous", () => {
    expect(() => apply({ in: "Door.shut", rule: "remove", at: ["LockedError"] })).toThrow("0 places");
    expect(() => apply({ in: "Door.open", rule: "omit", at: ["open"] })).toThrow("2 places");
  });
});

test("the summary counts only what was tried as noticed", () => {
  expect(summarize(["noticed", "noticed"])).toBe("2 of 2 tried noticed");
  expect(summarize(["noticed", "not noticed", "not tried", "not tried"])).toBe("1 of 2 tried noticed, 2 not tried");
  expect(summarize(["noticed", "timed out", "not tried"])).toBe("1 of 2 tried noticed, 1 timed out, 1 not tried");
});

function syntaxErrors(code: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
