import { runNode, scriptArguments } from "../measure/child-process.ts";
import type { Row } from "../row.ts";

export const getInProcess: Row = {
  name: "get-in-process",
  what: "`users.get` through the whole stack on the in-process fake",
  floor: "one call after the other, on one core",
  budget: { at: "least", value: 8_000, unit: "/s" },
  // In a process of its own, and without collecting garbage by force between the rounds: the round after that takes a third
  // longer, once, which would say something about the benchmark only.
  measure() {
    const script = new URL("../children/get-users.ts", import.meta.url);
    // Written by our own script.
    return Promise.resolve(JSON.parse(runNode(scriptArguments(script, []))) as number[]);
  },
};
