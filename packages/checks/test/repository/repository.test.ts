import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PUBLISHED, root } from "../../src/acceptance/workspace.ts";

const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((file) => file !== "" && existsSync(join(root, file)));

test("no file names a path of a developer's machine", () => {
  const home = /(?<![\w./~])\/(home|Users|root)\/[a-z][\w-]*\//;
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => home.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test("every package contains the license", () => {
  const license = readFileSync(join(root, "LICENSE"), "utf8");
  for (const name of PUBLISHED) {
    expect(readFileSync(join(root, "packages", name, "LICENSE"), "utf8")).toBe(license);
  }
});
