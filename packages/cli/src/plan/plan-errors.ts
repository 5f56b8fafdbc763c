import { CliError, type ErrorDescription, usageError } from "../errors.ts";
import { countStatuses, type Settled } from "./outcome.ts";
import { describeComplaint } from "./plan-table.ts";
import type { Plan } from "./plan.ts";
import { countOf } from "./summary.ts";

/** How a run ended, besides its rows. */
export interface Ending {
  /** The command line that goes on. */
  readonly again: string;
  readonly interrupted?: boolean | undefined;
  /** Why the rest was not attempted. */
  readonly stopped?: ErrorDescription | undefined;
}

/** What to report after the rows; `undefined` when all went well. */
export function badNews(
  settled: readonly Settled[],
  { again, interrupted = false, stopped }: Ending,
): CliError | undefined {
  const counts = countStatuses(settled);
  const count = (status: Parameters<typeof counts.get>[0]): number => counts.get(status) ?? 0;
  const left = count("not attempted");
  const goOn = `Run it again to go on; what is done already is left alone: ${again}`;
  const missing = `${countOf(count("done"), "user")} done, ${left.toLocaleString("en-US")} not attempted.`;

  if (stopped !== undefined) {
    const kind = stopped.kind === "authentication" || stopped.kind === "permission" ? stopped.kind : "partial";
    return new CliError(kind, `${stopped.message} Stopped there: ${missing}`, kind === "partial" ? goOn : stopped.fix);
  }
  if (interrupted && left > 0) return new CliError("partial", `Interrupted: ${missing}`, goOn);
  const failed = count("failed") + count("invalid");
  if (failed > 0) {
    return new CliError(
      "partial",
      `${countOf(failed, "row")} of ${settled.length.toLocaleString("en-US")} failed.`,
      `See what each row says. ${goOn}`,
    );
  }
  if (count("refused") > 0) {
    return new CliError("refused", `${countOf(count("refused"), "row")} refused.`, firstFix(settled));
  }
  return undefined;
}

/** Why nothing was sent. */
export function invalidRows({ source, entries }: Plan, invalid: readonly Settled[]): CliError {
  const [first] = invalid;
  const example = first === undefined ? "" : ` The first: ${describeInvalid(first)}`;
  const message = `${source}: ${countOf(invalid.length, "row")} of ${entries.length.toLocaleString("en-US")} cannot be used, so nothing was sent.${example}`;
  const fix = "Correct them, or add --skip-invalid to do the others.";
  const kinds = new Set(
    invalid.map(({ entry: { verdict } }) => (verdict.status === "invalid" ? verdict.kind : undefined)),
  );
  const [kind, ...others] = kinds;
  return kind === undefined || others.length > 0 ? usageError(message, fix) : new CliError(kind, message, fix);
}

function describeInvalid(settled: Settled): string {
  const { line } = settled.entry;
  return `${line === undefined ? "" : `line ${line}, `}${describeComplaint(settled) ?? ""}`;
}

function firstFix(settled: readonly Settled[]): string {
  for (const { entry } of settled) if (entry.verdict.status === "refused") return entry.verdict.fix;
  return "";
}
