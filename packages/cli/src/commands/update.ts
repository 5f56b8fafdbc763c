import { isSameGuid } from "@connect-sdk/api/internal";
import type { User, Users } from "@connect-sdk/users";
import { foldUsername, isLowerRole, readAccounts } from "@connect-sdk/lifecycle";
import { duplicateFlags, fileFlags, planFlags } from "../bulk/flags.ts";
import { changeFromFile, type FileFlags } from "./import.ts";
import { defineCommand } from "../command-line/command.ts";
import { CliError, refusal, usageError } from "../errors.ts";
import { globalFlags } from "../command-line/flags.ts";
import {
  userArguments,
  userFieldFlags,
  userFields,
  type UserFieldFlags,
  type UserFields,
  displayName,
  USER_COLUMNS,
} from "../command-line/users.ts";
import type { Context } from "../context.ts";
import { fieldOf } from "../terminal/result.ts";

interface Flags extends FileFlags, UserFieldFlags {
  readonly file?: string | undefined;
}

export default defineCommand<Flags, string[]>({
  description:
    "Changes a user's name, e-mail address or role. Other fields stay as they are. A new username that looks like another one, or the " +
    "e-mail address of another user, is refused. With --file, changes many users by a plan.",
  examples: [
    ["update jdoe --role publisher", "Let someone publish"],
    ["update jdoe --email jo.doe@example.com --last-name Doe", "Change several fields at once"],
    ["update --file changes.csv --dry-run", "See what a CSV or NDJSON file would change (format as for `import`)"],
  ],
  usage: "USER|--file FILE",
  parameters: {
    flags: {
      ...globalFlags,
      ...userFieldFlags,
      ...planFlags,
      ...fileFlags,
      ...duplicateFlags,
      file: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE|-",
        brief: "Change the users in a file, matched by guid, username or e-mail address",
      },
    },
    positional: userArguments,
  },
  async run(flags, names, context) {
    const { file, force } = flags;
    if (file !== undefined) {
      requireFileOnly(names, flags);
      return await changeFromFile(file, flags, context, { create: false, command: ["update", [], flags] });
    }
    const name = oneUser(names, flags);
    const { connect, signal } = context;
    const changes = userFields(flags);
    if (Object.keys(changes).length === 0) {
      throw usageError("Nothing to change.", "Add --email, --username, --first-name, --last-name or --role.");
    }
    const connection = await connect();
    const user = await connection.users.lookup(name, { signal });
    if (force !== true && changes.user_role !== undefined && isLowerRole(changes.user_role, user.user_role)) {
      const me = await connection.me({ signal });
      if (isSameGuid(me.guid, user.guid))
        throw refusal("This would lower your own role, and you could not undo it.", FIX);
    }
    const isUpToDate = Object.entries(changes).every(([field, value]) => fieldOf(user, field) === value);
    if (!isUpToDate && flags.allowDuplicates !== true) await refuseDuplicate(user, changes, connection.users, context);
    if (!isUpToDate) await user.update(changes, { signal });
    const note = isUpToDate ? describeUpToDate(user, changes) : `Updated ${displayName(user)}.`;
    return { kind: "record", record: user, columns: USER_COLUMNS, note };
  },
});

/**
 * Refuses what `create` refuses: people take look-alikes for each other, and a shared address finds neither of its users. Reads all
 * users, unless the name and the address stay as they were but for their case.
 */
async function refuseDuplicate(user: User, changes: UserFields, users: Users, context: Context): Promise<void> {
  const { guid } = user;
  const { username = user.username, email = "" } = changes;
  const isRenamed = foldUsername(username) !== foldUsername(user.username);
  const isReaddressed = email !== "" && email.toLowerCase() !== user.email.toLowerCase();
  if (!isRenamed && !isReaddressed) return;
  const wanted = { ...(isRenamed && { username }), ...(isReaddressed && { email }) };
  const accounts = await readAccounts(users, [wanted], context);
  if (isRenamed && accounts.withUsername(username) !== undefined) {
    throw new CliError("conflict", `There is already a user \`${username}\`.`, "Choose another username.");
  }
  const found = accounts.lookAlikes.find({ username, email: wanted.email, guid, isRenamed });
  if (found.length === 0) return;
  throw refusal(
    `With this change, \`${username}\` ${found.join(", and ")}.`,
    "Correct it, or add --allow-duplicates if these are different people.",
  );
}

/** Says why nothing was sent. */
function describeUpToDate(user: User, changes: UserFields): string {
  const isRoleOnly = Object.keys(changes).join() === "user_role";
  if (!isRoleOnly) return `${displayName(user)} had these values already.`;
  return `${displayName(user)} was ${user.user_role === "administrator" ? "an" : "a"} ${user.user_role} already.`;
}

function requireFileOnly(names: readonly string[], flags: UserFieldFlags): void {
  if (names.length === 0 && Object.keys(userFields(flags)).length === 0) return;
  throw usageError("--file cannot be combined with USER or field flags.", "Put all changes into the file.");
}

function oneUser(names: readonly string[], { dryRun, planOut, report }: Flags): string {
  const [name, ...others] = names;
  if (name === undefined) throw usageError("USER is missing.", "Name one user, or a file with --file FILE.");
  if (others.length > 0)
    throw usageError("Only one USER can be changed at a time.", "Put several users into a file and use --file FILE.");
  if (dryRun !== true && planOut === undefined && report === undefined) return name;
  throw usageError("--dry-run and --report require --file.", "Remove them, or use --file FILE.");
}

const FIX = "Ask another administrator to do it, or add --force.";
