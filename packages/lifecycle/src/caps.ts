/** Caps on what a plan may take away: computed on the plan, before anything is written. */
import { InvalidArgumentError } from "@connect-sdk/users";
import type { Refusal } from "./errors.ts";

/** The most accounts that may lose something: a number, or a percentage of the accounts that the plan is about. */
export type Cap = number | `${number}%`;

/** The cap of plans that do not say. */
export const DEFAULT_CAP: Cap = "10%";

/** What is taken away, and from how many. */
export interface CapUse {
  /** Name of the option, for the fix. */
  readonly option: string;
  /** Name of the guard: `max-lock` … */
  readonly guard: string;
  /** How many lose something. */
  readonly count: number;
  /** How many there are. */
  readonly of: number;
  /** What would happen: `lock`, `demote`. */
  readonly verb: string;
}

/** Refuses a plan that takes away more than the cap allows. One account is always allowed. */
export function refuseOverCap(cap: Cap, { option, guard, count, of, verb }: CapUse): Refusal | undefined {
  const isAllowed = typeof cap === "number" ? count <= cap : count <= 1 || count * 100 <= percentOf(cap) * of + 1e-6;
  if (isAllowed) return undefined;
  const percent = of === 0 ? 100 : (count * 100) / of;
  const limit = typeof cap === "number" ? String(cap) : cap;
  return {
    guard,
    reason: `it would ${verb} ${count} of ${of} users (${percent.toFixed(1)} %), and the limit is ${limit}`,
    fix: `Check that the source is complete, then pass \`${option}: ${count}\` to allow exactly that many.`,
  };
}

/**
 * Checks a cap that a caller passed.
 *
 * @throws InvalidArgumentError unless it is a whole number from 0, or a percentage from 0 to 100.
 */
export function checkCap(option: string, cap: unknown): Cap {
  if (typeof cap === "number" && Number.isInteger(cap) && cap >= 0) return cap;
  if (isPercentage(cap) && percentOf(cap) <= 100) return cap;
  throw new InvalidArgumentError(`"${option}" is neither a number of users nor a percentage. Nothing was sent.`, {
    argument: option,
    fix: 'Pass a whole number such as 25, or a percentage such as "10%".',
  });
}

function isPercentage(cap: unknown): cap is `${number}%` {
  return typeof cap === "string" && /^\d+(\.\d+)?%$/.test(cap);
}

function percentOf(cap: `${number}%`): number {
  return Number(cap.slice(0, -1));
}
