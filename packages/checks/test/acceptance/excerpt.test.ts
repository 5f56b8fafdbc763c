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

  test("with a line that the file does not have is refused, and the line named", () => {
    expect(check("check();\n\nsend(force);\nreturn done;")).toThrow(
      "lock.ts does not have this line here: send(force);. Copy it anew.",
    );
  });

  test("that leaves out lines without saying so is refused", () => {
    expect(check("check();\nreturn done;")).toThrow("does not have this line here: return done;");
  });

  test("with parts in another order than in the file is refused", () => {
    expect(check("send();\n…\ncheck();")).toThrow("does not have this line here: check();");
  });

  test("has to show something", () => {
    expect(check("…\n")).toThrow("empty");
  });
});
