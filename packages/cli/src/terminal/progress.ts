import type { Io } from "./io.ts";
import { columnsOf } from "./text.ts";

/** A progress line. */
export interface Progress {
  /** Counts finished items. Default: 1. */
  advance(by?: number): void;
  /** Erases the line. */
  end(): void;
}

/** The line at the bottom of the terminal that shows what takes long. */
export interface StatusLine {
  /**
   * Starts a progress line with rate and time left.
   *
   * @param total - the number of items, if known.
   */
  readonly start: (label: string, total?: number) => Progress;
  /** Shows that the server makes requests wait. Returns a function that ends the wait. */
  readonly wait: (milliseconds: number) => () => void;
}

/**
 * Creates the status line on standard error, redrawn at most ten times a second, and every second while requests wait. Writes
 * nothing without a terminal, or on one that cannot redraw a line (`TERM=dumb`).
 */
export function createStatusLine(io: Io, { quiet = false } = {}): StatusLine {
  if (io.stderr.isTTY !== true || quiet || io.env["TERM"] === "dumb") {
    return { start: () => ({ advance: () => undefined, end: () => undefined }), wait: () => () => undefined };
  }
  const now = io.now ?? Date.now;
  let current: Omit<State, "elapsed" | "waiting"> & { start: number } = NOTHING;
  let drawn = -Infinity;
  let waits = 0;
  let waitsUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  const draw = (): void => {
    drawn = now();
    const waiting = Math.max(0, waitsUntil - drawn);
    const line =
      current === NOTHING ? waitLine(waiting) : progressLine({ ...current, elapsed: drawn - current.start, waiting });
    const room = (columnsOf(io.stderr) ?? 80) - 1;
    // By length, not by width: labels are ours, and measuring width takes 30 ms to load.
    io.stderr.write(`\r\x1b[K${line.length > room ? `${line.slice(0, room - 1)}…` : line}`);
  };
  const stopWaiting = (): void => {
    clearInterval(timer);
    timer = undefined;
    waitsUntil = 0;
  };
  const interrupt = (): void => {
    const isShown = timer !== undefined;
    stopWaiting();
    if (isShown) io.stderr.write("\r\x1b[K");
  };
  io.signal?.addEventListener("abort", interrupt, { once: true });
  return {
    start(label, total) {
      const progress = { label, done: 0, total, start: now() };
      current = progress;
      draw();
      return {
        advance(by = 1) {
          progress.done += by;
          if (current === progress && now() - drawn >= 100) draw();
        },
        end() {
          if (current === progress) current = NOTHING;
          stopWaiting();
          io.stderr.write("\r\x1b[K");
        },
      };
    },
    wait(milliseconds) {
      if (io.signal?.aborted === true) return () => undefined;
      waits += 1;
      waitsUntil = Math.max(waitsUntil, now() + milliseconds);
      draw();
      // Does not keep the program running.
      timer ??= setInterval(draw, 1_000).unref();
      return () => {
        waits -= 1;
        if (waits > 0 || timer === undefined) return;
        stopWaiting();
        draw();
      };
    },
  };
}

const NOTHING = { label: "", done: 0, total: undefined, start: 0 };

interface State {
  readonly label: string;
  readonly done: number;
  readonly total: number | undefined;
  /** Milliseconds since the start. */
  readonly elapsed: number;
  /** Milliseconds until the server accepts requests again. Default: 0. */
  readonly waiting?: number;
}

/** Returns the line, such as `Importing 1200 of 5000 (24%), 310/s, 12s left`. */
export function progressLine({ label, done, total, elapsed, waiting = 0 }: State): string {
  const rate = elapsed > 0 ? (done * 1000) / elapsed : 0;
  const parts = [total === undefined ? `${label} ${done}` : `${label} ${done} of ${total} (${percent(done, total)}%)`];
  // While requests wait, the rate says nothing about the time left.
  if (waiting > 0) return [...parts, `waiting ${duration(waiting / 1000, " ")}, the server limits requests`].join(", ");
  if (rate > 0) parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s`);
  if (rate > 0 && total !== undefined && done < total) parts.push(`${duration((total - done) / rate)} left`);
  return parts.join(", ");
}

function waitLine(waiting: number): string {
  return waiting > 0 ? `Waiting ${duration(waiting / 1000, " ")}: the server limits requests` : "";
}

function percent(done: number, total: number): number {
  return total === 0 ? 100 : Math.floor((done / total) * 100);
}

function duration(seconds: number, space = ""): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole}${space}s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}${space}m ${whole % 60}${space}s`
    : `${Math.floor(minutes / 60)}${space}h ${minutes % 60}${space}m`;
}
