import { parseArgs } from "node:util";
import { growthSubjects } from "./growth.ts";
import type { Size } from "./row.ts";
import { comparable, rows } from "./rows.ts";

/** What to measure, and what to do with the figures. */
export interface Options {
  /** Names of rows and growth subjects. Empty: all rows. */
  readonly only: readonly string[];
  /** Include rows that take minutes. */
  readonly all: boolean;
  readonly growth: boolean;
  /** Measure growth up to a million users. */
  readonly million: boolean;
  readonly peers: boolean;
  /** The folder of another checkout to compare with. */
  readonly baseline: string | undefined;
  readonly size: Size;
  readonly json: boolean;
  /** The page into which the figures are written, from the root of the repository. */
  readonly write: string | undefined;
}

const names = [...new Set([...rows, ...comparable, ...growthSubjects].map(({ name }) => name))];

export const HELP = `pnpm bench [--only NAME]… [--all] [--growth] [--million] [--peers] [--baseline DIR] [--small] [--json] [--write [PAGE]]

  --only NAME     Measure one row or growth subject (repeatable)
  --all           Include the rows that take minutes (clean clones)
  --growth        Measure how the cost grows, from 100 to 100,000 users
  --million       … to 1,000,000 users
  --peers         Do the same work with other packages, which are installed for it
  --baseline DIR  Compare with another checkout that is installed and built, side by side
  --small         Do little work per round, to see that everything runs
  --json          Print the figures as JSON
  --write [PAGE]  Write the figures into a page, by default docs/benchmarks.md

Names: ${names.join(", ")}
`;

/**
 * Reads the command line.
 *
 * @throws TypeError that says what is wrong with it.
 */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    allowPositionals: true,
    options: {
      only: { type: "string", multiple: true, default: [] },
      all: flag,
      growth: flag,
      million: flag,
      peers: flag,
      baseline: { type: "string" },
      small: flag,
      json: flag,
      write: flag,
    },
  });
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new TypeError(`Unknown name: ${unknown}. Known names: ${names.join(", ")}.`);
  const [page = "docs/benchmarks.md", ...others] = positionals;
  const unexpected = values.write ? others[0] : positionals[0];
  if (unexpected !== undefined) throw new TypeError(`Unexpected argument: ${unexpected}. Only --write takes a page.`);
  const { small, baseline, write, ...options } = values;
  return {
    ...options,
    baseline,
    size: small ? "small" : "full",
    growth: values.growth || values.million,
    write: write ? page : undefined,
  };
}
