/** The audit log as a report: `auditEvents`, and what it says about the use of seats: `seatUse`. */
import { type ConnectClient, ConnectError, isApiError } from "@connect-sdk/api";
import { checkInput, checkValue, isSameGuid, printable, suggest } from "@connect-sdk/api/internal";
import { type CallOptions, type Connection, InvalidArgumentError, type User } from "@connect-sdk/users";
import { checkConnection, checkDate, readPerson } from "./arguments.ts";
import { findPerson, PERSON, type Person } from "./people.ts";

/** Which events {@link auditEvents} returns. */
export interface AuditOptions extends CallOptions {
  /** From this time on. A date (`2026-01-31`) is a day in UTC. Default: from the first event. */
  readonly since?: string | Date | undefined;
  /** Up to this time; a date includes the whole day in UTC. Default: now. */
  readonly until?: string | Date | undefined;
  /** Only what this person did, or what was done to this person. */
  readonly user?: Person | undefined;
  /** Only these actions, such as `update_lock_user`. */
  readonly action?: string | readonly string[] | undefined;
}

/** An entry of the audit log. */
export interface AuditEvent {
  readonly id: string;
  /** When it happened (RFC 3339). */
  readonly time: string;
  /** Who did it. The guid is `null` for the server itself. */
  readonly actor: { readonly guid: string | null; readonly name: string };
  readonly action: string;
  /**
   * The username in the last brackets of the description; `null` without brackets. The log has no field for the subject of an
   * event, so this is a guess: for an event about content, it may be anything in brackets.
   */
  readonly about: string | null;
  /** The words of the server. */
  readonly description: string;
}

const OPTIONS = `since:string|object until:string|object user:${PERSON} action:string|array signal:signal`;

/**
 * Returns the events of the audit log, newest first, as they arrive. Stops reading at `since`.
 *
 * `GET /v1/audit_logs`, 500 events per request, and `GET /v1/audit/actions` if `action` is given. For administrators.
 *
 * @throws InvalidArgumentError for an unknown option, a malformed time, or an action that the server does not have.
 * @throws NotFoundError if there is no such user.
 *
 * @example
 * ```ts
 * for await (const { time, actor, action, about } of auditEvents(connection, { since: "2026-01-01" })) {
 *   console.log(time, actor.name, action, about);
 * }
 * ```
 */
export async function* auditEvents(
  connection: Connection,
  options: AuditOptions = {},
): AsyncGenerator<AuditEvent, void, undefined> {
  const { since, until, user, action, signal } = checkInput("options", options, OPTIONS);
  checkConnection(connection);
  if (user !== undefined) readPerson("user", user);
  const start = readTime("since", since, "start") ?? -Infinity;
  const end = readTime("until", until, "end") ?? Infinity;
  if (start > end) throw wrongTime("since", '"since" is after "until".', "Exchange them.");
  const wanted = action === undefined ? undefined : [action].flat();
  for (const each of wanted ?? []) checkValue("action", each, "string");
  const actions = wanted && (await checkActions(connection.api, wanted, signal));
  const person = user === undefined ? undefined : await findPerson(connection, user, { signal });
  for await (const event of readLog(connection.api, signal)) {
    const time = Date.parse(event.time);
    if (time < start) return;
    if (time > end || actions?.has(event.action) === false) continue;
    if (person === undefined || isAbout(event, person)) yield event;
  }
}

/** Whether a person did it, or it was done to the person. */
function isAbout({ actor, about }: AuditEvent, { guid, username }: User): boolean {
  return about === username || (actor.guid !== null && isSameGuid(actor.guid, guid));
}

/**
 * Reads the log, newest first, 500 entries per request. Entries that are added meanwhile are not part of it, because cursors point at
 * entries.
 */
export async function* readLog(
  api: ConnectClient,
  signal: AbortSignal | undefined,
): AsyncGenerator<AuditEvent, void, undefined> {
  let next: string | undefined;
  const used = new Set<string>();
  for (;;) {
    const { results, paging } = await fetchPart(api, next, signal);
    for (const { id, time, user_guid, user_description, action, event_description } of results) {
      const actor = { guid: user_guid, name: user_description };
      yield { id, time, actor, action, about: nameIn(event_description), description: event_description };
    }
    const { next: cursor } = paging.cursors;
    if (results.length === 0 || cursor === null) return;
    // Such a log would be read without end, and its rest is never reached.
    if (used.has(cursor)) throw repeatedCursor();
    used.add(cursor);
    next = cursor;
  }
}

function repeatedCursor(): ConnectError {
  return new ConnectError("GET /v1/audit_logs returned a cursor twice, so the rest of the log cannot be read.", {
    fix: "Run it again. If it happens again, check that no proxy in front of the server stores responses.",
  });
}

