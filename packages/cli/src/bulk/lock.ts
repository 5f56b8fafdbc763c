import { normalizeGuid } from "@connect-sdk/api/internal";
import type { User } from "@connect-sdk/users";
import { displayName, USER_COLUMNS } from "../command-line/users.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import { decideLock } from "../plan/decide.ts";
import { resolveUsers } from "../plan/find-users.ts";
import type { Change, InvalidDecision } from "../plan/plan.ts";
import type { RecordResult, RowsResult } from "../terminal/result.ts";
import { commandLine, readInput, requireConfirmation, type PlanFlags } from "./flags.ts";
import { openPlan, runPlan } from "./run.ts";
import { countOf } from "./show.ts";

/** Flags of `lock` and `unlock`. */
export interface LockFlags extends GlobalFlags, PlanFlags {
  readonly file?: string | undefined;
}

/** Locks or unlocks users. One user is changed directly; several users, a file or a plan flag take a plan. */
export async function setLocked(
  locked: boolean,
  names: readonly string[],
  flags: LockFlags,
  context: Context,
): Promise<RecordResult | RowsResult> {
  const { file, dryRun, report } = flags;
  const [name, ...others] = names;
  if (name === undefined && file === undefined) {
    throw usageError("USER is missing.", "Name one or more users, or a file with --file FILE.");
  }
  const needsPlan = others.length > 0 || file !== undefined || dryRun === true || report !== undefined;
  return name === undefined || needsPlan
    ? await lockMany(locked, names, flags, context)
    : await lockOne(locked, name, flags, context);
}

async function lockOne(
  locked: boolean,
  name: string,
  { force }: LockFlags,
  { connect, signal }: Context,
): Promise<RecordResult> {
  const { users } = await connect();
  const user = await users.lookup(name, { signal });
  const unchanged = user.locked === locked;
  if (!unchanged) await (locked ? user.lock({ force, signal }) : user.unlock({ signal }));
  const who = displayName(user);
  const note = unchanged
    ? `${who} was ${locked ? "already" : "not"} locked.`
    : `${locked ? "Locked" : "Unlocked"} ${who}.`;
  return { kind: "record", record: user, columns: USER_COLUMNS, note };
}

async function lockMany(
  locked: boolean,
  names: readonly string[],
  flags: LockFlags,
  context: Context,
): Promise<RowsResult> {
  requireConfirmation(flags, context);
  const lines: UserLine[] = names.map((name) => ({ name }));
  if (flags.file !== undefined) lines.push(...(await readUserLines(flags.file, flags, context)));

  const { users, ownGuid } = await openPlan(context);
  const found = await resolveUsers(
    lines.map(({ name }) => name),
    users,
    context,
  );
  const changes = decideEach(lines, found, locked);
  const resume = commandLine(locked ? "lock" : "unlock", names, flags);
  return await runPlan(
    { source: countOf(changes.length, "user"), changes },
    { flags, context, users, ownGuid, resume },
  );
}

interface UserLine {
  /** Line of the file. */
  readonly line?: number;
  readonly name: string;
}

/** Reads a file with one user per line. Blank lines and lines that start with `#` are skipped. */
async function readUserLines(file: string, flags: LockFlags, context: Context): Promise<UserLine[]> {
  const { decodeUtf8 } = await import("../import-file/decode-utf8.ts");
  const shown = file === "-" ? "Standard input" : file;
  const lines = decodeUtf8(await readInput(file, flags, context), shown)
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ line: at + 1, name: text.trim() }))
    .filter(({ name }) => name !== "" && !name.startsWith("#"));
  if (lines.length > 0) return lines;
  throw usageError(`${shown} contains no users.`, "Put one guid, username or e-mail address on each line.");
}

/** Returns one change per user, even if a user is named more than once. */
function decideEach(
  lines: readonly UserLine[],
  found: ReadonlyMap<string, User | InvalidDecision>,
  locked: boolean,
): Change[] {
  const seen = new Set<string>();
  return lines.flatMap(({ line, name }): Change[] => {
    const user = found.get(name);
    if (user === undefined) return [];
    if ("status" in user) {
      return [{ line, username: name, action: locked ? "lock" : "unlock", fields: [], decision: user }];
    }
    const guid = normalizeGuid(user.guid);
    if (seen.has(guid)) return [];
    seen.add(guid);
    return [decideLock(user, locked, line)];
  });
}
