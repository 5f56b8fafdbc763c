import type { Io } from "./io.ts";

/** A progress line. */
export interface Progress {
  /** Counts finished items. Default: 1. */
  advance(by?: number): void;
  /** Erases the line. */
  end(): void;
}

/**
 * Creates a progress line on standard error with rate and time left, redrawn at most ten times a second. Writes nothing
 * without a terminal.
 *
 * @param total - the number of items, if known.
 */
export function createProgress(label: string, total: number | undefined, io: Io): Progress {
  if (io.stderr.isTTY !== true) return { advance: () => undefined, end: () => undefined };
  const now = io.now ?? Date.now;
  const start = now();
  let done = 0;
  let drawn = -Infinity;
  const draw = (): void => {
    drawn = now();
    const line = progressLine({ label, done, total, elapsed: drawn - start });
    const room = (io.stderr.columns ?? 80) - 1;
    // By length, not by width: labels are ours, and measuring width takes 30 ms to load.
    io.stderr.write(`\r\x1b[K${line.length > room ? `${line.slice(0, room - 1)}…` : line}`);
  };
  draw();
  return {
    advance(by = 1) {
      done += by;
      if (now() - drawn >= 100) draw();
    },
    end() {
      io.stderr.write("\r\x1b[K");
    },
  };
}

interface State {
  readonly label: string;
  readonly done: number;
  readonly total: number | undefined;
  /** Milliseconds since the start. */
  readonly elapsed: number;
}

/** Returns the line, such as `Importing 1200 of 5000 (24%), 310/s, 12s left`. */
export function progressLine({ label, done, total, elapsed }: State): string {
  const rate = elapsed > 0 ? (done * 1000) / elapsed : 0;
  const parts = [total === undefined ? `${label} ${done}` : `${label} ${done} of ${total} (${percent(done, total)}%)`];
  if (rate > 0) parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`);
  if (rate > 0 && total !== undefined && done < total) parts.push(`${duration((total - done) / rate)} left`);
  return parts.join(", ");
}

function percent(done: number, total: number): number {
  return total === 0 ? 100 : Math.floor((done / total) * 100);
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole}s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}m ${whole % 60}s` : `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}