async function fetchPart(api: ConnectClient, next: string | undefined, signal: AbortSignal | undefined) {
  const query = { limit: 500, ascOrder: false, ...(next !== undefined && { next }) };
  try {
    return (await api.GET("/v1/audit_logs", { params: { query }, signal })).data;
  } catch (cause) {
    if (!isApiError(cause, { status: 404 })) throw cause;
    throw new ConnectError("This server does not offer its audit log over the API.", {
      fix: "Update Connect to 2023.09 or newer, or run `usermanager audit` on the server.",
      cause,
    });
  }
}

function nameIn(description: string): string | null {
  return /\(([^()]+)\)[^()]*$/.exec(description)?.[1] ?? null;
}

async function checkActions(
  api: ConnectClient,
  actions: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const known = await readActions(api, signal);
  const unknown = actions.find((action) => known?.includes(action) === false);
  if (unknown === undefined) return new Set(actions);
  const similar = suggest(unknown, known ?? []);
  throw new InvalidArgumentError(`The audit log has no action "${printable(unknown)}".`, {
    argument: "action",
    fix: similar === undefined ? `Use one of ${(known ?? []).join(", ")}.` : `Did you mean "${similar}"?`,
  });
}

/** Returns the actions that the server writes; `undefined` for servers that do not say. */
async function readActions(api: ConnectClient, signal: AbortSignal | undefined): Promise<string[] | undefined> {
  try {
    return (await api.GET("/v1/audit/actions", { signal })).data.map(({ action }) => action);
  } catch (error) {
    // Before 2026.01. Any word may be right.
    if (isApiError(error, { status: 404 })) return undefined;
    throw error;
  }
}

/** Returns a time in milliseconds since 1970. */
function readTime(name: string, value: string | object | undefined, edge: "start" | "end"): number | undefined {
  if (value === undefined) return undefined;
  const text = value instanceof Date ? String(value.getTime()) : typeof value === "string" ? value.trim() : "";
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const time = value instanceof Date ? value.getTime() : isDay || isTime ? Date.parse(text) : NaN;
  const exists = isDay ? !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) : !Number.isNaN(time);
  if (!exists) {
    throw wrongTime(name, `"${name}" is not a time.`, "Use a Date, a day such as 2026-01-31, or 2026-01-31T18:00:00Z.");
  }
  return isDay && edge === "end" ? time + DAY - 1 : time;
}

const DAY = 86_400_000;

function wrongTime(argument: string, problem: string, fix: string): InvalidArgumentError {
  return new InvalidArgumentError(`${problem} Nothing was sent.`, { argument, fix });
}

/** Options of {@link seatUse}. */
export interface SeatUseOptions extends CallOptions {
  /** The first day, in UTC. Default: the first day of the month eleven months ago. */
  readonly since?: string | Date | undefined;
  /** The current time. Default: the system's clock. */
  readonly now?: Date | undefined;
}

/** How many named users signed in, month by month, and how many count against the license today. */
export interface SeatUse {
  /** Oldest first, without gaps. */
  readonly months: readonly MonthOfUse[];
  /** Users that count against the license now. */
  readonly licensed: number;
}

/** The users that signed in during a month of UTC. */
export interface MonthOfUse {
  /** `2026-01`. */
  readonly month: string;
  /** Different users with a `user_login` event. */
  readonly named_users: number;
  readonly sign_ins: number;
}

/**
 * Counts the different users that signed in, month by month, from the audit log, next to the users that are licensed today.
 *
 * Real server: use of an API key alone is assumed to have no `user_login` event, so it is not counted.
 *
 * `GET /v1/audit_logs`, 500 events per request, and `GET /v1/users`. For administrators.
 *
 * @throws InvalidArgumentError for an unknown option or a malformed time.
 */
export async function seatUse(connection: Connection, options: SeatUseOptions = {}): Promise<SeatUse> {
  const checked = checkInput("options", options, "since:string|object now:object signal:signal");
  const { signal, now = new Date() } = checked;
  checkConnection(connection);
  checkDate("now", now);
  const since = readTime("since", checked.since, "start") ?? Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11, 1);
  const months = new Map<string, { users: Set<string>; sign_ins: number }>();
  // From the start of the month: the time of day of `since` must not hide the current month.
  const first = new Date(since);
  for (let at = 0; ; at++) {
    const time = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + at, 1));
    if (time > now) break;
    months.set(monthOf(time), { users: new Set(), sign_ins: 0 });
  }
  for await (const { time, actor, action } of auditEvents(connection, { since: first, until: now, signal })) {
    const month = action === "user_login" ? months.get(monthOf(new Date(time))) : undefined;
    if (month === undefined) continue;
    month.users.add(actor.guid ?? actor.name);
    month.sign_ins += 1;
  }
  return {
    months: Array.from(months, ([month, { users, sign_ins }]) => ({ month, named_users: users.size, sign_ins })),
    licensed: await connection.users.count({ account_status: "licensed" }, { signal }),
  };
}

function monthOf(time: Date): string {
  return time.toISOString().slice(0, 7);
}
