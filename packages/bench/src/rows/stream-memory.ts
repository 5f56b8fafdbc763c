import { runNode, scriptArguments } from "../measure/child-process.ts";
import type { Row } from "../row.ts";
import { startPageServer } from "../servers/start-page-server.ts";

const USERS = 200_000;
const RUNS = 3;

/** Bytes on top of an ordinary record: what is kept must not depend on it. */
const WEIGHTS = [0, 2_000];

/**
 * With memory to spare, Node lets garbage lie about, even that of a bare `fetch` loop. Whoever needs more than this to live on
 * dies; so what is measured is what is needed.
 */
const LIMITS = ["--max-old-space-size=40", "--max-semi-space-size=4"];

export const streamMemory: Row = {
  name: "stream-memory",
  what: "`for await` over 200,000 users, light and heavy records",
  floor: "resident memory above the idle process; the heap limited to 40 MB, so that garbage does not count",
  budget: { at: "most", value: 64, unit: "MB" },
  async measure() {
    const found: number[] = [];
    for (const weight of WEIGHTS) {
      await using server = await startPageServer({ users: USERS, weight });
      for (let run = 0; run < RUNS; run++) found.push(readInChild(server.url));
    }
    // The worst run is the figure: a limit is not kept if it is kept half of the time.
    return [Math.max(...found)];
  },
};

function readInChild(url: string): number {
  const script = new URL("../children/stream-users.ts", import.meta.url);
  // Written by our own script.
  const report = JSON.parse(runNode([...LIMITS, ...scriptArguments(script, [url])])) as {
    count: number;
    resident: number;
  };
  if (report.count !== USERS) throw new Error(`${report.count} users were read instead of ${USERS}.`);
  return report.resident / 1e6;
}
