import { createFakeConnect } from "@connect-sdk/testing";
import { times } from "../measure/side-by-side.ts";
import type { Row } from "../row.ts";

export const seedFake: Row = {
  name: "seed-fake",
  what: "seeding a fake with 100,000 users",
  floor: "`createFakeConnect({ users: 100_000 })`, ready to answer",
  budget: { at: "most", value: 1_000, unit: "ms" },
  measure: () => times(() => createFakeConnect({ users: 100_000 }), { rounds: 7, warmUps: 1 }),
};
