import type { FlagParametersForType } from "@stricli/core";
import type { Questions } from "../terminal/questions.ts";
import { usageError } from "../errors.ts";
import { positiveInteger } from "../command-line/flags.ts";

/** Flags of every command that changes more than one user. */
export interface PlanFlags {
  readonly dryRun?: boolean | undefined;
  readonly yes?: boolean | undefined;
  readonly report?: string | undefined;
  readonly concurrency?: number | undefined;
  readonly force?: boolean | undefined;
  readonly skipInvalid?: boolean | undefined;
}

export const planFlags: FlagParametersForType<PlanFlags> = {
  dryRun: { kind: "boolean", optional: true, withNegated: false, brief: "Print the plan and change nothing" },
  yes: { kind: "boolean", optional: true, withNegated: false, brief: "Do not ask; needed where nobody can answer" },
  report: {
    kind: "parsed",
    parse: readReportName,
    optional: true,
    placeholder: "FILE",
    brief: "Write what became of each row to a CSV file",
  },
  skipInvalid: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Leave out rows that make no sense, and do the others",
  },
  force: { kind: "boolean", optional: true, withNegated: false, brief: "Allow locking or demoting your own account" },
  concurrency: {
    kind: "parsed",
    parse: readConcurrency,
    optional: true,
    placeholder: "N",
    brief: "How many users to change at a time (6)",
  },
};

/** Ends a script that could not be asked before it sends anything. */
export function requireConsent({ dryRun, yes }: PlanFlags, { possible }: Questions): void {
  if (dryRun === true || yes === true || possible) return;
  throw usageError(
    "This may change many users, and nobody is at a terminal to agree.",
    "Look at the plan with --dry-run, then add --yes.",
  );
}

function readReportName(text: string): string {
  if (text !== "-" && text !== "") return text;
  throw new Error("The report needs a file. To print the rows, use --csv.");
}

function readConcurrency(text: string): number {
  const number = positiveInteger(text);
  if (number <= 64) return number;
  throw new Error(`\`${text}\` is too much for a server; 64 is the most.`);
}
