import { defineCommand } from "../command.ts";
import { commonFlags, type CommonFlags } from "../flags/common.ts";
import { userArguments } from "../flags/user-argument.ts";
import { displayName } from "./display-name.ts";
import { onlyUser } from "./only-user.ts";
import { USER_COLUMNS } from "./user-columns.ts";

interface Flags extends CommonFlags {
  readonly force?: boolean | undefined;
}

export default defineCommand<Flags, string[]>({
  description:
    "Locks a user: they cannot sign in, their keys stop working and their seat is free. Content and groups stay as they are.",
  examples: [
    ["lock jdoe", "Lock someone who has left"],
    ["lock jo@example.com", "The same, by e-mail address"],
  ],
  usage: "USER",
  parameters: {
    flags: {
      ...commonFlags,
      force: { kind: "boolean", optional: true, withNegated: false, brief: "Lock even your own account" },
    },
    positional: userArguments,
  },
  async run({ force = false }, names, { connect, signal }) {
    const { users } = await connect();
    const user = await users.lookup(onlyUser(names), { signal });
    const before = user.locked;
    if (!before) await user.lock({ force, signal });
    const note = before ? `${displayName(user)} was locked already.` : `Locked ${displayName(user)}.`;
    return { kind: "record", record: user, columns: USER_COLUMNS, note };
  },
});
