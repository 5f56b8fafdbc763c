import { parseArgs } from "node:util";
import { subjects } from "./growth/subjects.ts";
import { rows } from "./rows/rows.ts";

/** What is to be measured, and what becomes of it. */
export interface Options {
  /** The names of rows and growth subjects; empty for all. */
  readonly only: readonly string[];
  /** Also what takes minutes. */
  readonly all: boolean;
  readonly growth: boolean;
  /** Growth up to a million users. */
  readonly million: boolean;
  readonly peers: boolean;
  readonly json: boolean;
  /** Into the README. */
  readonly write: boolean;
}

export const HELP = `pnpm bench [--only NAME]… [--all] [--growth] [--million] [--peers] [--json] [--write]

  --only NAME  one row or growth subject; may be repeated
  --all        also the rows that take minutes (clean clones)
  --growth     also how the cost grows, over 1,000 to 100,000 users
  --million    … to 1,000,000
  --peers      also the same work done by other packages, which are installed for it
  --json       the figures as JSON on standard output
  --write      the figures into the README

Names: ${[...rows, ...subjects].map(({ name }) => name).join(", ")}
`;

/** Reads the command line. Throws a `TypeError` that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: {
      only: { type: "string", multiple: true, default: [] },
      all: flag,
      growth: flag,
      million: flag,
      peers: flag,
      json: flag,
      write: flag,
    },
  });
  const names = [...rows, ...subjects].map(({ name }) => name);
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new TypeError(`There is no ${unknown}. There are ${names.join(", ")}.`);
  return { ...values, growth: values.growth || values.million };
}
