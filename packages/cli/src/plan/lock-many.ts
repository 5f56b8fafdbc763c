import type { User } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { RowsResult } from "../terminal/result.ts";
import { readInput } from "../rows/read-input.ts";
import { type NamedLine, readNames } from "../rows/read-names.ts";
import { commandLine } from "./command-line.ts";
import { openPlan } from "./open-plan.ts";
import { type PlanFlags, requireConsent } from "./plan-flags.ts";
import { planLock } from "./plan-lock.ts";
import type { Entry, InvalidVerdict } from "./plan.ts";
import { resolveUsers } from "./resolve-users.ts";
import { runPlan } from "./run-plan.ts";
import { countOf } from "./summary.ts";

/** Flags of `lock` and `unlock`. */
export interface LockFlags extends GlobalFlags, PlanFlags {
  readonly file?: string | undefined;
}

/** Locks or unlocks the users that are named on the command line and in a file. */
export async function lockMany(
  names: readonly string[],
  locked: boolean,
  flags: LockFlags,
  context: Context,
): Promise<RowsResult> {
  requireConsent(flags, context.ask);
  const lines: Partial<NamedLine>[] = names.map((name) => ({ name }));
  if (flags.file !== undefined) lines.push(...readNames(await readInput(flags.file, flags, context), flags.file));

  const { users, ownGuid } = await openPlan(context);
  const found = await resolveUsers(
    lines.map(({ name = "" }) => name),
    users,
    context,
  );
  const entries = planEach(lines, found, locked);
  const again = commandLine(locked ? "lock" : "unlock", names, flags);
  return await runPlan({ source: countOf(entries.length, "user"), entries }, { flags, context, users, ownGuid, again });
}

/** One entry for each user, however often and under whichever names they are there. */
function planEach(
  lines: readonly Partial<NamedLine>[],
  found: ReadonlyMap<string, User | InvalidVerdict>,
  locked: boolean,
): Entry[] {
  const seen = new Set<string>();
  return lines.flatMap(({ line, name = "" }) => {
    const user = found.get(name);
    if (user === undefined) return [];
    if ("status" in user) {
      return [{ line, username: name, action: locked ? "lock" : "unlock", changes: [], verdict: user }];
    }
    if (seen.has(user.guid)) return [];
    seen.add(user.guid);
    return [planLock(user, locked, line)];
  });
}
