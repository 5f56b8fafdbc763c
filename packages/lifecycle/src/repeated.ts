/** Detects changes of an earlier run that something else has reverted. */
import { normalizeGuid } from "@connect-sdk/api/internal";
import { PlanStep } from "./step.ts";

/** A change from the report of an earlier run. */
export interface MadeChange {
  /** `create`, `update`, `lock`, `unlock`, `promote`, `demote`; others cannot be taken back here. */
  readonly action: string;
  readonly guid: string;
  /** For messages. */
  readonly username: string;
  /** Fields with their values before and after. */
  readonly fields: Readonly<Partial<Record<UndoneField, { readonly from: string; readonly to: string }>>>;
}

/** A field of an account that can be set back. */
export type UndoneField = "email" | "first_name" | "last_name" | "user_role" | "locked";

/**
 * Marks steps that make a change again that an earlier run has made. Something else changes it back: the sign-in provider, its
 * provisioning, a role mapping, or another program.
 *
 * @param earlier - the changes of earlier runs, oldest first, as their report has them.
 */
export function markRepeated(
  steps: readonly PlanStep[],
  earlier: Iterable<MadeChange>,
): { readonly steps: readonly PlanStep[]; readonly notes: readonly string[] } {
  // The last value of each field, and how many runs in a row have set it.
  const made = new Map<string, { readonly to: string; readonly count: number }>();
  for (const { guid, fields } of earlier) {
    for (const [field, { to }] of Object.entries(fields)) {
      const last = made.get(keyOf(guid, field));
      made.set(keyOf(guid, field), { to, count: last?.to === to ? last.count + 1 : 1 });
    }
  }
  if (made.size === 0) return { steps, notes: [] };
  let repeated = 0;
  const marked = steps.map((step) => {
    const { guid, values } = step.state === "planned" ? (PlanStep.accountOf(step) ?? {}) : {};
    if (guid === undefined) return step;
    const again = Object.entries(values ?? {}).flatMap(([field, value]) => {
      const last = made.get(keyOf(guid, field));
      if (value === undefined || last?.to !== String(value)) return [];
      return [`${field} was set to ${value === "" ? "empty" : value} ${times(last.count)} before`];
    });
    if (again.length === 0) return step;
    repeated++;
    return PlanStep.withRisk(step, `${again.join(", ")}, and was changed back`);
  });
  if (repeated === 0) return { steps, notes: [] };
  const note = `${repeated} ${repeated === 1 ? "change was" : "changes were"} made by an earlier run and changed back since: something else owns ${repeated === 1 ? "this account" : "these accounts"}, such as the sign-in provider, its provisioning or a role mapping. Make the change there, or remove it from the source.`;
  return { steps: marked, notes: [note] };
}

function keyOf(guid: string, field: string): string {
  return `${normalizeGuid(guid)} ${field}`;
}

function times(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}
