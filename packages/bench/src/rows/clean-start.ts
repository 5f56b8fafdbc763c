import { timeInCleanClone } from "../measure/clean-clone.ts";
import type { Row } from "../row.ts";

export const cleanStart: Row = {
  name: "clean-start",
  what: "`npm start` in a clean clone",
  floor: "installing included",
  budget: { at: "most", value: 90, unit: "s" },
  slow: true,
  measure: () => Promise.resolve([timeInCleanClone("start")]),
};
