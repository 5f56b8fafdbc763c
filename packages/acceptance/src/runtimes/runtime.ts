import { arch, platform } from "node:process";

/** A JavaScript runtime that comes as an npm package with its binary inside. */
export interface Runtime {
  name: string;
  /** The npm package, with a version or without one for the current. */
  package: string;
  /** The binary inside the package. */
  binary: string;
  /** What goes before the script. */
  args: readonly string[];
}

/** Runtimes besides the Node that runs this; their packages are named after the machine's system and processor. */
export const RUNTIMES: readonly Runtime[] = [
  ...["22", "24", "26"].map((version) => ({
    name: "Node",
    package: `node-${platform}-${arch}@${version}`,
    binary: "bin/node",
    args: [],
  })),
  { name: "Bun", package: `@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}`, binary: "bin/bun", args: [] },
  {
    name: "Deno",
    package: `@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}`,
    binary: "deno",
    // Neither reads nor writes files: the packages need the network and, for their options, the environment.
    args: ["run", "--no-prompt", "--allow-net=127.0.0.1", "--allow-env"],
  },
];

/** The package's name without its version. */
export function packageName(runtime: Runtime): string {
  return runtime.package.replace(/(?<!^)@.*$/, "");
}
