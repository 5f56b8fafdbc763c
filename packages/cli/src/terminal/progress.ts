import type { Io } from "./io.ts";
import { cut } from "./table.ts";

/** Says how far long work has come. */
export interface Progress {
  /** Counts what was finished. */
  advance(by?: number): void;
  /** Takes the line away again. */
  end(): void;
}

/**
 * A progress line on standard error with rate and time left, redrawn a few times a second. Away from a terminal nothing is
 * written.
 *
 * @param total - how much there is to do, if it is known.
 */
export function createProgress(label: string, total: number | undefined, io: Io): Progress {
  if (io.stderr.isTTY !== true) return { advance: nothing, end: nothing };
  const now = io.now ?? Date.now;
  const start = now();
  let done = 0;
  let drawn = -Infinity;
  const draw = (): void => {
    drawn = now();
    const line = progressLine({ label, done, total, elapsed: drawn - start });
    io.stderr.write(`\r\x1b[K${cut(line, (io.stderr.columns ?? 80) - 1)}`);
  };
  draw();
  return {
    advance(by = 1) {
      done += by;
      if (now() - drawn >= REDRAW_EVERY) draw();
    },
    end() {
      io.stderr.write("\r\x1b[K");
    },
  };
}

const REDRAW_EVERY = 100;

interface State {
  readonly label: string;
  readonly done: number;
  readonly total: number | undefined;
  /** Milliseconds since the start. */
  readonly elapsed: number;
}

/** What the line says: `Importing 1200 of 5000 (24%), 310/s, 12s left`. */
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

function nothing(): void {
  // Away from a terminal progress is noise in a log.
}
