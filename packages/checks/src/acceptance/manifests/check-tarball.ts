import { isObject } from "@connect-sdk/api/internal";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { UnpackedPackage } from "../tarballs.ts";
import { folderOf, type PublishedPackage, readObject } from "../workspace.ts";

/** Asserts the fields of a published `package.json` that npm, bundlers and license checks read. */
export function checkManifest(name: PublishedPackage, { folder, files }: UnpackedPackage): void {
  const manifest = readObject(join(folder, "package.json"));
  assert.equal(manifest["name"], `@connect-sdk/${name}`);
  assert.equal(manifest["license"], "MIT");
  assert.equal(manifest["type"], "module");
  assert.equal(manifest["sideEffects"], false, "sideEffects must be false, so that bundlers drop unused code");
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

/** Asserts that nothing runs at install time. */
export function checkNothingRunsAtInstall({ folder }: UnpackedPackage): void {
  const { scripts = {} } = readObject(join(folder, "package.json"));
  assert.ok(isObject(scripts));
  const hooks = ["preinstall", "install", "postinstall", "prepare"].filter((hook) => hook in scripts);
  assert.deepEqual(hooks, []);
}

/** Asserts that `workspace:` and `catalog:` became versions, and that our packages require each other at the same version. */
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

/** Asserts that the published `exports` match those of the sources, and that every file they name is packed. */
export function checkExports(name: PublishedPackage, { folder, files }: UnpackedPackage): void {
  const published = readObject(join(folder, "package.json"))["exports"];
  const inWorkspace = readObject(join(folderOf(name), "package.json"))["exports"];
  assert.ok(isObject(published) && isObject(inWorkspace), "exports is missing");
  assert.deepEqual(published, withoutSources(inWorkspace), "publishConfig.exports is not exports without its sources");
  for (const path of Object.keys(published))
    assert.doesNotMatch(path, /\*/, "exports must name every entry, without patterns");
  for (const file of targetsOf(published))
    assert.ok(files.includes(file.slice(2)), `exports names ${file}, which is not packed`);
}

/** Asserts that the tarball contains built code, sources and documents, and nothing else. */
export function checkContents({ files }: UnpackedPackage): void {
  const allowed = [
    /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
    /^bin\/[\w-]+\.js$/,
    /^man\/[\w-]+\.1$/,
    /^dist\/[^.]+\.(js|js\.map|d\.ts|d\.ts\.map|json|portable\.json)$/,
    /^src\/[^.]+\.ts$/,
  ];
  assert.deepEqual(
    files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
    [],
    "these files do not belong in a tarball",
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

/** Asserts that every script and declaration file has a source map, and that each map leads to packed or embedded sources. */
export function checkSourceMaps(unpacked: UnpackedPackage): void {
  const { folder, files } = unpacked;
  const built = files.filter((file) => /^dist\/.+\.(js|d\.ts)$/.test(file));
  assert.ok(built.length > 0, "dist/ is empty");
  for (const file of built) {
    const text = readFileSync(join(folder, file), "utf8");
    const url = /^\/\/# sourceMappingURL=(.+)$/m.exec(text)?.[1];
    if (isManifest(text) || (url === undefined && !comesFromSources(text))) continue;
    assert.ok(url !== undefined, `${file} names no source map`);
    const map = posix.join(posix.dirname(file), url);
    assert.ok(files.includes(map), `${file} names ${url}, which is not packed`);
    checkMap(unpacked, map);
  }
}

function checkMap({ folder, files }: UnpackedPackage, name: string): void {
  const { version, sources, sourcesContent, mappings } = readObject(join(folder, name));
  assert.equal(version, 3, `${name} is not a source map`);
  assert.ok(typeof mappings === "string" && mappings !== "", `${name} maps nothing`);
  assert.ok(Array.isArray(sources) && sources.length > 0, `${name} has no sources`);
  const texts: unknown[] = Array.isArray(sourcesContent) ? sourcesContent : [];
  sources.map(String).forEach((source, index) => {
    const text = texts[index];
    const packed = files.includes(posix.join(posix.dirname(name), source));
    assert.ok(packed || (typeof text === "string" && text !== ""), `${name} leads to ${source}, which is not packed`);
  });
}

/** Returns whether a built file contains a `package.json` and nothing else. The bundler gives it an empty map. */
function isManifest(text: string): boolean {
  const regions = text.match(/^\/\/#region .*$/gm) ?? [];
  return regions.length > 0 && regions.every((region) => region === "//#region package.json");
}

/** Returns whether a built file contains our code. Re-exports and helpers of the bundler have no sources to step into. */
function comesFromSources(text: string): boolean {
  const regions = text.match(/^\/\/#region .*$/gm) ?? [];
  if (regions.length > 0) return regions.some((region) => !region.startsWith("//#region \\0"));
  return !text.split("\n").every((line) => /^(import|export) |^#!|^\/\/|^$/.test(line));
}
