import { isSameGuid } from "@connect-sdk/api/internal";
import { duplicateFlags, fileFlags, planFlags } from "../bulk/flags.ts";
import { changeFromFile, type FileFlags } from "../bulk/from-file.ts";
import { defineCommand } from "../command-line/command.ts";
import { refusal, usageError } from "../errors.ts";
import { globalFlags } from "../command-line/flags.ts";
import {
  userArguments,
  userFieldFlags,
  userFields,
  type UserFieldFlags,
  displayName,
  USER_COLUMNS,
} from "../command-line/users.ts";
import { isLowerRole } from "@connect-sdk/lifecycle";

interface Flags extends FileFlags, UserFieldFlags {
  readonly file?: string | undefined;
}

export default defineCommand<Flags, string[]>({
  description:
    "Changes a user's name, e-mail address or role. Other fields stay as they are. With --file, changes many users by a plan.",
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
    const differing = Object.entries(changes).filter(([field, value]) => Reflect.get(user, field) !== value);
    if (differing.length === 0) {
      const values = Object.entries(changes).map(describeValue);
      const note = `Nothing to change: ${displayName(user)} already has ${values.join(", ")}.`;
      return { kind: "record", record: user, columns: USER_COLUMNS, note };
    }
    await user.update(changes, { signal });
    return { kind: "record", record: user, columns: USER_COLUMNS, note: `Updated ${displayName(user)}.` };
  },
});

function describeValue([field, value]: [string, unknown]): string {
  return `${field === "user_role" ? "the role" : field.replaceAll("_", " ")} ${String(value)}`;
}

function requireFileOnly(names: readonly string[], flags: UserFieldFlags): void {
  if (names.length === 0 && Object.keys(userFields(flags)).length === 0) return;
  throw usageError("--file cannot be combined with USER or field flags.", "Put all changes into the file.");
}

function oneUser(names: readonly string[], { dryRun, report }: Flags): string {
  const [name, ...others] = names;
  if (name === undefined) throw usageError("USER is missing.", "Name one user, or a file with --file FILE.");
  if (others.length > 0)
    throw usageError("Only one USER can be changed at a time.", "Put several users into a file and use --file FILE.");
  if (dryRun !== true && report === undefined) return name;
  throw usageError("--dry-run and --report require --file.", "Remove them, or use --file FILE.");
}

const FIX = "Ask another administrator to do it, or add --force.";
