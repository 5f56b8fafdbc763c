import assert from "node:assert/strict";
import { join } from "node:path";
import { folderOf, isObject, readObject, type PublishedPackage } from "../workspace.ts";
import type { UnpackedPackage } from "./unpack.ts";

/** Asserts what npm, bundlers and lawyers read in a published `package.json`. */
export function checkManifest(name: PublishedPackage, { folder, files }: UnpackedPackage): void {
  const manifest = readObject(join(folder, "package.json"));
  assert.equal(manifest["name"], `@connect-sdk/${name}`);
  assert.equal(manifest["license"], "MIT");
  assert.equal(manifest["type"], "module");
  assert.equal(manifest["sideEffects"], false, "sideEffects must be false: bundlers leave out what is not used");
  assert.deepEqual(manifest["engines"], { node: ">=20.19" });
  assert.ok(isObject(manifest["repository"]), "repository is missing");
  assert.equal(manifest["repository"]["directory"], `packages/${name}`);
  assert.match(String(manifest["repository"]["url"]), /^git\+https:.*\.git$/);
  for (const field of ["description", "homepage", "bugs"])
    assert.equal(typeof manifest[field], "string", `${field} is missing`);
  for (const field of ["main", "module", "types", "typesVersions"]) {
    assert.equal(manifest[field], undefined, `${field} competes with exports`);
  }
  assert.deepEqual(manifest["publishConfig"], { access: "public", provenance: true });
  for (const file of ["README.md", "LICENSE"]) assert.ok(files.includes(file), `${file} is not in the tarball`);
}

/** Asserts that nothing runs on a stranger's machine at install time. */
export function checkNothingRunsAtInstall({ folder }: UnpackedPackage): void {
  const { scripts = {} } = readObject(join(folder, "package.json"));
  assert.ok(isObject(scripts));
  const hooks = ["preinstall", "install", "postinstall", "prepare"].filter((hook) => hook in scripts);
  assert.deepEqual(hooks, []);
}

/** Asserts that what another workspace or catalog stands for has become a version, and that ours move together. */
export function checkDependencies({ folder }: UnpackedPackage): void {
  const manifest = readObject(join(folder, "package.json"));
  for (const field of ["dependencies", "peerDependencies", "optionalDependencies"]) {
    const ranges = manifest[field] ?? {};
    assert.ok(isObject(ranges));
    for (const [dependency, range] of Object.entries(ranges)) {
      assert.match(String(range), /^(\^|>=|~)?\d+\.\d+\.\d+$/, `${field}.${dependency} is ${String(range)}`);
      if (dependency.startsWith("@connect-sdk/")) assert.equal(range, `^${String(manifest["version"])}`);
    }
  }
}

/** Asserts that strangers can import exactly what the source's `exports` name, and that every file of it is there. */
export function checkExports(name: PublishedPackage, { folder, files }: UnpackedPackage): void {
  const published = readObject(join(folder, "package.json"))["exports"];
  const inWorkspace = readObject(join(folderOf(name), "package.json"))["exports"];
  assert.ok(isObject(published) && isObject(inWorkspace), "exports is missing");
  assert.deepEqual(published, withoutSources(inWorkspace), "publishConfig.exports is not exports without its sources");
  for (const path of Object.keys(published)) assert.doesNotMatch(path, /\*/, "exports names every entry, no pattern");
  for (const file of targetsOf(published))
    assert.ok(files.includes(file.slice(2)), `exports names ${file}, which is not packed`);
}

/** Asserts that the tarball holds what runs and what a reader needs, and nothing else. */
export function checkContents({ files }: UnpackedPackage): void {
  const allowed = [
    /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
    /^bin\/[\w-]+\.js$/,
    /^dist\/[^.]+\.(js|js\.map|d\.ts|d\.ts\.map|json)$/,
    /^src\/[^.]+\.ts$/,
  ];
  assert.deepEqual(
    files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
    [],
    "these do not belong into a tarball",
  );
}

function withoutSources(exports: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(exports).map(([path, target]): [string, unknown] => {
    if (!isObject(target)) return [path, target];
    const rest = Object.fromEntries(
      Object.entries(target).filter(([condition]) => condition !== "@connect-sdk/source"),
    );
    const values = Object.values(rest);
    return [path, values.length === 1 ? values[0] : rest];
  });
  return Object.fromEntries(entries);
}

function targetsOf(exports: Record<string, unknown>): string[] {
  return Object.values(exports).flatMap((target) => (isObject(target) ? Object.values(target) : [target]).map(String));
}
