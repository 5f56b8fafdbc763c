import { fileURLToPath } from "node:url";

/** The folder of a package of this workspace, with a slash at its end. */
export function packageFolder(name: "api" | "cli" | "testing" | "users"): string {
  return fileURLToPath(new URL(".", import.meta.resolve(`@connect-sdk/${name}/package.json`)));
}
