/* What an auditor asks for: who changed what, accounts of one person, and content without an owner. */
import { type AuditEvent, type Duplicates, auditEvents, findDuplicates, findOrphans } from "@connect-sdk/lifecycle";
import { commandLine } from "../bulk/flags.ts";
import { countOf } from "../bulk/show.ts";
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags, rowFlags } from "../command-line/flags.ts";
import { readLimit } from "../command-line/users.ts";
import { isAge, isTime, readAge, timeBefore } from "../command-line/ages.ts";
import type { Row, RowFlags } from "../terminal/result.ts";

interface Flags extends GlobalFlags, RowFlags {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly user?: string | undefined;
  readonly action?: readonly string[] | undefined;
}

export const audit = defineCommand<Flags>({
  description:
    "Lists the audit log, newest events first: actor, action and description. For administrators. The log names the person an event " +
    "is about only in its description, so the column `about` is a guess: the text in the last brackets.",
  examples: [
    ["audit --since 30d", "The last 30 days"],
    ["audit --since 2026-01-01 --until 2026-03-31 --csv --output q1.csv", "A quarter, for the auditor"],
    ["audit --user jdoe --limit 20", "What jdoe did, and what was done to jdoe"],
    ["audit --action update_lock_user,edit_user", "Locks, unlocks and changes of roles"],
  ],
  parameters: {
    flags: {
      ...globalFlags,
      ...rowFlags,
      since: time("From this time on: 30d, 6m, 1y, 2026-01-31 or 2026-01-31T18:00:00Z (UTC)"),
      until: time("Up to this time; a date includes the whole day"),
      user: { kind: "parsed", parse: String, optional: true, placeholder: "USER", brief: "Only by or about this user" },
      action: {
        kind: "parsed",
        parse: (text) => text.split(/[,|]/).filter((word) => word !== ""),
        optional: true,
        placeholder: "ACTION",
        brief: "Only these actions, such as update_lock_user,edit_user",
      },
    },
  },
  async run({ since, until, user, action, limit, sort }, _args, { connect, signal, now }) {
    const options = { since: readTime(since, now()), until: readTime(until, now()), user, action, signal };
    return {
      kind: "rows",
      rows: rows(auditEvents(await connect(), options), readLimit({ limit, sort }).limit),
      columns: ["time", "actor", "action", "about", "description"],
      csvColumns: ["time", "actor", "actor_guid", "action", "about", "description", "id"],
    };
  },
});

function time(brief: string) {
  return { kind: "parsed", parse: checkTime, optional: true, placeholder: "TIME", brief } as const;
}

/** @throws Error for a text that is neither an age nor a time. The library reads times. */
function checkTime(text: string): string {
  if (isAge(text) || isTime(text)) return text;
  throw new Error(`\`${text}\` is neither an age such as 30d nor a time such as 2026-01-31 or 2026-01-31T18:00:00Z.`);
}

/** Ages are converted here, and times by the library. */
function readTime(text: string | undefined, now: number): string | Date | undefined {
  return text !== undefined && isAge(text) ? new Date(timeBefore(now, readAge(text))) : text;
}

async function* rows(events: AsyncIterable<AuditEvent>, limit = Infinity): AsyncGenerator<Row, void, undefined> {
  let count = 0;
  for await (const { id, time: at, actor, action, about, description } of events) {
    yield { time: at, actor: actor.name, actor_guid: actor.guid, action, about, description, id };
    if (++count >= limit) return;
  }
}

/** The command `duplicates`. */
export const duplicatesCommand = defineCommand<GlobalFlags & RowFlags>({
  description:
    "Lists accounts that may belong to one person: the same e-mail address, or the same username apart from case, a domain, the " +
    "encoding, or letters that look the same. Suggests which one to merge into which. Changes nothing.",
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
