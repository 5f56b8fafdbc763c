import { NotFound, pageOf, readQuery, type AuditEntry, type Inspection, type Page } from "./inspection.ts";

/** Returns the entries of a fake's audit log, oldest first; undefined if it has no audit log. */
export function auditOf(fake: object): readonly AuditEntry[] | undefined {
  if (!("audit" in fake) || !Array.isArray(fake.audit)) return undefined;
  return fake.audit.filter(isEntry);
}

function isEntry(value: unknown): value is AuditEntry {
  if (typeof value !== "object" || value === null) return false;
  const texts = ["id", "time", "user_description", "action", "event_description"];
  return texts.every((field) => typeof Reflect.get(value, field) === "string");
}

/** Returns a page of the audit log, newest first: of all users, or of what one did and what was done to it. */
export function listAudit({ audit, state }: Inspection, text: string): Page<AuditEntry> {
  const entries = audit();
  if (entries === undefined) throw new NotFound("This fake has no audit log.");
  const query = readQuery("AuditQuery", text);
  const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const user = query.user === undefined ? undefined : state().users.get(query.user)?.record;
  const matches = entries.filter((entry) => {
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
