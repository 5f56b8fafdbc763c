import { spawn } from "node:child_process";
import { once } from "node:events";
import { drive } from "../measure/drive.ts";
import { startServer } from "../measure/child-process.ts";
import { quantile } from "../measure/statistics.ts";
import { times } from "../measure/side-by-side.ts";
import { repository } from "../measure/clean-clone.ts";
import type { Peer } from "./peer.ts";

const REQUESTS = 1_000;
const PORT = 47_391;

/** A server made of the OpenAPI document alone: it answers with examples and keeps no state. */
export const prism: Peer = {
  name: "prism",
  packages: ["@stoplight/prism-cli@5.14.2"],
  async compare({ folder }) {
    const binary = `${folder}/node_modules/@stoplight/prism-cli/dist/index.js`;
    const document = `${repository}openapi/connect.yaml`;
    await using fake = await startServer(new URL("../servers/fake-server.ts", import.meta.url), []);
    // Written by our own script.
    const { url, apiKey, user } = JSON.parse(fake.line) as { url: string; apiKey: string; user: { guid: string } };
    const headers = { authorization: `Key ${apiKey}`, accept: "application/json" };
    const start = performance.now();
    const child = spawn(
      process.execPath,
      [binary, "mock", "--port", String(PORT), "--multiprocess", "false", document],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
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
      const ready = performance.now() - start;
      const perSecond = async (base: string, path: string): Promise<number> => {
        const found = await times(() => drive({ url: base, path, headers, requests: REQUESTS }), {
          rounds: 7,
          warmUps: 2,
        });
        return (REQUESTS / quantile(found, 0.5)) * 1000;
      };
      const theirs = await perSecond(`http://127.0.0.1:${PORT}`, `/v1/users/${user.guid}`);
      const ours = await perSecond(url, `/__api__/v1/users/${user.guid}`);
      const begin = performance.now();
      await using second = await startServer(new URL("../servers/fake-server.ts", import.meta.url), []);
      const readyHere = performance.now() - begin;
      return [
        { work: "GET one user over a port", peer: "Prism 5.14", ours, theirs, unit: "/s" },
        {
          work: `from nothing to a server (${second.line === "" ? "failed" : "1,000 users"})`,
          peer: "Prism 5.14",
          ours: readyHere,
          theirs: ready,
          unit: "ms",
        },
      ];
    } finally {
      child.kill();
      await ended;
    }
  },
};
