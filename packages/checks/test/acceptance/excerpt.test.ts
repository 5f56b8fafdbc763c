import { describe, expect, test } from "vitest";
import { expectExcerpt } from "../../src/acceptance/snippets/excerpt.ts";

const source = { name: "lock.ts", content: "function lock() {\n  check();\n\n  send();\n  return done;\n}\n" };

const check = (excerpt: string) => () => {
  expectExcerpt(excerpt, source);
};

describe("an excerpt", () => {
  test.each([
    "function lock() {",
    "check();\n\nsend();\n",
    "    send();\n    return done;",
    "function lock() {\n…\n}\n",
  ])("%j is in the file", (excerpt) => {
    expect(check(excerpt)).not.toThrow();
  });

  test("with a line that is not in the file is rejected, and the error names the line", () => {
    expect(check("check();\n\nsend(force);\nreturn done;")).toThrow(
      "lock.ts does not have this line here: send(force);. Copy it anew.",
    );
  });

  test("that omits lines without `…` is rejected", () => {
    expect(check("check();\nreturn done;")).toThrow("does not have this line here: return done;");
  });

  test("with parts in another order than in the file is rejected", () => {
    expect(check("send();\n…\ncheck();")).toThrow("does not have this line here: check();");
  });

  test("must not be empty", () => {
    expect(check("…\n")).toThrow("empty");
  });
});
