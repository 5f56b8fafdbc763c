import { timeNode } from "../measure/child-process.ts";
import { packageFolder } from "../measure/package-folder.ts";
import { quantile } from "../measure/statistics.ts";
import { times } from "../measure/side-by-side.ts";
import type { Peer, PeerResult } from "./peer.ts";

const PROGRAMS: Readonly<Record<string, string>> = {
  "commander 14": `import { Command } from "commander";
new Command("hello").version("1.0.0").command("world").action(() => {}).parent.parse(process.argv);`,
  "yargs 17": `import yargs from "yargs";
yargs(process.argv.slice(2)).scriptName("hello").version("1.0.0").command("world", "says so", {}, () => {}).help().parse();`,
  "oclif 4": `import { run } from "@oclif/core";
await run(process.argv.slice(2), import.meta.url);`,
};

/** How long a program that does nothing takes to print its version. */
export const commandLines: Peer = {
  name: "command-lines",
  packages: ["commander@14.0.3", "yargs@17.7.2", "@oclif/core@4.8.0"],
  async compare(installed) {
    const ours = await startUp([`${packageFolder("cli")}bin/connect-users.js`, "--version"]);
    const results: PeerResult[] = [];
    for (const [peer, program] of Object.entries(PROGRAMS)) {
      const file = installed.write(`${peer.replace(" ", "-")}.mjs`, program);
      results.push({ work: "`--version`", peer, ours, theirs: await startUp([file, "--version"]), unit: "ms" });
    }
    return results;
  },
};

async function startUp(args: readonly string[]): Promise<number> {
  return quantile(await times(() => timeNode(args), { rounds: 15 }), 0.5);
}
