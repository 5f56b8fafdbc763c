import { spawn } from "node:child_process";
import { once } from "node:events";
import { current, repository } from "../measure/checkout.ts";
import { drive } from "../measure/drive.ts";
import { startFakeServer, timeNode } from "../measure/processes.ts";
import { quantile, times } from "../measure/timing.ts";
import type { Peer, PeerResult } from "./peer.ts";

const REQUESTS = 1_000;
const PORT = 47_391;

/** A mock server that only knows the OpenAPI document: it sends examples and keeps no state. */
export const prism: Peer = {
  name: "prism",
  packages: ["@stoplight/prism-cli@5.14.2"],
  async compare({ folder }) {
    const binary = `${folder}/node_modules/@stoplight/prism-cli/dist/index.js`;
    const document = `${repository}openapi/connect.yaml`;
    await using fake = await startFakeServer();
    const headers = { authorization: `Key ${fake.apiKey}`, accept: "application/json" };
    const perSecond = async (url: string, path: string): Promise<number> => {
      const found = await times(() => drive({ url, path, headers, requests: REQUESTS }), { rounds: 7 });
      return (REQUESTS / quantile(found, 0.5)) * 1000;
    };

    const start = performance.now();
    const args = ["mock", "--port", String(PORT), "--multiprocess", "false", document];
    const child = spawn(process.execPath, [binary, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(child, "close");
    try {
      await new Promise<void>((resolve, reject) => {
        child.stdout.on("data", (chunk) => {
          if (String(chunk).includes("listening")) resolve();
        });
        void ended.then(() => {
          reject(new Error("Prism ended before it listened."));
        });
      });
      const startOfPrism = performance.now() - start;
      const theirs = await perSecond(`http://127.0.0.1:${PORT}`, `/v1/users/${fake.user.guid}`);
      const ours = await perSecond(fake.url, `/__api__/v1/users/${fake.user.guid}`);

      const begin = performance.now();
      await using second = await startFakeServer();
      const startOfFake = performance.now() - begin;
      const peer = "Prism 5.14";
      return [
        { work: "GET one user over a port", peer, ours, theirs, unit: "/s" },
        {
          work: `start a server (${second.url === "" ? "failed" : "1,000 users"})`,
          peer,
          ours: startOfFake,
          theirs: startOfPrism,
          unit: "ms",
        },
      ];
    } finally {
      child.kill();
      await ended;
    }
  },
};

const PROGRAMS: Readonly<Record<string, string>> = {
  "commander 14": `import { Command } from "commander";
new Command("hello").version("1.0.0").command("world").action(() => {}).parent.parse(process.argv);`,
  "yargs 17": `import yargs from "yargs";
yargs(process.argv.slice(2)).scriptName("hello").version("1.0.0").command("world", "says so", {}, () => {}).help().parse();`,
  "oclif 4": `import { run } from "@oclif/core";
await run(process.argv.slice(2), import.meta.url);`,
};

/** The start-up time of programs that do nothing but print their version. */
export const commandLines: Peer = {
  name: "command-lines",
  packages: ["commander@14.0.3", "yargs@17.7.2", "@oclif/core@4.8.0"],
  async compare(installed) {
    const ours = await startUp([current.connectUsers, "--version"]);
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
