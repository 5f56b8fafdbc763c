import { defineCommand } from "../command.ts";
import { commonFlags, type CommonFlags } from "../flags/common.ts";
import { userArguments } from "../flags/user-argument.ts";
import { displayName } from "./display-name.ts";
import { onlyUser } from "./only-user.ts";
import { USER_COLUMNS } from "./user-columns.ts";

export default defineCommand<CommonFlags, string[]>({
  description: "Lets a locked user in again. The server refuses when the licence has no seat left.",
  examples: [["unlock jdoe", "Let someone back in"]],
  usage: "USER",
  parameters: { flags: commonFlags, positional: userArguments },
  async run(_flags, names, { connect, signal }) {
    const { users } = await connect();
    const user = await users.lookup(onlyUser(names), { signal });
    const before = user.locked;
    if (before) await user.unlock({ signal });
    const note = before ? `Unlocked ${displayName(user)}.` : `${displayName(user)} was not locked.`;
    return { kind: "record", record: user, columns: USER_COLUMNS, note };
  },
});
