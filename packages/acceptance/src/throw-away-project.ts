import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tarballs } from "./pack.ts";
import { expectSuccess } from "./run-command.ts";
import { isObject, PUBLISHED, readObject, acceptance, type PublishedPackage } from "./workspace.ts";

/** Makes a project as a stranger has it, with packages of ours from their tarballs, installed by npm. */
export async function createProject(
  folder: string,
  tarballs: Tarballs,
  options: { ours: readonly PublishedPackage[]; others?: readonly string[] },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const ours = Object.fromEntries(options.ours.map((name) => [`@connect-sdk/${name}`, `file:${tarballs[name]}`]));
  const others = Object.fromEntries((options.others ?? []).map((name) => [name, installedVersion(name)]));
  const manifest = {
    name: "stranger",
    private: true,
    type: "module",
    dependencies: ours,
    devDependencies: others,
    // No version of ours needs to be published: also what they need of each other comes from the tarballs.
    overrides: Object.fromEntries(PUBLISHED.map((name) => [`@connect-sdk/${name}`, `file:${tarballs[name]}`])),
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel=error"];
  await expectSuccess("npm", ["install", ...quiet], { cwd: folder, env: { NODE_ENV: undefined } });
}

/** The version of a tool that the workspace uses, so that npm finds it in its cache and every run is the same. */
function installedVersion(name: string): string {
  const manifest = readObject(join(acceptance, "node_modules", name, "package.json"));
  if (!isObject(manifest) || typeof manifest["version"] !== "string") throw new Error(`${name} is not installed.`);
  return manifest["version"];
}
