import type { Span, Window } from "./span.ts";

/** What every row of a list has. */
export interface Identified {
  readonly guid: string;
}

/** A list on the server that is read by page number. */
export interface Source<Row extends Identified> {
  /** Reads one page. */
  readonly read: (span: Span) => Promise<Window<Row>>;
  /** Everything that decides about a row's place in the list: while this text stays the same, the row stays between the same others. */
  readonly place: (row: Row) => string;
  /** Whether rows can leave the list, because a filter no longer lets them through or because they are deleted. */
  readonly shrinks: boolean;
}

/** How far a reader may run ahead of whoever takes what it reads. */
export interface Pace {
  /** The most requests in flight. */
  readonly concurrency: number;
  /** The most windows that are asked for and not yet taken; it grows while the taker has to wait. */
  ahead: number;
}
