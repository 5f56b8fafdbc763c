import type { Identified, Pace, Reader } from "./source.ts";
import { endOf, isLast, PAGE_SIZE, type Span, spanAround, startOf, type Window } from "./span.ts";

/** How many rows consecutive windows share, so that as many may leave between them without costing a request. */
const OVERLAP = 6;

export interface ChainOptions {
  /** What is read first. */
  readonly first: Span;
  /** Whether windows have to overlap, see {@link chain}. Otherwise they are plain pages. */
  readonly linked: boolean;
  readonly pace: Pace;
  /** How many rows are wanted. */
  readonly goal: number;
}

/** A window of a chain. */
export interface Link<Row> {
  readonly window: Window<Row>;
  /** Whether the list looks as it did in the window before. */
  readonly steady: boolean;
}

/**
 * Reads a list from its beginning to its end, several windows at a time, and hands them out in order.
 *
 * A linked chain leaves no gap, however much the list changes meanwhile: each window has a row in common with the one before,
 * at the same place in the order. Whoever is in the list all the time and keeps their own place comes either before or behind
 * that row in both windows; so, by induction from the beginning of the list to its end, they are in one of the windows. Where
 * two windows have no row in common, because rows have left, one is read further towards the beginning until it has.
 */
export async function* chain<Row extends Identified>(
  { read, place }: Reader<Row>,
  { first, linked, pace, goal }: ChainOptions,
): AsyncGenerator<Link<Row>, void, void> {
  let asked: Promise<Window<Row>>[] = [];
  let planned = first;
  let end = 0;
  let inFlight = 0;
  let drift = 0;

  const ask = (span: Span): Promise<Window<Row>> => {
    planned = span;
    inFlight++;
    const answer = read(span);
    asked.push(answer);
    void answer.then(
      () => {
        inFlight--;
        askAhead();
      },
      () => {
        end = 0;
      },
    );
    return answer;
  };

  const askAhead = (): void => {
    while (inFlight < pace.concurrency && asked.length < pace.ahead && endOf(planned) < end)
      void ask(behind(planned, 0));
  };

  const behind = (span: Span, shift: number): Span =>
    linked ? spanAround(endOf(span) - OVERLAP - shift) : { page: endOf(span) / PAGE_SIZE + 1, size: PAGE_SIZE };

  const follow = async (head: Window<Row>): Promise<Link<Row>> => {
    end = Math.min(head.total, goal);
    // A loop that locks everyone it is given shortens the list by about as much as it did the last time.
    const answer = asked[0] ?? ask(behind(head, drift));
    askAhead();
    const window = await answer;
    void asked.shift();
    drift = Math.max(0, head.total - window.total);
    if (!linked || isLinked(head, window)) return { window, steady: isSteady(head, window) };
    return { window: await recover(head), steady: false };
  };

  const recover = async (head: Window<Row>): Promise<Window<Row>> => {
    asked = [];
    end = 0;
    for (let back = OVERLAP; ; back *= 4) {
      planned = spanAround(endOf(head) - drift - back);
      const window = await read(planned);
      if (isLinked(head, window)) return window;
    }
  };

  const isLinked = (head: Window<Row>, next: Window<Row>): boolean => {
    const places = new Set(head.rows.map(place));
    return startOf(next) === 0 || next.rows.some((row) => places.has(place(row)));
  };

  try {
    let link: Link<Row> | undefined = { window: await read(first), steady: true };
    while (link !== undefined) {
      const { window }: Link<Row> = link;
      const taker = { waits: true };
      const next: Promise<Link<Row>> | undefined =
        isLast(window) || endOf(window) >= goal ? undefined : follow(window).finally(() => (taker.waits = false));
      // Whoever takes the windows may never come back for this one.
      next?.catch(() => undefined);
      yield link;
      if (taker.waits) pace.ahead = Math.max(pace.ahead, Math.min(2 * pace.ahead, pace.concurrency));
      link = isLast(window) ? undefined : await (next ?? follow(window));
    }
  } finally {
    end = 0;
  }
}

/** Whether the rows that two windows have in common are at the same indices in both, in a list of the same length. */
function isSteady<Row extends Identified>(head: Window<Row>, next: Window<Row>): boolean {
  const shared = head.rows.slice(Math.max(0, startOf(next) - startOf(head)));
  return (
    head.total === next.total &&
    startOf(next) >= startOf(head) &&
    shared.every((row, index) => row.guid === next.rows[index]?.guid)
  );
}
