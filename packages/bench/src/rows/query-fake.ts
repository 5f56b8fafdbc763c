import type { FakeConnect } from "@connect-sdk/testing";
import { collectGarbage } from "../measure/collect-garbage.ts";
import { type Ask, openFake, queries, type Query } from "../measure/fake-queries.ts";
import { quantile } from "../measure/statistics.ts";
import type { Row } from "../row.ts";

const ROUNDS = 5;
const WARM_UPS = 60;
const TURNS = 400;

export const queryFake: Row = {
  name: "query-fake",
  what: "any page, prefix or filter of 100,000 users on the fake",
  floor: "99 of 100 queries of the slowest kind, 500 rows each",
  budget: { at: "most", value: 5, unit: "ms" },
  async measure() {
    const { fake, ask } = openFake(100_000);
    const worst: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const figures: number[] = [];
      for (const query of Object.values(queries)) figures.push(await measureKind(query, fake, ask));
      worst.push(Math.max(...figures));
    }
    return worst;
  },
};

/** The time within which 99 of 100 queries of a kind are answered. */
async function measureKind(query: Query, fake: FakeConnect, ask: Ask): Promise<number> {
  const found: number[] = [];
  collectGarbage();
  for (let turn = -WARM_UPS; turn < TURNS; turn++) {
    const text = query(Math.abs(turn), fake);
    const start = performance.now();
    await ask(text);
    if (turn >= 0) found.push(performance.now() - start);
  }
  return quantile(found, 0.99);
}
