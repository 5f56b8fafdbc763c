import { join } from "node:path";
import { acceptance, readObject } from "../workspace.ts";

/** A TypeScript compiler that consumers use. */
export interface Compiler {
  /** For example `TypeScript 5.9.3`. */
  name: string;
  /** The script that `node` runs. */
  tsc: string;
}

/** The oldest supported TypeScript, the one of the repository, and the newest. */
export const COMPILERS: readonly Compiler[] = ["typescript-5.9", "typescript", "typescript-7.0"].map((dependency) => {
  const folder = join(acceptance, "node_modules", dependency);
  const { version } = readObject(join(folder, "package.json"));
  return { name: `TypeScript ${String(version)}`, tsc: join(folder, "bin", "tsc") };
});
