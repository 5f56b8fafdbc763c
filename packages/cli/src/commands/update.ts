import { USER_ROLES, type UserRole } from "@connect-sdk/api";
import { defineCommand } from "../command.ts";
import { refusal, usageError } from "../errors/cli-error.ts";
import { commonFlags, type CommonFlags } from "../flags/common.ts";
import { userArgument } from "../flags/user-argument.ts";
import { userFieldFlags, userFields, type UserFieldFlags } from "../flags/user-fields.ts";
import { displayName } from "./display-name.ts";
import { USER_COLUMNS } from "./user-columns.ts";

interface Flags extends CommonFlags, UserFieldFlags {
  readonly force?: boolean | undefined;
}

export default defineCommand<Flags, [string]>({
  description: "Changes a user's name, e-mail address or role. What is not named stays as it is.",
  examples: [
    ["update jdoe --role publisher", "Let someone publish"],
    ["update jdoe --email jo.doe@example.com --last-name Doe", "Change several fields at once"],
  ],
  usage: "USER",
  parameters: {
    flags: {
      ...commonFlags,
      ...userFieldFlags,
      force: { kind: "boolean", optional: true, withNegated: false, brief: "Lower even your own role" },
    },
    positional: userArgument,
  },
  async run({ force, ...flags }, [name], { connect, signal }) {
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

const FIX = "Ask another administrator to do it, or add --force.";

function isLower(next: UserRole, current: UserRole): boolean {
  // The list goes from the most to the least powerful.
  return USER_ROLES.indexOf(next) > USER_ROLES.indexOf(current);
}
