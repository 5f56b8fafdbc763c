import { mkdirSync } from "node:fs";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expectSuccess } from "../run-command.ts";

/** A tarball as npm unpacks it. */
export interface UnpackedPackage {
  folder: string;
  /** Every file in it, relative to the folder, with `/` between the parts. */
  files: readonly string[];
}

/** Unpacks a tarball next to itself. */
export async function unpack(tarball: string): Promise<UnpackedPackage> {
  const target = `${tarball}.unpacked`;
  mkdirSync(target);
  await expectSuccess("tar", ["-xzf", tarball, "-C", target], { cwd: target });
  const folder = join(target, "package");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return { folder, files };
}
