/* `lock` and `unlock`: one user directly; several users, a file or a plan flag by a plan. */
import { type LockRow, planLock } from "@connect-sdk/lifecycle";
import type { Users } from "@connect-sdk/users";
import {
  type ListFlags,
  type PlanFlags,
  commandLine,
  listFlags,
  planFlags,
  readInput,
  requireConfirmation,
} from "../bulk/flags.ts";
import { openPlan, runPlan } from "../bulk/run.ts";
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags } from "../command-line/flags.ts";
import { USER_COLUMNS, displayName, userArguments } from "../command-line/users.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import type { RecordResult, RowsResult } from "../terminal/result.ts";

export const lockCommand = defineCommand<LockFlags, string[]>({
  description:
    "Locks users: they cannot sign in, their API keys stop working and their seats become free. Their content and groups stay. " +
    "For more than one user it shows the plan first.",
  examples: [
    ["lock jdoe", "Lock someone who has left"],
    ["lock jo@example.com", "The same, by e-mail address"],
    ["lock jdoe amara lin", "Lock several users after a confirmation"],
    ["lock --file left.txt --yes --report report.csv", "Lock the users in a file, one per line, from a script"],
    ["lock --file hr.csv --map E-Mail=email --ignore Left", "Lock the users of a spreadsheet"],
  ],
  usage: "USER…|--file FILE",
  parameters: { flags: { ...globalFlags, ...planFlags, ...listFlags }, positional: userArguments },
  run: (flags, names, context) => setLocked(true, names, flags, context),
});

export const unlockCommand = defineCommand<LockFlags, string[]>({
  description:
    "Unlocks users, so that they can sign in again. The server refuses if the license has no free seat. For more than one user " +
    "it shows the plan first.",
  examples: [
    ["unlock jdoe", "Let someone sign in again"],
    ["unlock --file back.txt --dry-run", "See which users in a file, one per line, would be unlocked"],
  ],
  usage: "USER…|--file FILE",
  parameters: { flags: { ...globalFlags, ...planFlags, ...listFlags }, positional: userArguments },
  run: (flags, names, context) => setLocked(false, names, flags, context),
});

/** Flags of `lock` and `unlock`. */
interface LockFlags extends GlobalFlags, PlanFlags, ListFlags {}

/** Locks or unlocks users. One user is changed directly; several users, a file or a plan flag take a plan. */
async function setLocked(
  locked: boolean,
  names: readonly string[],
  flags: LockFlags,
  context: Context,
): Promise<RecordResult | RowsResult> {
  const { file, dryRun, planOut, report } = flags;
  const [name, ...others] = names;
  if (name === undefined && file === undefined) {
    throw usageError("USER is missing.", "Name one or more users, or a file with --file FILE.");
  }
  const needsPlan =
    others.length > 0 || file !== undefined || dryRun === true || planOut !== undefined || report !== undefined;
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
  const list = flags.file === undefined ? undefined : await readUserLines(flags.file, flags, context);
  const { force } = flags;
  const { signal } = context;
  const action = locked ? "lock" : "unlock";
  const session = await openPlan(context);
  const problems = list?.problems ?? [];
  const createPlan = async () => {
    const { connection } = session;
    const matched = (await list?.match(connection.users)) ?? [];
    const rows = matched.flatMap(({ name, line, user }): LockRow[] =>
      user === undefined ? [] : [{ user, name, ...(line !== undefined && { line }) }],
    );
    const users = [...names, ...rows];
    return await planLock(connection, users, { locked, problems, signal, ...(force === true && { force }) });
  };
  return await runPlan(createPlan, {
    ...session,
    flags,
    context,
    command: action,
    resume: commandLine(action, names, flags),
  });
}

/** Reads a list of users. Returns how to find them, which is only loaded for a file. */
async function readUserLines(file: string, flags: LockFlags, context: Context) {
  const [{ readUserList }, { matchList }] = await Promise.all([
    import("../import-file/import-file.ts"),
    import("../import-file/match.ts"),
  ]);
  const list = readUserList(await readInput(file, flags, context), { ...flags, name: file });
  if (flags.json !== true) {
    if (list.ignored.length > 0) context.note(`Only users are read. Ignored columns: ${list.ignored.join(", ")}.`);
    list.notes.forEach(context.note);
  }
  return { problems: list.problems, match: (users: Users) => matchList(list.rows, users, context) };
}
