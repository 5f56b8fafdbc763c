import type { components } from "@connect-sdk/api/schema";
import type { FakeClock } from "./clock.ts";
import type { Ids } from "./ids.ts";
import type { UserEntry } from "./user-search/user-entry.ts";

/** An entry of the audit log as the API returns it. */
export type AuditLogRecord = Readonly<components["schemas"]["AuditLog"]>;

/** The user or the part of the server that changed something. */
export type Actor = Pick<AuditLogRecord, "user_id" | "user_guid" | "user_description">;

/**
 * The audit log of a server, oldest entry first. Real servers keep it for good; this one keeps the newest entries up to a
 * limit, so that a fake that runs for weeks does not fill the memory.
 */
export class AuditLog {
  readonly #clock: FakeClock;
  readonly #ids: Ids;
  readonly #limit: number;
  #entries: AuditLogRecord[] = [];
  /** Changes with every entry. */
  revision = 0;

  constructor(clock: FakeClock, ids: Ids, limit: number) {
    this.#clock = clock;
    this.#ids = ids;
    this.#limit = limit;
  }

  record(actor: Actor, action: string, description: string): void {
    const id = String(this.#ids.next("audit"));
    this.#add({ id, time: this.#clock.timestamp, ...actor, action, event_description: description });
  }

  recordSignIn(user: UserEntry): void {
    this.record(userActor(user), "user_login", `Signed in: ${describeUser(user)}`);
  }

  load(entries: Iterable<AuditLogRecord>): void {
    for (const entry of entries) this.#add({ ...entry });
  }

  /** Returns the entries that are kept. Their ids are consecutive numbers. */
  all(): readonly AuditLogRecord[] {
    return this.#limit === 0 ? [] : this.#entries.slice(-this.#limit);
  }

  #add(entry: AuditLogRecord): void {
    this.#entries.push(Object.freeze(entry));
    // At twice the limit, so that not every entry copies the array.
    if (this.#entries.length >= this.#limit * 2) this.#entries = [...this.all()];
    this.revision++;
  }
}

/** Returns a user as the actor of an entry. */
export function userActor(user: UserEntry): Actor {
  // Real server: internal numbers count users, assumed from 1 in order of creation. 0 is the server.
  return {
    user_id: String(user.serial + 1),
    user_guid: user.record.guid,
    user_description: describeUser(user),
  };
}

/** Returns a part of the server itself as the actor of an entry. */
export function systemActor(user_description: string): Actor {
  return { user_id: "0", user_guid: null, user_description };
}

/** Returns a user as entries name them: the full name, and the username in brackets. */
export function describeUser({ record: { first_name, last_name, username } }: UserEntry): string {
  return `${first_name} ${last_name} (${username})`.replace(/\s+/g, " ").trim();
}
