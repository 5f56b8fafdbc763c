import { isObject } from "@connect-sdk/api/internal";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PUBLISHED, root } from "../../src/acceptance/workspace.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const workspace: unknown = parse(read("pnpm-workspace.yaml"));
const lockfile: unknown = parse(read("pnpm-lock.yaml"));

describe("the installation", () => {
  test("only takes releases that are at least a day old", () => {
    expect(workspace).toHaveProperty(
      "minimumReleaseAge",
      expect.toSatisfy((minutes: number) => minutes >= 1440),
    );
  });

  test("runs no script of a dependency", () => {
    expect(workspace).toHaveProperty("onlyBuiltDependencies", []);
  });

  test("gives a reason for each dependency whose script it ignores", () => {
    const listed = /^ignoredBuiltDependencies:\n((?: {2}- .*\n)+)/m.exec(read("pnpm-workspace.yaml"))?.[1] ?? "";
    const lines = listed.trimEnd().split("\n");
    expect(lines).not.toEqual([""]);
    for (const line of lines) expect(line).toMatch(/^ {2}- \S+ +# .+/);
  });

  test("uses one pinned version of the package manager", () => {
    const { packageManager } = JSON.parse(read("package.json")) as { packageManager: string };
    const version = packageManager.replace("pnpm@", "");
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read("scripts/pnpm.mjs")).toContain(`"${version}"`);
    for (const file of ["CONTRIBUTING.md", ".changeset/README.md", ".github/workflows/release.yml"]) {
      for (const [, found] of read(file).matchAll(/pnpm@(\d+\.\d+\.\d+)/g)) expect(found, file).toBe(version);
    }
  });

  test("does not change the lockfile", () => {
    expect(read("scripts/pnpm.mjs")).toContain("--frozen-lockfile");
  });

  test("checks the integrity of every package", () => {
    const packages = isObject(lockfile) ? lockfile["packages"] : undefined;
    const entries = Object.entries(isObject(packages) ? packages : {});
    expect(entries.length).toBeGreaterThan(100);
    for (const [name, entry] of entries) expect(entry, name).toHaveProperty("resolution.integrity");
  });

  test("takes the version of every dependency from the catalog", () => {
    for (const name of [...PUBLISHED, "checks"]) {
      const manifest: unknown = JSON.parse(read(`packages/${name}/package.json`));
      for (const field of ["dependencies", "devDependencies"]) {
        const ranges = isObject(manifest) && isObject(manifest[field]) ? manifest[field] : {};
        for (const [dependency, range] of Object.entries(ranges)) {
          expect(range, `${name}: ${dependency}`).toBe(
            dependency.startsWith("@connect-sdk/") ? "workspace:^" : "catalog:",
          );
        }
      }
    }
  });
});
