import { parseArgs } from "node:util";
import { type AreaName, AREAS } from "./sources.ts";

/** What to mutate, and for how long. */
export interface MutantOptions {
  readonly areas: readonly AreaName[];
  /** The number of mutations per area. */
  readonly size: number;
  readonly seed: number;
  /** The time after which no further mutation is tried. */
  readonly minutes: number;
  /** Parts of names: only mutations whose name has one of them are made. All, if there is none. */
  readonly match: readonly string[];
  /** Seconds: leaves out test files that take longer, except for those named like the source file. This can only kill fewer. */
  readonly slowest: number;
  /** Whether to leave out the tests of other packages. The same holds. */
  readonly ownTests: boolean;
  /** Whether the run passes once mutations were tried, whatever was killed: a small sample proves too little. */
  readonly onlyReports: boolean;
}

/**
 * Reads the command line: `--area NAME`…, `--sample N`, `--seed N`, `--minutes N`, `--match TEXT`…,
 * `--slowest SECONDS`, `--own-tests`, `--only-report`. Without a sample, tries all.
 *
 * @throws TypeError if an option is unknown or wrong.
 */
export function readMutantOptions(args: readonly string[]): MutantOptions {
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: {
      area: { type: "string", multiple: true, default: [] },
      sample: { type: "string", default: "Infinity" },
      seed: { type: "string", default: String(Date.now() % 2 ** 31) },
      minutes: { type: "string", default: "Infinity" },
      match: { type: "string", multiple: true, default: [] },
      slowest: { type: "string", default: "Infinity" },
      "own-tests": { type: "boolean", default: false },
      "only-report": { type: "boolean", default: false },
    },
  });
  const names = AREAS.map(({ name }) => name);
  const unknown = values.area.find((each) => names.every((name) => name !== each));
  if (unknown !== undefined) throw new TypeError(`Unknown area: ${unknown}. Known areas: ${names.join(", ")}.`);
  const [size, seed, minutes] = [Number(values.sample), Number(values.seed), Number(values.minutes)];
  const slowest = Number(values.slowest);
  if (!(size > 0) || !(minutes > 0) || !(slowest > 0) || !Number.isInteger(seed)) {
    throw new TypeError("--sample, --minutes and --slowest need a number above 0, and --seed an integer.");
  }
  const areas = values.area.length === 0 ? names : names.filter((name) => values.area.includes(name));
  const { match, "own-tests": ownTests, "only-report": onlyReports } = values;
  return { areas, size, seed, minutes, match, slowest, ownTests, onlyReports };
}
