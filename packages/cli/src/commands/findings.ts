import { type Duplicates, findDuplicates, findOrphans } from "@connect-sdk/lifecycle";
import { commandLine } from "../bulk/flags.ts";
import { countOf } from "../bulk/show.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import type { RowFlags } from "../terminal/result.ts";

/** The command `duplicates`. */
export const duplicatesCommand = defineCommand<GlobalFlags & RowFlags>({
  description:
    "Lists accounts that may belong to one person: the same e-mail address, or the same username but for case, a domain, the " +
    "way it is encoded, or letters that look the same. Suggests which one to merge into which. Changes nothing.",
  examples: [
    ["duplicates", "List them"],
    ["duplicates --csv --fields from,into > pairs.csv", "Write pairs to look at, and then to merge"],
    ["merge --file pairs.csv --dry-run", "See what merging them would do"],
  ],
  parameters: { flags: { ...globalFlags, ...rowFlags } },
  async run(_flags, _args, { connect, signal }) {
    const found = await findDuplicates(await connect(), { signal });
    return {
      kind: "rows",
      rows: found.flatMap(pairsOf),
      columns: ["from", "into", "reasons", "from_active", "into_active", "from_locked"],
      note:
        found.length === 0
          ? "No duplicates were found."
          : `${countOf(found.length, "group")} of accounts that may belong to one person.`,
    };
  },
});

function pairsOf({ reasons, into, from }: Duplicates): object[] {
  return from.map((user) => ({
    from: user.username,
    into: into.username,
    reasons: reasons.join(" "),
    from_active: user.active_time,
    into_active: into.active_time,
    from_locked: user.locked,
    from_guid: user.guid,
    into_guid: into.guid,
    email: user.email,
  }));
}

/** The command `orphans`. */
export const orphansCommand = defineCommand<GlobalFlags & RowFlags>({
  description:
    "Lists content whose owner is locked or unknown. It keeps running, and its schedules too, but nobody looks after it. Changes " +
    "nothing.",
  examples: [
    ["orphans", "List them"],
    ["orphans --csv --output orphans.csv", "Save them with the address of each item"],
    ["offboard jdoe --to ann", "Give what a locked owner has to somebody else"],
  ],
  parameters: { flags: { ...globalFlags, ...rowFlags } },
  async run(_flags, _args, { connect, signal }) {
    const found = await findOrphans(await connect(), { signal });
    return {
      kind: "rows",
      rows: found.map(({ content, owner, reason }) => ({
        name: content.name,
        title: content.title,
        owner: owner?.username ?? null,
        reason,
        last_deployed_time: content.last_deployed_time,
        dashboard_url: content.dashboard_url,
        suggestion: owner === undefined ? null : commandLine("offboard", [owner.username], { to: "USER" }),
        guid: content.guid,
        owner_guid: content.owner_guid,
      })),
      columns: ["name", "owner", "reason", "last_deployed_time", "dashboard_url", "suggestion"],
      note:
        found.length === 0
          ? "All content has an owner who can sign in."
          : `${countOf(found.length, "item")} without an owner who can sign in.`,
    };
  },
});
