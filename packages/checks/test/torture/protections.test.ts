import { describe, expect, test } from "vitest";
import ts from "typescript";
import { parseSource, readSources } from "../../src/torture/mutants/sources.ts";
import { applyMutant, chooseProtections, type Mutant } from "../../src/torture/protections/apply.ts";
import { summarize } from "../../src/torture/protections/summary.ts";
import { protections } from "../../src/torture/protections/table.ts";
import { runApart } from "./run-apart.ts";

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

describe("a choice of protections", () => {
  const [first] = protections;
  const why = first?.mutants[0]?.why ?? "";

  test("has the mutants with a consequence, and no protection without one", () => {
    const chosen = chooseProtections(protections, [], why);
    expect(chosen.map(({ name }) => name)).toContain(first?.name);
    for (const { mutants } of chosen) {
      expect(mutants.length).toBeGreaterThan(0);
      for (const mutant of mutants) expect(mutant.why).toContain(why);
    }
  });

  test("has the protections whose package and name contain all words", () => {
    const owner = first?.package ?? "api";
    const expected = protections.filter((each) => each.package === owner && each.name.includes("o"));
    expect(chooseProtections(protections, [`${owner} `, "o"], "")).toEqual(expected);
  });

  test("is empty for a misspelled word", () => {
    expect(chooseProtections(protections, ["tpyo"], "")).toEqual([]);
    expect(chooseProtections(protections, [], "tpyo")).toEqual([]);
  });
});

test.each([
  ["a misspelled consequence", ["--why", "tpyo"], "No protection matches."],
  ["a misspelled name", ["tpyo"], "No protection matches."],
])(
  "the command fails for %s, because it has tried nothing",
  async (_, args, message) => {
    const script = new URL("../../src/torture/protections/main.ts", import.meta.url);
    await expect(runApart(script, args)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining(message) as unknown,
    });
  },
  60_000,
);

test("the summary counts only what was tried as noticed", () => {
  expect(summarize(["noticed", "noticed"])).toBe("2 of 2 tried noticed");
  expect(summarize(["noticed", "not noticed", "not tried", "not tried"])).toBe("1 of 2 tried noticed, 2 not tried");
  expect(summarize(["noticed", "timed out", "not tried"])).toBe("1 of 2 tried noticed, 1 timed out, 1 not tried");
});

function syntaxErrors(code: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
