/** A length of time. The parts are added. */
export interface Duration {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  ms?: number;
}

const MINIMUM_TIME = 0;
const MAXIMUM_TIME = Date.UTC(9000, 0);

/** A clock that stands still until it is advanced, or that follows the system clock. */
export class FakeClock {
  readonly #running: boolean;
  readonly #start: number;
  /** The current time or, for a running clock, the difference from the system clock. */
  #offset: number;
  /** Changes when the clock is set or moved, not as time passes. */
  revision = 0;
  #timestamp = "";
  #timestampSecond = Number.NaN;

  /** @param start - the time at which the clock stands; `"system"` follows the system clock. */
  constructor(start: Date | "system") {
    this.#running = start === "system";
    this.#start = start === "system" ? 0 : start.getTime();
    this.#offset = this.#start;
  }

  /** Sets the clock back to its start. */
  reset(): void {
    this.revision++;
    this.#offset = this.#start;
  }

  /** Returns the current time. */
  now(): Date {
    return new Date(this.milliseconds);
  }

  /** Moves the clock forward, or backward for a negative duration. */
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }: Duration): void {
    const step = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
    const target = this.milliseconds + step;
    // Written so that NaN is rejected too.
    if (!(target >= MINIMUM_TIME && target <= MAXIMUM_TIME)) {
      throw new RangeError(
        "clock.advance() takes numbers of days, hours, minutes, seconds and ms that stay within the years 1970 to 9000.",
      );
    }
    this.revision++;
    this.#offset += step;
  }

  /** The current time in milliseconds since 1970. */
  get milliseconds(): number {
    return this.#running ? Date.now() + this.#offset : this.#offset;
  }

  set milliseconds(value: number) {
    this.revision++;
    this.#offset = this.#running ? value - Date.now() : value;
  }

  /** The current time as a Connect timestamp. */
  get timestamp(): string {
    const second = Math.floor(this.milliseconds / 1000);
    if (second !== this.#timestampSecond) {
      this.#timestampSecond = second;
      this.#timestamp = formatTime(second * 1000);
    }
    return this.#timestamp;
  }

  /** Returns whether a time has come. Null is a time that never comes. */
  hasReached(time: string | null): boolean {
    return time !== null && Date.parse(time) <= this.milliseconds;
  }

  /** Returns the time after now by a number of milliseconds, as a Connect timestamp. */
  timestampAfter(milliseconds: number): string {
    return formatTime(this.milliseconds + milliseconds);
  }

  /** Returns the time before now by a number of days or minutes, as a Connect timestamp. */
  timestampBefore({ days = 0, minutes = 0 }: Pick<Duration, "days" | "minutes">): string {
    return formatTime(this.milliseconds - (days * 24 * 60 + minutes) * 60_000);
  }
}

const SECONDS_PER_DAY = 86_400;
const MAXIMUM_CACHED_DAYS = 4000;
/** Character codes of dates by days since 1970. Seeding formats the same few thousand days again and again. */
const dates = new Map<number, readonly number[]>();

/**
 * Formats a time as Connect does: whole seconds in UTC. Such timestamps sort as strings.
 *
 * Hand-written because `toISOString` is too slow for the seeding budget of `user-search/`.
 */
export function formatTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = seconds - day * SECONDS_PER_DAY;
  const [hour, minute, second] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return String.fromCharCode(
    ...dateOf(day),
    ...[
      digit(hour / 10),
      digit(hour),
      COLON,
      digit(minute / 10),
      digit(minute),
      COLON,
      digit(second / 10),
      digit(second),
      Z,
    ],
  );
}

const [COLON, Z, ZERO] = [58, 90, 48];

/** Returns the character code of a number's last digit. */
function digit(value: number): number {
  return ZERO + (Math.floor(value) % 10);
}

/** Returns the character codes of a date up to and including the `T`. */
function dateOf(day: number): readonly number[] {
  const cached = dates.get(day);
  if (cached !== undefined) return cached;
  const text = new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, "2026-01-31T".length);
  const date = Array.from(text, (character) => character.charCodeAt(0));
  if (dates.size >= MAXIMUM_CACHED_DAYS) dates.clear();
  dates.set(day, date);
  return date;
}
