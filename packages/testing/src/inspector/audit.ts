import type { AuditLogRecord } from "../state/audit-log.ts";
import { pageOf, readQuery, type Inspection, type Page } from "./inspection.ts";

/** Returns a page of the audit log, newest first: of all users, or of what one did and what was done to it. */
export function listAudit({ state: current }: Inspection, text: string): Page<AuditLogRecord> {
  const { audit, users } = current();
  const query = readQuery("AuditQuery", text);
  const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const user = query.user === undefined ? undefined : users.get(query.user)?.record;
  const matches = audit.all().filter((entry) => {
    const { user_guid, user_description, action, event_description } = entry;
    if (query.user !== undefined) {
      const named = user !== undefined && event_description.includes(`(${user.username})`);
      if (user_guid !== query.user && !named) return false;
    }
    const written = `${user_description}\n${action}\n${event_description}`.toLowerCase();
    return words.every((word) => written.includes(word));
  });
  return pageOf(matches.reverse(), query);
}
