import { join } from "node:path";
import { folderOf, isObject, readObject, type PublishedPackage } from "./workspace.ts";

/** What a published package's `exports` promise: a file, and its declarations where it has some. */
export interface ExportedFile {
  /** What a user writes to import it, such as `@connect-sdk/api/schema`. */
  specifier: string;
  file: string;
  types: string | undefined;
}

/** The files that a package exports once it is published, by its manifest. */
export function exportedFiles(name: PublishedPackage): ExportedFile[] {
  const folder = folderOf(name);
  const { publishConfig } = readObject(join(folder, "package.json"));
  const exports = isObject(publishConfig) ? publishConfig["exports"] : undefined;
  if (!isObject(exports)) throw new Error(`@connect-sdk/${name} has no publishConfig.exports.`);
  return Object.entries(exports).map(([path, target]) => {
    const specifier = `@connect-sdk/${name}${path.slice(1)}`;
    if (typeof target === "string") return { specifier, file: join(folder, target), types: undefined };
    if (!isObject(target) || typeof target["default"] !== "string" || typeof target["types"] !== "string") {
      throw new Error(`${specifier} needs "types" and "default" in publishConfig.exports.`);
    }
    return { specifier, file: join(folder, target["default"]), types: join(folder, target["types"]) };
  });
}
