import { openFake, queries } from "../measure/fake-queries.ts";
import type { Subject } from "./curve.ts";

const TURNS = 200;

/** One subject for each kind of query to the fake. A page has at most 500 rows, however many users there are. */
export const queryGrowth: readonly Subject[] = Object.entries(queries).map(([kind, query]) => ({
  name: `query-growth-${kind.replace(" ", "-")}`,
  what: `the fake, ${TURNS} queries: ${kind}`,
  prepare: (size) => {
    const { fake, ask } = openFake(size);
    return Promise.resolve({
      async run() {
        for (let turn = 0; turn < TURNS; turn++) await ask(query(turn, fake));
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    });
  },
}));
