import { timeInCleanClone } from "../measure/clean-clone.ts";
import type { Row } from "../row.ts";

export const cleanTest: Row = {
  name: "clean-test",
  what: "`npm test` in a clean clone",
  floor: "installing included",
  budget: { at: "most", value: 240, unit: "s" },
  slow: true,
  measure: () => Promise.resolve([timeInCleanClone("test")]),
};
