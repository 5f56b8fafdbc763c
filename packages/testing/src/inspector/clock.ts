import type { AccountStatus } from "@connect-sdk/api";
import type { FakeState } from "../state/fake-state.ts";
import { InvalidInput, validate } from "../validate.ts";
import type { Inspection } from "./inspection.ts";

/** What a change of the clock would do. */
export interface ClockPreview {
  readonly now: string;
  /** The time after the change. */
  readonly then: string;
  /** The number of users whose status changes. */
  readonly total: number;
  /** The first of these users, at most {@link MAXIMUM_LISTED}. */
  readonly users: readonly StatusChange[];
  /** Keys that are valid now and expired then, at most {@link MAXIMUM_LISTED}. */
  readonly keys: readonly ExpiringKey[];
}

export interface StatusChange {
  readonly guid: string;
  readonly username: string;
  readonly name: string;
  readonly active_time: string | null;
  readonly from: AccountStatus;
  readonly to: AccountStatus;
}

export interface ExpiringKey {
  readonly user_guid: string;
  readonly name: string;
  readonly expires_at: string;
}

export const MAXIMUM_LISTED = 100;

/** Shows which users become inactive or active, and which keys expire, if the clock moves. Changes nothing. */
export function previewClock({ state: current }: Inspection, body: unknown): ClockPreview {
  const state = current();
  const { advance } = validate("ClockChange", body);
  const { days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 } = advance;
  const now = state.clock.milliseconds;
  const then = now + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
  // The same limits as for moving the clock.
  if (!(then >= 0 && then <= Date.UTC(9000, 0)))
    throw new InvalidInput("the time must be within the years 1970 to 9000");
  const changes = statusChanges(state, now, then);
  return {
    now: new Date(now).toISOString(),
    then: new Date(then).toISOString(),
    total: changes.length,
    users: changes.slice(0, MAXIMUM_LISTED),
    keys: expiringKeys(state, now, then).slice(0, MAXIMUM_LISTED),
  };
}

function statusChanges(state: FakeState, now: number, then: number): StatusChange[] {
  const before = state.users.statusesAt(now);
  const after = state.users.statusesAt(then);
  const changed = [...state.users.all()].filter((user) => before(user) !== after(user));
  return changed
    .map((user): StatusChange => {
      const { guid, username, first_name, last_name, active_time } = user.record;
      const name = `${first_name} ${last_name}`.trim();
      return { guid, username, name, active_time, from: before(user), to: after(user) };
    })
    .sort((a, b) => ((a.active_time ?? "") < (b.active_time ?? "") ? -1 : 1));
}

function expiringKeys(state: FakeState, now: number, then: number): ExpiringKey[] {
  return [...state.keys.all()].flatMap(({ userGuid, name, expiresAt }) => {
    if (expiresAt === null) return [];
    const expiry = Date.parse(expiresAt);
    return expiry > now && expiry <= then ? [{ user_guid: userGuid, name, expires_at: expiresAt }] : [];
  });
}
