import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { posix, join } from "node:path";
import { readObject } from "../workspace.ts";
import type { UnpackedPackage } from "./unpack.ts";

/** Asserts that every script and every declaration file has a map, and that each map leads to sources that are there. */
export function checkSourceMaps(unpacked: UnpackedPackage): void {
  const { folder, files } = unpacked;
  const built = files.filter((file) => /^dist\/.+\.(js|d\.ts)$/.test(file));
  assert.ok(built.length > 0, "there is nothing in dist/");
  for (const file of built) {
    const text = readFileSync(join(folder, file), "utf8");
    const url = /^\/\/# sourceMappingURL=(.+)$/m.exec(text)?.[1];
    if (url === undefined && !comesFromSources(text)) continue;
    assert.ok(url !== undefined, `${file} names no source map`);
    const map = posix.join(posix.dirname(file), url);
    assert.ok(files.includes(map), `${file} names ${url}, which is not packed`);
    checkMap(unpacked, map);
  }
}

function checkMap({ folder, files }: UnpackedPackage, name: string): void {
  const { version, sources, sourcesContent, mappings } = readObject(join(folder, name));
  assert.equal(version, 3, `${name} is no source map`);
  assert.ok(typeof mappings === "string" && mappings !== "", `${name} maps nothing`);
  assert.ok(Array.isArray(sources) && sources.length > 0, `${name} has no sources`);
  const texts: unknown[] = Array.isArray(sourcesContent) ? sourcesContent : [];
  sources.map(String).forEach((source, index) => {
    const text = texts[index];
    const packed = files.includes(posix.join(posix.dirname(name), source));
    assert.ok(packed || (typeof text === "string" && text !== ""), `${name} leads to ${source}, which is not there`);
  });
}

/** Neither a file that only passes exports on nor a helper of the bundler's own has anything to step into. */
function comesFromSources(text: string): boolean {
  const regions = text.match(/^\/\/#region .*$/gm) ?? [];
  if (regions.length > 0) return regions.some((region) => !region.startsWith("//#region \\0"));
  return !text.split("\n").every((line) => /^(import|export) |^#!|^\/\/|^$/.test(line));
}
