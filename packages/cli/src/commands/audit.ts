import { type AuditEvent, auditEvents } from "@connect-sdk/lifecycle";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import { readLimit } from "../command-line/users.ts";
import { readAge, timeBefore } from "../reports/stale-users.ts";
import type { Row, RowFlags } from "../terminal/result.ts";

interface Flags extends GlobalFlags, RowFlags {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly user?: string | undefined;
  readonly action?: readonly string[] | undefined;
}

export default defineCommand<Flags>({
  description:
    "Lists the audit log, newest events first: actor, action and description. For administrators. The log names the person an event " +
    "is about only in words, so the column `about` is a guess: its last brackets.",
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
  return { kind: "parsed", parse: String, optional: true, placeholder: "TIME", brief } as const;
}

/** Ages are converted here, and times by the library. */
function readTime(text: string | undefined, now: number): string | Date | undefined {
  return text !== undefined && /^\d+[dwmy]$/i.test(text) ? new Date(timeBefore(now, readAge(text))) : text;
}

async function* rows(events: AsyncIterable<AuditEvent>, limit = Infinity): AsyncGenerator<Row, void, undefined> {
  let count = 0;
  for await (const { id, time: at, actor, action, about, description } of events) {
    yield { time: at, actor: actor.name, actor_guid: actor.guid, action, about, description, id };
    if (++count >= limit) return;
  }
}
