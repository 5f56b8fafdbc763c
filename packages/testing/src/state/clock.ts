/** A span of time. Its parts add up. */
export interface Duration {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  ms?: number;
}

const FIRST_TIME = 0;
const LAST_TIME = Date.UTC(9000, 0);

/** A clock that stands still unless it is told to move, or that follows the machine's clock. */
export class FakeClock {
  readonly #running: boolean;
  readonly #start: number;
  /** The time it shows, or by how much it differs from the machine's clock if it runs. */
  #offset: number;
  #timestamp = "";
  #timestampSecond = Number.NaN;

  /** `start` is where the clock stands; `"system"` lets it run along with the machine's own. */
  constructor(start: Date | "system") {
    this.#running = start === "system";
    this.#start = start === "system" ? 0 : start.getTime();
    this.#offset = this.#start;
  }

  /** Puts the clock back to where it began. */
  reset(): void {
    this.#offset = this.#start;
  }

  /** What the clock shows. */
  now(): Date {
    return new Date(this.milliseconds);
  }

  /** Moves the clock forward, or backward for a negative duration. */
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }: Duration): void {
    const step = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
    const target = this.milliseconds + step;
    if (!(target >= FIRST_TIME && target <= LAST_TIME)) {
      throw new RangeError(
        "clock.advance() takes numbers of days, hours, minutes, seconds and ms that stay within the years 1970 to 9000.",
      );
    }
    this.#offset += step;
  }

  /** What the clock shows, in milliseconds since 1970. */
  get milliseconds(): number {
    return this.#running ? Date.now() + this.#offset : this.#offset;
  }

  /** Puts the clock to another time. */
  set milliseconds(value: number) {
    this.#offset = this.#running ? value - Date.now() : value;
  }

  /** What the clock shows, as Connect writes times: whole seconds in UTC. */
  get timestamp(): string {
    const second = Math.floor(this.milliseconds / 1000);
    if (second !== this.#timestampSecond) {
      this.#timestampSecond = second;
      this.#timestamp = formatTime(second * 1000);
    }
    return this.#timestamp;
  }

  /** The time so many days (or other parts) before now, as Connect writes times. */
  timestampBefore({ days = 0, minutes = 0 }: Pick<Duration, "days" | "minutes">): string {
    return formatTime(this.milliseconds - (days * 24 * 60 + minutes) * 60_000);
  }
}

const SECONDS_PER_DAY = 86_400;
const MOST_DAYS = 4000;
/** Character codes of dates by number of days since 1970: writing a date is slow, and the same days come again and again. */
const dates = new Map<number, readonly number[]>();

/** Writes a time as Connect does: whole seconds in UTC. Such times sort as texts. */
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

/** The code of a number's last digit. */
function digit(value: number): number {
  return ZERO + (Math.floor(value) % 10);
}

/** A date, up to the letter before the time. */
function dateOf(day: number): readonly number[] {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, "2026-01-31T".length);
  const date = Array.from(text, (character) => character.charCodeAt(0));
  if (dates.size >= MOST_DAYS) dates.clear();
  dates.set(day, date);
  return date;
}
