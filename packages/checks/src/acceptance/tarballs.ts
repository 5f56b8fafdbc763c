import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expectSuccess } from "./run-command.ts";
import { checks, PUBLISHED, readObject, type PublishedPackage } from "./workspace.ts";

// Packs the published packages, unpacks them, and installs them in a project outside the repository.

/** The path of each package's tarball. */
export type Tarballs = Record<PublishedPackage, string>;

/** Packs the built packages of a checkout into a folder, as `pnpm publish` would. */
export async function pack(checkout: string, into: string): Promise<Tarballs> {
  const filters = PUBLISHED.map((name) => `--filter=@connect-sdk/${name}`);
  await expectSuccess("pnpm", [...filters, "-r", "exec", "pnpm", "pack", "--pack-destination", into], {
    cwd: checkout,
  });
  const files = readdirSync(into);
  const tarball = (name: PublishedPackage): string => {
    const file = files.find((candidate) => candidate.startsWith(`connect-sdk-${name}-`));
    if (file === undefined) throw new Error(`Packing @connect-sdk/${name} left no tarball. Build it first: pnpm build`);
    return join(into, file);
  };
  return {
    api: tarball("api"),
    users: tarball("users"),
    lifecycle: tarball("lifecycle"),
    testing: tarball("testing"),
    cli: tarball("cli"),
  };
}

/** The content of a tarball. */
export interface UnpackedPackage {
  folder: string;
  /** Every file, relative to the folder, with `/` as separator. */
  files: readonly string[];
}

/** Unpacks a tarball into a folder next to it. */
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

/** Creates an npm project that depends on the tarballs of `ours` and on packages of others, and installs it. */
export async function createProject(
  folder: string,
  tarballs: Tarballs,
  options: {
    ours: readonly PublishedPackage[];
    others?: readonly string[];
    /** Packages in the version that the workspace has under another name. */
    othersAs?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const ours = Object.fromEntries(options.ours.map((name) => [`@connect-sdk/${name}`, `file:${tarballs[name]}`]));
  const names = [...(options.others ?? []).map((name) => [name, name]), ...Object.entries(options.othersAs ?? {})];
  const others = Object.fromEntries(
    names.map(([name = "", workspaceName = ""]) => [name, installedVersion(workspaceName)]),
  );
  const manifest = {
    name: "consumer",
    private: true,
    type: "module",
    dependencies: ours,
    devDependencies: others,
    // The packages also get each other from the tarballs, because this version may not be published yet.
    overrides: Object.fromEntries(PUBLISHED.map((name) => [`@connect-sdk/${name}`, `file:${tarballs[name]}`])),
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel=error"];
  await expectSuccess("npm", ["install", ...quiet], { cwd: folder, env: { NODE_ENV: undefined } });
}

/** Returns the workspace's version of a package, so that npm finds it in its cache and every run is the same. */
function installedVersion(name: string): string {
  const { version } = readObject(join(checks, "node_modules", name, "package.json"));
  if (typeof version !== "string") throw new Error(`${name} is not installed.`);
  return version;
}
