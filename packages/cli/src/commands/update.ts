import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import { defineCommand } from "../command-line/command.ts";
import { refusal, usageError } from "../errors.ts";
import { globalFlags } from "../command-line/flags.ts";
import {
  displayName,
  USER_COLUMNS,
  userArguments,
  userFieldFlags,
  type UserFieldFlags,
  userFields,
} from "../command-line/users.ts";
import { changeFromFile, type FileFlags } from "../plan/change-from-file.ts";
import { fileFlags } from "../plan/file-flags.ts";
import { planFlags } from "../plan/plan-flags.ts";

interface Flags extends FileFlags, UserFieldFlags {
  readonly file?: string | undefined;
}

export default defineCommand<Flags, string[]>({
  description: "Changes a user's name, e-mail address or role. What is not named stays as it is.",
  examples: [
    ["update jdoe --role publisher", "Let someone publish"],
    ["update jdoe --email jo.doe@example.com --last-name Doe", "Change several fields at once"],
    ["update --file changes.csv --dry-run", "See what a CSV or NDJSON file would change; it is read as `import` does"],
  ],
  usage: "USER|--file FILE",
  parameters: {
    flags: {
      ...globalFlags,
      ...userFieldFlags,
      ...planFlags,
      ...fileFlags,
      file: {
        kind: "parsed",
        parse: String,
        optional: true,
        placeholder: "FILE|-",
        brief: "Change the users of a file, by username",
      },
    },
    positional: userArguments,
  },
  async run(flags, names, context) {
    const { file, force } = flags;
    if (file !== undefined) {
      refuseMixture(names, flags);
      return await changeFromFile(file, flags, context, { create: false, again: ["update", [], flags] });
    }
    const name = oneUser(names, flags);
    const { connect, signal } = context;
    const changes = userFields(flags);
    if (Object.keys(changes).length === 0) {
      throw usageError("Nothing to change is named.", "Add --email, --username, --first-name, --last-name or --role.");
    }
    const connection = await connect();
    const user = await connection.users.lookup(name, { signal });
    if (force !== true && changes.user_role !== undefined && isLower(changes.user_role, user.user_role)) {
      const me = await connection.me({ signal });
      if (me.guid === user.guid) throw refusal("That would lower your own role, and you could not take it back.", FIX);
    }
    await user.update(changes, { signal });
    return { kind: "record", record: user, columns: USER_COLUMNS, note: `Updated ${displayName(user)}.` };
  },
});

function refuseMixture(names: readonly string[], flags: UserFieldFlags): void {
  if (names.length === 0 && Object.keys(userFields(flags)).length === 0) return;
  throw usageError("--file says who is to change and how.", "Leave out USER and the flags for fields.");
}

function oneUser(names: readonly string[], { dryRun, report }: Flags): string {
  const [name, ...others] = names;
  if (name === undefined) throw usageError("USER is missing.", "Name one USER, or a file with --file FILE.");
  if (others.length > 0)
    throw usageError("This changes one USER at a time.", "Put several into a file, and use --file FILE.");
  if (dryRun !== true && report === undefined) return name;
  throw usageError("--dry-run and --report are for --file.", "Leave them out, or use --file FILE.");
}

const FIX = "Ask another administrator to do it, or add --force.";

function isLower(next: UserRole, current: UserRole): boolean {
  // The list goes from the most to the least powerful.
  return USER_ROLES.indexOf(next) > USER_ROLES.indexOf(current);
}
